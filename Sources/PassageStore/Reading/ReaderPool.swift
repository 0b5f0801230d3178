internal import Glibc
internal import Kamervragen
internal import Synchronization

/// Processes that read documents within limits of time and memory. A document that breaks its
/// reader harms nothing else. A process is made when it is needed and reused for further documents.
///
/// The program must call `ReaderService.run()`, and nothing else, when started with the pool's
/// arguments; `vraagbaak read-documents` does.
public final class ReaderPool: Sendable {
  private let program: ChildProgram
  private let idle = Mutex<[ReaderProcess]>([])

  /// The most time by the clock for a document. One that takes longer within its processor time is
  /// waiting for a busy machine.
  private static let wallTime = Duration.seconds(60)

  /// The largest encoded set that is accepted, in bytes.
  private static let outputLimit = 32 << 20

  /// Makes a pool. No process is started yet.
  ///
  /// - Parameters:
  ///   - program: the path of a program.
  ///   - arguments: the arguments that make it call `ReaderService.run()`.
  public init(program: String, arguments: [String] = [ReaderService.command]) {
    // The child needs this environment too: it may say where the libraries are.
    var child = ChildProgram(program: program, arguments: arguments)
    child.environment = nil
    self.program = child
  }

  /// Reads documents with one process while that lives; if it ends, the first document without an
  /// answer is the cause. Any number of threads may call this at once; each has its own process.
  ///
  /// - Parameters: as for `DocumentReader.read`. Several documents must be small together, because
  ///   all are sent before the first answer is read.
  func read(
    _ requests: [ReadRequest], isStopped: @Sendable () -> Bool,
    _ body: (Int, Result<QuestionSet, ReadError>) -> Void
  ) {
    var place = 0
    var tries = 0
    func finish(_ result: Result<QuestionSet, ReadError>) {
      body(place, result)
      place += 1
      tries = 0
    }
    while place < requests.count {
      guard !isStopped() else {
        finish(.failure(.stopped))
        continue
      }
      let reader: ReaderProcess
      do throws(ReadError) {
        reader = try self.reader(isFresh: tries > 0)
      } catch {
        finish(.failure(error))
        continue
      }
      var isLast = false
      do throws(ReaderProcess.Failure) {
        try reader.answers(
          to: requests[place...], wallTime: Self.wallTime, outputLimit: Self.outputLimit,
          isStopped: isStopped
        ) { answer in
          finish(answer.result)
          isLast = answer.isLast
          return !isLast
        }
        if !isLast { idle.withLock { $0.append(reader) } }
      } catch {
        // The child has reported the library it lacks. No run can do without it, so this process
        // ends too.
        if case .ended(.exited(ReaderService.libraryCode)) = error {
          _exit(ReaderService.libraryCode)
        }
        // The breakdown may come from an earlier document, or be chance; a fresh process shows.
        if tries == 0, error.isBreakdown {
          tries += 1
        } else {
          finish(.failure(Self.error(error)))
        }
      }
    }
  }

  private func reader(isFresh: Bool) throws(ReadError) -> ReaderProcess {
    if !isFresh, let reader = idle.withLock({ $0.popLast() }) { return reader }
    do {
      return try ReaderProcess(program)
    } catch {
      let reason =
        switch error {
        case .notStarted(let number): systemMessage(number)
        default: "\(program.program) ontbreekt"
        }
      throw .shortage(reason: "een leesproces start niet: \(reason)")
    }
  }

  private static func error(_ failure: ReaderProcess.Failure) -> ReadError {
    let limits = ReaderService.Limits.standard
    return switch failure {
    case .stopped: .stopped
    case .tooSlow:
      .shortage(
        reason: "het lezen is na \(wallTime.components.seconds) seconden nog niet klaar")
    case .tooMuchOutput:
      .tooCostly(reason: "het levert meer dan \(outputLimit) bytes op")
    case .ended(.killed(SIGXCPU)):
      .tooCostly(reason: "het lezen kost meer dan \(limits.processorSeconds) seconden rekentijd")
    case .ended(.exited(ReaderService.memoryCode)):
      .tooCostly(reason: "het lezen kost meer dan \(limits.memory >> 20) MB geheugen")
    case .ended(.exited(let code)):
      .shortage(reason: "een leesproces is niet op gang gekomen (code \(code))")
    case .ended(.killed(let signal)) where ReadError.isShortage(signal: signal):
      .shortage(reason: "het leesproces is van buiten gestopt (signaal \(signal))")
    case .ended(.killed(let signal)):
      .tooCostly(reason: "het leesproces loopt erop vast (signaal \(signal))")
    }
  }
}

extension ReaderProcess.Failure {
  /// Whether the process ended in a way that no limit explains.
  fileprivate var isBreakdown: Bool {
    switch self {
    case .ended(.exited(ReaderService.memoryCode)), .ended(.killed(SIGXCPU)): false
    case .ended: true
    case .tooSlow, .tooMuchOutput, .stopped: false
    }
  }
}
