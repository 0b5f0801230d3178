package import Harvest
internal import Kamervragen
internal import PassageIndex

extension HarvestSummary {
  /// The result of the run and how far the mirror is, on one Dutch line.
  package var dutch: String {
    var done = ["\(new) nieuw", "\(changed) gewijzigd"]
    if unchanged > 0 { done.append("\(unchanged) nagelopen") }
    if removed > 0 { done.append("\(removed) verwijderd") }
    if replaced > 0 { done.append("\(replaced) vervangen") }
    if !failures.isEmpty {
      done.append("\(failures.count) mislukt (volgende runs proberen het weer)")
    }
    let size = hosts.values.reduce(0) { $0 + $1.bytes }
    let requests = hosts.values.reduce(0) { $0 + $1.requests }
    let work =
      "\(counted(requests, "aanvraag", "aanvragen")), \(megabytes(size)) in "
      + "\(seconds.written(decimals: 1)) s"
    let ending = end.map { "; \($0.dutch)" } ?? ""
    return "\(done.joined(separator: ", ")); "
      + "\(counted(publications, "publicatie", "publicaties")) in de map; \(work)\(ending); "
      + coverage.dutch
  }
}

extension HarvestSummary.End {
  /// Why the run ended before all was done, as a Dutch clause.
  package var dutch: String {
    switch self {
    case .bound: "de grens van deze run is bereikt, de volgende gaat verder"
    case .stopped: "gestopt; de volgende run gaat verder"
    case .unavailable(let reason): "afgebroken: \(reason); de volgende run gaat verder"
    }
  }
}

extension HarvestSummary.Coverage {
  /// The days that are closed, those that are open, and about how much is left, in Dutch.
  package var dutch: String {
    guard let bounds = closed.bounds else { return "nog geen dag is afgesloten" }
    let days = "\(closed.count.grouped) \(closed.count == 1 ? "dag" : "dagen") afgesloten"
    var closed = "\(days), van \(bounds.lowerBound) tot en met \(bounds.upperBound)"
    // Today and yesterday are always open.
    if open.count > 2 { closed += "; nog \(open.count.grouped) open" }
    guard let remaining, remaining > 0 else { return closed }
    let rest = remaining == 1 ? "nog 1 publicatie" : "nog zo'n \(remaining.grouped) publicaties"
    return "\(closed); \(rest) op te halen, \(Self.dutch(seconds: estimatedSeconds))"
  }

  /// About how long fetching the rest takes at the pace that the sources ask for; 0 if nothing is
  /// left.
  private var estimatedSeconds: Double { Double(remaining ?? 0) * HarvestSummary.usualSeconds }

  private static func dutch(seconds: Double) -> String {
    switch seconds {
    case ..<300: "enkele minuten"
    case ..<7200: "ongeveer \(Int((seconds / 60).rounded(.up))) minuten"
    case ..<172_800: "ongeveer \(Int((seconds / 3600).rounded(.up))) uur"
    default: "ongeveer \(Int((seconds / 86400).rounded(.up))) dagen aan één stuk"
    }
  }
}

extension HarvestSummary.Warning {
  /// The warning as a Dutch sentence without a full stop.
  package var dutch: String {
    switch self {
    case .tooManyRemovals(let identifiers, let maximum):
      "ten minste \(identifiers.count) publicaties staan niet meer bij de bron, zoals "
        + "\(identifiers.prefix(3).joined(separator: ", ")); meer dan \(maximum) verwijdert een run "
        + "niet zonder --allow-deletions, dus er is niets verwijderd"
    case .silent(let since):
      "sinds \(since) is er niets nieuws bij de bron; buiten een reces is dat ongewoon"
    case .damagedLedger(let lines):
      "\(counted(lines.count, "regel", "regels")) van het grootboek niet begrepen (de eerste: "
        + "regel \(lines.first ?? 0)); het oude staat in ledger.tsv.damaged-N, en alle dagen worden "
        + "opnieuw nagelopen"
    case .recounted(let days, let found, let known):
      "van \(days.lowerBound) tot en met \(days.upperBound) heeft de bron er \(found) en waren er "
        + "hier \(known) bekend; deze dagen worden opnieuw nagelopen"
    case .feed(let reason):
      "de feed van de Tweede Kamer: \(reason); de volgende run gaat verder waar deze bleef"
    }
  }
}

extension MirrorCheck {
  private var willBeFetched: Bool {
    isNoted && problems.contains { if case .unknown = $0 { false } else { true } }
  }

  /// The result of a check, on one Dutch line.
  package var dutch: String {
    let content =
      "\(counted(publications, "publicatie", "publicaties")), "
      + "\(counted(files, "bestand", "bestanden")), \(megabytes(size))"
    if isStopped { return "gestopt na \(content)" }
    return problems.isEmpty
      ? "\(content): alles is zoals het opgehaald is"
      : "\(content): \(counted(problems.count, "fout", "fouten"))"
        + (willBeFetched ? "; wat ontbreekt of veranderd is, haalt de volgende run opnieuw" : "")
  }
}

extension MirrorCheck.Problem {
  /// The problem as a Dutch clause.
  package var dutch: String {
    switch self {
    case .missing(let path): "\(path): ontbreekt of is niet te lezen"
    case .altered(let path): "\(path): is niet meer wat opgehaald is"
    case .unknown(let path): "\(path): hoort hier niet: het is niet opgehaald; verplaats het"
    case .damagedLedger(let lines):
      "het grootboek: regel \(lines.map(String.init).joined(separator: ", ")) niet begrepen"
    }
  }
}
