internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

/// The results per vergaderjaar: a chart of which each bar narrows the search, and a table.
struct YearChart {
  private let search: SearchParameters
  /// The years in order, without gaps.
  private let years: [Year]

  private struct Year {
    /// The vergaderjaar: `2024-2025`.
    let value: String
    let count: Int
  }

  /// - Parameter counts: the counts of the facet `jaar`, in any order. Values that are no
  ///   vergaderjaar are left out.
  init(search: SearchParameters, counts: [FacetCount]) {
    self.search = search
    var known: [Int: Int] = [:]
    for count in counts { if let year = Self.start(count.value) { known[year] = count.count } }
    for value in search.filters[.jaar] ?? [] {
      if let year = Self.start(value), known[year] == nil { known[year] = 0 }
    }
    guard let first = known.keys.min(), let last = known.keys.max() else {
      years = []
      return
    }
    // A typing error in a document must not make the chart very long.
    years = (max(first, last - Self.maximumYears + 1)...last).map { year in
      Year(value: "\(year)-\(year + 1)", count: known[year] ?? 0)
    }
  }

  private static let maximumYears = 60

  var isEmpty: Bool { years.isEmpty }

  /// The first calendar year of a vergaderjaar; nil for any other text.
  private static func start(_ value: String) -> Int? {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 }),
      let start = Int(parts[0]), let end = Int(parts[1]), end == start + 1, start > 1000
    else { return nil }
    return start
  }

  var html: HTML {
    guard let first = years.first, let last = years.last else { return .empty }
    return """
      <section class="jaren">
      <h3>\(SearchRequest.Facet.jaar.title)</h3>
      \(BarChart(bars: years.map(bar)).html)\
      <p class="as" aria-hidden="true"><span>\(label(first))</span> <span>\(label(last))</span></p>
      <details\(isChosen ? " open" : HTML.empty)><summary>als tabel</summary>
      <table>
      <thead><tr><th scope="col">Jaar</th><th scope="col">Aantal</th></tr></thead>
      <tbody>
      \(years.reversed().filter { $0.count > 0 || isChosen($0) }.map(row))</tbody>
      </table>
      </details>
      </section>

      """
  }

  private var isChosen: Bool { search.filters[.jaar] != nil }

  private func isChosen(_ year: Year) -> Bool {
    search.filters[.jaar]?.contains(year.value) ?? false
  }

  private func bar(_ year: Year) -> BarChart.Bar {
    BarChart.Bar(
      title: "\(label(year)): \(year.count.grouped)", value: year.count,
      address: year.count > 0 ? address(year) : nil, isChosen: isChosen(year))
  }

  private func row(_ year: Year) -> HTML {
    let current: HTML = isChosen(year) ? " aria-current=\"true\"" : ""
    return """
      <tr><td><a rel="nofollow" href="\(to: address(year))"\(current)>\(label(year))</a></td>\
      <td>\(year.count.grouped)</td></tr>

      """
  }

  private func label(_ year: Year) -> String { year.value.replacing("-", with: "–") }

  private func address(_ year: Year) -> Address {
    Address(search: search.toggling(year.value, of: .jaar))
  }
}
