internal import PassageIndex

/// The addresses of a site's pages.
package struct SiteAddresses: Sendable, Hashable {
  /// The address of the site without a slash at the end: `https://example.nl/vragen`.
  let origin: String
  /// The path of the site on its host, without a slash at the end: `/vragen`, or empty.
  let base: String

  /// Makes the addresses of a site.
  ///
  /// - Parameter url: where its users find it: `https://example.nl/vragen`, with or without a slash
  ///   at the end.
  package init(url: String) {
    var origin = url
    while origin.hasSuffix("/") { origin.removeLast() }
    self.origin = origin
    let host = origin.firstRange(of: "://").map { origin[$0.upperBound...] } ?? origin[...]
    base = host.firstIndex(of: "/").map { String(host[$0...]) } ?? ""
  }

  /// The start page.
  var start: Address { Address(base: base, path: [""]) }

  /// A search. The start page if it searches nothing.
  package func search(_ search: SearchParameters) -> Address {
    Address(base: base, path: [""], parameters: search.written)
  }

  /// A whole set.
  ///
  /// - Parameters:
  ///   - key: any name of the set.
  ///   - query: the query whose words are marked; empty for none.
  /// - Returns: its address.
  package func set(_ key: String, query: String = "") -> Address {
    Address(base: base, path: ["set", key], parameters: query.isEmpty ? [] : [("q", query)])
  }

  /// The place of a passage in its set.
  func passage(_ passage: StoredPassage, query: String = "") -> Address {
    Address(
      base: base, path: ["set", passage.setKey], parameters: query.isEmpty ? [] : [("q", query)],
      fragment: PassageAnchor.fragment(of: passage))
  }

  /// The same search by the interface for programs, in which a page is an offset.
  func api(_ search: SearchParameters) -> Address {
    var parameters = search.changed { $0.perPage = SearchParameters.usualPerPage }.written
    let request = search.request
    if request.limit != SearchParameters.usualPerPage {
      parameters.append(("limit", "\(request.limit)"))
    }
    if request.offset > 0 { parameters.append(("offset", "\(request.offset)")) }
    return Address(base: base, path: ["api", "v1", "search"], parameters: parameters)
  }

  /// A file of the site, such as `stijl.css`, or another page without parameters.
  func page(_ path: String...) -> Address { Address(base: base, path: path) }

  /// The same search in another form: `zoek.csv`, `zoek.atom`.
  func export(_ name: String, _ search: SearchParameters) -> Address {
    Address(base: base, path: [name], parameters: search.written)
  }

  /// An address of this site for use elsewhere.
  package func absolute(_ address: Address) -> String {
    origin + address.written.dropFirst(base.count)
  }
}
