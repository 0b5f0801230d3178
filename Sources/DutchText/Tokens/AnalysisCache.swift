internal import CXXHash

/// The analyses of recent words, so that each is done once. It grows up to a bound, and then
/// forgets the words not seen since it was last full. It contains no objects, since a run looks up
/// millions of words.
struct AnalysisCache: Sendable {
  /// The place of a cached word in the records.
  typealias Record = AnalysisTable.Record

  /// The words seen since the cache was last full, and those seen before that.
  private var young = AnalysisTable()
  private var old = AnalysisTable()

  /// The record of a word in lower case without diacritics, if it is cached.
  @inline(__always)
  mutating func record(of word: UnsafeBufferPointer<UInt8>) -> Record? {
    let hash = AnalysisTable.hash(of: word)
    return young.record(of: word, hash) ?? renewed(word, hash)
  }

  /// Adds the analysis of a word.
  mutating func add(
    _ word: UnsafeBufferPointer<UInt8>, _ analysis: MorphologicalAnalysis
  ) -> Record {
    makeRoom()
    return young.add(word, AnalysisTable.hash(of: word), analysis)
  }

  /// Moves a word from the old ones to the young ones, if it is there.
  private mutating func renewed(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Record? {
    guard let known = old.bytes(of: word, hash).map(Array.init) else { return nil }
    makeRoom()
    return young.add(known, hash)
  }

  private mutating func makeRoom() {
    guard young.isFull else { return }
    swap(&young, &old)
    young.removeAll()
  }

  /// The bytes of a term of a record.
  @inline(__always)
  func bytes(_ term: Range<Int>) -> ArraySlice<UInt8> { young.records[term] }

  /// Takes the next part of a record: its place in the word, its term, and whether it is several
  /// parts joined.
  @inline(__always)
  func nextPart(of record: inout Record) -> (
    place: Range<Int>, term: Range<Int>, isJoined: Bool
  ) {
    young.nextPart(of: &record)
  }
}

/// Some words and their analyses.
struct AnalysisTable: Sendable {
  struct Record {
    /// The term, as a range of the records; empty if it is the word itself.
    var term: Range<Int>
    fileprivate(set) var partCount: Int
    fileprivate var next: Int
  }

  private struct Slot {
    var hash: UInt32 = 0
    /// Where the record begins, from 1; 0 if there is none.
    var record: UInt32 = 0
  }

  private static let minimumSlots = 1 << 9
  private static let maximumSlots = 1 << 16
  private static let maximumBytes = 2 << 20

  /// A power of two, at most half of them in use.
  private var slots: [Slot] = []
  private var count = 0
  /// For each word: its length and bytes; the length and bytes of its term, none if it is the word
  /// itself; the number of its parts; and for each part its begin and end in the word, whether it
  /// is several parts joined, and the length and bytes of its term. Each length is one byte.
  fileprivate private(set) var records: [UInt8] = []

  var isFull: Bool { count >= Self.maximumSlots / 2 || records.count > Self.maximumBytes }

  mutating func removeAll() {
    for place in slots.indices { slots[place] = Slot() }
    records.removeAll(keepingCapacity: true)
    count = 0
  }

  @inline(__always)
  static func hash(of word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: XXH3_64bits(word.baseAddress, word.count))
  }

  @inline(__always)
  func record(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Record? {
    start(of: word, hash).map(record)
  }

  /// The bytes of the record of a word.
  func bytes(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> ArraySlice<UInt8>? {
    guard let start = start(of: word, hash) else { return nil }
    var record = record(start)
    while record.partCount > 0 { _ = nextPart(of: &record) }
    return records[start..<record.next]
  }

  @inline(__always)
  func nextPart(of record: inout Record) -> (
    place: Range<Int>, term: Range<Int>, isJoined: Bool
  ) {
    let at = record.next
    let term = at + 4..<at + 4 + Int(records[at + 3])
    record.partCount -= 1
    record.next = term.upperBound
    return (Int(records[at])..<Int(records[at + 1]), term, records[at + 2] == 1)
  }

  /// Where the record of a word begins.
  @inline(__always)
  private func start(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int? {
    let mask = slots.count - 1
    guard mask > 0 else { return nil }
    var place = Int(hash) & mask
    while slots[place].record != 0 {
      let slot = slots[place]
      if slot.hash == hash {
        let at = Int(slot.record) - 1
        if Int(records[at]) == word.count,
          records[at + 1..<at + 1 + word.count].elementsEqual(word)
        {
          return at
        }
      }
      place = (place + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func record(_ start: Int) -> Record {
    let term = start + 2 + Int(records[start])
    let end = term + Int(records[term - 1])
    return Record(term: term..<end, partCount: Int(records[end]), next: end + 1)
  }

  mutating func add(
    _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32, _ analysis: MorphologicalAnalysis
  ) -> Record {
    let start = records.count
    let isOwn = analysis.term.elementsEqual(word)
    records.append(UInt8(word.count))
    records.append(contentsOf: word)
    records.append(isOwn ? 0 : UInt8(clamping: analysis.term.count))
    if !isOwn { records.append(contentsOf: analysis.term.prefix(255)) }
    let parts = (analysis.parts + analysis.joinedParts).prefix(255)
    records.append(UInt8(parts.count))
    for (number, part) in parts.enumerated() {
      records.append(UInt8(clamping: part.range.lowerBound))
      records.append(UInt8(clamping: part.range.upperBound))
      records.append(number < analysis.parts.count ? 0 : 1)
      records.append(UInt8(clamping: part.term.count))
      records.append(contentsOf: part.term.prefix(255))
    }
    return insert(start, hash)
  }

  /// Adds a record of another table.
  mutating func add(_ bytes: [UInt8], _ hash: UInt32) -> Record {
    let start = records.count
    records += bytes
    return insert(start, hash)
  }

  private mutating func insert(_ start: Int, _ hash: UInt32) -> Record {
    if count >= slots.count / 2 { grow() }
    insert(Slot(hash: hash, record: UInt32(start + 1)))
    count += 1
    return record(start)
  }

  private mutating func insert(_ slot: Slot) {
    let mask = slots.count - 1
    var place = Int(slot.hash) & mask
    while slots[place].record != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let slots = slots
    self.slots = Array(repeating: Slot(), count: max(Self.minimumSlots, slots.count * 2))
    for slot in slots where slot.record != 0 { insert(slot) }
  }
}
