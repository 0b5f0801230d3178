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
  /// In UTF-8 bytes; longer terms are cut off.
  public static let maximumTermLength = Term.maximumLength

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

  /// A sieve for the words that have one of some terms, of a word (`stem`) or of a part.
  public func sieve(for terms: some Sequence<[UInt8]>) -> TermPrefilter {
    TermPrefilter(terms, exceptions: knowledge?.exceptions ?? Exceptions())
  }
}
