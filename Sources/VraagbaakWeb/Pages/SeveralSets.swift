internal import HTTPServer
internal import PassageIndex

/// A page with the sets that share a name, such as a zaaknummer or a number without a vergaderjaar.
struct SeveralSets {
  let name: String
  let passages: [StoredPassage]
  let site: SiteAddresses

  /// The most sets that are listed.
  private static let maximum = 50

  func response() -> HTTPResponse {
    var frame = PageFrame(name, main: main, site)
    frame.search = SearchParameters(name)
    frame.head = "<meta name=\"robots\" content=\"noindex\">\n"
    return frame.response(status: 300)
  }

  private var main: HTML {
    var seen: Set<String> = []
    let sets = passages.filter { seen.insert($0.setKey).inserted }
    let items: [HTML] = sets.prefix(Self.maximum).map { stored in
      """
      <li><a href="\(to: site.set(stored.setKey))">\(stored.setCitation)</a>\
      \(stored.set.subject.map { ": \($0)" } ?? "")</li>

      """
    }
    let more: HTML =
      sets.count > Self.maximum
      ? """
      <p>en nog \(sets.count - Self.maximum): \
      <a href="\(to: site.search(SearchParameters(name)))">zoek naar «\(name)»</a></p>

      """ : ""
    return """
      <div class="leesbaar">
      <h1>\(sets.count) sets heten «\(name)»</h1>
      <ul class="rij">
      \(items)</ul>
      \(more)</div>
      """
  }
}
