internal import HTTPServer
internal import PassageIndex

/// The pages for people. Each function answers a request for one of them.
enum Pages {
  /// `/`: the search, or without one its box and examples.
  static func search(
    _ target: HTTPTarget, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    .page("<p>\(target.written)</p>")
  }

  /// `/set/ID`: a whole set.
  static func set(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    .page("<p>\(name)</p>")
  }

  /// `/passage/ID`: leads to the set of a passage.
  static func passage(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    .page("<p>\(name)</p>")
  }

  /// `/stand`: how complete the index is.
  static func coverage(
    _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    .page("<p></p>")
  }

  /// `/hulp`: the query language.
  static func help(_ site: SiteAddresses) -> HTTPResponse {
    .page("<p></p>")
  }

  /// The page of an error: a status, and a Dutch sentence about it.
  static func error(_ status: Int, _ sentence: String, _ site: SiteAddresses) -> HTTPResponse {
    .page("<p>\(sentence)</p>", status: status)
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
}
