internal import HTTPServer
internal import PassageIndex
internal import VraagbaakReport

/// A search in another form than a page, and what browsers and search engines read.
enum Feeds {
  /// `/zoek.atom`: the newest matches.
  static func feed(
    _ target: HTTPTarget, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    try answer(target) { search throws(IndexError) in
      let pages = SearchParameters.maximumDepth / Feed.pageSize
      guard search.page <= pages else {
        return Problem.wrong(
          "pagina", "\(search.page)", expected: "een getal van 1 tot en met \(pages)"
        ).response(to: target)
      }
      let request = Feed.request(of: search)
      guard let response = try response(to: request, similar: search.similar, reader) else {
        return nil
      }
      return .xml(Feed(search, response, site).xml, type: "application/atom+xml")
    }
  }

  /// `/zoek.csv`: the matches for a spreadsheet, what `search --format csv` prints. The table
  /// begins with the first match, whatever the page.
  static func table(
    _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse {
    try answer(target) { search throws(IndexError) in
      var request = search.request
      request.limit = SearchParameters.maximumRows
      request.offset = 0
      guard let response = try response(to: request, similar: search.similar, reader) else {
        return nil
      }
      let lines = SearchTable.csv(request, response, hasHeader: true)
      let text = SearchTable.byteOrderMark + lines.map { $0 + "\n" }.joined()
      var table = HTTPResponse(type: "text/csv; charset=utf-8; header=present", Array(text.utf8))
      table["Content-Disposition"] = FileName(of: search).disposition
      return table
    }
  }

  private static func response(
    to request: SearchRequest, similar: String?, _ reader: IndexReader
  ) throws(IndexError) -> SearchResponse? {
    guard let similar else { return try reader.search(request) }
    return try reader.passages(like: similar, request)
  }

  /// Reads the parameters of a search and answers it; nil if nothing has the name of what results
  /// must resemble.
  private static func answer(
    _ target: HTTPTarget,
    _ answer: (SearchParameters) throws(IndexError) -> HTTPResponse?
  ) throws(IndexError) -> HTTPResponse {
    let search: SearchParameters
    do throws(SearchParameters.Mistake) {
      search = try SearchParameters(target)
    } catch {
      return Problem.wrong(error.name, error.value, expected: error.expected)
        .response(to: target)
    }
    return try answer(search) ?? Problem.notFound(search.similar ?? "").response(to: target)
  }
}

// MARK: Browsers and search engines

extension Feeds {
  /// `/opensearch.xml`: how a browser's address bar searches (OpenSearch 1.1, draft 6). The braces
  /// are the places of the words; an address with them is no `Address`.
  static func openSearch(_ site: SiteAddresses) -> HTTPResponse {
    let xml: XML = """
      <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
      <ShortName>Vraagbaak</ShortName>
      <Description>Zoekt in schriftelijke Kamervragen en hun antwoorden.</Description>
      <Url type="text/html" rel="results" template="\(site.origin)/?q={searchTerms}"/>
      <Url type="application/x-suggestions+json" rel="suggestions" \
      template="\(site.origin)/api/v1/suggest?q={searchTerms}&amp;format=opensearch"/>
      <Url type="application/atom+xml" rel="results" \
      template="\(site.origin)/zoek.atom?q={searchTerms}"/>
      <Url type="application/opensearchdescription+xml" rel="self" \
      template="\(site.absolute(site.page("opensearch.xml")))"/>
      <Image type="image/svg+xml" width="16" height="16">\
      \(site.absolute(StaticFile.icon.address(site)))</Image>
      <Query role="example" searchTerms="opsporingscapaciteit klanten"/>
      <Language>nl</Language>
      <InputEncoding>UTF-8</InputEncoding>
      <OutputEncoding>UTF-8</OutputEncoding>
      </OpenSearchDescription>
      """
    return .xml(xml, type: "application/opensearchdescription+xml")
  }

  /// `/robots.txt` (RFC 9309): sets may be crawled; searches, of which there is no end, may not.
  static func robots(_ site: SiteAddresses) -> HTTPResponse {
    let closed = ["/?", "/*?", "/passage/", "/zoek.", "/api/", "/metrics", "/gezond"]
    let lines =
      ["User-agent: *"] + closed.map { "Disallow: \(site.base)\($0)" }
      + ["Allow: \(site.base)/", "", "Sitemap: \(site.absolute(site.page("sitemap.xml")))"]
    return HTTPResponse(
      type: "text/plain; charset=utf-8", Array(lines.map { $0 + "\n" }.joined().utf8))
  }
}
