internal import HTTPServer
internal import PassageIndex

/// A search in another form than a page, and what browsers and search engines read.
enum Feeds {
  /// `/zoek.atom`: the newest matches.
  static func feed(
    _ target: HTTPTarget, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse { HTTPResponse(status: 501) }

  /// `/zoek.csv`: the matches for a spreadsheet.
  static func table(
    _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse { HTTPResponse(status: 501) }

  /// `/opensearch.xml`: how a browser's address bar searches.
  static func openSearch(_ site: SiteAddresses) -> HTTPResponse { HTTPResponse(status: 501) }

  /// `/robots.txt`.
  static func robots(_ site: SiteAddresses) -> HTTPResponse { HTTPResponse(status: 501) }

  /// `/sitemap.xml`: the list of the parts.
  static func sitemap(
    _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse { HTTPResponse(status: 501) }

  /// `/sitemap/N.xml`: a part, from 1; 404 if there is none with that number.
  static func sitemapPart(
    _ number: Int, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse { HTTPResponse(status: 501) }
}
