internal import HTTPServer
internal import PassageIndex
internal import VraagbaakReport

/// `/set/ID`: a whole set, to be read and printed.
struct SetPage {
  /// The set, and if several files have one of the same name, each of them.
  let documents: [SetDocument]
  /// The query whose words are marked.
  let query: String
  /// What in the query was not understood.
  let notices: [QueryNotice]
  let site: SiteAddresses

  /// A set with what the index knows of it.
  struct SetDocument {
    let passages: [StoredPassage]
    /// The passages with the hits of the query.
    let highlighted: [HighlightedPassage]?
    let record: SetRecord
  }

  func response() -> HTTPResponse {
    let stored = documents.first?.passages.first
    var frame = PageFrame(title(of: stored), main: main, site)
    frame.search = SearchParameters(query)
    if let stored {
      frame.head = "<link rel=\"canonical\" href=\"\(to: site.set(stored.setKey))\">\n"
    }
    return frame.response()
  }

  private func title(of stored: StoredPassage?) -> String {
    [stored?.set.subject, stored?.setCitation].compactMap(\.self).joined(separator: " – ")
  }

  private var main: HTML {
    """
    \(back)\(documents.enumerated().map { place, document in
      article(document, isFirst: place == 0)
    })
    """
  }

  private var back: HTML {
    guard !query.isEmpty else { return .empty }
    let notices: [HTML] = notices.map { "<p><strong>Let op:</strong> \($0.dutch)</p>\n" }
    return """
      <p class="terug"><a href="\(to: site.search(SearchParameters(query)))">‹ Alle treffers voor \
      «\(query)»</a></p>
      \(notices)
      """
  }

  private func article(_ document: SetDocument, isFirst: Bool) -> HTML {
    let heading = SetHeading(document: document, site: site)
    var anchors = Anchors(isUsed: isFirst)
    return """
      <article class="stuk">
      \(heading.html)\(document.passages.enumerated().map { place, stored in
        PassageSection(stored, document.highlighted?[place]).html(&anchors)
      })\(heading.citing)</article>

      """
  }
}

/// The names of places in a page, each given once.
struct Anchors {
  private var given: Set<String> = []
  private let isUsed: Bool

  /// - Parameter isUsed: whether places get names at all.
  init(isUsed: Bool = true) { self.isUsed = isUsed }

  /// An `id` attribute with a space before it; nothing if another place has the name.
  mutating func attribute(_ name: String) -> HTML {
    take(name) ? " id=\"\(name)\"" : ""
  }

  /// Whether a place may have this name; it is then given.
  mutating func take(_ name: String) -> Bool { isUsed && given.insert(name).inserted }
}
