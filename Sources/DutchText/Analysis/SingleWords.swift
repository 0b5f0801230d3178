internal import DutchStemmer

extension Analyzer {
  /// A part of a compound.
  public struct Part: Sendable, Hashable {
    /// Its form as a word, in lower case: `kind` in `kinderopvang`, `toeslagen` in
    /// `kinderopvangtoeslagen`.
    public let word: String
    /// The term of that word.
    public let term: String
  }

  /// Forms of the words that have a term, including the term itself but not all irregular forms.
  public func forms(of term: String) -> [String] {
    let folded = folded(term)
    return morphology?.forms(of: folded).map { String(decoding: $0, as: UTF8.self) } ?? [term]
  }

  /// The terms of words of another kind that derive from the same word: `weiger` of `weigering`.
  /// None without a lexicon.
  public func relatives(of term: String) -> [String] {
    morphology?.relatives(of: folded(term)).map { String(decoding: $0, as: UTF8.self) } ?? []
  }

  /// What a word may be found by, besides its term, because it is a form of a verb.
  public struct OtherVerbForms: Sendable, Hashable {
    /// Forms of its verb that are also words of another kind, with a term of their own: `gegeven`
    /// of `geven`.
    public var likely: [String] = []
    /// Those that are rather the other word: `gevallen` of `vallen`.
    public var unlikely: [String] = []
    /// The terms of other verbs of which the word itself may be a form: `geef` of `gegeven`.
    public var verbs: [String] = []

    /// None.
    public init() {}
  }

  /// What a word may be found by because it is a form of a verb; nothing without a lexicon.
  public func otherVerbForms(of word: String) -> OtherVerbForms {
    guard let related = morphology?.relatedVerbForms(of: folded(word)) else {
      return OtherVerbForms()
    }
    func text(_ words: [[UInt8]]) -> [String] { words.map { String(decoding: $0, as: UTF8.self) } }
    var other = OtherVerbForms()
    other.likely = text(related.forms)
    other.unlikely = text(related.unlikelyForms)
    other.verbs = text(related.verbs)
    return other
  }

  /// How the lexicon lists a word.
  public enum Listing: Sendable { case word, name, none }

  /// How the lexicon lists a word; without a lexicon, as a word.
  public func listing(of word: String) -> Listing {
    guard let lexicon else { return .word }
    guard let number = lexicon.words.number(of: folded(word)) else { return .none }
    return lexicon.flags(number).contains(.word) ? .word : .name
  }

  /// Whether a listed word belongs to one with other forms, as `nam`, `pas` and `slim` do, unlike
  /// abbreviations such as `mbo`. False without a lexicon.
  public func isInflected(_ word: String) -> Bool {
    guard let lexicon, let number = lexicon.words.number(of: folded(word)) else {
      return false
    }
    let base = lexicon.words.word(lexicon.base(number))
    let paradigm = Paradigm(lexicon: lexicon)
    return paradigm.hasEn(base) || paradigm.isNoun(base) || paradigm.isAdjective(base)
  }

  /// The term by which the index finds a word and its forms, and its parts if it is a compound. For
  /// one word without hyphens or digits; `tokens(of:)` handles others.
  public func analysis(of word: String) -> (term: String, parts: [Part]) {
    let folded = folded(word)
    guard let morphology else {
      return (tokens(of: word).wholeTerm ?? "", [])
    }
    var analysis = morphology.analysis(of: folded)
    // In a text the word before the apostrophe is a token of its own, with the parts.
    if folded.ends("'s") {
      analysis.parts = morphology.analysis(of: Array(folded.dropLast(2))).parts
      if var head = analysis.parts.popLast() {
        head.word += [UInt8]("'s")
        head.range = head.range.lowerBound..<folded.count
        analysis.parts.append(head)
      }
    }
    let surface = Array(String(decoding: lowerCased(word), as: UTF8.self).unicodeScalars)
    let parts = analysis.parts.map { part in
      // With diacritics, if the part has this form in the word.
      let isSame = surface.count == folded.count && part.word[...] == folded[part.range]
      return Part(
        word: isSame
          ? String(String.UnicodeScalarView(surface[part.range]))
          : String(decoding: part.word, as: UTF8.self),
        term: String(decoding: part.term, as: UTF8.self))
    }
    return (String(decoding: analysis.term, as: UTF8.self), parts)
  }

  /// The published stem (Kraaij-Pohlmann) of a word in lower case and NFC.
  public func publishedStem(of word: String) -> String {
    var bytes = lowerCased(word)
    DutchStemmer.stem(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
