import FoundationEssentials

/// JSON as this command writes it.
enum JSONOutput {
  /// A value on one line: keys in alphabetical order, so that equal values are equal text. A character that a terminal
  /// might obey is written as an escape, so that JSON can be looked at and still says what the document says.
  static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    guard text.unicodeScalars.contains(where: \.isHarmful) else { return text }
    var clean = ""
    for scalar in text.unicodeScalars {
      if scalar.isHarmful {
        let digits = String(scalar.value, radix: 16)
        clean += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        clean.unicodeScalars.append(scalar)
      }
    }
    return clean
  }
}
