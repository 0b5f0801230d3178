/// Turns Dutch text into tokens, the same way for indexing and for queries.
///
/// Each word gives its lower-case form without diacritics, its stem if that is another term, and
/// its exact form if folding loses something. Composites are found as a whole and by their parts:
///
/// | text | terms |
/// |---|---|
/// | `GroenLinks-PvdA` | `groenlinkspvda`, and `groenlinks` `pvda` at two positions |
/// | `36 410`, `36.410`, `36410` | `36410` (and the groups) at one position |
/// | `36 410-XV` | `36410xv`, and `36410` `xv` at two positions |
/// | `A.V.G.` | `avg`, exact `AVG` |
/// | `273f`, `50PLUS`, `F35` | the whole, and letters and digits apart |
/// | `risico's`, `zo'n` | with the apostrophe; the stem drops it |
/// | `65%`, `€ 5` | `65` `procent`, `euro` `5` |
///
/// With a lexicon the stem is the base form (`leden` → `lid`), and compounds are also found by
/// their parts: `kinderopvangtoeslagen` gives `kind`, `opvang` and `toeslag` at its position. The
/// first member of `wet- en regelgeving` is also found as the compound that it stands for,
/// `wetgeving`.
public struct Analyzer: Sendable {
  /// In UTF-8 bytes; longer terms are cut off.
  public static let maximumTermLength = Term.maximumLength

  let morphology: MorphologicalAnalyzer?

  /// Makes an analyser; without a lexicon it has only the published stemmer.
  public init(lexicon: Lexicon? = nil, exceptions: Exceptions = .standard) {
    morphology = lexicon.map { MorphologicalAnalyzer(lexicon: $0, exceptions: exceptions) }
  }

  /// The lexicon, if it has one.
  public var lexicon: Lexicon? { morphology?.lexicon }

  /// Identifies this analysis. An index made with another analysis cannot be searched with this
  /// one.
  public var fingerprint: String {
    guard let morphology else { return Self.surface }
    return Self.rules
      + " lexicon-\(morphology.lexicon.digest) exceptions-\(morphology.exceptions.digest)"
  }

  /// The parts of a fingerprint that say how words become terms, without the lists of words.
  public static let rules = "\(surface) words-\(MorphologicalAnalyzer.version)"

  private static let surface = "surface-3 kraaij-pohlmann-3"

  /// The digest of the lexicon in a fingerprint, if it has one.
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

  /// Appends the tokens of a UTF-8 text to a stream, at positions after the last one there. Byte
  /// ranges count from the beginning of this text. Bytes that are not UTF-8 separate words. Texts
  /// over 4 GiB are cut off.
  ///
  /// With a prefilter, words without any of its terms get no stems and parts.
  public func analyze(
    _ text: UnsafeBufferPointer<UInt8>, into stream: inout TokenStream,
    through prefilter: TermPrefilter? = nil
  ) {
    let text = UnsafeBufferPointer(rebasing: text.prefix(Int(UInt32.max)))
    var writer = TokenWriter(
      text: text, stream: stream, morphology: morphology, prefilter: prefilter)
    stream = TokenStream()
    writer.writeAll()
    stream = writer.stream
  }

  /// A filter that passes the words that may have one of some terms, as a whole or in a part.
  public func prefilter(for terms: some Sequence<[UInt8]>) -> TermPrefilter {
    TermPrefilter(terms, exceptions: morphology?.exceptions ?? Exceptions())
  }
}
