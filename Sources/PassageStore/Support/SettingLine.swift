/// A line of a file of settings: `key = value`. A `#` at the beginning of a line or after a space
/// begins a remark.
package struct SettingLine: Sendable, Hashable {
  /// The number of the line, from 1.
  package let number: Int
  package let content: Content

  /// What a line says.
  package enum Content: Sendable, Hashable {
    /// The value may be empty.
    case setting(key: String, value: String)
    /// It is not UTF-8, or has control characters.
    case notText
    /// It has no equals sign.
    case noSetting
  }

  /// The lines of a file that are neither empty nor a remark.
  package static func lines(of bytes: [UInt8]) -> [SettingLine] {
    // Editors of Windows begin a file with a mark.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { place, line in
      content(of: line).map { SettingLine(number: place + 1, content: $0) }
    }
  }

  private static func content(of bytes: ArraySlice<UInt8>) -> Content? {
    guard let line = String(validating: bytes, as: UTF8.self), !bytes.contains(where: isControl)
    else { return .notText }
    let content = withoutRemark(line)
    guard !content.isEmpty else { return nil }
    let parts = content.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return .noSetting }
    return .setting(key: trimmed(parts[0]), value: trimmed(parts[1]))
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\r") || byte == 0x7F
  }

  /// A line without its remark and the spaces around what is left.
  private static func withoutRemark(_ line: String) -> String {
    var before: Character = " "
    for place in line.indices {
      if line[place] == "#", before.isWhitespace { return trimmed(line[..<place]) }
      before = line[place]
    }
    return trimmed(line[...])
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
