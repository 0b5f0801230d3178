import Glibc
import Kamervragen
import PassageIndex
import VraagbaakReport

/// `vraagbaak check`: checks whether the index is sound.
struct CheckCommand: Subcommand {
  static let name = "check"
  static let summary = "controleert of de index in orde is"
  static var capacity: Capacity { Capacity(descriptors: 32, threads: 2, megabytes: 128) }
  static var help: Help {
    Help(
      usage: ["[opties]"],
      description: [
        "Controleert de bestanden van de database, of alles er nog staat zoals het geschreven is, "
          + "of elke passage bij een bestand hoort en elk bestand al zijn passages heeft. Leest "
          + "een steekproef van de bestanden opnieuw en vergelijkt of de index woord voor woord "
          + "heeft wat erin staat. Een bestand dat sindsdien gewijzigd of verdwenen is, wordt "
          + "genoemd en is geen fout. Ondertussen kan er gezocht worden, maar een run moet wachten."
      ],
      exitCodes: [
        ([.ok], "in orde"), ([.dataRefused], "niet in orde"), ([.noInput], "er is geen index"),
        ([.inputOutput], "leesfout"), ([.busy], "de index is bezet"),
        ([.incompatible], "gemaakt met een andere versie"),
        ([.interrupted, .terminated], "gestopt tijdens het wachten"),
      ])
  }

  static var options: [Option<CheckCommand>] {
    IndexLocation.options.within(\.location) + [
      .number(
        "wait", "SECONDEN", in: 0...86_400, "wacht ten hoogste zo lang tot de index vrij is",
        sets: \.lockTimeout),
      .flag("quiet", "zeg niets als de index in orde is", sets: \.isQuiet),
      .flag(CheckProcess.option, nil, sets: \.isInner),
    ]
  }

  private var location = IndexLocation()
  private var lockTimeout = 0
  private var isQuiet = false
  /// Whether `check` itself started this process.
  private var isInner = false

  func handleCrashes() {
    // The process that started this one reads the signal.
    guard !isInner else { return CrashHandler.leaveToSystem() }
    CrashHandler.install(
      message: "vraagbaak check: gestopt door een fout in het programma of een beschadigde index",
      code: .dataRefused)
  }

  func run(_ console: Console) async throws -> ExitCode {
    let index = try location.path()
    if !isInner, let end = CheckProcess.run(inner(index)) { return code(for: end, index, console) }
    if isInner { CheckProcess.limit(bytes: IndexCheck.checkedBytes(path: index)) }
    return try check(index, console)
  }

  /// The arguments of the process that does the work.
  private func inner(_ index: String) -> [String] {
    [Self.name, "--index=\(index)", "--wait=\(lockTimeout)", "--\(CheckProcess.option)"]
      + (isQuiet ? ["--quiet"] : [])
  }

  private func code(for end: ProcessEnd, _ index: String, _ console: Console) -> ExitCode {
    switch end {
    case .exited(let code): return ExitCode(rawValue: code) ?? .internalError
    case .killed(SIGINT): return .interrupted
    case .killed(SIGTERM): return .terminated
    case .killed(SIGKILL):
      console.error(
        "vraagbaak check: de controle is van buiten beëindigd (signaal 9), misschien omdat het "
          + "geheugen op was"
      )
      return .inputOutput
    case .killed(let signal):
      console.error(
        "vraagbaak check: de index \(index) is beschadigd: de controle kon er niet doorheen "
          + "(signaal \(signal)); 'vraagbaak index --rebuild PAD' maakt hem opnieuw")
      return .dataRefused
    }
  }

  private func check(_ index: String, _ console: Console) throws -> ExitCode {
    if lockTimeout > 0 { StopSignal.listen() }
    let check: IndexCheck
    do {
      check = try IndexCheck.run(
        path: index, lockTimeout: lockTimeout, reader: Reading.reader(),
        isStopped: { StopSignal.received != nil })
    } catch {
      guard case .busy = error, let code = StopSignal.exitCode else { throw error }
      console.error("vraagbaak check: gestopt tijdens het wachten: \(error.dutch)")
      return code
    }
    for problem in check.problems { console.error("vraagbaak check: \(problem.dutch)") }
    for server in check.unreachable {
      console.error("vraagbaak check: \(server): controleer de bestanden op die machine zelf")
    }
    if !isQuiet {
      for remark in check.remarks { console.error("vraagbaak check: \(remark.dutch)") }
    }
    guard check.isSound else { return .dataRefused }
    if !isQuiet {
      console.print(
        "in orde: \(counted(check.passages, "passage", "passages")) uit "
          + "\(counted(check.sources, "bestand", "bestanden")); \(check.compared) daarvan opnieuw "
          + "gelezen en vergeleken")
    }
    return .ok
  }
}
