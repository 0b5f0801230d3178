/// One shard of a generation that is written, with what it has still to do.
struct ShardSlot {
  typealias Work = Task<Result<Void, IndexError>, Never>

  let writer: ShardWriter
  /// What is still to be handed to the writer.
  private(set) var waiting: [Change] = []
  private(set) var waitingPassages = 0
  /// What the writer does and is to do after that, in order; nothing is done after something that
  /// failed.
  var work: [Work] = []
  var passagesSinceCommit = 0

  init(_ writer: ShardWriter) { self.writer = writer }

  /// Adds what is to be written with the next batch.
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

  /// Lets the writer do something after what it has to do already.
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
