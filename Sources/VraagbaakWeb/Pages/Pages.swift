internal import HTTPServer
internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

/// The pages for people. Each function answers a request for one of them.
enum Pages {
  /// `/`: the search, or without one its box and examples.
  static func search(
    _ target: HTTPTarget, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    var search: SearchParameters
    do throws(SearchParameters.Mistake) {
      search = try SearchParameters(target)
    } catch {
      return Self.error(
        400, "\(error.name) kan niet «\(error.value)» zijn; verwacht wordt: \(error.expected).",
        site)
    }
    guard search.isSearch else { return try start(reader, site) }
    var request = search.request
    // What is like a passage has no edge, so a value would not find as many as it counts.
    if search.similar == nil { request.facets = SearchRequest.Facet.allCases }
    let found: SearchResponse
    var models: [StoredPassage] = []
    if let similar = search.similar {
      guard let like = try reader.passages(like: similar, request) else {
        return missing(similar, site)
      }
      found = like
      models = try reader.passages(of: similar)
    } else {
      found = try reader.search(request)
    }
    // By the names that the facets have.
    search.filters = found.filters
    return ResultPage(
      search: search, found: found, models: models, explanations: try explanations(search, reader),
      site: site
    ).response()
  }

  private static func start(
    _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    let status = try reader.status()
    var newest = SearchRequest("soort:beantwoord")
    newest.sort = .newest
    newest.limit = 1
    let found = try reader.search(newest)
    return StartPage(
      sets: status.sets, passages: status.passages, newest: found.results.first?.stored,
      site: site
    ).response()
  }

  /// Why the passages are found or not that the request asks about.
  private static func explanations(
    _ search: SearchParameters, _ reader: IndexReader
  ) throws(IndexError) -> [MatchExplanation] {
    // A whole set would take as long as many searches.
    guard let why = search.why, why.contains("#"), search.similar == nil else { return [] }
    return try reader.explainMatch(of: why, search.query, isExact: search.isExact)
  }

  /// `/set/ID`: a whole set.
  static func set(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    let query = target["q"] ?? ""
    let found = try reader.passages(of: name, includingCiting: false)
    let keys = found.map(\.setKey).withoutRepeats
    guard let key = keys.first else { return missing(name, site) }
    guard keys.count == 1 else {
      return SeveralSets(name: name, passages: found, site: site).response()
    }
    guard key == name else { return .other(try address(of: found, query, reader, site)) }
    var documents: [SetPage.SetDocument] = []
    var notices: [QueryNotice] = []
    for source in found.map(\.source).withoutRepeats {
      let passages = found.filter { $0.source == source }
      var highlighted: [HighlightedPassage]?
      if !query.isEmpty {
        let marked = try reader.highlights(in: passages, of: SearchRequest(query))
        (highlighted, notices) = (marked.passages, marked.notices)
      }
      documents.append(
        SetPage.SetDocument(
          passages: passages, highlighted: highlighted, record: try reader.record(of: passages[0]))
      )
    }
    return SetPage(documents: documents, query: query, notices: notices, site: site).response()
  }

  /// `/passage/ID`: leads to the set of a passage.
  static func passage(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    let found = try reader.passages(of: name, includingCiting: false)
    let keys = found.map(\.setKey).withoutRepeats
    guard !keys.isEmpty else { return missing(name, site) }
    guard keys.count == 1 else {
      return SeveralSets(name: name, passages: found, site: site).response()
    }
    return .other(try address(of: found, target["q"] ?? "", reader, site))
  }

  /// Where the passages that a name gives are: a whole set, or the first of some passages of it.
  private static func address(
    of found: [StoredPassage], _ query: String, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> Address {
    let whole = try reader.passages(of: found[0].setKey)
    return found.count < whole.count
      ? site.passage(found[0], query: query) : site.set(found[0].setKey, query: query)
  }

  /// `/stand`: how complete the index is.
  static func coverage(
    _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    CoveragePage(
      status: try reader.status(), coverage: try reader.coverage(),
      run: .last(of: reader.path), site: site
    ).response()
  }

  /// `/hulp`: the query language.
  static func help(_ site: SiteAddresses) -> HTTPResponse { HelpPage(site: site).response() }

  /// The page of an error: a status, and a Dutch sentence about it.
  static func error(_ status: Int, _ sentence: String, _ site: SiteAddresses) -> HTTPResponse {
    ErrorPage(status: status, sentence: sentence, site: site).response()
  }

  private static func missing(_ name: String, _ site: SiteAddresses) -> HTTPResponse {
    ErrorPage(
      status: 404, sentence: "«\(name)» staat niet in de index.", query: name, site: site
    ).response()
  }
}

extension HTTPResponse {
  /// A page. The browser may load what lies on this site, and nothing else.
  static func page(_ html: HTML, status: Int = 200) -> HTTPResponse {
    var response = HTTPResponse(status: status, type: "text/html; charset=utf-8", html.bytes)
    response["Content-Security-Policy"] =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
      + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    response["Referrer-Policy"] = "no-referrer"
    return response
  }

  /// The answer is at another address (303).
  fileprivate static func other(_ address: Address) -> HTTPResponse {
    var response = HTTPResponse(status: 303)
    response["Location"] = address.written
    return response
  }
}
