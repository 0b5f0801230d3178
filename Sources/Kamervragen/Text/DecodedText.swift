/// A text converted to UTF-8 from its detected encoding.
struct DecodedText: Hashable {
  enum Encoding: Hashable {
    case utf8, utf16LittleEndian, utf16BigEndian, windows1252
  }

  /// The text in UTF-8, without a byte order mark.
  let bytes: [UInt8]
  let encoding: Encoding

  /// Decodes a text.
  ///
  /// - Throws: `ReadError.notUTF8` if the bytes are damaged UTF-8.
  init(_ source: [UInt8]) throws(ReadError) {
    if let encoding = Self.utf16(source) {
      self.encoding = encoding
      let low = encoding == .utf16LittleEndian ? 0 : 1
      bytes = Self.decoded(source, low: low, high: 1 - low)
      return
    }
    let text = source.withoutByteOrderMark
    guard let offset = SourceText.firstInvalid(source, from: 0) else {
      encoding = .utf8
      bytes = text
      return
    }
    guard Self.isWindows1252(text) else { throw .notUTF8(offset: offset) }
    encoding = .windows1252
    bytes = Self.decodedWindows1252(text)
  }

  /// A warning for the set if the encoding was assumed.
  var warning: String? {
    encoding == .windows1252
      ? "Het bestand is geen UTF-8; aangenomen is dat het Windows-1252 is." : nil
  }

  /// The text without an XML declaration, so that no encoding is declared.
  var markup: [UInt8] {
    guard Ascii.hasPrefix(bytes, at: 0, "<?xml"), let end = Ascii.find("?>", in: bytes) else {
      return bytes
    }
    // Keep the line breaks, for line numbers in errors.
    return bytes[..<(end + 2)].filter { $0 == 0x0A } + bytes[(end + 2)...]
  }

  /// The text as UTF-8 if libxml2 would decode the XML wrongly, or nil. Valid UTF-8 with non-ASCII
  /// letters is UTF-8 whatever it declares: text in another encoding is not valid UTF-8 by chance.
  var undeclaredMarkup: [UInt8]? {
    switch encoding {
    case .utf8: declaresEncoding && bytes.contains { $0 >= 0x80 } ? markup : nil
    case .utf16LittleEndian, .utf16BigEndian: markup
    case .windows1252: declaresEncoding ? nil : markup
    }
  }

  /// Whether it is XML that declares an encoding other than UTF-8.
  var declaresEncoding: Bool {
    guard Ascii.hasPrefix(bytes, at: 0, "<?xml"), let end = Ascii.find("?>", in: bytes) else {
      return false
    }
    let declaration = Array(bytes[..<end])
    return Ascii.find("encoding", in: declaration) != nil
      && Ascii.find("utf-8", in: declaration) == nil
  }

  /// UTF-16 with or without a byte order mark; nil for another encoding.
  private static func utf16(_ bytes: [UInt8]) -> Encoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return zeros(bytes)
  }

  /// Detects UTF-16 without a byte order mark: every second byte of Latin text is zero.
  private static func zeros(_ bytes: [UInt8]) -> Encoding? {
    let head = bytes.prefix(512)
    var even = 0
    var odd = 0
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    guard (even == 0) != (odd == 0), (even + odd) * 3 > head.count else { return nil }
    return odd > 0 ? .utf16LittleEndian : .utf16BigEndian
  }

  private static func decoded(_ bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8)
    }
    // A truncated file may end in half a character.
    if bytes.count % 2 == 1 { units.append(0xFFFD) }
    if units.first == 0xFEFF { units.removeFirst() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  // MARK: Windows-1252

  /// Whether invalid UTF-8 is Windows-1252 rather than damaged UTF-8: hardly any non-ASCII byte is
  /// part of a valid UTF-8 character, and no byte is undefined in Windows-1252.
  private static func isWindows1252(_ bytes: [UInt8]) -> Bool {
    guard var invalid = SourceText.firstInvalid(bytes, from: 0) else { return false }
    guard !bytes.contains(where: { $0 < 0x80 ? $0 < 9 : signs[Int($0) - 0x80] == 0 }) else {
      return false
    }
    var wrong = 0
    var right = 0
    var start = 0
    while true {
      right += bytes[start..<invalid].count { $0 >= 0xC2 }
      wrong += 1
      start = invalid + 1
      guard let next = SourceText.firstInvalid(bytes, from: start) else { break }
      invalid = next
    }
    right += bytes[start...].count { $0 >= 0xC2 }
    return right * 4 < wrong
  }

  private static func decodedWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = byte < 0x80 ? UInt32(byte) : signs[Int(byte) - 0x80]
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
  }

  /// The characters of the bytes from 0x80 on (WHATWG, index-windows-1252); 0 for the five
  /// undefined ones.
  private static let signs: [UInt32] =
    [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
      0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ] + Array(0xA0...0xFF)
}

extension [UInt8] {
  /// The bytes without the byte order mark of UTF-8.
  fileprivate var withoutByteOrderMark: [UInt8] {
    starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self
  }
}
