public import PassageStore
internal import Synchronization
internal import Xapian

/// Readers of one index for several threads, such as those of a server.
///
/// A thread borrows a reader, and waits for one if all are in use. More readers than processors are
/// no faster. A reader that is lent reads the latest state of the index: a commit, a rebuild or a
/// rollback is seen by the next that borrows one. An index that is missing or damaged is an error
/// until it is there again.
public final class SearchPool: Sendable {
  private let path: String
  private let timeout: Double
  private let cacheDirectory: String?
  private let slots: [Slot]
  /// Where the next thread begins to look, so that not all wait for the same reader.
  private let next = Atomic(0)
  /// The state that was opened last.
  private let latest = Mutex<(stamp: IndexStamp, state: IndexState)?>(nil)

  private final class Slot: Sendable {
    let open = Mutex<OpenReader?>(nil)
  }

  /// A reader, and what the files showed before it was opened.
  private struct OpenReader {
    let reader: IndexReader
    let stamp: IndexStamp
  }

  /// Makes a pool. It opens the index when a reader is first borrowed.
  ///
  /// - Parameters:
  ///   - path: as for `IndexReader`.
  ///   - count: the number of readers, at least one.
  ///   - timeout: as for `IndexReader`.
  ///   - cacheDirectory: as for `IndexReader`.
  public init(path: String, count: Int, timeout: Double = 10, cacheDirectory: String? = nil) {
    self.path = path
    self.timeout = timeout
    self.cacheDirectory = cacheDirectory
    slots = (0..<max(1, count)).map { _ in Slot() }
  }

  /// Lends a reader to a piece of work.
  ///
  /// - Parameter work: what to do with it; the reader must not leave it.
  /// - Returns: what the work returns.
  /// - Throws: what `IndexReader` throws when it is opened, and what the work throws.
  public func withReader<Value: Sendable>(
    _ work: @Sendable (IndexReader) throws(IndexError) -> Value
  ) throws(IndexError) -> Value {
    let first = next.wrappingAdd(1, ordering: .relaxed).oldValue
    for offset in slots.indices {
      let slot = (UInt(bitPattern: first) &+ UInt(offset)) % UInt(slots.count)
      if let done = slots[Int(slot)].open.withLockIfAvailable({ result(of: work, &$0) }) {
        return try done.get()
      }
    }
    let slot = Int(UInt(bitPattern: first) % UInt(slots.count))
    return try slots[slot].open.withLock { result(of: work, &$0) }.get()
  }

  /// The latest state of the index, without a reader; nil if it must be opened to know, or if a
  /// part of it is on a server.
  public func knownState() -> IndexState? {
    guard let now = IndexStamp(path: path) else { return nil }
    return latest.withLock { latest in latest?.stamp == now ? latest?.state : nil }
  }

  // MARK: Opening

  private func result<Value: Sendable>(
    of work: @Sendable (IndexReader) throws(IndexError) -> Value, _ slot: inout OpenReader?
  ) -> Result<Value, IndexError> {
    do throws(IndexError) {
      return .success(try work(try presentReader(&slot)))
    } catch {
      // The files may look the same after the damage is mended, or a server is back.
      slot = nil
      return .failure(error)
    }
  }

  /// The reader of a slot, opened again if the index has changed.
  private func presentReader(_ slot: inout OpenReader?) throws(IndexError) -> IndexReader {
    let now = IndexStamp(path: path)
    if let open = slot, open.stamp == now {
      if open.stamp.hasServers { try open.reader.advance() }
      return open.reader
    }
    slot = nil
    let open = try opened()
    slot = open
    return open.reader
  }

  private func opened() throws(IndexError) -> OpenReader {
    // What the files show before must be what they show after. While a run commits all the time
    // that may fail; then the next that borrows the reader opens it again.
    for _ in 0..<Self.maximumTries {
      let stamp = IndexStamp(path: path)
      let reader = try IndexReader(path: path, timeout: timeout, cacheDirectory: cacheDirectory)
      guard let stamp else { continue }
      if stamp == IndexStamp(path: path) {
        if let state = try reader.state() { latest.withLock { $0 = (stamp, state) } }
        return OpenReader(reader: reader, stamp: stamp)
      }
    }
    guard let stamp = IndexStamp(path: path) else { throw .missing(path: path) }
    let reader = try IndexReader(path: path, timeout: timeout, cacheDirectory: cacheDirectory)
    return OpenReader(reader: reader, stamp: stamp)
  }

  private static let maximumTries = 3
}

extension IndexReader {
  /// The state that is read now. It changes only if later commits have overwritten it, to a later
  /// one. Nil if a part of the index is on a server.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  public func state() throws(IndexError) -> IndexState? { try index.state() }

  /// Continues with the latest commit.
  func advance() throws(IndexError) {
    try index.onDatabase { () throws(XapianError) in try index.database.advance() }
  }
}
