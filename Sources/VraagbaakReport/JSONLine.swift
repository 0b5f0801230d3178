internal import FoundationEssentials

/// JSON in Vraagbaak's form.
public enum JSONLine {
  /// A value on one line, with keys in alphabetical order, so that equal values give equal text.
  /// Characters that a terminal might obey, or at which a program might end the line, are escaped:
  /// the JSON is safe to print and loses nothing.
  ///
  /// - Parameter value: the value.
  /// - Returns: the line, without a line feed.
  /// - Throws: What `JSONEncoder` throws.
  public static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    func isEscaped(_ scalar: Unicode.Scalar) -> Bool { scalar.isHarmful || scalar.endsLines }
    guard text.unicodeScalars.contains(where: isEscaped) else { return text }
    var clean = ""
    for scalar in text.unicodeScalars {
      if isEscaped(scalar) {
        let digits = String(scalar.value, radix: 16)
        clean += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        clean.unicodeScalars.append(scalar)
      }
    }
    return clean
  }
}
