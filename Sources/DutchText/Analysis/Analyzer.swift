internal import Composition
internal import DutchStemmer

/// Turns Dutch text into tokens; the one analysis for indexing and for querying.
///
/// Each word gives its lower-case form without diacritics, its stem where that is another term, and its exact form
/// where folding loses something. Composites are found whole and by their parts:
///
/// | text | terms at the same place or the places it takes |
/// |---|---|
/// | `GroenLinks-PvdA` | `groenlinkspvda`, and `groenlinks` `pvda` at two places |
/// | `36 410`, `36.410`, `36410` | `36410` (and the groups) at one place |
/// | `36 410-XV` | `36410xv`, and `36410` `xv` at two places |
/// | `A.V.G.` | `avg`, exact `AVG` |
/// | `273f`, `50PLUS`, `F35` | the whole, and letters and digits apart |
/// | `risico's`, `zo'n` | with the apostrophe; the stem drops it |
///
/// With a lexicon the stem is the word's base form (`leden` → `lid`), and compounds are found by their parts, too:
/// `kinderopvangtoeslagen` gives `kind`, `opvang` and `toeslag` at its place. The first member of `wet- en regelgeving`
/// is also found as the compound that it stands for, `wetgeving`.
public struct Analyzer: Sendable {
  /// The longest term in UTF-8 bytes; what is longer is cut off.
  public static let longestTerm = 200

  let knowledge: MorphologicalAnalyzer?

  /// Makes an analyser: with a lexicon one that knows words, without one that knows the published stemmer only.
  public init(lexicon: Lexicon? = nil, exceptions: Exceptions = .standard) {
    knowledge = lexicon.map { MorphologicalAnalyzer(lexicon: $0, exceptions: exceptions) }
  }

  /// The words that it knows; nil where it knows the published stemmer only.
  public var lexicon: Lexicon? { knowledge?.lexicon }

  /// Names this analysis: an index made with another one cannot be searched with this one.
  public var fingerprint: String {
    let surface = "surface-2 kraaij-pohlmann-3"
    guard let knowledge else { return surface }
    return surface
      + " words-\(MorphologicalAnalyzer.version) lexicon-\(knowledge.lexicon.digest)"
      + " exceptions-\(knowledge.exceptions.digest)"
  }

  /// The digest of the lexicon of the analysis that a fingerprint names; nil where that has none.
  public static func lexiconDigest(inFingerprint fingerprint: String) -> String? {
    let mark = "lexicon-"
    return fingerprint.split(separator: " ").first { $0.hasPrefix(mark) }
      .map { String($0.dropFirst(mark.count)) }
  }

  /// The tokens of a text, at positions from 1.
  public func tokens(of text: String) -> TokenStream {
    var stream = TokenStream()
    var text = text
    text.withUTF8 { analyze($0, into: &stream) }
    return stream
  }

  /// Appends the tokens of a UTF-8 text to a stream, at positions that follow the last one there. Byte ranges count
  /// from the beginning of this text. Bytes that are no UTF-8 separate words. Texts over 4 GiB are cut off.
  ///
  /// With a sieve, stems and parts are left out of words that have none of its terms.
  public func analyze(
    _ text: UnsafeBufferPointer<UInt8>, into stream: inout TokenStream,
    through sieve: TermPrefilter? = nil
  ) {
    let text = UnsafeBufferPointer(rebasing: text.prefix(Int(UInt32.max)))
    var writer = TokenWriter(text: text, stream: stream, knowledge: knowledge, sieve: sieve)
    stream = TokenStream()
    writer.writeAll()
    stream = writer.stream
  }
}

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
    let folded = Self.folded(term)
    return knowledge?.forms(of: folded).map { String(decoding: $0, as: UTF8.self) } ?? [term]
  }

  /// The terms of words of another kind that are made of the same one as the word that has a term: `weiger` of
  /// `weigering`. None without a lexicon.
  public func relatives(of term: String) -> [String] {
    knowledge?.relatives(of: Self.folded(term)).map { String(decoding: $0, as: UTF8.self) } ?? []
  }

  /// Whether the lexicon has a word, as a name or as a word otherwise.
  public enum Listing: Sendable { case word, name, none }

  /// How the lexicon has a word; as a word where there is no lexicon.
  public func listing(of word: String) -> Listing {
    guard let lexicon else { return .word }
    guard let number = lexicon.words.number(of: Self.folded(word)) else { return .none }
    return lexicon.flags(number).contains(.word) ? .word : .name
  }

  /// Whether a word of the lexicon is a form of one that has others, as `nam`, `pas` and `slim` are, and abbreviations
  /// like `mbo` are not. Never without a lexicon.
  public func isInflected(_ word: String) -> Bool {
    guard let lexicon, let number = lexicon.words.number(of: Self.folded(word)) else {
      return false
    }
    let base = lexicon.words.word(lexicon.base(number))
    let paradigm = Paradigm(lexicon: lexicon)
    return paradigm.hasEn(base) || paradigm.isNoun(base) || paradigm.isAdjective(base)
  }

  /// The term by which the index finds a word and its forms, and the parts of a compound, none where it is none. For
  /// one word without hyphens or digits; of others `tokens(of:)` knows more.
  public func meaning(of word: String) -> (term: String, parts: [Part]) {
    let folded = Self.folded(word)
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
    let surface = Array(String(decoding: Self.lower(word), as: UTF8.self).unicodeScalars)
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

  /// A word in lower case without diacritics.
  static func folded(_ word: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    fold(lower(word)[...], into: &folded)
    return folded
  }

  /// A word in lower case and NFC.
  private static func lower(_ word: some StringProtocol) -> [UInt8] {
    var lower: [UInt8] = []
    for scalar in word.unicodeScalars { appendLower(scalar.value, to: &lower) }
    return Composition.composed(lower[...])
  }

  /// The published stem (Kraaij-Pohlmann) of a word in lower case and NFC.
  public func publishedStem(of word: String) -> String {
    var bytes: [UInt8] = []
    var word = word
    word.withUTF8 { text in
      var at = 0
      while at < text.count {
        let scalar = Scalar(text, at: at)
        at += scalar.length
        appendLower(scalar.value, to: &bytes)
      }
    }
    bytes = Composition.composed(bytes[...])
    DutchStemmer.stem(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
