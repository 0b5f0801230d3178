internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

/// How many numbers of the Aanhangsel are in the index, per vergaderjaar: a chart for each chamber,
/// and a table.
struct CoverageYears {
  let years: [Coverage.Year]
  let site: SiteAddresses

  /// The most ranges in a cell.
  private static let maximumRanges = 20

  var html: HTML {
    guard !years.isEmpty else { return "<p>Er is geen enkel nummer van het Aanhangsel.</p>\n" }
    return """
      \(QuestionSet.Chamber.allCases.map(chart))\
      <div class="breed" role="region" tabindex="0" aria-label="Nummers per vergaderjaar">
      <table>
      <thead><tr><th scope="col">Vergaderjaar</th><th scope="col" class="getal">Hoogste</th>\
      <th scope="col" class="getal">Aanwezig</th><th scope="col">Ontbreekt</th></tr></thead>
      <tbody>
      \(years.map(row))</tbody>
      </table>
      </div>

      """
  }

  private func chart(_ chamber: QuestionSet.Chamber) -> HTML {
    var known: [Vergaderjaar: Coverage.Year] = [:]
    for year in years where year.chamber == chamber {
      if let start = Vergaderjaar(year.session) { known[start] = year }
    }
    let span = Vergaderjaar.span(of: Array(known.keys))
    guard let first = span.first, let last = span.last else { return .empty }
    let bars = span.map { year in
      let (present, highest) = (known[year]?.present ?? 0, known[year]?.highest ?? 0)
      return BarChart.Bar(
        title: "\(year.shown): \(present.grouped) van \(highest.grouped)", value: present,
        whole: highest)
    }
    let heading: HTML = chamber == .eersteKamer ? "<h3>\(chamber.name)</h3>\n" : ""
    return "\(heading)\(BarChart(bars: bars, first: first.shown, last: last.shown).html)"
  }

  private func row(_ year: Coverage.Year) -> HTML {
    let session = Vergaderjaar(year.session)?.shown ?? year.session
    let chamber = year.chamber == .tweedeKamer ? "" : " \(year.chamber.name)"
    let named = year.missing.prefix(Self.maximumRanges).map(\.description).joined(separator: ", ")
    let rest = year.missing.dropFirst(Self.maximumRanges)
      .reduce(0) { $0 + $1.through - $1.from + 1 }
    let more = rest > 0 ? " en nog \(rest.grouped) \(rest == 1 ? "nummer" : "nummers")" : ""
    var search = SearchParameters()
    search.filters[.jaar] = [year.session]
    return """
      <tr><th scope="row"><a href="\(to: site.search(search))">\(session)</a>\(chamber)</th>\
      <td class="getal">\(year.highest)</td><td class="getal">\(year.present)</td>\
      <td>\(named.isEmpty ? "niets" : named + more)</td></tr>

      """
  }
}
