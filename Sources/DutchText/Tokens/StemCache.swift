/// A word of at most 16 bytes in two registers, the first byte lowest.
struct PackedWord: Hashable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  static let maximumLength = 16

  @inline(__always)
  mutating func set(_ byte: UInt8, at index: Int) {
    if index < 8 {
      low |= UInt64(byte) << UInt64(8 * index)
    } else {
      high |= UInt64(byte) << UInt64(8 * (index - 8))
    }
  }

  @inline(__always)
  func byte(at index: Int) -> UInt8 {
    UInt8(
      truncatingIfNeeded: index < 8 ? low >> UInt64(8 * index) : high >> UInt64(8 * (index - 8)))
  }
}

/// The stems of recent words. Half of all running words are the same few hundred. So a small table
/// that forgets is faster than stemming each word, while a large one that keeps them all is slower.
struct StemCache: Sendable {
  private struct Entry {
    var word = PackedWord()
    var stem = PackedWord()
    var stemLength: UInt8 = 0
  }

  /// A power of two: 16,384 entries are 640 kB.
  private static let size = 16384
  private var entries: [Entry] = []
  /// The number of words seen before the table is allocated, which does not pay off for a query.
  private var met = 0
  private static let minimumMet = 200

  @inline(__always)
  private func place(of word: PackedWord) -> Int {
    let mixed = (word.low ^ (word.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 40) & (Self.size - 1)
  }

  /// The stem of a word, if it is cached.
  @inline(__always)
  func stem(of word: PackedWord) -> (stem: PackedWord, length: Int)? {
    guard !entries.isEmpty else { return nil }
    let entry = entries[place(of: word)]
    return entry.word == word ? (entry.stem, Int(entry.stemLength)) : nil
  }

  /// Adds the stem of a word in place of another.
  mutating func add(_ word: PackedWord, stem bytes: [UInt8]) {
    guard bytes.count <= PackedWord.maximumLength else { return }
    if entries.isEmpty {
      met += 1
      guard met > Self.minimumMet else { return }
      entries = Array(repeating: Entry(), count: Self.size)
    }
    var stem = PackedWord()
    for (index, byte) in bytes.enumerated() { stem.set(byte, at: index) }
    entries[place(of: word)] = Entry(word: word, stem: stem, stemLength: UInt8(bytes.count))
  }
}
