import PassageIndex
import VraagbaakReport

/// The version of the command.
let version = "0.1.0"

/// One command of `vraagbaak`: its arguments become a plain value before anything is opened.
protocol Subcommand {
  /// The word that calls it.
  static var name: String { get }
  /// What it does, in half a line.
  static var summary: String { get }
  /// What its help says besides its options.
  static var help: Help { get }
  /// Every option that it knows.
  static var options: [Option<Self>] { get }

  /// The command without options and operands.
  init()

  /// Takes the arguments that are no options, after the options.
  mutating func take(operands: [String]) throws(UsageError)

  /// Does the work: results to `console`'s output, everything else to its error stream.
  func run(_ console: Console) async throws -> ExitCode

  /// What the system must have before it begins.
  static var capacity: Capacity { get }

  /// The exit code of this command for a failure: `search` and `show` know only "error".
  static func failure(_ code: ExitCode) -> ExitCode

  /// Whether it opens an index, so that a damaged one may be why it crashes.
  static var usesIndex: Bool { get }

  /// Makes a crash of this process end with a message and an exit code. A command whose process may
  /// crash on purpose calls `CrashHandler.leaveToSystem` instead.
  func handleCrashes()
}

extension Subcommand {
  /// The whole help text.
  static var helpText: String { help.text(of: name, declarations) }

  /// A command takes no operands, unless it says how.
  mutating func take(operands: [String]) throws(UsageError) {
    if let extra = operands.first {
      throw UsageError("\(Self.name) verwacht niets meer, ook geen '\(extra)'")
    }
  }

  static var capacity: Capacity { Capacity() }

  static func failure(_ code: ExitCode) -> ExitCode { code }

  static var usesIndex: Bool { true }

  func handleCrashes() {
    let cause =
      Self.usesIndex
      ? "door een fout in het programma of een beschadigde index; 'vraagbaak check' zegt of de "
        + "index in orde is"
      : "door een fout in het programma"
    CrashHandler.install(
      message: "vraagbaak \(Self.name): gestopt \(cause)",
      code: Self.failure(Self.usesIndex ? .inputOutput : .internalError))
  }
}

/// What is said of an error that ends a command, in Dutch.
func message(of error: any Error) -> String {
  (error as? IndexError)?.dutch ?? "\(error)"
}

/// The exit codes of the contract; from 64 to 78 they are those of sysexits.h.
enum ExitCode: Int32 {
  case ok = 0
  case nothingFound = 1
  case error = 2
  case usage = 64
  case dataRefused = 65
  case noInput = 66
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case incompatible = 78
  case interrupted = 130
  case terminated = 143

  /// The code for an error that no command handled itself.
  init(_ error: any Error) {
    guard let error = error as? IndexError else {
      let isOutside = error is FileError || error is AliasError || error is Capacity.Shortage
      self = isOutside ? .inputOutput : .internalError
      return
    }
    switch error {
    case .missing, .noPrevious: self = .noInput
    case .busy: self = .busy
    case .incompatible: self = .incompatible
    case .cannotCreate: self = .cannotCreate
    case .inputOutput, .damaged, .inconsistent, .badStub, .endlessStub, .unreachable:
      self = .inputOutput
    case .unexpected, .unsound: self = .internalError
    }
  }
}
