import Synchronization

/// A count that a run's events raise and its stop reads, on whatever thread.
final class Counter: Sendable {
  private let value = Atomic(0)

  var count: Int {
    get { value.load(ordering: .sequentiallyConsistent) }
    set { value.store(newValue, ordering: .sequentiallyConsistent) }
  }
}
