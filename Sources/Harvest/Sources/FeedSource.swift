/// Where the Tweede Kamer has its feeds and files (SyncFeed).
package struct FeedAddresses: Sendable, Hashable {
  package static let official = "https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0"

  private let base: String
  private let feed: WebAddress

  /// Reads the address to which `/Feed` and `/Resources/GUID` are added.
  ///
  /// - Throws: `AddressError` if it is no address of an official site or of this machine, or has
  ///   parameters.
  package init(_ base: String) throws(AddressError) {
    guard !base.contains("?") else { throw .malformed(base) }
    self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
    feed = try WebAddress("\(self.base)/Feed")
  }

  /// The address of a page of a feed: its beginning, or what follows a place.
  func page(of category: FeedCategory, after place: Int?) -> WebAddress {
    let parameters = [("category", category.rawValue)]
    return feed.adding(parameters: parameters + (place.map { [("skiptoken", "\($0)")] } ?? []))
  }

  /// The address of a file.
  func file(_ resource: String) throws(AddressError) -> WebAddress {
    try WebAddress("\(base)/Resources/\(resource)")
  }
}

/// Reads the feeds of the Tweede Kamer.
struct FeedSource {
  let addresses: FeedAddresses
  let fetcher: Fetcher

  /// The maximum size of a page, in bytes; 250 entries have some 190,000.
  private static let maximumPage = 8 << 20

  /// The page of a feed after a place, or its first one.
  func page(
    of category: FeedCategory, after place: Int?
  ) throws(FetchError) -> Result<FeedPage, FeedError> {
    let address = addresses.page(of: category, after: place)
    let answer = try fetcher.get(
      address, for: .tweedeKamer, accept: "application/atom+xml, application/xml",
      maximumSize: Self.maximumPage, refusesPage: { _ in true })
    do throws(FeedError) {
      return .success(try FeedPage(answer.bytes, category, from: address, after: place))
    } catch {
      return .failure(error)
    }
  }
}
