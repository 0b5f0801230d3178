internal import HTTPServer
internal import PassageIndex
internal import VraagbaakReport

/// `/stand`: how complete the index is.
struct CoveragePage {
  let status: IndexStatus
  let coverage: Coverage
  /// The last run; nil if it is not known.
  let run: RunRecord?
  let site: SiteAddresses

  /// The most sets or files in a list, and the most ranges in a cell.
  private static let maximumNamed = 20

  func response() -> HTTPResponse {
    PageFrame("Stand van de index", main: main, site).response()
  }

  private var main: HTML {
    """
    <div class="leesbaar stand">
    <h1>Stand van de index</h1>
    <dl class="feiten">
    \(facts)</dl>
    <h2>Aanhangsel per vergaderjaar</h2>
    \(years)\(waiting("Vragen zonder antwoord", coverage.unanswered))\
    \(waiting("Uitstel zonder antwoord", coverage.delayed))\
    \(sets("Sets zonder tekst", coverage.withoutText))\
    \(sets("Afwijkende nummers, niet meegeteld", coverage.irregular))\(refusals)</div>
    """
  }

  // MARK: Totals

  private var facts: HTML {
    var facts = HTML.empty
    func add(_ label: String, _ value: String) {
      facts += "<div><dt>\(label)</dt><dd>\(value)</dd></div>\n"
    }
    let hidden =
      status.superseded == 0
      ? ""
      : ", waarvan \(status.superseded.grouped) niet apart gezocht: beantwoord, of later opnieuw "
        + "verschenen"
    add("Sets", status.sets.grouped + hidden)
    for kind in status.kinds {
      add(
        kind.kind.explanation.prefix(1).uppercased() + kind.kind.explanation.dropFirst(),
        "\(kind.sets.grouped) \(kind.sets == 1 ? "set" : "sets"), \(kind.passages.grouped) "
          + (kind.passages == 1 ? "passage" : "passages"))
    }
    add("Passages", status.passages.grouped)
    add("Bestanden", status.sources.grouped)
    add("Geweigerd", status.refused.grouped)
    add("Gewijzigd", status.lastRun ?? "onbekend")
    add("Laatste run", run?.dutch ?? "onbekend")
    return facts
  }

  // MARK: Years

  private var years: HTML {
    guard !coverage.years.isEmpty else {
      return "<p>Er is geen enkel nummer van het Aanhangsel.</p>\n"
    }
    let bars = coverage.years.reversed().map { year in
      BarChart.Bar(
        title: "\(label(year)): \(year.present.grouped) van \(year.highest.grouped)",
        value: year.present, whole: year.highest)
    }
    return """
      \(BarChart(bars: bars).html)\
      <p class="as" aria-hidden="true"><span>\(coverage.years.last.map(label) ?? "")</span> \
      <span>\(coverage.years.first.map(label) ?? "")</span></p>
      <div class="breed" role="region" tabindex="0" aria-label="Aanhangsel per vergaderjaar">
      <table>
      <thead><tr><th scope="col">Vergaderjaar</th><th scope="col">Hoogste nummer</th>\
      <th scope="col">Aanwezig</th><th scope="col">Ontbreekt</th></tr></thead>
      <tbody>
      \(coverage.years.map(row))</tbody>
      </table>
      </div>

      """
  }

  private func label(_ year: Coverage.Year) -> String {
    let session = year.session.replacing("-", with: "–")
    return year.chamber == .tweedeKamer ? session : "\(session) \(year.chamber.name)"
  }

  private func row(_ year: Coverage.Year) -> HTML {
    let named = year.missing.prefix(Self.maximumNamed).map(\.description).joined(separator: ", ")
    let rest = year.missing.dropFirst(Self.maximumNamed)
      .reduce(0) { $0 + $1.through - $1.from + 1 }
    let more = rest > 0 ? " en nog \(rest) \(rest == 1 ? "nummer" : "nummers")" : ""
    var search = SearchParameters()
    search.filters[.jaar] = [year.session]
    return """
      <tr><th scope="row"><a href="\(to: site.search(search))">\(label(year))</a></th>\
      <td class="getal">\(year.highest)</td><td class="getal">\(year.present)</td>\
      <td>\(named.isEmpty ? "niets" : named + more)</td></tr>

      """
  }

  // MARK: Lists

  private func waiting(_ title: String, _ items: [Coverage.Waiting]) -> HTML {
    let counted = coverage.countedTo.map { " Dagen geteld tot \($0), de jongste datum." } ?? ""
    return list(title, items.isEmpty ? "" : counted, items.count, items.prefix(Self.maximumNamed)) {
      waiting in
      let days = waiting.days.map { "\($0) \($0 == 1 ? "dag" : "dagen")" } ?? "datum onbekend"
      return "<li><a href=\"\(to: site.set(waiting.set))\">\(waiting.set)</a> \(days)</li>\n"
    }
  }

  private func sets(_ title: String, _ items: [String]) -> HTML {
    guard !items.isEmpty else { return .empty }
    return list(title, "", items.count, items.prefix(Self.maximumNamed)) { set in
      "<li><a href=\"\(to: site.set(set))\">\(set)</a></li>\n"
    }
  }

  private var refusals: HTML {
    list("Geweigerde bestanden", "", status.refused, status.refusals.prefix(Self.maximumNamed)) {
      refusal in
      "<li>\(refusal.path): \(refusal.reason) (sinds \(refusal.first))</li>\n"
    }
  }

  private func list<Item>(
    _ title: String, _ remark: String, _ count: Int, _ items: ArraySlice<Item>,
    _ html: (Item) -> HTML
  ) -> HTML {
    guard count > 0 else { return "<h2>\(title): geen</h2>\n" }
    let more: HTML =
      count > items.count ? "<p>en nog \((count - items.count).grouped)</p>\n" : ""
    return """
      <h2>\(title): \(count.grouped)</h2>
      \(remark.isEmpty ? "" : "<p>\(remark)</p>\n" as HTML)<ul class="rij">
      \(items.map(html))</ul>
      \(more)
      """
  }
}
