import CMimalloc
import FoundationEssentials
import Glibc
import PassageIndex
import VraagbaakReport

/// `vraagbaak index`: updates the index from directories of files.
struct IndexCommand: Subcommand {
  static let name = "index"
  static let summary = "zet bestanden en mappen in de index"
  static var capacity: Capacity {
    // Swift's runtime has a thread for each processor; the writing threads come on top.
    Capacity(
      descriptors: 32, threads: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) + 8, megabytes: 256)
  }
  static var help: Help {
    Help(
      usage: ["[opties] [PAD…]", "--rollback [opties]"],
      description: [
        "Leest de Kamervragen in bestanden en mappen. Alleen wat nieuw of gewijzigd is, wordt "
          + "gelezen; wat verdwenen is, gaat uit de index. Een bestand dat niet gelezen kan "
          + "worden, wordt genoemd en geteld en houdt de rest niet tegen; het wordt pas opnieuw "
          + "gelezen als het verandert. Dezelfde publicatie in meer bestanden is één set: "
          + "het bestand met de meeste gegevens gaat voor. Een metadata.xml naast een document "
          + "wordt daarmee gelezen. Zonder PAD leest het wat documents in de configuratie noemt "
          + "(\(Configuration.standardPath))."
      ],
      notes: [
        "--words, --exceptions en --shards gelden alleen voor een nieuwe index en bij --rebuild."
      ],
      exitCodes: [
        ([.ok], "gedaan"), ([.usage], "verkeerd gebruik"),
        ([.dataRefused], "er zijn bestanden geweigerd, nu of in een eerdere run"),
        (
          [.noInput],
          "een pad bestaat niet of is leeg, er is te veel verdwenen (--allow-deletions), of er is "
            + "geen vorige generatie (--rollback)"
        ),
        (
          [.internalError], "interne fout, of een generatie die de controle niet doorstaat"
        ),
        ([.cannotCreate], "de index kan niet gemaakt worden"),
        ([.inputOutput], "lees- of schrijffout"), ([.busy], "de index is bezet"),
        ([.incompatible], "gemaakt met een andere versie"),
        ([.interrupted, .terminated], "gestopt; de index is in orde"),
      ])
  }

  static let operands = Operands.files

  static var options: [Option<IndexCommand>] {
    IndexLocation.options.within(\.location) + [
      .number(
        "jobs", "N", in: 1...256,
        "lees en ontleed N bestanden tegelijk (standaard: het aantal processoren)", sets: \.jobs),
      .flag(
        "rebuild",
        "maak de index opnieuw, naast de oude, die in gebruik blijft tot de nieuwe af is en de "
          + "controle van 'vraagbaak check' doorstaat, en daarna bewaard wordt", sets: \.rebuild),
      .flag(
        "rebuild-outdated",
        "zoals --rebuild, maar alleen als een andere versie de index gemaakt heeft; anders is dat "
          + "een fout (78)", sets: \.rebuildsOutdated),
      .flag(
        "rollback",
        "ga in één stap terug naar de generatie van voor de laatste --rebuild; nog eens gaat weer "
          + "vooruit", sets: \.rollsBack),
      .flag(
        "allow-deletions",
        "verwijder ook wat onder een leeg of verdwenen pad stond, en wat in één keer verdween als "
          + "dat meer dan tien bestanden en meer dan een tiende van een pad is; anders blijft dat "
          + "alles in de index en wordt er niet herbouwd", sets: \.allowsDeletions),
      .number(
        "wait", "SECONDEN", in: 0...86_400,
        "wacht ten hoogste zo lang tot de index vrij is", sets: \.lockTimeout),
      .flag(
        "retry-refused", "lees ook opnieuw wat geweigerd is en niet veranderd",
        sets: \.retriesRefused),
      .number(
        "shards", "N", in: 1...64,
        "houd de index in N databases bij, om ze over machines te verdelen (anders: 1, of bij "
          + "--rebuild zoveel als het er waren)", sets: \.shards),
    ] + VocabularyOptions.options.within(\.vocabulary) + RunOutlets.options.within(\.outlets) + [
      .flag(
        "quiet",
        "toon alleen wat misging, geen slotregel (zonder terminal is die er toch al niet als er "
          + "niets veranderd of misgegaan is)", sets: \.isQuiet),
      .flag(
        "verbose",
        "noem elk bestand dat gelezen wordt, met wat er niet begrepen is, en wat er overgeslagen "
          + "wordt", sets: \.isVerbose),
    ]
  }

  private var location = IndexLocation()
  private var paths: [String] = []
  private var jobs = min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), 256)
  private var rebuild = false
  private var rebuildsOutdated = false
  private var rollsBack = false
  private var allowsDeletions = false
  private var lockTimeout = 0
  private var retriesRefused = false
  /// The number of databases of a new index; 0 if not given.
  private var shards = 0
  private var vocabulary = VocabularyOptions()
  private var outlets = RunOutlets()
  private var isQuiet = false
  private var isVerbose = false

  mutating func take(operands: [String]) throws(UsageError) {
    let index = try location.path()
    for file in [outlets.report, outlets.metrics].compactMap(\.self)
    where FileAccess.lies(file, in: index) {
      throw UsageError("\(file) ligt in de index; daar schrijft alleen de index zelf")
    }
    if rollsBack, rebuild || rebuildsOutdated || !operands.isEmpty {
      throw UsageError("--rollback leest niets: geef geen paden en geen --rebuild")
    }
    guard !rollsBack, operands.isEmpty else {
      paths = operands
      return
    }
    let configuration = try Configuration.load()
    paths = configuration.values(of: .documents)
    guard !paths.isEmpty else {
      throw UsageError(
        "geef een bestand of map om te lezen, of zet documents in \(configuration.path)")
    }
  }

  func run(_ console: Console) async throws -> ExitCode {
    let index = try location.path()
    let isOutdated = rebuildsOutdated && isOutdated(index)
    if isOutdated, !isQuiet {
      console.error(
        "vraagbaak index: een andere versie heeft de index gemaakt; hij wordt opnieuw gemaakt")
    }
    let options = Indexer.Options(
      paths: paths, index: index, jobs: jobs, rebuild: rebuild || isOutdated,
      shards: shards > 0 ? shards : nil, retriesRefused: retriesRefused, lockTimeout: lockTimeout,
      allowsDeletions: allowsDeletions, vocabulary: vocabulary.files, reader: Reading.reader())
    var record = RunRecord(
      index: options.index,
      action: rollsBack ? .rollback : options.rebuild ? .rebuild : .update)
    StopSignal.listen { [outlets, record] code in
      let words = "gestopt; wat nog niet opgeslagen was, doet de volgende run"
      var record = record
      record.end(code, error: words)
      let console = Console()
      outlets.publish(record, keeping: true, console)
      // If nobody reads standard error, the run itself may be blocked on it.
      if console.takesMessages { console.error("vraagbaak index: \(words)") }
    }
    do {
      let summary = try await perform(options, console)
      record.end(summary.map(code(for:)) ?? .ok, summary)
    } catch {
      let code = isBusy(error) ? StopSignal.exitCode : nil
      record.end(code ?? ExitCode(error), error: message(of: error))
      // If another run holds the index, the record there is that run's.
      outlets.publish(record, keeping: !isBusy(error), console)
      guard let code else { throw error }
      console.error("vraagbaak index: gestopt tijdens het wachten: \(message(of: error))")
      return code
    }
    let isPublished = outlets.publish(record, keeping: true, console)
    return isPublished ? record.code : .inputOutput
  }

  private func isBusy(_ error: any Error) -> Bool {
    if case IndexError.busy = error { true } else { false }
  }

  /// Whether another version made the index.
  private func isOutdated(_ index: String) -> Bool {
    do throws(IndexError) {
      _ = try IndexLocation.reader(of: index)
      return false
    } catch {
      if case .incompatible = error { return true }
      return false
    }
  }

  /// Runs the indexer or a rollback; nil for a rollback, which has no summary.
  private func perform(
    _ options: Indexer.Options, _ console: Console
  ) async throws -> IndexSummary? {
    if rollsBack {
      let (from, to) = try Rollback.run(
        path: options.index, lockTimeout: options.lockTimeout, reader: options.reader,
        isStopped: { StopSignal.received != nil })
      if !isQuiet {
        console.error(
          "vraagbaak index: terug naar generatie \(to); generatie \(from) blijft bewaard")
      }
      return nil
    }
    // A run seldom reuses what it frees; keeping it for longer takes a third more memory.
    mimalloc_set_return_delay(2)
    warnOfVocabulary(options, console)
    var progress = IndexProgress(console, isQuiet: isQuiet, isVerbose: isVerbose)
    defer { progress.clear() }
    let summary = try await Indexer(options).run(isStopped: { StopSignal.received != nil }) {
      CrashHandler.allowAnotherStretch()
      progress.show($0)
    }
    progress.clear()
    for path in summary.missing { console.error("vraagbaak index: \(path.dutch)") }
    if summary.files == 0, summary.missing.isEmpty, summary.removed == 0 {
      console.error("vraagbaak index: er is geen enkel bestand om te lezen")
    }
    let isWorthALine =
      isVerbose || console.showsProgress || options.rebuild || summary.isChanged
      || code(for: summary) != .ok
    if !isQuiet, isWorthALine {
      console.error("vraagbaak index: \(summary.dutch)")
    } else if isQuiet, summary.refused > 0, !progress.hasNamedRefusal {
      // The exit code is not 0, so the log must say why, even if the refusals are not new.
      console.error(
        "vraagbaak index: \(counted(summary.refused, "bestand", "bestanden")) geweigerd; "
          + "'vraagbaak status --refused' toont waarom")
    }
    return summary
  }

  private func warnOfVocabulary(_ options: Indexer.Options, _ console: Console) {
    if options.vocabulary.words == nil, options.rebuild || access(options.index, F_OK) != 0 {
      console.error(
        "vraagbaak index: er is geen Nederlandse woordenlijst (Debian-pakket wdutch); "
          + "samenstellingen worden niet op hun delen gevonden")
    }
    let hasLastingOptions = vocabulary.isGiven || shards > 0
    if hasLastingOptions, !options.rebuild, access("\(options.index)/XAPIANDB", F_OK) == 0 {
      console.error(
        "vraagbaak index: de index bestaat al en verandert hierdoor niet; --words, --exceptions en "
          + "--shards gelden alleen bij --rebuild")
    }
  }

  private func code(for summary: IndexSummary) -> ExitCode {
    if summary.isStopped { return StopSignal.exitCode ?? .interrupted }
    if !summary.missing.isEmpty || summary.kept > 0 || summary.isRebuildRefused
      || summary.files == 0 && summary.removed == 0
    {
      return .noInput
    }
    if summary.unreadable > 0 { return .inputOutput }
    return summary.refused > 0 ? .dataRefused : .ok
  }
}
