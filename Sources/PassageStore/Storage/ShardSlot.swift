/// One shard that is being written, with its waiting work.
struct ShardSlot {
  typealias Work = Task<Result<Void, IndexError>, Never>

  let writer: ShardWriter
  /// Changes not yet handed to the writer.
  private(set) var waiting: [Change] = []
  private(set) var waitingPassages = 0
  /// The writer's current and waiting work, in order. After a failure the rest is skipped.
  var work: [Work] = []
  var passagesSinceCommit = 0

  init(_ writer: ShardWriter) { self.writer = writer }

  /// Adds a change to the next batch.
  mutating func append(_ change: Change) {
    waiting.append(change)
    waitingPassages += change.passages
    passagesSinceCommit += change.passages
  }

  mutating func takeWaiting() -> [Change] {
    defer {
      waiting = []
      waitingPassages = 0
    }
    return waiting
  }

  /// Adds work after the waiting work.
  mutating func enqueue(_ body: @escaping @Sendable (ShardWriter) async -> Result<Void, IndexError>)
  {
    let (writer, before) = (writer, work.last)
    work.append(
      Work {
        switch await before?.value {
        case .failure(let error): .failure(error)
        case .success, nil: await body(writer)
        }
      })
  }
}
