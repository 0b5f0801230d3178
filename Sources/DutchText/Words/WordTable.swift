/// Some hundreds of words with a value each. Most words looked up are not in it: a bit filter
/// (Bloom, 1970) rejects nearly all of them before the word is copied and hashed.
struct WordTable<Value: Sendable>: Sendable {
  let entries: [[UInt8]: Value]
  private var filter: [UInt64]

  private static var bits: Int { 1 << 13 }

  init(_ entries: [[UInt8]: Value]) {
    self.entries = entries
    filter = Array(repeating: 0, count: Self.bits / 64)
    for word in entries.keys {
      let bit = Self.bit(word)
      filter[bit / 64] |= 1 << UInt64(bit % 64)
    }
  }

  /// A hash of the length, the first two letters and the last two.
  @inline(__always)
  private static func bit<Word: RandomAccessCollection<UInt8>>(_ word: Word) -> Int
  where Word.Index == Int {
    guard word.count > 1 else { return word.first.map(Int.init) ?? 0 }
    let (start, end) = (word.startIndex, word.endIndex)
    var hash = UInt32(word[start]) &* 31 &+ UInt32(word[start + 1])
    hash = (hash &* 31 &+ UInt32(word[end - 2])) &* 31 &+ UInt32(word[end - 1])
    hash = (hash &* 31 &+ UInt32(truncatingIfNeeded: word.count)) &* 0x9E37_79B1
    return Int(hash >> 19)
  }

  /// The value of a word, if it has one.
  @inline(__always)
  subscript<Word: RandomAccessCollection<UInt8>>(word: Word) -> Value? where Word.Index == Int {
    let bit = Self.bit(word)
    guard filter[bit / 64] >> UInt64(bit % 64) & 1 == 1 else { return nil }
    return entries[Array(word)]
  }

  /// Whether the table has a word.
  @inline(__always)
  func contains<Word: RandomAccessCollection<UInt8>>(_ word: Word) -> Bool
  where Word.Index == Int { self[word] != nil }
}

/// A set of words.
typealias WordSet = WordTable<Void>

extension WordSet {
  init(_ words: some Sequence<[UInt8]>) {
    self.init(Dictionary(words.map { ($0, ()) }) { one, _ in one })
  }
}
