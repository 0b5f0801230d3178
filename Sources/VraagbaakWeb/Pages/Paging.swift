internal import PassageIndex

/// Links to other pages of the same results.
struct Paging {
  let search: SearchParameters
  let response: SearchResponse

  /// The pages on either side of this one that have a link.
  private static let reach = 2

  var html: HTML {
    let last = lastPage
    guard search.page > 1 || last > 1 else { return .empty }
    var links: [HTML] = []
    if search.page > 1 { links.append(link(search.page - 1, "‹ Vorige", rel: " rel=\"prev\"")) }
    let near = max(1, search.page - Self.reach)...max(1, min(last, search.page + Self.reach))
    if near.lowerBound > 1 { links.append(number(1)) }
    if near.lowerBound > 2 { links.append("<span>…</span>") }
    if near.contains(search.page) { links += near.map(number) }
    if near.upperBound < last { links.append("<span>…</span>") }
    if search.page < last {
      links.append(link(search.page + 1, "Volgende ›", rel: " rel=\"next\""))
    }
    return "<nav class=\"bladeren\" aria-label=\"Pagina’s\">\n\(links.joined(by: "\n"))\n</nav>\n"
  }

  /// The last page, as far as that is known. There is none behind the greatest depth.
  private var lastPage: Int {
    let deepest = (SearchParameters.maximumDepth - 1) / search.perPage + 1
    let known =
      response.total.estimate + (response.isPartialCounted ? response.partial.estimate : 0)
      + response.related
    let isFull = response.results.count == search.perPage
    // Partial matches that are not counted begin behind the complete ones.
    let isMore = isFull && !response.isPartialCounted && !search.requiresAll
    let pages = max((known + search.perPage - 1) / search.perPage, search.page + (isMore ? 1 : 0))
    return min(deepest, isFull ? pages : min(pages, search.page))
  }

  private func number(_ page: Int) -> HTML {
    if page == search.page { return "<span aria-current=\"page\">\(page)</span>" }
    return "<a href=\"\(to: address(page))\"><span class=\"stil\">Pagina </span>\(page)</a>"
  }

  private func link(_ page: Int, _ text: String, rel: HTML) -> HTML {
    "<a href=\"\(to: address(page))\"\(rel)>\(text)</a>"
  }

  private func address(_ page: Int) -> Address {
    Address(search: search.changed { $0.page = page })
  }
}
