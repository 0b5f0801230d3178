internal import CXXHash

/// How often each word occurs in some texts: a hash table with open addressing.
///
/// A word is known by a digest of 64 bits. The digests have a seed of their own in each process, so
/// no text can be made whose words all lie in one place of the table.
struct WordCounts {
  private var slots: [Slot]

  private struct Slot {
    var digest: UInt64 = 0
    /// 0 for a free slot.
    var count = 0
  }

  private static let seed = UInt64.random(in: 0...UInt64.max)

  /// Counts the words of texts, each given by its bytes and the ranges of its words.
  init(_ texts: [(bytes: [UInt8], words: [Range<Int>])]) {
    let words = texts.reduce(0) { $0 + $1.words.count }
    var capacity = 16
    while capacity < words * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    for text in texts {
      text.bytes.withUnsafeBytes { bytes in
        for word in text.words {
          let digest = Self.digest(UnsafeRawBufferPointer(rebasing: bytes[word]))
          let place = place(of: digest)
          slots[place].digest = digest
          slots[place].count += 1
        }
      }
    }
  }

  /// How often a word occurs.
  func count(of word: ArraySlice<UInt8>) -> Int {
    slots[place(of: word.withUnsafeBytes(Self.digest))].count
  }

  private static func digest(_ word: UnsafeRawBufferPointer) -> UInt64 {
    XXH3_64bits_withSeed(word.baseAddress, word.count, seed)
  }

  /// The slot of a digest, or the free one to put it. Half the slots are free.
  private func place(of digest: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: digest) & mask
    while slots[place].count > 0, slots[place].digest != digest { place = (place + 1) & mask }
    return place
  }
}
