internal import Dispatch
internal import Synchronization

/// A thread on which one or more writers work in turn.
///
/// A commit waits for the disk, and would block one of the few threads that tasks share. It is
/// always the same thread because the allocator keeps freed memory per thread: buffers written on
/// changing threads took half as much again.
final class WritingThread: SerialExecutor {
  private let jobs = Jobs()

  init() {
    // The queue has its thread until `run` returns.
    DispatchQueue(label: "WritingThread").async { [jobs] in jobs.run() }
  }

  deinit { jobs.add(nil) }

  func enqueue(_ job: consuming ExecutorJob) {
    jobs.add((UnownedJob(job), asUnownedSerialExecutor()))
  }

  private final class Jobs: Sendable {
    typealias Job = (UnownedJob, UnownedSerialExecutor)
    /// In order; nil ends the thread.
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
