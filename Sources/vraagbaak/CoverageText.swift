import Kamervragen
import PassageIndex

/// The coverage of an index as lines to read: one for each vergaderjaar and chamber, then what waits for an answer.
enum CoverageText {
  /// The most sets that are named in a list, and the most ranges in a line; JSON has them all.
  static let mostNamed = 20

  static func lines(_ coverage: Coverage) -> [String] {
    var lines: [String] = []
    for year in coverage.years { lines += Self.lines(of: year) }
    if coverage.years.isEmpty { lines.append("Er is geen enkel nummer van het Aanhangsel.") }
    if coverage.years.contains(where: isPartial) {
      lines.append(
        "Een jaar dat niet bij 1 begint: de lagere nummers zijn er niet; of ze bedoeld waren weet de index niet."
      )
    }
    let counted =
      coverage.countedTo.map { " (dagen tot \($0), de jongste datum in de index)" } ?? ""
    lines += list("vragen zonder antwoord", counted, coverage.unanswered.map(Self.line))
    lines += list("uitstel zonder antwoord", counted, coverage.delayed.map(Self.line))
    lines += list("sets zonder tekst", "", coverage.withoutText)
    lines += list("afwijkende nummers, niet meegeteld", "", coverage.irregular)
    return lines
  }

  private static func isPartial(_ year: Coverage.Year) -> Bool { year.lowest > 100 }

  private static func lines(of year: Coverage.Year) -> [String] {
    let name = year.chamber == .eersteKamer ? "Eerste Kamer" : "Tweede Kamer"
    var missing = year.missing
    var text = "\(year.session) \(name): \(year.present) van \(year.highest)"
    if isPartial(year), missing.first?.from == 1 {
      // One large gap before the first is rather where a collection begins than something lost.
      missing.removeFirst()
      let wanted = year.highest - year.lowest + 1
      text =
        "\(year.session) \(name): \(year.present) van \(wanted) vanaf nr. \(year.lowest) tot en met \(year.highest)"
    }
    guard !missing.isEmpty else { return [text + "; niets ontbreekt"] }
    let named = missing.prefix(mostNamed).map(\.description).joined(separator: ", ")
    let rest = missing.dropFirst(mostNamed).reduce(0) { $0 + $1.through - $1.from + 1 }
    return [text + "; ontbreekt: \(named)" + (rest > 0 ? " en nog \(rest) nummers" : "")]
  }

  private static func list(_ title: String, _ remark: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return ["\(title): geen"] }
    var lines = ["\(title): \(items.count)\(remark)"]
    lines += items.prefix(mostNamed).map { "  \($0)" }
    if items.count > mostNamed { lines.append("  en nog \(items.count - mostNamed)") }
    return lines
  }

  private static func line(_ waiting: Coverage.Waiting) -> String {
    guard let days = waiting.days else { return "\(waiting.set)  (datum onbekend)" }
    return "\(waiting.set)  \(days) \(days == 1 ? "dag" : "dagen")"
  }
}
