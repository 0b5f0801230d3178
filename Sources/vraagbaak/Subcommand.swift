import Alerts
import PassageIndex
import VraagbaakReport

/// What a command takes besides options, so that a shell can complete it.
enum Operands {
  case none
  case files
  /// Words and fields of a query.
  case query
  /// Sets and passages, by any citation.
  case references
  /// Names of commands.
  case commands
}

/// A command of `vraagbaak`. Its arguments are parsed into a plain value before anything is opened.
protocol Subcommand {
  /// Its name on the command line.
  static var name: String { get }
  /// What it does, in half a line of Dutch.
  static var summary: String { get }
  /// Its help, except the options.
  static var help: Help { get }
  /// All its options.
  static var options: [Option<Self>] { get }
  /// What it takes besides options.
  static var operands: Operands { get }

  /// Makes the command without options and operands.
  init()

  /// Takes the operands, after the options were set.
  mutating func take(operands: [String]) throws(UsageError)

  /// Does the work. Results go to standard output, everything else to standard error.
  func run(_ console: Console) async throws -> ExitCode

  /// The system resources that it needs before it begins.
  static var capacity: Capacity { get }

  /// The exit code of this command for a failure: `search` and `show` have only "error".
  static func failure(_ code: ExitCode) -> ExitCode

  /// Whether it opens an index, so that a damaged one may cause a crash.
  static var usesIndex: Bool { get }

  /// Makes a crash of this process end with a message and an exit code. A command whose process may
  /// crash on purpose calls `CrashHandler.leaveToSystem` instead.
  func handleCrashes()
}

extension Subcommand {
  /// The whole help text, in lines of at most `width` columns; wide ones are hard to read.
  static func helpText(width: Int) -> String {
    help.text(of: name, declarations, width: min(width, 96))
  }

  static var operands: Operands { .none }

  /// By default a command takes no operands.
  mutating func take(operands: [String]) throws(UsageError) {
    if let extra = operands.first {
      throw UsageError("\(Self.name) kent alleen opties; '\(extra)' hoort er niet bij")
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

/// The Dutch message for an error that ends a command.
func message(of error: any Error) -> String {
  (error as? IndexError)?.dutch ?? "\(error)"
}

/// The documented exit codes; 64 to 78 are those of sysexits.h.
enum ExitCode: Int32 {
  case ok = 0
  case nothingFound = 1
  case error = 2
  case usage = 64
  case dataRefused = 65
  case noInput = 66
  case unavailable = 69
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
      if error is AlertsBusy { self = .busy }
      if error is AlertFileError { self = .dataRefused }
      if error is KnownState.Damage { self = .inputOutput }
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
