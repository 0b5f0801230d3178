internal import Kamervragen
package import PassageIndex

/// Whole passages under the heading of their set, as text.
package struct PassageText {
  let passages: [StoredPassage]
  /// The records of the sets, by the path of the shown file.
  let records: [String: SetRecord]
  /// The texts of the passages with the hits of a query; nil if there is none.
  let highlighted: [HighlightedPassage]?

  package init(
    _ passages: [StoredPassage], _ records: [String: SetRecord],
    _ highlighted: [HighlightedPassage]? = nil
  ) {
    self.passages = passages
    self.records = records
    self.highlighted = highlighted
  }

  /// The lines of the text.
  package func lines(on display: Display) -> [String] {
    var page = Page(display)
    var shown: StoredPassage?
    for (place, stored) in passages.enumerated() {
      let marked = highlighted?[place]
      func text(_ plain: String, _ marked: Snippet?, _ style: StyledText.Style = .plain)
        -> StyledText
      {
        marked.map { $0.marked(in: style, usesColor: display.usesColor) }
          ?? StyledText(plain, style)
      }
      if shown?.setKey != stored.setKey || shown?.source != stored.source {
        var title = StyledText(stored.setCitation, .heading, link: stored.officialAddress)
        title.append("  (\(stored.setKey))", .heading)
        page.add(title)
        if let subject = stored.set.subject {
          page.add(StyledText("Onderwerp: ") + text(subject, marked?.subject))
        }
        for line in people(of: stored.set, marked, display) { page.add(line) }
        for line in heading(of: stored) { page.add(line) }
        page.add(StyledText(stored.source, .faint, link: FileLink.address(of: stored.source)))
        for line in records[stored.source].map(Self.others) ?? [] { page.add(line, .faint) }
        page.addEmptyLine()
      }
      shown = stored
      let passage = stored.passage
      if !passage.questions.isEmpty { page.add("Vraag \(passage.questions.enumeration)", .heading) }
      if !passage.questionText.isEmpty {
        page.add(text(passage.questionText, marked?.question))
        page.addEmptyLine()
      }
      if let answer = passage.answerText {
        if !passage.questions.isEmpty {
          page.add("Antwoord \(passage.questions.enumeration)", .heading)
        }
        page.add(text(answer, marked?.answer))
        page.addEmptyLine()
      }
      for (place, note) in passage.footnotes.enumerated() {
        let mark = StyledText("[\(note.mark)] ", .faint)
        page.add(mark + text(note.text, marked?.footnotes[place], .faint), indent: 2)
      }
      if !passage.footnotes.isEmpty { page.addEmptyLine() }
    }
    return page.lines
  }

  /// Who asked, who answered, and when.
  private func people(
    of set: QuestionSet, _ marked: HighlightedPassage?, _ display: Display
  ) -> [StyledText] {
    var lines: [StyledText] = []
    func add(_ label: String, _ names: [String], _ marked: [Snippet]?) {
      guard !names.isEmpty else { return }
      let shown =
        marked?.map { $0.marked(in: .plain, usesColor: display.usesColor) }
        ?? names.map { StyledText($0) }
      lines.append(StyledText("\(label): ") + .joined(shown, by: StyledText(", ")))
    }
    func add(_ label: String, _ date: CalendarDate?) {
      if let date { lines.append(StyledText("\(label): \(date.dutch)")) }
    }
    add("Gevraagd door", set.members.map(\.citation), marked?.members)
    add("Gericht aan", set.addressees, marked?.addressees)
    add("Ingezonden", set.submitted)
    add(
      set.kind.respondentLabel, set.respondents.map(\.citation),
      marked?.respondents)
    add("Mede namens", set.onBehalfOf, nil)
    add("Ontvangen", set.received)
    return lines
  }

  /// The number of the case, the topics, and other publications.
  private func heading(of stored: StoredPassage) -> [String] {
    let set = stored.set
    var lines: [String] = []
    if let caseNumber = set.caseNumber { lines.append("Zaak: \(caseNumber)") }
    if !set.topics.isEmpty { lines.append("Thema: \(set.topics.joined(separator: "; "))") }
    if let keywords = set.keywords { lines.append("Trefwoorden: \(keywords)") }
    if let abstract = set.abstract { lines.append("Samenvatting: \(abstract)") }
    let links = records[stored.source]?.links ?? []
    for relation in SetLink.Relation.allCases {
      let sets = links.filter { $0.relation == relation }.map(\.set)
      if !sets.isEmpty {
        lines.append("\(relation.title): \(sets.joined(separator: ", "))")
      }
    }
    let linked = Set(links.map { $0.set.lowercased() })
    let seeAlso = set.seeAlso.filter { !linked.contains($0.lowercased()) }
    if !seeAlso.isEmpty { lines.append("Zie ook: \(seeAlso.joined(separator: ", "))") }
    return lines
  }

  /// The other files with the set.
  private static func others(_ record: SetRecord) -> [String] {
    var lines = record.sources.map { "Ook aanwezig als: \($0.path) (\($0.form.displayName))" }
    let more = record.sourceCount - record.sources.count
    if more > 0 { lines.append("en nog \(counted(more, "bestand", "bestanden"))") }
    return lines
  }
}

extension Snippet {
  /// The text with its hits in colour; without colours between asterisks, as in Markdown, so that
  /// they can be seen, copied and found again.
  fileprivate func marked(in style: StyledText.Style, usesColor: Bool) -> StyledText {
    var text = StyledText()
    for piece in pieces {
      switch piece.isHit {
      case false: text.append(piece.text, style)
      case true where usesColor: text.append(piece.text, .hit)
      case true: text.append("**\(piece.text)**", style)
      }
    }
    return text
  }
}
