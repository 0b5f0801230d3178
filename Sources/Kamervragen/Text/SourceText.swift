internal import Composition

/// One cleaned line of the file: NFC, one kind of space, no invisible characters.
struct RawLine: Hashable {
  /// The text without spaces around it; empty for a blank line.
  var text: String
  /// Whether a page begins with this line: a form feed precedes it.
  var beginsPage = false
}

/// Turns the bytes of a text file into clean lines.
enum SourceText {
  /// Checks that bytes are UTF-8, normalises them and splits them into lines.
  static func lines(_ bytes: [UInt8]) throws(ReadError) -> [RawLine] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let offset = firstInvalid(bytes, from: start) { throw .notUTF8(offset: offset) }
    return composed(bytes[start...]).withUnsafeBufferPointer(split)
  }

  /// Cleans a text in the same way and puts it on one line.
  static func oneLine(_ text: String) -> String {
    composed(Array(text.utf8)[...]).withUnsafeBufferPointer(oneLine)
  }

  private static func oneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var cleaner = LineCleaner()
    var index = 0
    while true {
      index = cleaner.addPlain(bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      switch byte {
      case 0x09...0x0D: cleaner.add(Ascii.space)
      case 0xC2 where bytes[index + 1] == 0x85:
        cleaner.add(Ascii.space)
        index += 1
      case 0xE2 where isSeparator(bytes, index):
        cleaner.add(Ascii.space)
        index += 2
      default: index = cleaner.addCharacter(bytes, at: index)
      }
      index += 1
    }
    return cleaner.take()
  }

  /// Whether the character at a place is U+2028 or U+2029, the line and paragraph separators.
  private static func isSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
  }

  private static func composed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.withUnsafeBytes(isComposed) ? bytes : Composition.composed(bytes)[...]
  }

  /// Whether bytes are certainly UTF-8 that composition leaves unchanged: they have only
  /// precomposed Latin letters and typographic signs.
  private static func isComposed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let isInside = { (index: Int) in index < bytes.count && bytes[index] & 0xC0 == 0x80 }
    var index = Ascii.firstOther(in: bytes, from: 0)
    while index < bytes.count {
      switch bytes[index] {
      case 0xC2...0xCB:
        guard isInside(index + 1) else { return false }
        index += 2
      case 0xE2:
        guard isInside(index + 1), isInside(index + 2),
          bytes[index + 1] == 0x80 && bytes[index + 2] >= 0x82 || bytes[index + 1] == 0x82
        else { return false }
        index += 3
      default: return false
      }
      index = Ascii.firstOther(in: bytes, from: index)
    }
    return true
  }

  /// The offset of the first byte that is not valid UTF-8; nil if all are.
  static func firstInvalid(_ bytes: [UInt8], from start: Int) -> Int? {
    if bytes.withUnsafeBytes({ isComposed(UnsafeRawBufferPointer(rebasing: $0[start...])) }) {
      return nil
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(start...))
      return nil
    } catch {
      return start + error.byteOffsets.lowerBound
    }
  }

  private static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> [RawLine] {
    var lines: [RawLine] = []
    var cleaner = LineCleaner()
    var beginsPage = false
    var index = 0
    func finish() {
      lines.append(RawLine(text: cleaner.take(), beginsPage: beginsPage))
      beginsPage = false
    }
    while true {
      index = cleaner.addPlain(bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      switch byte {
      case 0x0A:
        finish()
      case 0x0D:
        if index + 1 == bytes.count || bytes[index + 1] != 0x0A { finish() }
      case 0x0C:
        if !cleaner.isEmpty { finish() }
        beginsPage = true
      case 0x0B: finish()
      case 0xE2 where isSeparator(bytes, index):
        finish()
        index += 2
      default: index = cleaner.addCharacter(bytes, at: index)
      }
      index += 1
    }
    if !cleaner.isEmpty || beginsPage { finish() }
    return lines
  }
}

/// Collects the bytes of one line. Runs of spaces become one space, invisible characters are
/// removed, ligatures are split, and loose accents are put back on their letters.
private struct LineCleaner {
  private var bytes: [UInt8] = []
  private var hasLooseAccent = false

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds the bytes from a place on that stay as they are, at once, and returns the place of the
  /// first other one.
  mutating func addPlain(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    var isBehindSpace = bytes.last ?? Ascii.space == Ascii.space
    Self.isPlain.withUnsafeBufferPointer { isPlain in
      while index < source.count {
        let byte = source[index]
        if isPlain[Int(byte)] {
          isBehindSpace = false
        } else if byte == Ascii.space, !isBehindSpace {
          isBehindSpace = true
        } else {
          break
        }
        index += 1
      }
    }
    if index > start {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
    }
    return index
  }

  /// Adds the character at a place, and returns the place of its last byte.
  mutating func addCharacter(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var index = start
    add(source[index])
    while index + 1 < source.count, source[index + 1] & 0xC0 == 0x80 {
      index += 1
      add(source[index])
    }
    return index
  }

  /// For each byte, whether it stays as it is wherever it stands: letters, digits and most signs.
  /// The first byte of a character says so for all of it.
  private static let isPlain: [Bool] = (0...UInt8.max).map { byte in
    switch byte {
    case ...0x20, 0x7F, UInt8(ascii: "]"), UInt8(ascii: "`"): false
    case 0xC2, 0xC4, 0xCB, 0xCC, 0xE2, 0xEF: false
    default: true
    }
  }

  mutating func add(_ byte: UInt8) {
    if byte == Ascii.space || byte == Ascii.tab {
      addSpace()
      return
    }
    if byte < 0x20 || byte == 0x7F { return }
    if byte == UInt8(ascii: "]"), bytes.last == Ascii.space, endsInMark { bytes.removeLast() }
    bytes.append(byte)
    if byte >= 0x80 { cleanTail() } else if byte == UInt8(ascii: "`") { hasLooseAccent = true }
  }

  mutating func take() -> String {
    if bytes.isEmpty { return "" }
    if bytes.last == Ascii.space { bytes.removeLast() }
    if hasLooseAccent { bytes = LooseAccents.joined(bytes) }
    hasLooseAccent = false
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the bytes end with an open bracket and numbers: text extraction writes "[1 ]" for
  /// "[1]".
  private var endsInMark: Bool {
    let open = bytes.suffix(12).lastIndex(of: UInt8(ascii: "["))
    guard let open, open + 1 < bytes.count - 1 else { return false }
    return bytes[(open + 1)...].allSatisfy { Ascii.isDigit($0) || $0 == Ascii.space }
  }

  private mutating func addSpace() {
    if let last = bytes.last, last != Ascii.space { bytes.append(Ascii.space) }
  }

  private mutating func cleanTail() {
    let count = bytes.count
    guard count > 1 else { return }
    switch (count > 2 ? bytes[count - 3] : 0, bytes[count - 2], bytes[count - 1]) {
    case (_, 0xC2, 0xA0), (0xE2, 0x80, 0xAF), (0xE2, 0x80, 0x89):
      // No-break space, narrow no-break space, thin space.
      bytes.removeLast(bytes[count - 2] == 0xC2 ? 2 : 3)
      addSpace()
    case (_, 0xC2, 0xAD): bytes.removeLast(2)  // Soft hyphen.
    case (0xE2, 0x80, 0x8B...0x8E), (0xEF, 0xBB, 0xBF), (0xE2, 0x81, 0xA0):
      bytes.removeLast(3)  // Zero-width characters.
    case (0xE2, 0x80, 0x90...0x91):
      bytes.removeLast(3)  // Unicode and non-breaking hyphen.
      bytes.append(Ascii.hyphen)
    default:
      if let letters = ligature {
        bytes.removeLast(bytes[count - 2] == 0xC4 ? 2 : 3)
        bytes.append(contentsOf: letters.utf8)
      } else if endsInAccent {
        hasLooseAccent = true
      }
    }
  }

  /// The letters of the ligature at the end.
  private var ligature: String? {
    let count = bytes.count
    if count > 1, bytes[count - 2] == 0xC4 {
      return bytes[count - 1] == 0xB3 ? "ij" : bytes[count - 1] == 0xB2 ? "IJ" : nil
    }
    guard count > 2, bytes[count - 3] == 0xEF, bytes[count - 2] == 0xAC else { return nil }
    let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
    let place = Int(bytes[count - 1]) - 0x80
    return letters.indices.contains(place) ? letters[place] : nil
  }

  /// Whether the last character is a spacing accent (¨ ´ ¸ and the like), or a combining accent
  /// after a space or a dotless i.
  private var endsInAccent: Bool {
    let count = bytes.count
    guard count > 1 else { return false }
    switch bytes[count - 2] {
    case 0xC2: return [0xA8, 0xB4, 0xB8].contains(bytes[count - 1])
    case 0xCB:
      return [0x86, 0x87].contains(bytes[count - 1]) || (0x98...0x9D).contains(bytes[count - 1])
    case 0xCC:
      guard count > 2 else { return false }
      return bytes[count - 3] == Ascii.space
        || count > 3 && bytes[count - 4] == 0xC4 && bytes[count - 3] == 0xB1
    default: return false
    }
  }
}
