internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

/// The head of a set's page, and what stands at its end.
struct SetHeading {
  let document: SetPage.SetDocument
  let site: SiteAddresses

  private var stored: StoredPassage? { document.passages.first }

  var html: HTML {
    guard let stored else { return .empty }
    let subject = stored.set.subject.map { _ in
      document.highlighted?.first?.subject.map { HTML($0) } ?? "\(stored.set.subject ?? "")"
    }
    let citation: HTML = "\(stored.setCitation)"
    return """
      <header class="stukkop">
      <p class="vindplaats">\(subject == nil ? "" : citation)</p>
      <h1>\(subject ?? citation)</h1>
      <dl class="feiten">
      \(facts(of: stored))</dl>
      \(actions(stored))</header>

      """
  }

  // MARK: Facts

  private func facts(of stored: StoredPassage) -> HTML {
    let set = stored.set
    let marked = document.highlighted?.first
    var facts = HTML.empty
    func add(_ label: String, _ values: [HTML], by separator: HTML = ", ") {
      guard !values.isEmpty else { return }
      facts += "<dt>\(label)</dt><dd>\(values.joined(by: separator))</dd>\n"
    }
    func texts(_ plain: [String], _ marked: [Snippet]?) -> [HTML] {
      marked?.map { HTML($0) } ?? plain.map { "\($0)" }
    }
    add("Gevraagd door", texts(set.members.map(\.citation), marked?.members))
    add("Gericht aan", texts(set.addressees, marked?.addressees))
    add("Ingezonden", [set.submitted.map(date)].compactMap(\.self))
    add(
      set.kind.respondentLabel,
      texts(set.respondents.map(\.citation), marked?.respondents))
    add("Mede namens", set.onBehalfOf.map { "\($0)" })
    add("Ontvangen", [set.received.map(date)].compactMap(\.self))
    add("Soort", [set.kind == .answered ? nil : "\(set.kind.explanation)"].compactMap(\.self))
    add("Zaak", [set.caseNumber.map { "\($0)" }].compactMap(\.self))
    add("Thema", set.topics.map(topic), by: "; ")
    add("Trefwoorden", [set.keywords.map { "\($0)" }].compactMap(\.self))
    add("Samenvatting", [set.abstract.map { "\($0)" }].compactMap(\.self))
    let links = document.record.links
    for relation in SetLink.Relation.allCases {
      add(relation.title, links.filter { $0.relation == relation }.map { other($0.set) })
    }
    let linked = Set(links.map { $0.set.lowercased() })
    add("Zie ook", set.seeAlso.filter { !linked.contains($0.lowercased()) }.map(other))
    return facts
  }

  private func date(_ date: CalendarDate) -> HTML {
    "<time datetime=\"\(date.description)\">\(date.dutch)</time>"
  }

  private func topic(_ topic: String) -> HTML {
    let search = SearchParameters("thema:\"\(topic.replacing("\"", with: " "))\"")
    return "<a href=\"\(to: site.search(search))\">\(topic)</a>"
  }

  private func other(_ key: String) -> HTML { "<a href=\"\(to: site.set(key))\">\(key)</a>" }

  private func actions(_ stored: StoredPassage) -> HTML {
    var like = SearchParameters()
    like.similar = stored.setKey
    var links: [HTML] = []
    if let official = stored.officialAddress.flatMap({ Address(elsewhere: $0) }) {
      links.append("<a rel=\"noreferrer\" href=\"\(to: official)\">officiële pagina</a>")
    }
    links.append("<a rel=\"nofollow\" href=\"\(to: site.search(like))\">lijkt op</a>")
    links.append("<a href=\"#citeren\">citeren</a>")
    links.append(
      CopyButton(label: "kopieer vindplaats", text: FullCitation(stored).written(in: .text)).html)
    return "<p class=\"doe\">\(links.joined(by: " "))</p>\n"
  }

  // MARK: At the end

  /// The citation in each style, and the files.
  var citing: HTML {
    guard let stored else { return .empty }
    let styles: [HTML] = FullCitation.Style.allCases.map { style in
      let text = FullCitation(stored).written(in: style)
      return """
        <h3>\(style.title)</h3>
        <pre tabindex="0">\(text)</pre>
        <p class="doe">\(CopyButton(label: "kopieer", text: text).html)</p>

        """
    }
    return """
      <footer class="stukvoet">
      <section id="citeren">
      <h2>Citeren</h2>
      \(styles)</section>
      <section>
      <h2>Bronnen</h2>
      <ul class="bronnen">
      \(sources(stored))</ul>
      </section>
      </footer>
      <p class="druk">\(FullCitation(stored).written(in: .text))\
      \(stored.officialAddress.map { ". \($0)" } ?? "")</p>

      """
  }

  /// The name of a file: where it lies on the server is nobody's business.
  private func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private func sources(_ stored: StoredPassage) -> HTML {
    let record = document.record
    var sources: HTML = "<li>\(fileName(of: stored.source))</li>\n"
    for other in record.sources {
      sources += "<li>ook als \(fileName(of: other.path)) (\(other.form.displayName))</li>\n"
    }
    let more = record.sourceCount - record.sources.count
    if more > 0 { sources += "<li>en nog \(more) \(more == 1 ? "bestand" : "bestanden")</li>\n" }
    return sources
  }
}

extension FullCitation.Style {
  fileprivate var title: String {
    switch self {
    case .text: "Vindplaats"
    case .bibtex: "BibTeX"
    case .ris: "RIS"
    case .markdown: "Markdown"
    }
  }
}
