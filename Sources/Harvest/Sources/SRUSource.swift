internal import Kamervragen

/// Lists what the official search has, whole or not at all.
struct SRUSource {
  let address: WebAddress
  let fetcher: Fetcher

  /// The number of records on a page, and on a page of the second try; and how often each page is
  /// asked for, since a service may be too slow to make a large one.
  private static let passes = [(pageSize: 100, tries: 2), (pageSize: 25, tries: 5)]
  /// A list with more is split: the search fails at records from 10,000 on.
  static let maximumCount = 5_000
  /// The last record that is asked for.
  private static let maximumStart = 9_900
  /// The maximum size of a page, in bytes; a record has some 4,000.
  private static let maximumPage = 8 << 20

  /// A list of what a query finds.
  enum Listing: Hashable {
    /// Everything, each publication once; and records that cannot be used.
    case whole([Publication], unusable: [SRUPage.Unusable])
    /// There are too many for one list.
    case tooMany(Int)
    /// It is not whole; a Dutch clause says why. What it has is right.
    case incomplete(String, [Publication])
    /// The answers are not to be trusted; a Dutch clause says why.
    case failed(String)
  }

  /// The number of records that a query finds.
  func count(_ query: SRUQuery) throws(FetchError) -> Result<Int, SRUError> {
    try page(query, start: 1, size: 0, tries: Self.passes[1].tries).map(\.count)
  }

  /// Lists what a query finds. If a list is not whole, a second try uses smaller pages.
  func list(_ query: SRUQuery) throws(FetchError) -> Listing {
    var listing = Listing.failed("")
    for (pageSize, tries) in Self.passes {
      do throws(FetchError) {
        listing = try list(query, pageSize: pageSize, tries: tries)
        switch listing {
        case .whole, .tooMany: return listing
        case .incomplete, .failed: continue
        }
      } catch {
        guard case .unavailable(let found) = error, pageSize == Self.passes[0].pageSize else {
          throw error
        }
        listing = .failed(found)
      }
    }
    return listing
  }

  private func list(
    _ query: SRUQuery, pageSize: Int, tries: Int
  ) throws(FetchError) -> Listing {
    var found: [String: Publication] = [:]
    var order: [String] = []
    var unusable: [SRUPage.Unusable] = []
    var counts: Set<Int> = []
    var count = 0
    var start = 1
    func incomplete(_ reason: String) -> Listing {
      .incomplete(reason, order.compactMap { found[$0] })
    }
    while true {
      let page: SRUPage
      switch try self.page(query, start: start, size: pageSize, tries: tries) {
      case .success(let result): page = result
      case .failure(let error): return .failed(error.description)
      }
      count = page.count
      counts.insert(count)
      guard count <= Self.maximumCount else { return .tooMany(count) }
      for publication in page.publications {
        if found[publication.identifier] == nil { order.append(publication.identifier) }
        let known = found[publication.identifier]
        if known.map({ $0.modified <= publication.modified }) ?? true {
          found[publication.identifier] = publication
        }
      }
      unusable += page.unusable
      guard let next = page.next else { break }
      guard next > start else {
        return incomplete("na resultaat \(start) volgt volgens de zoekdienst resultaat \(next)")
      }
      guard page.records > 0 else {
        return incomplete("de pagina vanaf resultaat \(start) is leeg, maar er volgen er meer")
      }
      guard next <= Self.maximumStart else { return .tooMany(count) }
      start = next
    }
    // A list that moves while it is read may skip a record without any other sign.
    guard counts.count == 1 else {
      return incomplete("het aantal resultaten veranderde onderweg")
    }
    let sum = found.count + unusable.count
    guard sum >= count else { return incomplete("\(sum) van \(count) resultaten gekregen") }
    return .whole(order.compactMap { found[$0] }, unusable: unusable)
  }

  private func page(
    _ query: SRUQuery, start: Int, size: Int, tries: Int
  ) throws(FetchError) -> Result<SRUPage, SRUError> {
    let answer = try fetcher.get(
      query.page(of: address, start: start, size: size), for: .sru, accept: "application/xml",
      maximumSize: Self.maximumPage, refusesPage: { _ in true }, tries: tries)
    do throws(SRUError) {
      return .success(try SRUPage(answer.bytes))
    } catch {
      return .failure(error)
    }
  }
}
