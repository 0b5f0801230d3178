import FoundationEssentials

extension JSONEncoder {
  /// How this command writes JSON: keys in alphabetical order, so that equal values are equal text.
  static var forOutput: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
