internal import CUTF8Proc
internal import Glibc

/// The canonical composition of UTF-8 text (NFC, Unicode Standard Annex 15), in time that grows with the text.
///
/// utf8proc puts the marks of a letter in order by exchanging neighbours, which takes the square of their number. So a
/// text is composed in pieces, and no piece has more than `longestRun` marks behind each other: as many as the
/// Stream-Safe Text Format allows (UAX 15, section 13). No writing needs as many, and nothing else is changed by it.
public enum Composition {
  /// The most marks behind each other that are put in order.
  static let longestRun = 30
  /// How long a piece may be before it ends at the next ASCII character, in bytes: utf8proc takes four times as much.
  static let pieceLength = 64 << 10

  /// The text in NFC. A piece that is no UTF-8 stays as it is.
  public static func composed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var begin = 0
      forEachEnd(of: bytes) { end in
        append(UnsafeBufferPointer(rebasing: bytes[begin..<end]), to: &result)
        begin = end
      }
      return result
    }
  }

  /// Tells where pieces end: before an ASCII character, which no composition joins to what stands before it, or within a
  /// run of marks that is too long.
  private static func forEachEnd(of bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    var begin = 0
    var marks = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        marks = 0
        if at - begin >= pieceLength {
          body(at)
          begin = at
        }
        at += 1
        continue
      }
      var scalar: Int32 = -1
      let start = bytes.baseAddress.map { $0 + at }
      let length = max(1, utf8proc_iterate(start, min(4, bytes.count - at), &scalar))
      // Every character that is put in order, or begins with one when it is taken apart, is a mark.
      switch utf8proc_category(scalar) {
      case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME: marks += 1
      default: marks = 0
      }
      if marks > longestRun {
        body(at)
        begin = at
        marks = 1
      }
      at += length
    }
    if begin < bytes.count { body(bytes.count) }
  }

  private static func append(_ piece: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    var composed: UnsafeMutablePointer<UInt8>?
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
    let count = utf8proc_map(piece.baseAddress, piece.count, &composed, options)
    guard count >= 0, let composed else { return result.append(contentsOf: piece) }
    defer { free(composed) }
    result.append(contentsOf: UnsafeBufferPointer(start: composed, count: count))
  }
}
