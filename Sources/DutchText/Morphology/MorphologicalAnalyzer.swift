internal import DutchStemmer

/// The term by which the index finds a word and its forms, and the parts of a compound.
struct MorphologicalAnalysis: Equatable {
  /// In lower-case ASCII if the word is.
  var term: [UInt8]
  var parts: [CompoundPart] = []
  /// Adjacent parts that are a compound together: `jeugdzorg` in `jeugdzorgaanbieders`.
  var joinedParts: [CompoundPart] = []
}

/// A part of a compound.
struct CompoundPart: Equatable {
  /// Its form as a word.
  var word: [UInt8]
  var term: [UInt8]
  /// Its place in the compound.
  var range: Range<Int>
}

/// Analyses words: by exceptions, by the lexicon, by rules for words that the lexicon lacks, and by
/// the published stemmer if even the end of the word is unknown. A class, since it is passed on for
/// every word of a text.
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

  /// Increase this with every change of the rules.
  static let version = 7

  /// Analyses a word in lower case without diacritics.
  func analysis(of word: [UInt8]) -> MorphologicalAnalysis {
    if word.ends("'s") {
      return MorphologicalAnalysis(term: analysis(of: Array(word.dropLast(2))).term)
    }
    guard word.count > 1, word.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else {
      return MorphologicalAnalysis(term: Self.stem(word))
    }
    let number = lexicon.words.number(of: word)
    let base = baseNumber(of: word, number: number)
    let parts = splitter.parts(of: word, number: number, base: base)
      .map {
        CompoundPart(
          word: $0.word, term: listedTerm(of: $0.word) ?? Self.stem($0.word), range: $0.range)
      }
    let term =
      terms[word] ?? base.map { $0 == number ? word : baseTerm($0) } ?? parts.last.map { head in
        // The forms of a compound are those of its head.
        word[..<head.range.lowerBound] + head.term
      } ?? Self.stem(word)
    return MorphologicalAnalysis(
      term: term, parts: parts, joinedParts: joinedParts(parts, in: word))
  }

  /// Words of more parts would have too many joined ones to be useful.
  private static let maximumJoinedParts = 6

  private func joinedParts(_ parts: [CompoundPart], in word: [UInt8]) -> [CompoundPart] {
    guard (3...Self.maximumJoinedParts).contains(parts.count) else { return [] }
    var joined: [CompoundPart] = []
    for first in parts.indices {
      for last in parts.indices.dropFirst(first + 1) where last - first + 1 < parts.count {
        let (start, head) = (parts[first].range.lowerBound, parts[last].range)
        let range = start..<head.upperBound
        let whole = Array(word[range])
        let term =
          listedTerm(of: whole) ?? word[start..<head.lowerBound] + parts[last].term
        joined.append(CompoundPart(word: whole, term: term, range: range))
      }
    }
    return joined
  }

  /// The number of the base form of a word in the lexicon. `number` is that of the word itself, if
  /// any.
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

  /// The term of a word that is an exception, or listed, or a form of a listed word.
  private func listedTerm(of word: [UInt8]) -> [UInt8]? {
    if let term = terms[word] { return term }
    let number = lexicon.words.number(of: word)
    // Finding the word of a number takes a walk through the automaton.
    return baseNumber(of: word, number: number).map { $0 == number ? word : baseTerm($0) }
  }

  private static func stem(_ word: [UInt8]) -> [UInt8] {
    var stem = word
    DutchStemmer.stem(&stem)
    return stem.isEmpty ? word : stem
  }
}
