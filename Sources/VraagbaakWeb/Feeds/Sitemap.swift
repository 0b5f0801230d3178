internal import HTTPServer
internal import Kamervragen
internal import PassageIndex

extension Feeds {
  /// The addresses of a part of the sitemap. The protocol allows 50,000 and 50 MB (sitemaps.org); a
  /// name may be long.
  static let maximumAddresses = 10_000

  /// `/sitemap.xml`: the list of the parts.
  static func sitemap(
    _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    let sets = try reader.sets()
    let parts = stride(from: 0, to: sets.count, by: maximumAddresses).enumerated()
      .map { number, first -> XML in
        let part = sets[first...].prefix(maximumAddresses)
        let address = site.absolute(site.page("sitemap-\(number + 1).xml"))
        return "<sitemap><loc>\(address)</loc>\(change(part.compactMap(\.date).max()))</sitemap>\n"
      }
    return .xml(
      "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(parts)</sitemapindex>"
    )
  }

  /// `/sitemap-N.xml`: a part, from 1; 404 if there is none with that number.
  static func sitemapPart(
    _ number: Int, _ target: HTTPTarget, _ reader: IndexReader, _ site: SiteAddresses
  ) throws(IndexError) -> HTTPResponse {
    let sets = try reader.sets()
    guard number <= (sets.count + maximumAddresses - 1) / maximumAddresses else {
      return API.problem(404, "Dit deel van de lijst van sets bestaat niet.", target)
    }
    let part = sets[((number - 1) * maximumAddresses)...].prefix(maximumAddresses)
      .map { set -> XML in
        "<url><loc>\(site.absolute(site.set(set.key)))</loc>\(change(set.date))</url>\n"
      }
    return .xml("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(part)</urlset>")
  }

  /// When a page changed last: on the day of the publication.
  private static func change(_ day: CalendarDate?) -> XML {
    day.map { "<lastmod>\($0.description)</lastmod>" } ?? .empty
  }
}
