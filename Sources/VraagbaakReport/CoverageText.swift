internal import Kamervragen
package import PassageIndex

/// The coverage of an index as text: a line for each vergaderjaar and chamber, then lists of
/// unanswered questions and of sets with defects.
package enum CoverageText {
  /// The most sets named in a list, and the most ranges in a line; JSON has them all.
  private static let maximumNamed = 20

  package static func lines(_ coverage: Coverage) -> [String] {
    var lines = coverage.years.map(Self.line(of:))
    if coverage.years.isEmpty { lines.append("Er is geen enkel nummer van het Aanhangsel.") }
    let counted =
      coverage.countedTo.map { " (dagen geteld tot \($0), de jongste datum in de index)" } ?? ""
    lines += list("vragen zonder antwoord", counted, coverage.unanswered.map(Self.line))
    lines += list("uitstel zonder antwoord", counted, coverage.delayed.map(Self.line))
    lines += list("sets zonder tekst", "", coverage.withoutText)
    lines += list("afwijkende nummers, niet meegeteld", "", coverage.irregular)
    return lines
  }

  private static func line(of year: Coverage.Year) -> String {
    let text =
      "\(year.session) \(year.chamber.name): hoogste nummer \(year.highest), daarvan "
      + "\(year.present) aanwezig"
    guard !year.missing.isEmpty else { return text + "; niets ontbreekt" }
    let named = year.missing.prefix(maximumNamed).map(\.description).joined(separator: ", ")
    let rest = year.missing.dropFirst(maximumNamed).reduce(0) { $0 + $1.through - $1.from + 1 }
    let isOne = year.missing.count == 1 && year.missing[0].from == year.missing[0].through
    return text + "; \(isOne ? "ontbreekt" : "ontbreken"): \(named)"
      + (rest > 0 ? " en nog \(counted(rest, "nummer", "nummers"))" : "")
  }

  private static func list(_ title: String, _ remark: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return ["\(title): geen"] }
    var lines = ["\(title): \(items.count)\(remark)"]
    lines += items.prefix(maximumNamed).map { "  \($0)" }
    if items.count > maximumNamed { lines.append("  en nog \(items.count - maximumNamed)") }
    return lines
  }

  private static func line(_ waiting: Coverage.Waiting) -> String {
    guard let days = waiting.days else { return "\(waiting.set)  (datum onbekend)" }
    return "\(waiting.set)  \(counted(days, "dag", "dagen"))"
  }
}
