internal import Kamervragen
internal import PassageIndex
internal import PassageStore
internal import VraagbaakReport

/// The newest matches of a search as a feed (RFC 4287).
///
/// Names of feed and entries do not depend on the host: a reader knows an entry again if the site
/// moves.
package struct Feed {
  let search: SearchParameters
  let response: SearchResponse
  let site: SiteAddresses

  init(_ search: SearchParameters, _ response: SearchResponse, _ site: SiteAddresses) {
    self.search = search
    self.response = response
    self.site = site
  }

  /// The number of entries on a page.
  static let pageSize = 50

  /// The request of a search: the newest first, whatever its order. Whoever follows a search wants
  /// what has everything.
  static func request(of search: SearchParameters) -> SearchRequest {
    var request = search.request
    request.sort = .newest
    request.requiresAll = true
    request.limit = pageSize
    request.offset = (search.page - 1) * pageSize
    return request
  }

  /// The document.
  var xml: XML {
    let dates = response.results.compactMap(\.stored.date)
    return """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
      <id>\(Self.name("zoekvraag", searchName))</id>
      <title>\(title)</title>
      <updated>\(Self.moment(dates.max()))</updated>
      <author><name>Vraagbaak</name></author>
      <generator version="\(Release.version)">Vraagbaak</generator>
      <icon>\(site.absolute(StaticFile.icon.address(site)))</icon>
      \(link("self", "application/atom+xml", site.export("zoek.atom", search)))
      \(link("alternate", "text/html", site.search(search)))
      \(pages)\(response.results.map(entry))</feed>
      """
  }

  // MARK: The feed

  private var title: String {
    let understood = response.interpretation.dutch
    return understood.isEmpty ? "Vraagbaak" : "Vraagbaak: \(understood)"
  }

  /// What distinguishes one search from another: its parameters, without page and order.
  private var searchName: String {
    let search = search.changed { search in
      search.sort = .relevance
      search.perPage = SearchParameters.usualPerPage
    }
    return Address(base: "", path: [], parameters: search.written).written
  }

  /// Links to other pages (RFC 5005).
  private var pages: XML {
    func link(_ relation: String, to page: Int) -> XML {
      var other = search
      other.page = page
      return "\(self.link(relation, "application/atom+xml", site.export("zoek.atom", other)))\n"
    }
    var links = XML.empty
    if search.page > 1 { links += link("first", to: 1) + link("previous", to: search.page - 1) }
    let isLast = response.results.count < Self.pageSize
    if !isLast, search.page * Self.pageSize < SearchParameters.maximumDepth {
      links += link("next", to: search.page + 1)
    }
    return links
  }

  private func link(_ relation: String, _ type: String, _ address: Address) -> XML {
    "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(site.absolute(address))\"/>"
  }

  // MARK: Entries

  private func entry(_ result: SearchResult) -> XML {
    let stored = result.stored
    let isSet = search.group == .set
    let citation = isSet ? stored.setCitation : stored.citation
    let address = isSet ? site.set(stored.setKey) : site.passage(stored)
    return """
      <entry>
      <id>\(Self.name(isSet ? "set" : "passage", isSet ? stored.setKey : stored.id))</id>
      <title>\([citation, stored.set.subject].compactMap(\.self).joined(separator: ": "))</title>
      <updated>\(Self.moment(stored.date))</updated>
      \(link("alternate", "text/html", address))
      \(stored.set.members.map(author))\(categories(of: stored.set))\
      <summary type="html">\(summary(of: result))</summary>
      </entry>

      """
  }

  private func author(_ member: Member) -> XML {
    "<author><name>\(member.citation)</name></author>\n"
  }

  private func categories(of set: QuestionSet) -> [XML] {
    let kind: XML = "<category term=\"\(set.kind.rawValue)\" label=\"\(set.kind.explanation)\"/>\n"
    return [kind] + set.topics.map { "<category term=\"\($0)\"/>\n" }
  }

  /// The snippets as the HTML of two paragraphs, with the hits marked.
  private func summary(of result: SearchResult) -> String {
    let texts = [result.questionSnippet, result.answerSnippet, result.footnoteSnippet]
    return texts.compactMap { $0 }.filter { !$0.pieces.isEmpty }.map { "<p>\($0.html)</p>" }
      .joined()
  }

  // MARK: Names and moments

  /// A name that is the same everywhere and always: a UUID of version 8 (RFC 9562, 5.8) made of the
  /// XXH3 digest of what it names.
  package static func name(_ kind: String, _ text: String) -> String {
    let digest = ContentDigest(of: Array("vraagbaak \(kind) \(text)".utf8)).hexadecimal
    var digits = Array(digest.utf8)
    digits[12] = UInt8(ascii: "8")
    // The variant is in the first two bits of this digit.
    let value = Character(Unicode.Scalar(digits[16])).hexDigitValue ?? 0
    digits[16] = Array(String(value & 3 | 8, radix: 16).utf8)[0]
    var name = String(decoding: digits, as: UTF8.self)
    for place in [20, 16, 12, 8] {
      name.insert("-", at: name.index(name.startIndex, offsetBy: place))
    }
    return "urn:uuid:\(name)"
  }

  /// The beginning of a day. Every entry must have a moment: one of an unknown day has the first of
  /// Unix.
  private static func moment(_ day: CalendarDate?) -> String {
    "\(day?.description ?? "1970-01-01")T00:00:00Z"
  }
}
