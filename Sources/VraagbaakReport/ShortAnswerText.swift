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
      let margin = max(0, indent - "\(result.rank). ".count)
      page.add(line: heading(of: result, display.columns - margin), indent: margin)
      page.add(line: text(of: result, display.columns - indent), indent: indent)
    }
    page.add(facetsOf: request, response)
    return page.lines
  }

  // MARK: The first line

  private func heading(of result: SearchResult, _ columns: Int) -> StyledText {
    let stored = result.stored
    var text = StyledText("\(result.rank). ")
    text.append(
      stored.citation, .heading,
      link: stored.officialAddress ?? FileLink.address(of: stored.source))
    if result.moreInSet > 0 { text.append(" +\(result.moreInSet)", .faint) }
    if let date = stored.date { text.append(" · \(date.day)-\(date.month)-\(date.year)") }
    if let state = state(of: result) { text.append(" · \(state)") }
    let separator = " · "
    let people = people(of: result, columns - text.count - separator.count)
    return (people.count > 0 ? text + StyledText(separator) + people : text).cut(to: columns)
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
  private func people(of result: SearchResult, _ room: Int) -> StyledText {
    let members = result.memberSnippets.map { $0.styled() }
    guard let first = result.stored.set.members.first else { return StyledText() }
    func ending(after count: Int) -> StyledText {
      StyledText(count < members.count ? " e.a." : "")
    }
    var fitting = StyledText(first.name) + ending(after: 1)
    var names = StyledText()
    for (place, member) in members.enumerated() {
      if place > 0 { names.append(", ") }
      names = names + member
      if names.count > room { break }
      let shown = names + ending(after: place + 1)
      if shown.count <= room { fitting = shown }
    }
    return fitting
  }

  // MARK: The second line

  private func text(of result: SearchResult, _ columns: Int) -> StyledText {
    var text = StyledText()
    if !result.missing.isEmpty {
      let why =
        result.related.isEmpty
        ? "zonder \(result.missing.map(\.label).joined(separator: ", "))"
        : "verwant: \(result.related.joined(separator: ", "))"
      text = StyledText(why, .faint).cut(to: columns / 2) + StyledText(": ", .faint)
    }
    let room = columns - text.count
    var best: (line: Snippet, hits: Int)?
    for snippet in snippets(of: result) {
      let line = snippet.line(of: room)
      let hits = line.distinctHits
      if best.map({ hits > $0.hits }) ?? true { best = (line, hits) }
    }
    return (text + (best?.line.styled() ?? StyledText())).cut(to: columns)
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
