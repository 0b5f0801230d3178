public import PassageStore
internal import Synchronization

/// Readers of one index for several threads, such as those of a server.
///
/// A thread borrows a reader, and waits for one if all are in use. More readers than processors are
/// no faster. A reader sees the index as it was when the pool was made, or a later state if that
/// was overwritten: after a run of `index`, make a new pool.
public final class SearchPool: Sendable {
  private let slots: [Slot]
  /// Where the next thread begins to look, so that not all wait for the same reader.
  private let next = Atomic(0)

  private final class Slot: Sendable {
    let reader: Mutex<IndexReader>

    init(path: String, timeout: Double, cacheDirectory: String?) throws(IndexError) {
      reader = Mutex(
        try IndexReader(path: path, timeout: timeout, cacheDirectory: cacheDirectory))
    }
  }

  /// Opens an index a number of times.
  ///
  /// - Parameters:
  ///   - path: as for `IndexReader`.
  ///   - count: the number of readers, at least one.
  ///   - timeout: as for `IndexReader`.
  ///   - cacheDirectory: as for `IndexReader`.
  /// - Throws: what `IndexReader` throws.
  public init(
    path: String, count: Int, timeout: Double = 10, cacheDirectory: String? = nil
  ) throws(IndexError) {
    slots = try (0..<max(1, count)).map { _ throws(IndexError) in
      try Slot(path: path, timeout: timeout, cacheDirectory: cacheDirectory)
    }
  }

  /// Lends a reader to a piece of work.
  ///
  /// - Parameter work: what to do with it; the reader must not leave it.
  /// - Returns: what the work returns.
  /// - Throws: what the work throws.
  public func withReader<Value: Sendable>(
    _ work: @Sendable (IndexReader) throws(IndexError) -> Value
  ) throws(IndexError) -> Value {
    let first = next.wrappingAdd(1, ordering: .relaxed).oldValue
    for offset in slots.indices {
      let slot = slots[Int((UInt(bitPattern: first) &+ UInt(offset)) % UInt(slots.count))]
      if let done = slot.reader.withLockIfAvailable({ reader in Self.result(of: work, reader) }) {
        return try done.get()
      }
    }
    let slot = slots[Int(UInt(bitPattern: first) % UInt(slots.count))]
    return try slot.reader.withLock { reader in Self.result(of: work, reader) }.get()
  }

  private static func result<Value: Sendable>(
    of work: @Sendable (IndexReader) throws(IndexError) -> Value, _ reader: IndexReader
  ) -> Result<Value, IndexError> {
    do throws(IndexError) {
      return .success(try work(reader))
    } catch {
      return .failure(error)
    }
  }
}
