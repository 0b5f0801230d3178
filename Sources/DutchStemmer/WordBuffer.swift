/// A word on its way to its stem: its bytes, its regions, and what the steps may ask and do.
///
/// A *position* is a number of bytes from the beginning of the word and stands between two characters.
/// Where the publication moves a cursor, a question here takes a position and answers with the next
/// one. The commands answer `true`, so that a rule reads like the published one:
/// `inR1(end) && endsInC(end) && delete(from: end)`.
///
/// A character is one byte that does not continue another (`10xxxxxx`), with the continuation bytes
/// after it. That is a character of UTF-8 wherever the bytes are valid, and it divides all others too.
struct WordBuffer: ~Copyable {
  /// The word in UTF-8.
  var bytes: [UInt8]

  /// Where the region R1 begins; see `measure()`.
  var p1 = 0

  /// Where the region R2 begins; see `measure()`.
  var p2 = 0

  init(bytes: consuming [UInt8]) {
    self.bytes = bytes
  }
}

// MARK: - Questions

extension WordBuffer {
  /// The position after the last character.
  var limit: Int { bytes.count }

  /// Whether the word ends in one of these ASCII characters: a quick no for a step.
  @inline(__always)
  func ends(inOneOf characters: StaticString) -> Bool {
    guard let last = bytes.last else { return false }
    return characters.withUTF8Buffer { $0.contains(last) }
  }

  /// Where this ending begins, if the word ends in it: the publication's `[substring]`, one alternative
  /// of it.
  ///
  /// A step asks for a longer ending before a shorter one that it contains, and decides by the first
  /// that fits: if the conditions of that one fail, no other ending is tried.
  @inline(__always)
  func ending(_ text: StaticString) -> Int? {
    match(text, before: limit)
  }

  /// Where this text begins, if it stands immediately before the position.
  @inline(__always)
  func match(_ text: StaticString, before position: Int) -> Int? {
    let start = position - text.utf8CodeUnitCount
    return stands(text, at: start) ? start : nil
  }

  /// Where this text ends, if it stands immediately after the position.
  @inline(__always)
  func match(_ text: StaticString, after position: Int) -> Int? {
    stands(text, at: position) ? position + text.utf8CodeUnitCount : nil
  }

  @inline(__always)
  private func stands(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      // From the end, where endings with the same beginning differ.
      var index = text.count - 1
      while index >= 0 {
        guard bytes[start + index] == text[index] else { return false }
        index -= 1
      }
      return true
    }
  }

  /// The character immediately before the position; none at the beginning of the word.
  @inline(__always)
  func letter(before position: Int) -> Letter? {
    guard position > 0 else { return nil }
    var start = position - 1
    while start > 0, bytes[start].continuesCharacter { start -= 1 }
    return Letter(scalar: scalar(start, position), start: start, end: position)
  }

  /// The character immediately after the position; none at the end of the word.
  @inline(__always)
  func letter(after position: Int) -> Letter? {
    guard position < bytes.count else { return nil }
    var end = position + 1
    while end < bytes.count, bytes[end].continuesCharacter { end += 1 }
    return Letter(scalar: scalar(position, end), start: position, end: end)
  }

  /// The scalar between two positions if it is one of U+0000–U+007F or U+00C0–U+00FF, the only ones
  /// that the algorithm tells apart, and U+FFFD for all others.
  @inline(__always)
  private func scalar(_ start: Int, _ end: Int) -> Unicode.Scalar {
    let first = bytes[start]
    if first < 0x80, end - start == 1 { return Unicode.Scalar(first) }
    if first == 0xC3, end - start == 2 { return Unicode.Scalar(bytes[start + 1] + 0x40) }
    return "\u{FFFD}"
  }
}

extension UInt8 {
  @inline(__always)
  fileprivate var continuesCharacter: Bool { self & 0xC0 == 0x80 }
}

// MARK: - Commands

extension WordBuffer {
  /// Takes away all from the position to the end of the word: the publication's `delete`.
  @discardableResult
  mutating func delete(from position: Int) -> Bool {
    bytes.removeSubrange(position...)
    return true
  }

  /// Puts a text in the place of all from the position to the end of the word: the publication's `<-`.
  @discardableResult
  mutating func replace(from position: Int, with text: StaticString) -> Bool {
    bytes.removeSubrange(position...)
    return attach(text)
  }

  /// Puts a text at the end of the word.
  @discardableResult
  mutating func attach(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    return true
  }
}
