internal import HTTPServer
package import PassageIndex

/// A search as an address writes it: `/?q=jeugdzorg&sorteer=nieuwste&partij=VVD&pagina=2`. Whatever
/// is as usual is not written.
package struct SearchParameters: Sendable, Hashable {
  /// The query as typed.
  var query = ""
  /// The passage or set that results must resemble; nil to search words.
  var similar: String?
  package var sort = SearchRequest.Sort.relevance
  var group = SearchRequest.Group.passage
  /// The chosen values of facets.
  var filters: [SearchRequest.Facet: [String]] = [:]
  var isExact = false
  package var requiresAll = false
  /// The number of the page, from 1.
  var page = 1
  /// The number of results on a page.
  var perPage = Self.usualPerPage
  /// The passage whose place in the list is explained; nil for none.
  var why: String?

  /// Makes a search of a query.
  package init(_ query: String = "") { self.query = query }

  static let usualPerPage = 10
  static let maximumPerPage = 100
  /// The most rows of a table for a spreadsheet.
  static let maximumRows = 1000
  /// The deepest result that a page shows: each page costs as much as all before it.
  static let maximumDepth = 10_000

  /// Whether anything is searched.
  var isSearch: Bool { !query.isEmpty || similar != nil || !filters.isEmpty }
}

// MARK: Reading

extension SearchParameters {
  /// A parameter with a value that it cannot have.
  struct Mistake: Error, Hashable {
    /// The name of the parameter.
    let name: String
    let value: String
    /// What was expected, in Dutch: `een getal van 1 tot en met 100`.
    let expected: String
  }

  /// The words of `sorteer`, and those of the command.
  static let sorts: [(dutch: String, sort: SearchRequest.Sort)] = [
    ("relevantie", .relevance), ("nieuwste", .newest), ("oudste", .oldest), ("nummer", .number),
  ]

  /// Reads the parameters of a request. Those that are not of a search are ignored.
  init(_ target: HTTPTarget) throws(Mistake) {
    var pages: String?
    for parameter in target.parameters {
      let (name, value) = (parameter.name, parameter.value)
      switch name {
      case "q": query = value
      case "lijkt": similar = value.isEmpty ? nil : value
      case "waarom": why = value.isEmpty ? nil : value
      case "sorteer":
        guard let known = Self.sorts.first(where: { $0.dutch == value }) else {
          throw Mistake(
            name: name, value: value,
            expected: Self.sorts.map(\.dutch).joined(separator: ", "))
        }
        sort = known.sort
      case "groep":
        guard let known = SearchRequest.Group(rawValue: value) else {
          throw Mistake(name: name, value: value, expected: "passage, set")
        }
        group = known
      case "exact": isExact = try Self.flag(name, value)
      case "alles": requiresAll = try Self.flag(name, value)
      case "pagina": pages = value
      case "per": perPage = try Self.number(name, value, in: 1...Self.maximumPerPage)
      default:
        guard let facet = SearchRequest.Facet(rawValue: name), !value.isEmpty else { continue }
        if filters[facet]?.contains(value) != true { filters[facet, default: []].append(value) }
      }
    }
    // How deep a page may be depends on its size, which may come after it.
    if let pages {
      page = try Self.number("pagina", pages, in: 1...Self.maximumDepth / perPage)
    }
  }

  private static func flag(_ name: String, _ value: String) throws(Mistake) -> Bool {
    guard ["0", "1"].contains(value) else {
      throw Mistake(name: name, value: value, expected: "0, 1")
    }
    return value == "1"
  }

  private static func number(
    _ name: String, _ value: String, in range: ClosedRange<Int>
  ) throws(Mistake) -> Int {
    guard let number = Int(value), range.contains(number) else {
      throw Mistake(
        name: name, value: value,
        expected: "een getal van \(range.lowerBound) tot en met \(range.upperBound)")
    }
    return number
  }
}

// MARK: Writing

extension SearchParameters {
  /// The names and values of what is not as usual, in a fixed order.
  var written: [(name: String, value: String)] {
    var written: [(name: String, value: String)] = []
    if !query.isEmpty || isSearch { written.append(("q", query)) }
    if let similar { written.append(("lijkt", similar)) }
    if sort != .relevance, let word = Self.sorts.first(where: { $0.sort == sort })?.dutch {
      written.append(("sorteer", word))
    }
    if group != .passage { written.append(("groep", group.rawValue)) }
    for facet in SearchRequest.Facet.allCases {
      for value in filters[facet] ?? [] { written.append((facet.rawValue, value)) }
    }
    if isExact { written.append(("exact", "1")) }
    if requiresAll { written.append(("alles", "1")) }
    if page != 1 { written.append(("pagina", "\(page)")) }
    if perPage != Self.usualPerPage { written.append(("per", "\(perPage)")) }
    if let why { written.append(("waarom", why)) }
    return written
  }

  /// The request to the index.
  var request: SearchRequest {
    var request = SearchRequest(query)
    request.sort = sort
    request.group = group
    request.isExact = isExact
    request.requiresAll = requiresAll
    request.filters = filters
    request.limit = perPage
    request.offset = (page - 1) * perPage
    return request
  }
}

// MARK: Changing

extension SearchParameters {
  /// The same search with a change, from its first page.
  func changed(_ change: (inout SearchParameters) -> Void) -> SearchParameters {
    var changed = self
    changed.page = 1
    changed.why = nil
    change(&changed)
    return changed
  }

  /// The same search that also takes a value of a facet, or no longer does.
  func toggling(_ value: String, of facet: SearchRequest.Facet) -> SearchParameters {
    changed { search in
      var values = search.filters[facet] ?? []
      if let place = values.firstIndex(of: value) {
        values.remove(at: place)
      } else {
        values.append(value)
      }
      search.filters[facet] = values.isEmpty ? nil : values
    }
  }
}
