/// Removes Markdown syntax.
enum Markdown {
  /// Whether the lines look like Markdown: headings or bold text.
  static func isLikely(_ lines: [RawLine]) -> Bool {
    lines.prefix(2000).contains { line in
      let bytes = Array(line.text.utf8.prefix(400))
      if level(bytes) > 0 { return true }
      guard let bold = Ascii.find("**", in: bytes), bold + 2 < bytes.count else { return false }
      return bytes[bold + 2] != Ascii.space && bytes[bold + 2] != UInt8(ascii: "*")
    }
  }

  /// A line without heading signs and emphasis, with escapes and entities decoded; `<br>` becomes a
  /// space and `<sup>1</sup>` becomes ¹.
  static func plain(_ text: String) -> String {
    guard hasSyntax(text) else { return text.trimmed }
    var bytes = Array(text.utf8)
    // Converters write small print as a block quotation.
    if bytes.starts(with: "> ".utf8) { bytes.removeFirst(2) }
    let level = level(bytes)
    if level > 0 { bytes.removeFirst(level) }
    guard bytes.contains(where: isSign) else {
      return String(decoding: bytes, as: UTF8.self).trimmed
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < bytes.count && isPunctuation(bytes[index + 1]):
        output.append(bytes[index + 1])
        index += 2
        continue
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        let end = run(of: byte, in: bytes, from: index)
        if !isEmphasis(bytes, index, end) { output.append(contentsOf: bytes[index..<end]) }
        index = end
        continue
      case UInt8(ascii: "<"):
        if let (end, replacement) = element(bytes, at: index) {
          output.append(contentsOf: replacement)
          index = end
          continue
        }
      case UInt8(ascii: "&"):
        if let (end, replacement) = entity(bytes, at: index) {
          output.append(contentsOf: replacement)
          index = end
          continue
        }
      default: break
      }
      output.append(byte)
      index += 1
    }
    return String(decoding: output, as: UTF8.self).trimmed
  }

  /// Whether a text has a sign of Markdown.
  private static func hasSyntax(_ text: String) -> Bool {
    if let first = text.utf8.first, Ascii.isOne(first, of: ">#") { return true }
    var text = text
    return text.withUTF8 { $0.contains(where: isSign) }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "<"),
      UInt8(ascii: "&"):
      true
    default: false
    }
  }

  /// The length in bytes of the heading signs at the start, with their space.
  private static func level(_ bytes: [UInt8]) -> Int {
    let signs = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(signs) else { return 0 }
    if bytes.count == signs { return signs }
    return bytes[signs] == Ascii.space ? signs + 1 : 0
  }

  private static func run(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return end
  }

  /// Whether one to three signs open or close emphasis. Underscores inside a word or an address are
  /// text, and a sign between spaces is a bullet or a mark.
  private static func isEmphasis(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end - start <= 3 else { return false }
    let before = start == 0 ? Ascii.space : bytes[start - 1]
    let after = end == bytes.count ? Ascii.space : bytes[end]
    if before == Ascii.space && after == Ascii.space { return false }
    if bytes[start] == UInt8(ascii: "*") { return true }
    let opens = before == Ascii.space || before == Ascii.open || before == 0xAB
    let closes = after == Ascii.space || isPunctuation(after) && after != UInt8(ascii: "/")
    return opens != closes || start == 0 || end == bytes.count
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !Ascii.isLetter(byte) && !Ascii.isDigit(byte)
  }

  private static func element(_ bytes: [UInt8], at start: Int) -> (Int, [UInt8])? {
    if Ascii.hasPrefix(bytes, at: start, "<br>") { return (start + 4, [Ascii.space]) }
    if Ascii.hasPrefix(bytes, at: start, "<br/>") { return (start + 5, [Ascii.space]) }
    guard Ascii.hasPrefix(bytes, at: start, "<sup>") else { return nil }
    var scanner = TextScanner(bytes: bytes, at: start + 5)
    scanner.skip(" *_[")
    guard let number = scanner.takeNumber(digits: 3) else { return nil }
    scanner.skip(" *_]")
    guard scanner.take("</sup>") else { return nil }
    return (scanner.at, Array(Superscript.digits(number).utf8))
  }

  private static func entity(_ bytes: [UInt8], at start: Int) -> (Int, [UInt8])? {
    let known = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " ")]
    for (name, sign) in known where Ascii.hasPrefix(bytes, at: start, name) {
      return (start + name.utf8.count, Array(sign.utf8))
    }
    return nil
  }
}
