internal import Dispatch
internal import Synchronization

/// A thread on which some writers do their work, one thing after the other.
///
/// A commit waits for the disk: on one of the few threads that tasks share nothing else would run
/// meanwhile. And it is always the same thread, since the allocator keeps for each what it has
/// freed: the buffers of a database that is written now on one and then on another thread took half
/// as much again.
final class WritingThread: SerialExecutor {
  private let jobs = Jobs()

  init() {
    // The queue has a thread as long as this runs.
    DispatchQueue(label: "WritingThread").async { [jobs] in jobs.run() }
  }

  deinit { jobs.add(nil) }

  func enqueue(_ job: consuming ExecutorJob) {
    jobs.add((UnownedJob(job), asUnownedSerialExecutor()))
  }

  private final class Jobs: Sendable {
    typealias Job = (UnownedJob, UnownedSerialExecutor)
    /// In order; nil is the end.
    private let waiting = Mutex<[Job?]>([])
    private let count = DispatchSemaphore(value: 0)

    func add(_ job: Job?) {
      waiting.withLock { $0.append(job) }
      count.signal()
    }

    func run() {
      while let (job, executor) = next() { job.runSynchronously(on: executor) }
    }

    private func next() -> Job? {
      count.wait()
      return waiting.withLock { $0.removeFirst() }
    }
  }
}
