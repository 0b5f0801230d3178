public import PassageIndex

extension IndexError {
  /// The error, and often a remedy, in one or more Dutch sentences without a final full stop.
  public var dutch: String {
    switch self {
    case .missing(let path): "er is geen index in \(path); 'vraagbaak index PAD' maakt er een"
    case .busy(let path, let holder): "de index \(path) is bezet: \(holder.dutch)"
    case .incompatible(let path, let found, let expected):
      "de index \(path) is gemaakt met een andere versie (in de index: "
        + (found.isEmpty ? "niets" : found)
        + (expected.map { "; dit programma: \($0)" } ?? "") + "); \(Self.rebuild)"
    case .cannotCreate(let path, let reason): "\(path) kan niet gemaakt worden: \(reason.dutch)"
    case .inputOutput(let path, let reason):
      "lezen of schrijven mislukt bij \(path): \(reason.dutch)"
    case .unreachable(let path, let reason):
      "een server van de index \(path) antwoordt niet: \(reason); kijk of die draait en bereikbaar "
        + "is"
    case .unexpected(let path, let reason): "de index \(path): onverwachte fout: \(reason)"
    case .damaged(let path, let damage):
      "de index \(path) is beschadigd: \(damage.dutch); \(Self.rebuild)"
    case .inconsistent(let path, let disagreement):
      "de index \(path) is niet in orde: \(disagreement.dutch); er is niets verwijderd. "
        + "Zet XAPIANDB terug zoals het was, of de hele map uit één back-up; of zet de map opzij "
        + "en maak de index opnieuw met 'vraagbaak index PAD'"
    case .badStub(let file, let line, let expected):
      "\(file), regel \(line): verwacht wordt \(expected.dutch); zet het bestand terug zoals het "
        + "was"
    case .endlessStub(let file): "\(file): de stubbestanden verwijzen eindeloos naar elkaar"
    case .noPrevious(let path):
      "van de index \(path) is geen vorige generatie bewaard; alleen 'vraagbaak index --rebuild' "
        + "laat er een achter, tot de volgende of tot 'vraagbaak compact'"
    case .unsound(let path, let generation, let problems):
      "generatie \(generation) van de index \(path) doorstaat de controle niet en komt niet in "
        + "gebruik; de index blijft zoals hij was ("
        + "\(counted(problems.count, "fout", "fouten")); de eerste: "
        + (problems.first?.dutch ?? "onbekend") + ")"
    }
  }

  private static let rebuild = "'vraagbaak index --rebuild PAD' maakt hem opnieuw"
}

extension IndexError.Holder {
  fileprivate var dutch: String {
    switch self {
    case .run(let name): name
    case .unnamedRun: "een andere run"
    case .process: "een ander proces schrijft erin"
    }
  }
}

extension IndexError.Reason {
  fileprivate var dutch: String {
    switch self {
    case .system(let code): systemMessage(code)
    case .xapian(let message): message
    case .noSpace(let message):
      "\(message); maak ruimte en probeer het opnieuw; wat al opgeslagen was, is in orde"
    case .indexRemoved: "de index is verdwenen terwijl de run bezig was"
    case .notDirectory: "het is geen map (in een stubbestand kan alleen gezocht worden)"
    case .foreignFile(let file):
      "de map bevat al iets anders (\(file)); geef een lege of een nieuwe map"
    case .shortage(let last, let files):
      "\(last); dit is al bestand \(files) op rij, en de run stopt"
    case .settings(let error): error.dutch
    case .exceptions(let error): error.dutch
    }
  }
}

extension IndexError.Damage {
  var dutch: String {
    switch self {
    case .xapian(let message): message
    case .lexicon: "de woordenlijst in de index"
    case .ledgerLine(let key): "de regel \(key) van het bestandenregister"
    case .passage(let offset): "een opgeslagen passage is niet te lezen (byte \(offset))"
    }
  }
}

extension IndexError.Disagreement {
  fileprivate var dutch: String {
    switch self {
    case .namedTwice(let generation): "XAPIANDB noemt generation-\(generation) twee keer"
    case .databaseMissing(let database, let present):
      "XAPIANDB noemt \(database), maar daar is geen database ("
        + (present.isEmpty
          ? "er is er geen enkele"
          : "er zijn er in " + present.map { "generation-\($0)" }.joined(separator: ", ")) + ")"
    case .unnamed(let name): "XAPIANDB noemt \(name) niet, terwijl daar passages in staan"
    case .unfinished(let generation):
      "XAPIANDB noemt generation-\(generation), die nooit is afgemaakt"
    case .stubMissing(let generation):
      "XAPIANDB ontbreekt, maar er staan passages in generation-\(generation)"
    case .tooFewNamed(let count, let generation, let had):
      "XAPIANDB noemt \(counted(count, "database", "databases")) van generation-\(generation), "
        + "terwijl die er \(had) had"
    case .otherMoment(let database, let generation):
      "\(database) is van een ander moment dan de rest van generation-\(generation)"
    case .fileTwice(let file, let first, let second): "\(file) staat in \(first) en in \(second)"
    }
  }
}

extension IndexError.StubLine {
  fileprivate var dutch: String {
    switch self {
    case .oneOf(let lines): lines.map { "'\($0)'" }.joined(separator: " of ")
    case .database: "'auto PAD' of 'remote HOST:POORT'"
    }
  }
}

extension SettingsFileError {
  /// The reason as a Dutch clause.
  public var dutch: String {
    switch self {
    case .system(let code): systemMessage(code)
    case .notRegular: "dit is geen gewoon bestand"
    case .tooLarge(let limit): "het is groter dan \(limit) bytes"
    }
  }
}

extension VocabularyError {
  /// The line number and the reason, in Dutch.
  public var dutch: String { "regel \(line): \(reason)" }
}
