internal import PassageIndex
internal import VraagbaakReport

/// «Verfijn»: the results per year, and the values of facets, each a link that narrows the search
/// or widens it again.
struct Refinement {
  let search: SearchParameters
  let response: SearchResponse
  /// How many bytes it may have, if that is possible with `least` values of each facet.
  var room = 0

  private let chart: YearChart

  /// The fewest values of a facet, the most that are always in sight, and the most of all.
  private static let least = 3
  private static let mostInSight = 8
  private static let most = 58
  /// A guess of the bytes of a value without its address, and of a list without values.
  private static let bytesOfValue = 60
  private static let bytesOfList = 130

  init(search: SearchParameters, response: SearchResponse) {
    self.search = search
    self.response = response
    chart = YearChart(search: search, counts: response.facets[.jaar] ?? [])
  }

  /// Whether there is nothing to narrow by.
  var isEmpty: Bool { chart.isEmpty && lists.isEmpty }

  private var lists: [FacetList] {
    SearchRequest.Facet.allCases.filter { $0 != .jaar || chart.isEmpty }.compactMap { list(of: $0) }
  }

  var html: HTML {
    guard !isEmpty else { return .empty }
    let lists = lists
    var html: HTML = """
      <aside class="verfijn" id="verfijn" aria-labelledby="verfijn-kop">
      <h2 id="verfijn-kop">Verfijn</h2>
      \(counted)\(chart.html)
      """
    let address = Address(search: search).written.utf8.count
    let bytes = (room - html.bytes.count) / max(1, lists.count) - Self.bytesOfList
    let values = max(Self.least, bytes / (address + Self.bytesOfValue))
    for list in lists {
      html += list.html(inSight: min(values, Self.mostInSight), all: min(values, Self.most))
    }
    return html + "</aside>\n"
  }

  /// What the numbers count.
  private var counted: HTML {
    let unit = search.group == .set ? "sets" : "passages"
    let part = response.partial.upper > 0 ? " die alles bevatten" : ""
    return "<p class=\"telt\">Aantallen \(unit)\(part).</p>\n"
  }

  private func list(of facet: SearchRequest.Facet) -> FacetList? {
    let chosen = search.filters[facet] ?? []
    let counts = response.facets[facet] ?? []
    guard !chosen.isEmpty || !counts.isEmpty else { return nil }
    let others = counts.filter { !chosen.contains($0.value) }
    return FacetList(
      search: search, facet: facet,
      chosen: chosen.map { value in
        FacetItem(value: value, count: counts.first { $0.value == value }?.count)
      },
      others: others.prefix(Self.most).map { FacetItem($0) })
  }
}

/// A value of a facet.
struct FacetItem {
  let value: String
  /// In how many results; nil if that was not counted.
  let count: Int?
}

extension FacetItem {
  init(_ count: FacetCount) { self.init(value: count.value, count: count.count) }
}

/// The values of one facet.
struct FacetList {
  let search: SearchParameters
  let facet: SearchRequest.Facet
  let chosen: [FacetItem]
  let others: [FacetItem]

  /// The list.
  ///
  /// - Parameters:
  ///   - inSight: how many values are always shown, besides those that are chosen.
  ///   - all: how many there are in all; the others are shown on demand.
  /// - Returns: the list under its heading.
  func html(inSight: Int, all: Int) -> HTML {
    let rest = others.prefix(all).dropFirst(inSight)
    let details: HTML =
      rest.isEmpty
      ? .empty : "<details><summary>meer</summary>\n<ul>\n\(rest.map(item))</ul>\n</details>\n"
    return """
      <section class="facet">
      <h3>\(facet.title)</h3>
      <ul>
      \(chosen.map(chosenItem))\(others.prefix(inSight).map(item))</ul>
      \(details)</section>

      """
  }

  private func item(_ item: FacetItem) -> HTML {
    """
    <li>\(chosen.isEmpty ? "" : "ook ")<a href="\(to: address(item))">\
    \(facet.shown(item.value))</a> \(number(item))</li>

    """
  }

  private func chosenItem(_ item: FacetItem) -> HTML {
    """
    <li class="gekozen"><a href="\(to: address(item))" aria-current="true">\
    \(facet.shown(item.value))</a> \(number(item))</li>

    """
  }

  private func number(_ item: FacetItem) -> HTML? {
    item.count.map { "<span>\($0.grouped)</span>" }
  }

  private func address(_ item: FacetItem) -> Address {
    Address(search: search.toggling(item.value, of: facet))
  }
}

/// The chosen values, each with a link that no longer takes it.
struct ChosenValues {
  let search: SearchParameters

  var html: HTML {
    let values: [HTML] = SearchRequest.Facet.allCases.flatMap { facet in
      (search.filters[facet] ?? []).map { value in
        let shown = facet.shown(value)
        return """
          <li><a href="\(to: Address(search: search.toggling(value, of: facet)))">\
          <span class="stil">Niet meer: </span>\(facet.title): \(shown) \
          <span aria-hidden="true">×</span></a></li>

          """
      }
    }
    guard !values.isEmpty else { return .empty }
    let none = search.changed { $0.filters = [:] }
    let clear: HTML = "<li><a href=\"\(to: Address(search: none))\">wis alles</a></li>\n"
    return "<ul class=\"keuze\" aria-label=\"Gekozen\">\n\(values)\(clear)</ul>\n"
  }
}

extension SearchRequest.Facet {
  /// The Dutch name as a heading.
  var title: String {
    switch self {
    case .partij: "Partij"
    case .lid: "Vraagsteller"
    case .minister: "Bewindspersoon"
    case .thema: "Thema"
    case .jaar: "Vergaderjaar"
    case .soort: "Soort"
    }
  }
}
