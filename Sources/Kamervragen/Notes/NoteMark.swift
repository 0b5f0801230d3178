/// The printed mark of a footnote, in a text of the passage that has the note.
public struct NoteMark: Sendable, Hashable {
  /// The mark as the footnote has it: `1`, `a`, `*`.
  public let mark: String
  /// The byte range of the mark in the text, with the brackets of `[1]`.
  public let range: Range<Int>

  /// The marks in a text, in order: raised digits, a number in brackets or before a closing bracket
  /// behind a sentence ("? 1)"), a letter in brackets, a sign.
  ///
  /// - Parameters:
  ///   - text: the text of a question or an answer.
  ///   - footnotes: the footnotes of its passage. Other marks are not looked for.
  /// - Returns: the marks.
  public static func all(in text: String, of footnotes: [Footnote]) -> [NoteMark] {
    let wanted = Set(footnotes.map(\.mark))
    guard !wanted.isEmpty else { return [] }
    var marks = Marks.all(in: text).map { NoteMark(mark: "\($0.number)", range: $0.range) }
      .filter { wanted.contains($0.mark) }
    let bytes = Array(text.utf8)
    for mark in wanted where !mark.isEmpty && !mark.utf8.allSatisfy(Ascii.isDigit) {
      let isLetter = mark.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
      marks += ranges(of: Array(mark.utf8), in: bytes).filter { range in
        isLetter ? isBracketed(range, bytes) : isAlone(range, bytes)
      }.map { NoteMark(mark: mark, range: $0) }
    }
    return marks.map { mark in
      guard isBracketed(mark.range, bytes) else { return mark }
      return NoteMark(
        mark: mark.mark, range: mark.range.lowerBound - 1..<mark.range.upperBound + 1)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func ranges(of mark: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at + mark.count <= bytes.count {
      if bytes[at..<at + mark.count].elementsEqual(mark) {
        ranges.append(at..<at + mark.count)
        at += mark.count
      } else {
        at += 1
      }
    }
    return ranges
  }

  private static func isBracketed(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "[")
      && range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "]")
  }

  /// Whether a sign is behind something, and not one of several: `*` is not the mark in `**`.
  private static func isAlone(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard range.lowerBound > 0, bytes[range.lowerBound - 1] > Ascii.space,
      let last = bytes[range].last
    else { return false }
    return bytes[range.lowerBound - 1] != last
      && (range.upperBound == bytes.count || bytes[range.upperBound] != last)
  }
}
