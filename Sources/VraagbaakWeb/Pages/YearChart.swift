internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

/// The results per vergaderjaar: a chart of which each bar narrows the search, and a table.
struct YearChart {
  private let search: SearchParameters
  private let counts: [Vergaderjaar: Int]
  /// The years in order, without gaps.
  private let years: [Vergaderjaar]

  /// - Parameters:
  ///   - search: the search that was done.
  ///   - counts: the counts of the facet `jaar`, in any order. Values that are no vergaderjaar are
  ///     left out.
  init(search: SearchParameters, counts: [FacetCount]) {
    self.search = search
    var known: [Vergaderjaar: Int] = [:]
    for count in counts { if let year = Vergaderjaar(count.value) { known[year] = count.count } }
    for year in (search.filters[.jaar] ?? []).compactMap({ Vergaderjaar($0) }) {
      known[year] = known[year] ?? 0
    }
    self.counts = known
    years = Vergaderjaar.span(of: Array(known.keys))
  }

  var isEmpty: Bool { years.isEmpty }

  var html: HTML {
    guard let first = years.first, let last = years.last else { return .empty }
    return """
      <section class="jaren">
      <h3>\(SearchRequest.Facet.jaar.title)</h3>
      \(BarChart(bars: years.map(bar), first: first.shown, last: last.shown).html)\
      <details\(search.filters[.jaar] != nil ? " open" : HTML.empty)><summary>als tabel</summary>
      <table>
      <thead><tr><th scope="col">Jaar</th><th scope="col">Aantal</th></tr></thead>
      <tbody>
      \(years.reversed().filter { counts[$0] != nil }.map(row))</tbody>
      </table>
      </details>
      </section>

      """
  }

  private func isChosen(_ year: Vergaderjaar) -> Bool {
    search.filters[.jaar]?.contains(year.value) ?? false
  }

  private func bar(_ year: Vergaderjaar) -> BarChart.Bar {
    let count = counts[year] ?? 0
    return BarChart.Bar(
      title: "\(year.shown): \(count.grouped)", value: count,
      address: counts[year].map { _ in address(year) }, isChosen: isChosen(year))
  }

  private func row(_ year: Vergaderjaar) -> HTML {
    let current: HTML = isChosen(year) ? " aria-current=\"true\"" : ""
    return """
      <tr><td><a href="\(to: address(year))"\(current)>\(year.shown)</a></td>\
      <td>\((counts[year] ?? 0).grouped)</td></tr>

      """
  }

  private func address(_ year: Vergaderjaar) -> Address {
    Address(search: search.toggling(year.value, of: .jaar))
  }
}
