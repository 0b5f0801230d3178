internal import DutchStemmer

extension Analyzer {
  /// A part of a compound.
  public struct Part: Sendable, Hashable {
    /// The form that it has as a word, in lower case: `kind` in `kinderopvang`, `toeslagen` in
    /// `kinderopvangtoeslagen`.
    public let word: String
    /// The term by which the index finds it.
    public let term: String
  }

  /// The forms that a word may have of which this is the term, itself among them: a few, and not those of irregular words.
  public func forms(of term: String) -> [String] {
    let folded = folded(term)
    return knowledge?.forms(of: folded).map { String(decoding: $0, as: UTF8.self) } ?? [term]
  }

  /// The terms of words of another kind that are made of the same one as the word that has a term: `weiger` of
  /// `weigering`. None without a lexicon.
  public func relatives(of term: String) -> [String] {
    knowledge?.relatives(of: folded(term)).map { String(decoding: $0, as: UTF8.self) } ?? []
  }

  /// Whether the lexicon has a word, as a name or as a word otherwise.
  public enum Listing: Sendable { case word, name, none }

  /// How the lexicon has a word; as a word where there is no lexicon.
  public func listing(of word: String) -> Listing {
    guard let lexicon else { return .word }
    guard let number = lexicon.words.number(of: folded(word)) else { return .none }
    return lexicon.flags(number).contains(.word) ? .word : .name
  }

  /// Whether a word of the lexicon is a form of one that has others, as `nam`, `pas` and `slim` are, and abbreviations
  /// like `mbo` are not. Never without a lexicon.
  public func isInflected(_ word: String) -> Bool {
    guard let lexicon, let number = lexicon.words.number(of: folded(word)) else {
      return false
    }
    let base = lexicon.words.word(lexicon.base(number))
    let paradigm = Paradigm(lexicon: lexicon)
    return paradigm.hasEn(base) || paradigm.isNoun(base) || paradigm.isAdjective(base)
  }

  /// The term by which the index finds a word and its forms, and the parts of a compound, none where it is none. For
  /// one word without hyphens or digits; of others `tokens(of:)` knows more.
  public func meaning(of word: String) -> (term: String, parts: [Part]) {
    let folded = folded(word)
    guard let knowledge else {
      return (tokens(of: word).wholeTerm ?? "", [])
    }
    var meaning = knowledge.meaning(of: folded)
    // In a text the word before the apostrophe is a token of its own, which has the parts.
    if folded.ends("'s") {
      meaning.parts = knowledge.meaning(of: Array(folded.dropLast(2))).parts
      if var head = meaning.parts.popLast() {
        head.word += [UInt8]("'s")
        head.range = head.range.lowerBound..<folded.count
        meaning.parts.append(head)
      }
    }
    let surface = Array(String(decoding: lowerCased(word), as: UTF8.self).unicodeScalars)
    let parts = meaning.parts.map { part in
      // The letters of the part with their diacritics, where it stands in the word as it is.
      let isSame = surface.count == folded.count && part.word[...] == folded[part.range]
      return Part(
        word: isSame
          ? String(String.UnicodeScalarView(surface[part.range]))
          : String(decoding: part.word, as: UTF8.self),
        term: String(decoding: part.term, as: UTF8.self))
    }
    return (String(decoding: meaning.term, as: UTF8.self), parts)
  }

  /// The published stem (Kraaij-Pohlmann) of a word in lower case and NFC.
  public func publishedStem(of word: String) -> String {
    var bytes = lowerCased(word)
    DutchStemmer.stem(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
