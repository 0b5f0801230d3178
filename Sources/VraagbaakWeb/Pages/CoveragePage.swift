internal import HTTPServer
internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

/// `/stand`: how complete the index is.
struct CoveragePage {
  let status: IndexStatus
  let coverage: Coverage
  /// The last run; nil if it is not known.
  let run: RunRecord?
  let site: SiteAddresses

  /// The most sets or files in a list.
  private static let maximumNamed = 20

  func response() -> HTTPResponse {
    PageFrame("Stand van de index", main: main, site).response()
  }

  private var main: HTML {
    """
    <div class="leesbaar stand">
    <h1>Stand van de index</h1>
    \(kinds)\(facts)\
    <h2>Aanhangsel per vergaderjaar</h2>
    <p>De nummers van een vergaderjaar lopen van 1 tot het hoogste; wat ontbreekt is dus te zien.</p>
    \(CoverageYears(years: coverage.years, site: site).html)\
    \(waiting("Vragen waarvan het antwoord ontbreekt", coverage.unanswered))\
    \(waiting("Uitstel waarna het antwoord ontbreekt", coverage.delayed))\
    \(sets("Sets zonder tekst", coverage.withoutText))\
    \(sets("Afwijkende nummers, niet meegeteld", coverage.irregular))\(refusals)</div>
    """
  }

  // MARK: Totals

  private var kinds: HTML {
    func row(_ label: String, _ sets: Int, _ passages: Int) -> HTML {
      """
      <tr><th scope="row">\(label)</th><td class="getal">\(sets.grouped)</td>\
      <td class="getal">\(passages.grouped)</td></tr>

      """
    }
    return """
      <table class="tabel">
      <thead><tr><th scope="col">Soort</th><th scope="col" class="getal">Sets</th>\
      <th scope="col" class="getal">Passages</th></tr></thead>
      <tbody>
      \(status.kinds.map { row($0.kind.explanation, $0.sets, $0.passages) })\
      \(row("samen", status.sets, status.passages))</tbody>
      </table>

      """
  }

  private var facts: HTML {
    var facts = HTML.empty
    func add(_ label: String, _ value: HTML) {
      facts += "<dt>\(label)</dt><dd>\(value)</dd>\n"
    }
    if status.superseded > 0 {
      add(
        "Niet apart gezocht",
        """
        \(status.superseded.grouped) \(status.superseded == 1 ? "set" : "sets"): beantwoord, of \
        later opnieuw verschenen
        """)
    }
    add("Bestanden", "\(status.sources.grouped), en \(status.refused.grouped) geweigerd")
    add("Gewijzigd", status.lastRun.map { Moment($0).html } ?? "onbekend")
    add("Laatste run", run.map(lastRun) ?? "onbekend")
    return "<dl class=\"feiten\">\n\(facts)</dl>\n"
  }

  private func lastRun(_ run: RunRecord) -> HTML {
    let done = run.summary.map { summary in
      "; \(summary.added.grouped) nieuw, \(summary.changed.grouped) gewijzigd, "
        + "\(summary.removed.grouped) verdwenen"
    }
    let error = run.error.map { "; \($0)" }
    return """
      \(run.action.dutch), klaar op \(Moment(run.ended).html), afsluitcode \(Int(run.exitCode))\
      \(done ?? "")\(error ?? "")
      """
  }

  // MARK: Lists

  private func waiting(_ title: String, _ items: [Coverage.Waiting]) -> HTML {
    let day = coverage.countedTo.flatMap { CalendarDate(iso: $0) }
    let counted: HTML =
      day.map { day in
        "<p>Dagen geteld tot \(day.dutch), de jongste datum in de index.</p>\n"
      } ?? ""
    return list(title, counted, items.count, items.prefix(Self.maximumNamed)) { waiting in
      let days = waiting.days.map { "\($0.grouped) \($0 == 1 ? "dag" : "dagen")" }
      return """
        <li><a href="\(to: site.set(waiting.set))">\(waiting.set)</a> \
        <span>\(days ?? "datum onbekend")</span></li>

        """
    }
  }

  private func sets(_ title: String, _ items: [String]) -> HTML {
    guard !items.isEmpty else { return .empty }
    return list(title, .empty, items.count, items.prefix(Self.maximumNamed)) { set in
      "<li><a href=\"\(to: site.set(set))\">\(set)</a></li>\n"
    }
  }

  private var refusals: HTML {
    list(
      "Geweigerde bestanden", .empty, status.refused, status.refusals.prefix(Self.maximumNamed)
    ) { refusal in
      """
      <li>\(refusal.path): \(refusal.reason) <span>(sinds \(Moment(refusal.first).html))</span></li>

      """
    }
  }

  private func list<Item>(
    _ title: String, _ remark: HTML, _ count: Int, _ items: ArraySlice<Item>,
    _ html: (Item) -> HTML
  ) -> HTML {
    guard count > 0 else { return "<h2>\(title): geen</h2>\n" }
    let more: HTML =
      count > items.count ? "<p>en nog \((count - items.count).grouped)</p>\n" : ""
    return """
      <h2>\(title): \(count.grouped)</h2>
      \(remark)<ul class="rij">
      \(items.map(html))</ul>
      \(more)
      """
  }
}

/// A moment in UTC as the index records it, `2024-12-03T05:44:31Z`.
struct Moment {
  private let written: String

  init(_ written: String) { self.written = written }

  /// The day and the time to the minute; as it was written if it is no such moment.
  var html: HTML {
    let parts = written.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, written.hasSuffix("Z"), let day = CalendarDate(iso: parts[0]) else {
      return "\(written)"
    }
    return """
      <time datetime="\(written)">\(day.dutch), \(String(parts[1].prefix(5))) UTC</time>
      """
  }
}
