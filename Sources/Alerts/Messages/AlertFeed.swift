internal import PassageStore
internal import VraagbaakReport
internal import VraagbaakWeb

/// The Atom feed of an alert (RFC 4287): what it was told, the newest first.
package struct AlertFeed {
  private let alert: Alert
  private let settings: MessageSettings
  /// What distinguishes these alerts from others; see `KnownState.id`.
  private let id: String

  /// Makes the feed of an alert.
  package init(_ alert: Alert, _ settings: MessageSettings, id: String) {
    self.alert = alert
    self.settings = settings
    self.id = id
  }

  /// The most entries of a feed.
  package static let maximumEntries = 100

  /// Makes the whole feed after a run.
  ///
  /// - Parameters:
  ///   - findings: what the run found.
  ///   - earlier: the feed as it was before; empty if there was none. Only entries that were
  ///     written like this are kept.
  ///   - moment: the present time in UTC (ISO 8601).
  /// - Returns: the document.
  package func bytes(
    with findings: Findings, after earlier: [UInt8], at moment: String
  ) -> [UInt8] {
    let query = alert.subject.query
    let new = findings.items.prefix(Self.maximumEntries).map { item -> [UInt8] in
      entry(item, ToldItem(item, query: query, settings), moment).bytes
    }
    let ends = Array("</feed>\n".utf8)
    return head(moment).bytes
      + (new + Self.entries(of: earlier)).prefix(Self.maximumEntries).flatMap(\.self) + ends
  }

  private func head(_ moment: String) -> XML {
    let link: XML? = alert.subject.search(on: settings.baseURL).map {
      "<link rel=\"alternate\" type=\"text/html\" href=\"\(to: $0)\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
      <id>\(Feed.name("attendering", "\(id) \(alert.name)"))</id>
      <title>Vraagbaak: \(alert.name)</title>
      <subtitle>\(alert.subject.dutch)</subtitle>
      <updated>\(moment)</updated>
      <author><name>Vraagbaak</name></author>
      <generator version="\(Release.version)">Vraagbaak</generator>
      \(link)
      """
  }

  private func entry(_ item: Findings.Item, _ told: ToldItem, _ moment: String) -> XML {
    let name = "\(alert.name) \(item.event.key) \(item.event.identity)"
    let title = [told.label, told.citation, told.subject].compactMap(\.self)
      .joined(separator: ": ").withoutControls
    let address = told.site ?? told.official
    let link: XML? = address.map {
      "<link rel=\"alternate\" type=\"text/html\" href=\"\(to: $0)\"/>\n"
    }
    let content = String(decoding: MessageText.body(of: told).bytes, as: UTF8.self)
    return """
      <entry>
      <id>\(Feed.name("bericht", "\(id) \(name)"))</id>
      <title>\(title)</title>
      <updated>\(moment)</updated>
      \(link)<category term="\(item.event.kind.rawValue)" label="\(item.event.kind.dutch)"/>
      <content type="html">\(content)</content>
      </entry>

      """
  }

  /// The entries of a feed as they were written.
  private static func entries(of feed: [UInt8]) -> [[UInt8]] {
    let (start, end) = (Array("<entry>".utf8), Array("</entry>".utf8))
    var entries: [[UInt8]] = []
    var entry: [UInt8]?
    for line in feed.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.elementsEqual(start) { entry = [] }
      entry? += line + [UInt8(ascii: "\n")]
      if line.elementsEqual(end) {
        if let entry { entries.append(entry) }
        entry = nil
      }
    }
    return entries
  }
}
