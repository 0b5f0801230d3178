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
/// Filters that know more than characters (a lexicon, compounds) follow the stemmer in `words`.
public struct Analyzer: Sendable {
  /// The longest term in UTF-8 bytes; what is longer is cut off.
  public static let longestTerm = 200

  /// Names this analysis: an index made with another one cannot be searched with this one.
  public static let fingerprint = "surface-1 kraaij-pohlmann-3"

  /// Makes an analyser.
  public init() {}

  /// The tokens of a text, at positions from 1.
  public func tokens(of text: String) -> TokenStream {
    var stream = TokenStream()
    var text = text
    text.withUTF8 { analyze($0, into: &stream) }
    return stream
  }

  /// Appends the tokens of a UTF-8 text to a stream, at positions that follow the last one there. Byte ranges count
  /// from the beginning of this text. Bytes that are no UTF-8 separate words. Texts over 4 GiB are cut off.
  public func analyze(_ text: UnsafeBufferPointer<UInt8>, into stream: inout TokenStream) {
    let text = UnsafeBufferPointer(rebasing: text.prefix(Int(UInt32.max)))
    var writer = TokenWriter(text: text, stream: stream)
    stream = TokenStream()
    writer.writeAll()
    stream = writer.stream
  }
}

extension Analyzer {
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
    bytes = composed(bytes)
    DutchStemmer.stem(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
