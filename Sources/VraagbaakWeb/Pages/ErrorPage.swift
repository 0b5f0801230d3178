internal import HTTPServer

/// A page that says what went wrong, and what to do.
struct ErrorPage {
  let status: Int
  /// What happened, in Dutch.
  let sentence: String
  /// A query that may find what was meant; empty for none.
  var query = ""
  let site: SiteAddresses

  func response() -> HTTPResponse {
    var frame = PageFrame(title, main: main, site)
    frame.search = SearchParameters(query)
    frame.head = "<meta name=\"robots\" content=\"noindex\">\n"
    return frame.response(status: status)
  }

  private var title: String {
    switch status {
    case 300: "Meer dan één"
    case 400: "Dit adres klopt niet"
    case 404: "Niet gevonden"
    case 405: "Dit kan hier niet"
    case 414: "Te lang"
    case 503: "Even geduld"
    default: "Er ging iets mis"
    }
  }

  private var main: HTML {
    """
    <div class="leesbaar">
    <h1>\(title)</h1>
    <p>\(sentence)</p>
    \(searchLink)<p><a href="\(to: site.start)">Naar de beginpagina</a> · \
    <a href="\(to: site.page("hulp"))">Hulp bij het zoeken</a></p>
    </div>
    """
  }

  private var searchLink: HTML {
    guard !query.isEmpty else { return .empty }
    return """
      <p><a href="\(to: site.search(SearchParameters(query)))">Zoek naar «\(query)»</a></p>

      """
  }
}
