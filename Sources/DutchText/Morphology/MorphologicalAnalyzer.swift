internal import DutchStemmer

/// What a word means to the index: the term by which its forms are found, and its parts.
struct WordMeaning: Equatable {
  /// Lower-case ASCII where the word is.
  var term: [UInt8]
  var parts: [PartMeaning] = []
  /// Parts that follow each other taken together, which are a compound as well: `jeugdzorg` in `jeugdzorgaanbieders`.
  var joinedParts: [PartMeaning] = []
}

/// A part of a compound in the word at hand.
struct PartMeaning: Equatable {
  /// The form that the part has as a word.
  var word: [UInt8]
  var term: [UInt8]
  /// Where it stands in the word.
  var range: Range<Int>
}

/// Finds the meaning of words: by exceptions, by the lexicon, by rules for words that it does not have, and by the
/// published stemmer where even the end of the word is unknown. An object, since every word of a text hands it on.
final class MorphologicalAnalyzer: Sendable {
  let lexicon: Lexicon
  let exceptions: Exceptions
  private let terms: WordTable<[UInt8]>
  private let inflection: Lemmatizer
  private let splitter: CompoundSplitter

  init(lexicon: Lexicon, exceptions: Exceptions) {
    self.lexicon = lexicon
    self.exceptions = exceptions
    terms = WordTable(exceptions.terms)
    inflection = Lemmatizer(lexicon)
    splitter = CompoundSplitter(lexicon: lexicon, exceptions: WordTable(exceptions.parts))
  }

  /// Rises with every change to the rules.
  static let version = 6

  /// The meaning of a word in lower case without diacritics.
  func meaning(of word: [UInt8]) -> WordMeaning {
    if word.ends("'s") { return WordMeaning(term: meaning(of: Array(word.dropLast(2))).term) }
    guard word.count > 1, word.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else {
      return WordMeaning(term: Self.stem(word))
    }
    let number = lexicon.words.number(of: word)
    let base = baseNumber(of: word, number: number)
    let parts = splitter.parts(of: word, number: number, base: base)
      .map {
        PartMeaning(
          word: $0.word, term: listedTerm(of: $0.word) ?? Self.stem($0.word), range: $0.range)
      }
    let term =
      terms[word] ?? base.map { $0 == number ? word : baseTerm($0) } ?? parts.last.map { head in
        // The forms of a compound are those of its head.
        word[..<head.range.lowerBound] + head.term
      } ?? Self.stem(word)
    return WordMeaning(term: term, parts: parts, joinedParts: joinedParts(parts, in: word))
  }

  /// A word of more parts has so many compounds in it that none of them tells much.
  private static let mostJoined = 6

  private func joinedParts(_ parts: [PartMeaning], in word: [UInt8]) -> [PartMeaning] {
    guard (3...Self.mostJoined).contains(parts.count) else { return [] }
    var joined: [PartMeaning] = []
    for first in parts.indices {
      for last in parts.indices.dropFirst(first + 1) where last - first + 1 < parts.count {
        let (start, head) = (parts[first].range.lowerBound, parts[last].range)
        let range = start..<head.upperBound
        let whole = Array(word[range])
        let term =
          listedTerm(of: whole) ?? word[start..<head.lowerBound] + parts[last].term
        joined.append(PartMeaning(word: whole, term: term, range: range))
      }
    }
    return joined
  }

  /// The number of the word of the list that a word is, or is a form of. `number` is its own number there, if any.
  private func baseNumber(of word: [UInt8], number: Int?) -> Int? {
    if let number {
      let flags = lexicon.flags(number)
      let base = lexicon.base(number)
      return flags.isDisjoint(with: [.word, .name]) && base == number ? nil : base
    }
    let base = inflection.base(of: word)
    return base == word ? nil : lexicon.words.number(of: base)
  }

  private func baseTerm(_ number: Int) -> [UInt8] {
    let base = lexicon.words.word(number)
    return terms[base] ?? base
  }

  /// The term of a word that has an exception, or is a word of the list or a form of one.
  private func listedTerm(of word: [UInt8]) -> [UInt8]? {
    if let term = terms[word] { return term }
    let number = lexicon.words.number(of: word)
    // To spell a word by its number takes a walk through the list.
    return baseNumber(of: word, number: number).map { $0 == number ? word : baseTerm($0) }
  }

  private static func stem(_ word: [UInt8]) -> [UInt8] {
    var stem = word
    DutchStemmer.stem(&stem)
    return stem.isEmpty ? word : stem
  }
}

extension MorphologicalAnalyzer {
  private static let shortestHead = 3

  /// The compound of a member and the head of another compound, the longest that the list has: `wet` and `regelgeving`
  /// give `wetgeving`.
  func listedCompound(of member: [UInt8], andHeadOf other: [UInt8]) -> [UInt8]? {
    for start in stride(from: 2, through: other.count - Self.shortestHead, by: 1) {
      let modifier = other[..<start]
      guard
        lexicon.has(modifier) || ClosedWords.particles.contains(modifier)
          || modifier.ends("s") && lexicon.has(modifier.dropLast())
      else { continue }
      let whole = member + other[start...]
      if lexicon.has(whole) { return whole }
    }
    return nil
  }
}
