internal import PassageSearch
internal import VraagbaakReport
internal import VraagbaakWeb

/// A message in plain text and in HTML. Text of documents enters HTML only by escaping, and plain
/// text only without control characters.
package struct MessageText {
  private let findings: Findings
  private let items: [ToldItem]
  private let settings: MessageSettings

  /// Makes the text of what a run found.
  package init(_ findings: Findings, _ settings: MessageSettings) {
    self.findings = findings
    self.settings = settings
    let query = findings.alert.subject.query
    items = findings.items.prefix(settings.limit).map { ToldItem($0, query: query, settings) }
  }

  private var heading: String { "Attendering «\(findings.alert.name)»: \(findings.summary)" }

  private var rest: Int { findings.rest(after: settings.limit) }

  private var restText: String? {
    rest == 0 ? nil : "En nog \(rest.grouped) andere."
  }

  /// The search on the site of the index; nil without a site or a query.
  private var search: Address? {
    findings.alert.subject.search(on: settings.baseURL)
  }

  private var unsubscribe: String? { settings.contact ?? settings.from }

  // MARK: Plain text

  private static let width = 72

  /// The plain text of a mail, with lines of at most 72 characters unless an address is longer.
  var plain: String {
    let foot = unsubscribe.map { "\nGeen mail meer? Schrijf naar \($0).\n" } ?? ""
    return shown + foot
  }

  /// The same for who is not mailed.
  var shown: String {
    var lines = Self.wrapped(heading) + Self.wrapped(findings.alert.subject.dutch)
    for item in items { lines += [""] + Self.lines(of: item) }
    if let restText {
      lines += [""] + Self.wrapped(restText)
      if case .query(let query) = findings.alert.subject, search == nil {
        let quoted = query.replacing("'", with: "'\\''")
        lines += Self.wrapped("Alle resultaten: vraagbaak search --sort newest -- '\(quoted)'")
      }
    }
    if let search { lines += ["", "Alle resultaten: \(search.written)"] }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func wrapped(_ text: String, indent: Int = 0) -> [String] {
    StyledText(oneLine(text)).lines(width: width, indent: indent)
  }

  private static func oneLine(_ text: String) -> String {
    // On bytes, since every message has many texts.
    let words = text.utf8.split { $0 <= UInt8(ascii: " ") }.joined(separator: " ".utf8)
    return String(decoding: Array(words), as: UTF8.self).withoutControls
  }

  private static func lines(of item: ToldItem) -> [String] {
    var lines = wrapped("\(item.label): \(item.citation)")
    if let subject = item.subject { lines += wrapped(subject, indent: 2) }
    for person in item.people { lines += wrapped(person, indent: 2) }
    for (label, snippet) in item.snippets {
      let text = snippet.pieces.map { $0.isHit ? "*\($0.text)*" : $0.text }.joined()
      lines += wrapped("\(label): \(text)", indent: 4)
    }
    if let others = othersText(item) { lines += wrapped(others, indent: 4) }
    lines += [item.official, item.site].compactMap { $0.map { "  \($0.written)" } }
    return lines
  }

  private static func othersText(_ item: ToldItem) -> String? {
    item.others == 0
      ? nil
      : "en nog \(counted(item.others, "passage", "passages")) in deze set"
  }

  // MARK: HTML

  /// The HTML page.
  var html: HTML {
    let link: HTML? = search.map { "<p><a href=\"\(to: $0)\">Alle resultaten</a></p>\n" }
    let rest: HTML? = restText.map { "<p>\($0)</p>\n" }
    let foot: HTML? = unsubscribe.map {
      "<p><small>Geen mail meer? Schrijf naar \($0).</small></p>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="nl">
      <head>
      <meta charset="utf-8">
      <title>\(Self.oneLine(heading))</title>
      </head>
      <body>
      <h1 style="font-size: 1.3em">\(Self.oneLine(heading))</h1>
      <p>\(Self.oneLine(findings.alert.subject.dutch))</p>
      \(items.map { Self.article($0) })\(rest)\(link)\(foot)</body>
      </html>

      """
  }

  private static func article(_ item: ToldItem) -> HTML {
    """
    <h2 style="font-size: 1.1em">\(item.label): \(oneLine(item.citation))</h2>
    \(body(of: item))
    """
  }

  /// What an item tells, without its citation.
  static func body(of item: ToldItem) -> HTML {
    let subject: HTML? = item.subject.map { "<p><b>\(oneLine($0))</b></p>\n" }
    let people: [HTML] = item.people.map { "\(oneLine($0))" }
    let asked: HTML? = people.isEmpty ? nil : "<p>\(people.joined(by: "<br>"))</p>\n"
    let texts: [HTML] = item.snippets.map { "<p>\($0.label): \(HTML($0.snippet))</p>\n" }
    let others: HTML? = othersText(item).map { "<p>\($0)</p>\n" }
    var links: [HTML] = []
    if let address = item.official {
      links.append("<a href=\"\(to: address)\">officiële publicatie</a>")
    }
    if let address = item.site { links.append("<a href=\"\(to: address)\">in Vraagbaak</a>") }
    let found: HTML? = links.isEmpty ? nil : "<p>\(links.joined(by: " · "))</p>\n"
    return "\(subject)\(asked)\(texts)\(others)\(found)"
  }
}

extension Alert.Subject {
  /// The query; empty if questions are followed.
  var query: String { if case .query(let query) = self { query } else { "" } }

  /// The address of the search, the newest first; nil without a site or a query.
  func search(on baseURL: String?) -> Address? {
    guard let baseURL, !query.isEmpty else { return nil }
    var search = SearchParameters(query)
    search.sort = .newest
    search.requiresAll = true
    let site = SiteAddresses(url: baseURL)
    return Address(elsewhere: site.absolute(site.search(search)))
  }
}
