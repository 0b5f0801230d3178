import Alerts
import Glibc
import Kamervragen
import PassageIndex
import VraagbaakReport

/// `vraagbaak alert`: saved searches, and telling what is new for them.
struct AlertCommand: Subcommand {
  static let name = "alert"
  static let summary = "bewaart zoekvragen en vertelt per mail of Atom wat er nieuw is"
  static var help: Help {
    Help(
      usage: [
        "add NAAM [opties] ZOEKVRAAG…", "add NAAM [opties] --answered ID", "list [opties]",
        "show NAAM", "remove NAAM", "run [opties]",
      ],
      description: [
        "'add' bewaart een zoekvraag of volgt wat er van vragen wordt; 'run', na elke run van "
          + "'vraagbaak index', vertelt wat er sinds de vorige keer nieuw is: nieuwe vragen, vragen "
          + "die nu beantwoord zijn, uitstel, en gewijzigde of ingetrokken publicaties. Een "
          + "zoekvraag geeft alleen wat alle woorden heeft.",
        "Zonder --mail en --atom schrijft 'run' het nieuws op de uitvoer. Elke attendering is een "
          + "tekstbestand NAAM.alert, dat ook met de hand geschreven mag worden.",
        "Niets wordt twee keer verteld en niets gaat verloren: mail die niet bezorgd kan worden, "
          + "verstuurt de volgende run.",
      ],
      exitCodes: [
        ([.ok], "gelukt"), ([.usage], "verkeerd gebruik"),
        ([.dataRefused], "een bestand van een attendering is niet begrepen; de andere zijn gedaan"),
        ([.noInput], "er is geen index, of geen attendering met deze naam"),
        ([.cannotCreate], "kan niet gemaakt worden, of bestaat al"),
        (
          [.inputOutput],
          "een bericht is niet bezorgd en blijft bewaard, of lezen of schrijven mislukte"
        ),
        ([.busy], "een andere run is bezig"),
        ([.incompatible], "een andere versie heeft de index gemaakt"),
        ([.interrupted, .terminated], "gestopt door een signaal"),
      ],
      examples: [
        "vraagbaak alert add kaas --mail griffie@example.nl kaas export",
        "vraagbaak alert add zaak --mail griffie@example.nl --answered 2024Z16543",
        "vraagbaak alert run --dry-run",
      ])
  }

  static let operands = Operands.query

  static var options: [Option<AlertCommand>] {
    IndexLocation.options.within(\.location) + AlertLocation.options.within(\.place) + [
      .texts("mail", "ADRES", "add: wie mail krijgt (mag meer dan eens)", addsTo: \.mail),
      .file("atom", "BESTAND", "add: het Atom-bestand dat bijgewerkt wordt", sets: \.atom),
      .text(
        "answered", "ID",
        "add: volg of deze vragen beantwoord, uitgesteld of ingetrokken worden; een ID is wat "
          + "'vraagbaak show' aanneemt", sets: \.answered),
      .flag(
        "dry-run", "run: toon wat er verteld zou worden, en verstuur en onthoud niets",
        sets: \.isDry),
    ] + MessageOptions.options.within(\.messages) + [
      .number(
        "wait", "SECONDEN", in: 0...86_400, "wacht zo lang op een andere run (0)",
        sets: \.lockTimeout),
      .choice("format", "VORM", "list, show: text (standaard) of json", sets: \.format),
      .file("report", "BESTAND", "run: schrijf het verslag als JSON", sets: \.report),
      .flag("quiet", "run: toon alleen wat misging", sets: \.isQuiet),
      .flag("verbose", "run: noem elke attendering met nieuws", sets: \.isVerbose),
    ]
  }

  private enum Format: String, CaseIterable { case text, json }
  private enum Action: Hashable {
    case add(String, Alert.Subject), list, show(String), remove(String), run
  }

  private var location = IndexLocation()
  private var place = AlertLocation()
  private var mail: [String] = []
  private var atom: String?
  private var answered: String?
  private var isDry = false
  private var messages = MessageOptions()
  private var lockTimeout = 0
  private var format = Format.text
  private var report: String?
  private var isQuiet = false
  private var isVerbose = false
  private var action = Action.list

  static var capacity: Capacity { Capacity(descriptors: 16) }

  // MARK: Arguments

  mutating func take(operands: [String]) throws(UsageError) {
    let expected = "geef add, list, show, remove of run"
    guard let verb = operands.first else { throw UsageError(expected) }
    let rest = Array(operands.dropFirst())
    switch verb {
    case "add": action = try addition(rest)
    case "list", "run":
      guard rest.isEmpty else {
        throw UsageError("'\(rest[0].withoutControls)' hoort niet bij alert \(verb)")
      }
      action = verb == "list" ? .list : .run
    case "show", "remove":
      guard rest.count == 1 else { throw UsageError("geef één naam na alert \(verb)") }
      action = verb == "show" ? .show(try name(rest[0])) : .remove(try name(rest[0]))
    default: throw UsageError("\(expected), niet '\(verb.withoutControls)'")
    }
  }

  /// Refuses options of another action, which would seem to have done something.
  private func checkOptions() throws(UsageError) {
    if case .add = action {
    } else if !mail.isEmpty || atom != nil || answered != nil {
      throw UsageError("--mail, --atom en --answered horen bij alert add")
    }
    if action != .run, isDry { throw UsageError("--dry-run hoort bij alert run") }
  }

  private func name(_ text: String) throws(UsageError) -> String {
    guard Alert.isName(text) else {
      throw UsageError(
        "een naam heeft alleen letters, cijfers, - en _, ten hoogste 64; niet "
          + "'\(text.withoutControls)'")
    }
    return text
  }

  private mutating func addition(_ operands: [String]) throws(UsageError) -> Action {
    guard let first = operands.first else { throw UsageError("geef een naam na alert add") }
    let name = try name(first)
    for address in mail where !Alert.isAddress(address) {
      throw UsageError(
        "--mail verwacht een adres als naam@voorbeeld.nl, niet '\(address.withoutControls)'")
    }
    if let atom {
      guard !atom.isEmpty, !atom.hasSuffix("/"), atom == AlertFile.value(of: atom) else {
        throw UsageError("--atom verwacht het pad van een bestand, zonder dubbele spaties of ' #'")
      }
      self.atom = try Self.absolute(atom)
    }
    let query = operands.dropFirst().joined(separator: " ")
    guard let answered else {
      guard operands.count > 1 else {
        throw UsageError("geef een zoekvraag na de naam, of --answered ID")
      }
      let value = AlertFile.value(of: query)
      guard !value.isEmpty else { throw UsageError("de zoekvraag heeft geen woord") }
      return .add(name, .query(value))
    }
    guard operands.count == 1 else {
      throw UsageError("geef een zoekvraag of --answered ID, niet allebei")
    }
    let reference = AlertFile.value(of: answered)
    guard !reference.isEmpty else { throw UsageError("--answered verwacht een ID") }
    return .add(name, .answered(reference))
  }

  private static func absolute(_ path: String) throws(UsageError) -> String {
    guard !path.hasPrefix("/") else { return path }
    guard let current = getcwd(nil, 0) else { throw UsageError("geef een heel pad bij --atom") }
    defer { free(current) }
    return String(cString: current) + "/" + path
  }

  // MARK: Running

  func run(_ console: Console) async throws -> ExitCode {
    try checkOptions()
    let index = try location.path()
    let directory = try place.directory(of: index)
    switch action {
    case .add(let name, let subject): return try add(name, subject, directory, index, console)
    case .list:
      let (alerts, refused) = directory.alerts()
      let list = AlertList(alerts, refused: refused, try directory.knownState())
      for error in refused { console.error("vraagbaak alert: \(error)") }
      try print(list, list.lines, console)
      return refused.isEmpty ? .ok : .dataRefused
    case .show(let name):
      guard let alert = try directory.alert(named: name) else { return missing(name, console) }
      let list = AlertList([alert], refused: [], try directory.knownState())
      try print(list, list.details, console)
      return .ok
    case .remove(let name):
      guard access(directory.file(of: name), F_OK) == 0 else { return missing(name, console) }
      let lock = try directory.locked(timeout: lockTimeout)
      let isRemoved = directory.remove(name)
      lock.release()
      return isRemoved ? .ok : missing(name, console)
    case .run: return try runAlerts(directory, index, console)
    }
  }

  private func print(_ list: AlertList, _ lines: [String], _ console: Console) throws {
    switch format {
    case .json: console.print(try JSONLine.of(list))
    case .text: for line in lines { console.print(line) }
    }
  }

  private func missing(_ name: String, _ console: Console) -> ExitCode {
    console.error("vraagbaak alert: er is geen attendering \(name)")
    return .noInput
  }

  private func add(
    _ name: String, _ subject: Alert.Subject, _ directory: AlertDirectory, _ index: String,
    _ console: Console
  ) throws -> ExitCode {
    var reader: IndexReader?
    do throws(IndexError) {
      reader = try IndexLocation.reader(of: index)
    } catch {
      guard case .missing = error else { throw error }
    }
    let addition = AlertAddition(subject, in: reader)
    guard let subject = try addition.checkedSubject() else {
      throw UsageError(
        "\(addition.subject.dutch.withoutControls) staat niet in de index en is geen zaaknummer of "
          + "kenmerk")
    }
    if let atom {
      for other in [index, directory.path] where FileAccess.lies(atom, in: other) {
        throw UsageError("--atom \(atom) ligt in \(other); daar schrijft alleen vraagbaak zelf")
      }
      var status = stat()
      if stat(atom, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        throw UsageError("--atom \(atom) is een map")
      }
    }
    try directory.create()
    let lock = try directory.locked(timeout: lockTimeout)
    guard access(directory.file(of: name), F_OK) != 0 else {
      console.error(
        "vraagbaak alert: de attendering \(name) bestaat al; 'vraagbaak alert remove \(name)' "
          + "verwijdert die")
      return .cannotCreate
    }
    let alert = Alert(
      name: name, subject: subject, mail: mail, atom: atom, added: Timestamp.today)
    guard AlertFile.isSmallEnough(alert) else { throw UsageError("de zoekvraag is te lang") }
    try directory.begin(with: reader)
    try directory.write(alert)
    lock.release()
    for line in try addition.lines() { console.error(line) }
    if mail.isEmpty, atom == nil {
      console.error("zonder --mail en --atom schrijft 'alert run' het nieuws op de uitvoer")
    }
    return .ok
  }

  private func runAlerts(
    _ directory: AlertDirectory, _ index: String, _ console: Console
  ) throws -> ExitCode {
    var options = AlertRun.Options(index: index, directory: directory)
    try messages.set(&options)
    options.isDry = isDry
    options.lockTimeout = lockTimeout
    StopSignal.listen { _ in }
    var record = AlertRunRecord(options, exitCode: ExitCode.internalError.rawValue)
    let run = AlertRun(options, isStopped: { StopSignal.received != nil }) { text in
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        console.print(String(line))
      }
      return console.finish()
    }
    do {
      let summary = try run.run { try IndexLocation.reader(of: index) }
      let code = code(for: summary)
      record.end(exitCode: code.rawValue, summary)
      show(summary, console)
      try write(record)
      return code
    } catch {
      record.end(exitCode: ExitCode(error).rawValue, error: message(of: error))
      try write(record)
      throw error
    }
  }

  private func write(_ record: AlertRunRecord) throws {
    if let report { try FileAccess.replace(report, with: try JSONLine.of(record) + "\n") }
  }

  private func code(for summary: AlertSummary) -> ExitCode {
    if let code = StopSignal.exitCode { return code }
    if !summary.failures.isEmpty { return .inputOutput }
    return summary.refused.isEmpty ? .ok : .dataRefused
  }

  private func show(_ summary: AlertSummary, _ console: Console) {
    for refused in summary.refused { console.error("vraagbaak alert: \(refused)") }
    for failure in summary.failures { console.error("vraagbaak alert: \(failure)") }
    guard !isQuiet, !isDry else { return }
    if isVerbose {
      for told in summary.told { console.error("vraagbaak alert: \(told.alert): \(told.summary)") }
    }
    if summary.isWorthALine || isVerbose || console.showsProgress {
      console.error("vraagbaak alert: \(summary.dutch)")
    }
  }
}
