internal import DutchText
internal import Glibc
internal import PassageStore
internal import Xapian

/// Finds the word that was most likely meant by one that no text has, or hardly any.
///
/// The candidates are made and looked up (P. Norvig, "How to Write a Spelling Corrector", 2007).
/// The best is that with the most passages for what was changed. A suggestion is a word of the
/// language, or one that several passages have: texts have typing errors too.
struct Suggestion {
  /// The number of passages that contain each of some folded words: the word itself (`.word`) or a
  /// form of it (`.stem`). Words are looked up in byte order, many at a time, which suits Xapian's
  /// tables.
  let frequencies: (TermList, Token.Kind) throws(XapianError) -> [Int]
  let analyzer: Analyzer
  /// The number of passages.
  let passages: Int
  /// Whether thousands of words may be looked up. Otherwise a few hundred are.
  let isThorough: Bool

  /// A word as typed.
  struct Typed: Hashable {
    let text: String
    let folded: [UInt8]
    /// The number of passages that have it.
    let frequency: Int

    /// Whether it begins with a capital. If the lexicon lacks such a word, it may be a name.
    var hasCapital: Bool { text.first?.isUppercase == true }
  }

  /// Fewer letters are not enough to tell what was meant.
  private static let minimumLetters = 4
  /// A word that the language does not have is suggested if at least this many passages have it.
  /// In a large index an error may be that frequent too.
  private var minimumPassages: Int { passages < 10_000 ? 3 : 6 }
  /// A word that texts have, or that may be a name, is an error only if the candidate is this many
  /// times as frequent.
  private static let ratioToKnown = 50
  private static let ratioToName = 10

  // MARK: One word

  /// The words, mostly one, that were meant; nil if there is nothing better.
  func other(for word: Typed) throws(XapianError) -> [String]? {
    guard word.folded.count >= Self.minimumLetters, !isOfLanguage(word) else { return nil }
    let isCompound = isCompound(word.folded)
    if isCompound, word.frequency == 0, !word.hasCapital, let two = try split(word.folded) {
      return two
    }
    let classes =
      isThorough
      ? SpellingCandidates.all(of: word.folded, isName: word.hasCapital)
      : [SpellingCandidates.respelled(word.folded)]
    let least =
      word.frequency > 0
      ? word.frequency * Self.ratioToKnown
      : isCompound || word.hasCapital ? Self.ratioToName : 1
    // The stems of words that the lexicon lacks may be no words.
    for kind in analyzer.lexicon == nil ? [Token.Kind.word] : [.word, .stem] {
      if let best = try best(of: classes, kind, for: word, atLeast: min(least, enough)) {
        return [best]
      }
    }
    return word.frequency == 0 && !word.hasCapital ? try split(word.folded) : nil
  }

  /// In a small index no word is frequent.
  private var enough: Int { passages < 1000 ? 1 : Int.max }

  private func best(
    of classes: [SpellingCandidates], _ kind: Token.Kind, for word: Typed, atLeast least: Int
  ) throws(XapianError) -> String? {
    var best: (word: String, score: Double)?
    for candidates in classes {
      for (place, count) in try frequencies(candidates.words, kind).enumerated()
      where count >= max(1, least) {
        let bytes = candidates.words[place]
        let score = log(Double(count)) - candidates.cost(of: bytes, instead: word.folded)
        guard score > best?.score ?? -Double.infinity, !bytes.elementsEqual(word.folded) else {
          continue
        }
        let candidate = candidates.words.string(at: place)
        let isWord =
          kind == .word ? isWord(candidate, count) : isListed(candidate) && isOwnForm(candidate)
        if isWord { best = (candidate, score) }
      }
    }
    return best?.word
  }

  /// Whether a word of the index is one of the language, or frequent enough to be a name or a term.
  /// A compound of words of the language needs half as many passages.
  private func isWord(_ word: String, _ frequency: Int) -> Bool {
    isListed(word) || frequency >= minimumPassages
      || frequency * 2 >= minimumPassages && isCompound(Array(word.utf8))
  }

  private func isListed(_ word: String) -> Bool { analyzer.listing(of: word) != .none }

  /// Whether a word was typed as the language has it. Without a list of words nobody knows.
  private func isOfLanguage(_ word: Typed) -> Bool {
    analyzer.lexicon != nil && isListed(Self.text(word.folded))
  }

  private func isCompound(_ word: [UInt8]) -> Bool {
    analyzer.lexicon != nil && analyzer.analysis(of: Self.text(word)).parts.count > 1
  }

  /// Whether a word is its own base form, so that the stem terms of the index are of its forms.
  private func isOwnForm(_ word: String) -> Bool { analyzer.analysis(of: word).term == word }

  /// The word split into two that both occur in texts, so that the rarer one is as frequent as
  /// possible.
  private func split(_ word: [UInt8]) throws(XapianError) -> [String]? {
    let places = (3..<max(3, word.count - 2)).filter {
      isPart(word[..<$0]) && isPart(word[$0...])
    }
    let first = try frequencies(TermList(places.map { word[..<$0] }), .word)
    let second = try frequencies(TermList(places.map { word[$0...] }), .word)
    var best: (place: Int, frequency: Int)?
    for (index, place) in places.enumerated() {
      let count = min(first[index], second[index])
      if count > best?.frequency ?? 0 { best = (place, count) }
    }
    return best.map { [Self.text(word[..<$0.place]), Self.text(word[$0.place...])] }
  }

  private func isPart(_ word: ArraySlice<UInt8>) -> Bool {
    let word = Self.text(word)
    return !Stopwords.words.contains(word) && analyzer.listing(of: word) == .word
  }

  // MARK: Two words

  /// Two words joined into one, if the language or texts write them so.
  func joined(_ first: Typed, _ second: Typed) throws(XapianError) -> String? {
    let (first, second) = (first.folded, second.folded)
    guard first.count > 2, second.count > 2, !Stopwords.words.contains(Self.text(first)),
      !Stopwords.words.contains(Self.text(second))
    else { return nil }
    let joined = TermList(["", "s", "en", "e"].map { first + Array($0.utf8) + second })
    for (place, count) in try frequencies(joined, .word).enumerated() where count > 0 {
      let word = joined.string(at: place)
      if isListed(word) || isCompound(Array(word.utf8)) && count >= min(enough, minimumPassages) {
        return word
      }
    }
    guard analyzer.lexicon != nil else { return nil }
    for (place, count) in try frequencies(joined, .stem).enumerated() where count > 0 {
      let word = joined.string(at: place)
      if isOwnForm(word), isListed(word) { return word }
    }
    return nil
  }

  // MARK: Words as typed

  /// The maximum length in bytes of a word that others are suggested for.
  private static let maximumBytes = 40

  /// The one word that a text is; nil if it is a number, several words or no word.
  func typed(_ text: String, frequency: Int) -> Typed? {
    let stream = analyzer.tokens(of: text)
    let words = stream.tokens.filter { $0.kind == .word && !$0.isPart }
    guard words.count == 1, let word = words.first else { return nil }
    let term = stream.term(of: word)
    guard term.allSatisfy(\.isLetter), term.utf8.count <= Self.maximumBytes else { return nil }
    return Typed(text: text, folded: Array(term.utf8), frequency: frequency)
  }

  private static func text(_ word: some Collection<UInt8>) -> String {
    String(decoding: word, as: UTF8.self)
  }
}
