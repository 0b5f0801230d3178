internal import Glibc
internal import Kamervragen
internal import Synchronization

/// Processes that read documents, each document within limits: whatever a document does to its
/// reader, it costs no more than that, and nothing else is harmed. A process is used for one
/// document after another, and made when one is needed.
///
/// The program has to call `ReaderService.run()` when it is started with the arguments that the
/// pool gives it, and do nothing else; the command `vraagbaak read-documents` does.
public final class ReaderPool: Sendable {
  private let program: ChildProgram
  private let idle = Mutex<[ReaderProcess]>([])

  /// How long a document may take by the clock. What takes longer without using up its processor
  /// time waits for a busy machine.
  private static let wallTime = Duration.seconds(60)

  /// The most that a set may have when it comes back, in bytes.
  private static let outputLimit = 32 << 20

  /// Makes a pool. No process is started yet.
  ///
  /// - Parameters:
  ///   - program: the path of a program.
  ///   - arguments: what makes it call `ReaderService.run()`.
  public init(program: String, arguments: [String] = [ReaderService.command]) {
    // It is this program, which may have been given where its libraries are.
    var child = ChildProgram(program: program, arguments: arguments)
    child.environment = nil
    self.program = child
  }

  /// Reads some documents with one process, as long as that lasts: a document that ends it is the
  /// one that it was at. Any number of threads may ask at once; each has a process of its own.
  ///
  /// - Parameters: As of `DocumentReader.read`. What is sent together has to be small, but for a
  ///   document by itself: the process answers while it is still sent.
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
        // It has said which library it lacks. A run without it would be none, so this process ends
        // like that one.
        if case .ended(.exited(ReaderService.libraryCode)) = error {
          _exit(ReaderService.libraryCode)
        }
        // A process that broke down may have suffered from an earlier document, or by chance. A
        // fresh one tells.
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
      .tooCostly(reason: "het leesproces gaat eraan stuk (signaal \(signal))")
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
