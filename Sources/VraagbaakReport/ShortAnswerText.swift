internal import Kamervragen
package import PassageIndex

/// The results of a search in two lines each, so that ten of them fit a screen: who asked what and
/// when, and the words that were found.
package struct ShortAnswerText {
  let request: SearchRequest
  let response: SearchResponse

  package init(_ request: SearchRequest, _ response: SearchResponse) {
    self.request = request
    self.response = response
  }

  /// The lines of the text. The first one, with what was searched, may become two.
  package func lines(on display: Display) -> [String] {
    var page = Page(display)
    page.add(StyledText(response.summary, .faint).cut(to: display.width * 3 / 2))
    if let suggestion = response.suggestion { page.add("Bedoelde u: \(suggestion)?", .faint) }
    let indent = "\(response.results.last?.rank ?? 0). ".count
    for result in response.results {
      page.add(line: heading(of: result, indent, display.columns))
      page.add(line: text(of: result, display.columns - indent), indent: indent)
    }
    page.add(facetsOf: request, response)
    return page.lines
  }

  // MARK: The first line

  private func heading(of result: SearchResult, _ indent: Int, _ columns: Int) -> StyledText {
    let stored = result.stored
    let rank = "\(result.rank). "
    var text = StyledText(String(repeating: " ", count: max(0, indent - rank.count)) + rank)
    text.append(
      stored.citation, .heading,
      link: stored.officialAddress ?? FileLink.address(of: stored.source))
    if result.moreInSet > 0 { text.append(" +\(result.moreInSet)", .faint) }
    if let date = stored.date { text.append(" · \(date.day)-\(date.month)-\(date.year)") }
    if let state = state(of: result) { text.append(" · \(state)") }
    let separator = " · "
    let people = people(of: stored.set, columns - text.count - separator.count)
    if !people.isEmpty { text.append(separator + people) }
    return text.cut(to: columns)
  }

  private func state(of result: SearchResult) -> String? {
    let kind = result.stored.set.kind
    return switch kind {
    case .answered: nil
    case .questions: result.answeredIn.isEmpty ? "onbeantwoord" : "beantwoord"
    case .delay, .other: kind.word
    }
  }

  /// Who asked, as many as there is room for; the party of the first only if there is room for it.
  private func people(of set: QuestionSet, _ room: Int) -> String {
    let members = set.members
    guard let first = members.first else { return "" }
    func ending(after count: Int) -> String { count < members.count ? " e.a." : "" }
    var fitting = first.name + ending(after: 1)
    var names = ""
    for (place, member) in members.enumerated() {
      names += (place == 0 ? "" : ", ") + member.citation
      let shown = names + ending(after: place + 1)
      if shown.count <= room { fitting = shown } else if names.count > room { break }
    }
    return fitting
  }

  // MARK: The second line

  private func text(of result: SearchResult, _ columns: Int) -> StyledText {
    var text = StyledText()
    if !result.missing.isEmpty {
      let missing = "zonder \(result.missing.map(\.label).joined(separator: ", ")): "
      text = StyledText(missing, .faint).cut(to: columns / 2)
    }
    let room = columns - text.count
    var best: (line: Snippet, hits: Int)?
    for snippet in snippets(of: result) {
      let line = snippet.line(of: room)
      let hits = line.distinctHits
      if best.map({ hits > $0.hits }) ?? true { best = (line, hits) }
    }
    for piece in best?.line.pieces ?? [] { text.append(piece.text, piece.isHit ? .hit : .plain) }
    return text.cut(to: columns)
  }

  /// The texts that the line may come from, the one to prefer first. Without hits the subject says
  /// the most.
  private func snippets(of result: SearchResult) -> [Snippet] {
    let found = [result.questionSnippet, result.answerSnippet, result.footnoteSnippet]
      .compactMap(\.self)
    let subject = [result.subjectSnippet].compactMap(\.self)
    let hasHits = found.contains { $0.pieces.contains(where: \.isHit) }
    return hasHits ? found + subject : subject + found
  }
}
