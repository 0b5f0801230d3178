import Glibc
import Harvest
import Kamervragen
import PassageIndex
import VraagbaakReport

/// `vraagbaak harvest`: brings a directory in line with what the official sources have.
struct HarvestCommand: Subcommand {
  static let name = "harvest"
  static let summary = "haalt publicaties op bij de officiële bronnen"
  static var help: Help {
    Help(
      usage: ["[opties] [MAP]", "--verify [MAP]"],
      description: [
        "Haalt alle Kamervragen (vragen, uitstelberichten en antwoorden, van beide Kamers) op bij "
          + "de officiële bronnen en bewaart ze in MAP, waaruit 'vraagbaak index' leest. De "
          + "nieuwste dagen gaan voor; wat er daarna van oudere dagen nog ontbreekt, komt run na "
          + "run. Een run mag altijd afgebroken worden: de volgende gaat verder. Zonder MAP geldt "
          + "harvest in de configuratie (\(Configuration.standardPath)).",
        "De bronnen worden rustig gevraagd: één aanvraag tegelijk, met pauzes. Ze horen te weten "
          + "wie er vraagt, dus --contact is verplicht (of contact in de configuratie).",
      ],
      notes: [
        "Alleen de vier officiële adressen en deze machine zelf worden gevraagd. De documentatie "
          + "(docs/harvest.md) zegt wat er van wie gevraagd wordt, en hoe vaak."
      ],
      exitCodes: [
        ([.ok], "gedaan, of de grens van de run bereikt"), ([.usage], "verkeerd gebruik"),
        ([.dataRefused], "er zijn publicaties mislukt, of met --verify: er is iets niet in orde"),
        (
          [.noInput],
          "er zou te veel verdwenen zijn (--allow-deletions), of er is niets om na te gaan (--verify)"
        ),
        (
          [.unavailable],
          "een bron is onbereikbaar of antwoordt niet zoals het hoort; wat opgehaald is, blijft"
        ),
        ([.internalError], "interne fout"), ([.cannotCreate], "de map kan niet gemaakt worden"),
        ([.inputOutput], "lees- of schrijffout"), ([.busy], "een andere run is bezig"),
        ([.incompatible], "het grootboek is van een andere versie"),
        ([.interrupted, .terminated], "gestopt; de volgende run gaat verder"),
      ])
  }

  static let operands = Operands.files
  static let usesIndex = false

  static var options: [Option<HarvestCommand>] {
    [
      .text(
        "contact", "TEKST", "een adres waar de beheerder van een bron terecht kan; verplicht",
        sets: \.contact),
      .form(
        "since", "DATUM", like: "2024-12-03", "de eerste dag van wijziging (standaard 1994-01-01)",
        sets: \.since, parse: day),
      .form(
        "until", "DATUM", like: "2024-12-03", "de laatste dag van wijziging (standaard vandaag)",
        sets: \.until, parse: day),
      .number(
        "max-requests", "N", in: 1...10_000_000, "stop na N aanvragen", sets: \.maximumRequests),
      .number("max-minutes", "N", in: 1...100_000, "stop na N minuten", sets: \.maximumMinutes),
      .form(
        "pause", "SECONDEN", like: "3,5",
        "wacht ten minste zo lang tussen twee aanvragen aan dezelfde bron (standaard 2 voor de "
          + "zoekdienst, 3,5 voor documenten en 0,5 voor de Tweede Kamer; korter kan alleen op deze "
          + "machine)",
        sets: \.pause, parse: seconds),
      .flag("with-pdf", "haal ook de PDF op als er XML of HTML is", sets: \.fetchesPDF),
      .form(
        "sru", "URL", like: officialSRU, "het adres van de zoekdienst (standaard \(officialSRU))",
        sets: \.sru, parse: { text throws(UsageError) in try address(text, WebAddress.init(_:)) }),
      .form(
        "documents", "URL", like: DocumentAddresses.official,
        "het adres van een document, met {id}, {form} en {file} (standaard "
          + "\(DocumentAddresses.official))", sets: \.documents,
        parse: { text throws(UsageError) in try address(text, DocumentAddresses.init(_:)) }),
      .form(
        "tweede-kamer", "URL", like: FeedAddresses.official,
        "vraag ook de Tweede Kamer, die documenten eerder heeft dan zij gepubliceerd zijn; zonder "
          + "deze optie niet (het officiële adres is \(FeedAddresses.official))",
        sets: \.tweedeKamer,
        parse: { text throws(UsageError) in try address(text, FeedAddresses.init(_:)) }),
      .flag(
        "allow-deletions",
        "verwijder ook wat in één keer verdween als dat meer dan twintig publicaties of meer dan "
          + "een honderdste is", sets: \.allowsDeletions),
      .flag(
        "verify",
        "vraag niets, maar vergelijk elk bestand met wat er opgehaald is; wat niet klopt, haalt de "
          + "volgende run opnieuw", sets: \.verifies),
      .flag("dry-run", "haal alleen de lijsten op en schrijf niets", sets: \.isDryRun),
      .form("today", "DATUM", like: "2024-12-03", nil, sets: \.today, parse: day),
    ] + RunOutlets.options.within(\.outlets) + [
      .flag(
        "quiet",
        "toon alleen wat misging, geen slotregel (zonder terminal is die er toch al niet als er "
          + "niets veranderd of misgegaan is)", sets: \.isQuiet),
      .flag(
        "verbose",
        "noem elk adres dat gevraagd wordt, en elke publicatie die erbij komt of verdwijnt",
        sets: \.isVerbose),
    ]
  }

  private static let officialSRU = "https://repository.overheid.nl/sru"

  private var contact: String?
  private var since: CalendarDate?
  private var until: CalendarDate?
  private var maximumRequests = 0
  private var maximumMinutes = 0
  private var pause: Double?
  private var fetchesPDF = false
  private var sru: WebAddress?
  private var documents: DocumentAddresses?
  private var tweedeKamer: FeedAddresses?
  private var allowsDeletions = false
  private var verifies = false
  private var isDryRun = false
  private var today: CalendarDate?
  private var outlets = RunOutlets()
  private var isQuiet = false
  private var isVerbose = false
  private var directory = ""
  private var harvest: HarvestOptions?

  mutating func take(operands: [String]) throws(UsageError) {
    guard operands.count <= 1 else {
      throw UsageError("geef één map; '\(operands[1])' hoort er niet bij")
    }
    let configuration = try Configuration.load()
    guard let directory = operands.first ?? configuration.value(of: .harvest) else {
      throw UsageError(
        "geef de map waarin de publicaties komen, of zet harvest in \(configuration.path)")
    }
    guard !directory.isEmpty else { throw UsageError("de naam van de map is leeg") }
    self.directory = directory
    today = today ?? Timestamp.today
    guard !verifies else { return }
    harvest = try options(configuration)
  }

  /// What the arguments ask for.
  private func options(_ configuration: Configuration) throws(UsageError) -> HarvestOptions {
    guard let contact = contact ?? configuration.value(of: .contact) else {
      throw UsageError(
        "geef met --contact een adres waar de beheerder van een bron terecht kan, of zet contact "
          + "in \(configuration.path)")
    }
    guard contact.utf8.contains(where: { $0 != UInt8(ascii: " ") }),
      contact.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), contact.utf8.count <= 200
    else {
      throw UsageError(
        "--contact verwacht een e-mailadres of webadres in gewone letters, niet '\(contact)'")
    }
    guard let today, let since = since ?? HarvestOptions.firstDay else {
      throw UsageError("de klok van deze machine geeft geen datum")
    }
    let until = until ?? today
    guard since <= until else {
      throw UsageError("van \(since) tot en met \(until) is geen enkele dag")
    }
    let rules = FetchRules(
      agent: "vraagbaak/\(Release.version) (+\(contact))", pause: pause,
      maximumRequests: maximumRequests > 0 ? maximumRequests : nil,
      maximumSeconds: maximumMinutes > 0 ? Double(maximumMinutes) * 60 : nil)
    var options = HarvestOptions(
      directory: directory, since: since, until: until, today: today, rules: rules,
      sru: try Self.address(Self.officialSRU, WebAddress.init(_:)),
      documents: try Self.address(DocumentAddresses.official, DocumentAddresses.init(_:)))
    if let sru { options.sru = sru }
    if let documents { options.documents = documents }
    options.tweedeKamer = tweedeKamer
    options.fetchesPDF = fetchesPDF
    options.allowsDeletions = allowsDeletions
    options.isDryRun = isDryRun
    return options
  }

  private static func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

  /// A number of seconds, with a comma or a full stop; at most an hour.
  private static func seconds(_ text: String) -> Double? {
    Double(text.replacing(",", with: ".")).flatMap { (0...3600).contains($0) ? $0 : nil }
  }

  private static func address<Value>(
    _ text: String, _ read: (String) throws(AddressError) -> Value
  ) throws(UsageError) -> Value {
    do throws(AddressError) { return try read(text) } catch { throw UsageError(error.reason) }
  }

  func run(_ console: Console) async throws -> ExitCode {
    StopSignal.listen()
    guard let harvest else { return try verify(console) }
    var record = HarvestRecord(
      directory: directory, exitCode: ExitCode.internalError.rawValue)
    var code: ExitCode
    do {
      let summary = try perform(harvest, console)
      code = self.code(for: summary)
      record.end(exitCode: code.rawValue, summary)
    } catch {
      code = ExitCode(error)
      record.end(exitCode: code.rawValue, error: error.harvestDutch)
      console.error("vraagbaak harvest: \(error.harvestDutch)")
    }
    let isPublished = outlets.publish(
      json: { try JSONLine.of(record) }, metrics: { record.metrics(at: $0) }, of: "harvest",
      console)
    return isPublished ? code : .inputOutput
  }

  private func perform(
    _ options: HarvestOptions, _ console: Console
  ) throws(IndexError) -> HarvestSummary {
    let progress = HarvestProgress(console, isQuiet: isQuiet, isVerbose: isVerbose)
    let summary = try Harvester(options).run(
      isStopped: { StopSignal.received != nil }, report: { progress.show($0) })
    progress.clear()
    for warning in summary.warnings { console.error("vraagbaak harvest: \(warning.dutch)") }
    let code = code(for: summary)
    let isWorthALine =
      isVerbose || console.showsProgress || isDryRun || summary.isChanged || code != .ok
      || !summary.warnings.isEmpty
    if isWorthALine, !isQuiet || code != .ok {
      console.error("vraagbaak harvest: \(isDryRun ? "proef: " : "")\(summary.dutch)")
    }
    return summary
  }

  private func code(for summary: HarvestSummary) -> ExitCode {
    switch summary.end {
    case .stopped: return StopSignal.exitCode ?? .interrupted
    case .unavailable: return .unavailable
    case .bound, nil: break
    }
    let isFeedBroken = summary.warnings.contains {
      if case .feed = $0 { true } else { false }
    }
    if !summary.openSlices.isEmpty || isFeedBroken { return .unavailable }
    let isDoubtful = summary.warnings.contains {
      if case .tooManyRemovals = $0 { true } else { false }
    }
    if isDoubtful { return .noInput }
    return summary.failures.isEmpty ? .ok : .dataRefused
  }

  private func verify(_ console: Console) throws -> ExitCode {
    guard let today else { return .internalError }
    let check: MirrorCheck
    do throws(IndexError) {
      check = try MirrorCheck(
        of: directory, today: today, isStopped: { StopSignal.received != nil })
    } catch {
      console.error("vraagbaak harvest: \(error.harvestDutch)")
      return ExitCode(error)
    }
    for problem in check.problems { console.print(problem.dutch) }
    if !isQuiet || !check.problems.isEmpty { console.error("vraagbaak harvest: \(check.dutch)") }
    if check.isStopped { return StopSignal.exitCode ?? .interrupted }
    return check.problems.isEmpty ? .ok : .dataRefused
  }
}

extension IndexError {
  /// The message if it is about a mirror and not about an index.
  fileprivate var harvestDutch: String {
    switch self {
    case .incompatible(let path, let found, let expected):
      "\(path) is van een andere versie (\(found), en dit programma schrijft \(expected ?? "")); "
        + "er is niets veranderd"
    case .missing(let path): "in \(path) is nog nooit iets opgehaald"
    case .busy(let path, .run(let holder)): "\(path): een andere run is bezig: \(holder)"
    case .busy(let path, _): "\(path): een andere run is bezig"
    default: dutch
    }
  }
}
