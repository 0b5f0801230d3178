import Glibc
import Kamervragen
import PassageIndex

/// `vraagbaak check`: whether the index is sound.
struct CheckCommand: Subcommand {
  static let name = "check"
  static let summary = "controleert of de index gaaf is"
  static var capacity: Capacity { Capacity(descriptors: 32, threads: 2, megabytes: 128) }
  static let help = """
    gebruik: vraagbaak check [opties]

    Controleert de bestanden van de database, of alles er nog staat zoals het geschreven is, of elke
    passage bij een bestand hoort en elk bestand al zijn passages heeft, en van een steekproef van de bestanden, opnieuw gelezen, of de index
    woord voor woord heeft wat erin staat. Een bestand dat sindsdien gewijzigd of verdwenen is,
    wordt genoemd en is geen fout. Er kan ondertussen gezocht worden, maar geen run schrijven.

    \(IndexLocation.help)
      --wait SECONDEN  wacht zo lang als een run de index bezet houdt
      --quiet          zeg niets als de index gaaf is

    Eindcodes: 0 gaaf; 65 niet gaaf; 66 er is geen index; 74 leesfout; 75 bezet; 78 andere versie;
    130 en 143 gestopt tijdens het wachten.
    """

  private let index: String
  private let lockTimeout: Int
  private let isQuiet: Bool
  /// Whether this is the process that another one of this command has started.
  private let isInner: Bool

  init(_ arguments: consuming ArgumentReader) throws(UsageError) {
    var arguments = arguments
    index = try IndexLocation.resolve(&arguments)
    lockTimeout = try arguments.number("wait", in: 0...86_400, default: 0)
    isQuiet = arguments.flag("quiet")
    isInner = arguments.flag(CheckProcess.option)
    try arguments.finishWithoutOperands(of: Self.name)
  }

  func handleCrashes() {
    // Which signal it was tells the one that started it.
    guard !isInner else { return CrashHandler.leaveToSystem() }
    CrashHandler.install(
      message: "vraagbaak check: gestopt door een fout in het programma of een beschadigde index",
      code: .dataRefused)
  }

  func run(_ console: Console) async throws -> ExitCode {
    if !isInner, let end = CheckProcess.run(inner) { return code(for: end, console) }
    if isInner { CheckProcess.limit(bytes: IndexCheck.checkedBytes(path: index)) }
    return try check(console)
  }

  /// The arguments of the process that does the work.
  private var inner: [String] {
    [Self.name, "--index=\(index)", "--wait=\(lockTimeout)", "--\(CheckProcess.option)"]
      + (isQuiet ? ["--quiet"] : [])
  }

  private func code(for end: ProcessEnd, _ console: Console) -> ExitCode {
    switch end {
    case .exited(let code): return ExitCode(rawValue: code) ?? .internalError
    case .killed(SIGINT): return .interrupted
    case .killed(SIGTERM): return .terminated
    case .killed(SIGKILL):
      console.error(
        "vraagbaak check: de controle is van buiten beëindigd (signaal 9), misschien omdat het geheugen op was"
      )
      return .inputOutput
    case .killed(let signal):
      console.error(
        """
        vraagbaak check: de index \(index) is beschadigd: de controle kon er niet doorheen (signaal \(signal)); \
        'vraagbaak index --rebuild PAD' maakt hem opnieuw
        """)
      return .dataRefused
    }
  }

  private func check(_ console: Console) throws -> ExitCode {
    if lockTimeout > 0 { StopSignal.listen() }
    let check: IndexCheck
    do {
      check = try IndexCheck.run(
        path: index, lockTimeout: lockTimeout, reader: Reading.reader(),
        isStopped: { StopSignal.received != nil })
    } catch {
      guard case .busy = error, let code = StopSignal.exitCode else { throw error }
      console.error("vraagbaak check: gestopt tijdens het wachten: \(error)")
      return code
    }
    for problem in check.problems { console.error("vraagbaak check: \(problem)") }
    for server in check.unreachable {
      console.error("vraagbaak check: \(server): controleer de bestanden op die machine zelf")
    }
    if !isQuiet { for remark in check.remarks { console.error("vraagbaak check: \(remark)") } }
    guard check.isSound else { return .dataRefused }
    if !isQuiet {
      console.print(
        "gaaf: \(check.passages) passages uit \(check.sources) bestanden; \(check.compared) daarvan opnieuw "
          + "gelezen en vergeleken")
    }
    return .ok
  }
}
