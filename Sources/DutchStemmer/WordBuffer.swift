/// A word being stemmed: its bytes, its regions, and the questions and commands of the steps.
///
/// A *position* is a number of bytes from the beginning of the word, and lies between two letters.
/// Where the publication moves a cursor, a question here takes a position and returns the next one.
/// The commands return `true`, so that a rule reads like the published one: `inR1(end) &&
/// endsInC(end) && delete(from: end)`.
struct WordBuffer: ~Copyable {
  /// The word in UTF-8, and after `limit` what has been deleted.
  private var bytes: [UInt8]

  /// The position at the end of the word.
  private(set) var limit: Int

  /// Where the region R1 begins; see `measure()`.
  var p1 = 0

  /// Where the region R2 begins; see `measure()`.
  var p2 = 0

  /// Makes an empty word.
  init() {
    bytes = []
    limit = 0
  }

  /// Exchanges the whole word for that of the caller.
  ///
  /// The storage has one owner throughout, so it is never copied.
  mutating func exchange(with word: inout [UInt8]) {
    if limit < bytes.count { bytes.removeSubrange(limit...) }
    swap(&bytes, &word)
    limit = bytes.count
  }
}

// MARK: - Questions

extension WordBuffer {
  /// Whether the word ends in one of these ASCII letters: a quick no for a step.
  @inline(__always)
  func ends(inOneOf letters: StaticString) -> Bool {
    limit > 0 && bytes[limit - 1].isOne(of: letters)
  }

  /// Where this ending begins, if the word ends in it: one alternative of the publication's
  /// `[substring] among`.
  ///
  /// A step asks for a longer ending before a shorter one that it contains, and decides by the
  /// first that fits: if the conditions of that one fail, no other ending is tried.
  @inline(__always)
  func ending(_ text: StaticString) -> Int? {
    match(text, before: limit)
  }

  /// Where this text begins, if it stands immediately before the position.
  @inline(__always)
  func match(_ text: StaticString, before position: Int) -> Int? {
    let start = position - text.utf8CodeUnitCount
    guard start >= 0 else { return nil }
    return text.withUTF8Buffer { text in
      // From the end: the letter before the position is the one that mostly differs.
      for index in text.indices.reversed() where bytes[start + index] != text[index] { return nil }
      return start
    }
  }

  /// Where this text ends, if it stands immediately after the position.
  @inline(__always)
  func match(_ text: StaticString, after position: Int) -> Int? {
    let end = position + text.utf8CodeUnitCount
    guard end <= limit else { return nil }
    return text.withUTF8Buffer { text in
      for index in text.indices where bytes[position + index] != text[index] { return nil }
      return end
    }
  }

  /// The letter immediately before the position; none at the beginning of the word.
  @inline(__always)
  func letter(before position: Int) -> Letter? {
    guard position > 0 else { return nil }
    var start = position - 1
    if bytes[start] >= 0x80 {
      while start > 0, bytes[start] < 0xC0, bytes[start - 1] >= 0x80 { start -= 1 }
    }
    return letter(start, position)
  }

  /// The letter immediately after the position; none at the end of the word.
  @inline(__always)
  func letter(after position: Int) -> Letter? {
    guard position < limit else { return nil }
    var end = position + 1
    if bytes[position] >= 0x80 {
      while end < limit, 0x80..<0xC0 ~= bytes[end] { end += 1 }
    }
    return letter(position, end)
  }

  @inline(__always)
  private func letter(_ start: Int, _ end: Int) -> Letter {
    let first = bytes[start]
    if first < 0x80 { return Letter(base: first, start: start, end: end) }
    let accented = first == 0xC3 && end - start == 2
    let base = accented ? Letter.base(ofAccented: bytes[start + 1]) : 0
    return Letter(base: base, start: start, end: end)
  }
}

// MARK: - Commands

extension WordBuffer {
  /// Deletes everything from the position to the end of the word: the publication's `delete`.
  @discardableResult
  mutating func delete(from position: Int) -> Bool {
    limit = position
    return true
  }

  /// Replaces everything from the position to the end of the word by a text: the publication's
  /// `<-`.
  @discardableResult
  mutating func replace(from position: Int, with text: StaticString) -> Bool {
    limit = position
    return attach(text)
  }

  /// Appends a text to the word: the publication's `attach`.
  @discardableResult
  mutating func attach(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { for byte in $0 { append(byte) } }
    return true
  }

  /// Inserts a copy of a letter of the word at a later position: the publication's `insert`.
  mutating func insert(_ letter: Letter, at position: Int) {
    let length = letter.end - letter.start
    for _ in 0..<length { append(0) }
    var index = limit - 1
    while index >= position + length {
      bytes[index] = bytes[index - length]
      index -= 1
    }
    for offset in 0..<length { bytes[position + offset] = bytes[letter.start + offset] }
  }

  /// Overwrites the bytes after the position with a text of the same length.
  mutating func overwrite(from position: Int, with text: StaticString) {
    text.withUTF8Buffer { text in
      for index in text.indices { bytes[position + index] = text[index] }
    }
  }

  /// Deletes the bytes between two positions.
  mutating func delete(from start: Int, to end: Int) {
    bytes.removeSubrange(start..<end)
    limit -= end - start
  }

  private mutating func append(_ byte: UInt8) {
    if limit < bytes.count { bytes[limit] = byte } else { bytes.append(byte) }
    limit += 1
  }
}
