internal import CUTF8Proc
internal import Glibc

/// The canonical composition of UTF-8 text (NFC, Unicode Standard Annex 15), in linear time.
///
/// utf8proc sorts the marks of a letter by exchanging neighbours, in time quadratic in their
/// number, and so does Swift when it compares or hashes a string. So the text gets the Stream-Safe
/// Text Format (UAX 15, section 13): a combining grapheme joiner, with which nothing is exchanged,
/// after every `maximumMarks` marks. No script needs as many.
public enum Composition {
  /// The maximum number of marks in a row.
  public static let maximumMarks = 30
  /// U+034F, which is invisible.
  private static let joiner: [UInt8] = [0xCD, 0x8F]
  /// The length in bytes from which a piece ends at the next ASCII character. utf8proc needs four
  /// times as much memory.
  static let pieceLength = 64 << 10

  /// The text in NFC. A piece that is not UTF-8 is left unchanged.
  public static func composed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var begin = 0
      forEachEnd(of: bytes, pieces: pieceLength) { end, isInRun in
        append(UnsafeBufferPointer(rebasing: bytes[begin..<end]), to: &result)
        if isInRun { result.append(contentsOf: joiner) }
        begin = end
      }
      return result
    }
  }

  /// The text in the Stream-Safe Text Format, not composed.
  public static func streamSafe(_ text: String) -> String {
    // A shorter text cannot have as many marks.
    guard text.utf8.count > 2 * maximumMarks, text.utf8.contains(where: { $0 >= 0xCC }) else {
      return text
    }
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      var begin = 0
      forEachEnd(of: bytes, pieces: .max) { end, isInRun in
        guard isInRun else { return }
        result.append(contentsOf: bytes[begin..<end])
        result.append(contentsOf: joiner)
        begin = end
      }
      if begin == 0 { return String(decoding: bytes, as: UTF8.self) }
      return String(decoding: result + bytes[begin...], as: UTF8.self)
    }
  }

  /// Whether a character is a combining mark.
  public static func isMark(_ scalar: UInt32) -> Bool {
    switch utf8proc_category(Int32(bitPattern: scalar)) {
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME: true
    default: false
    }
  }

  /// Calls `body` with the end of each piece: before an ASCII character, which never composes with
  /// what precedes it, or within too long a run of marks.
  private static func forEachEnd(
    of bytes: UnsafeBufferPointer<UInt8>, pieces length: Int, _ body: (Int, _ isInRun: Bool) -> Void
  ) {
    var begin = 0
    var marks = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        marks = 0
        if at - begin >= length {
          body(at, false)
          begin = at
        }
        at += 1
        continue
      }
      var scalar: Int32 = -1
      let start = bytes.baseAddress.map { $0 + at }
      let count = max(1, utf8proc_iterate(start, min(4, bytes.count - at), &scalar))
      // Every character that is reordered, or whose decomposition begins with one, is a mark.
      marks = scalar >= 0 && isMark(UInt32(bitPattern: scalar)) ? marks + 1 : 0
      // A joiner from an earlier pass begins a new run.
      if scalar == 0x34F { marks = 0 }
      if marks > maximumMarks {
        body(at, true)
        begin = at
        marks = 1
      }
      at += count
    }
    if begin < bytes.count { body(bytes.count, false) }
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
