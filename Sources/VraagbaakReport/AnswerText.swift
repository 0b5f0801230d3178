internal import Kamervragen
package import PassageIndex

/// The results of a search, laid out for a terminal.
package struct AnswerText {
  let request: SearchRequest
  let response: SearchResponse

  package init(_ request: SearchRequest, _ response: SearchResponse) {
    self.request = request
    self.response = response
  }

  /// The lines of the text.
  package func lines(on display: Display) -> [String] {
    var page = Page(display)
    page.add(response.summary, .faint)
    if let suggestion = response.suggestion { page.add("Bedoelde u: \(suggestion)?", .faint) }
    for result in response.results {
      page.addEmptyLine()
      add(result, to: &page)
    }
    page.add(facetsOf: request, response)
    return page.lines
  }

  private func add(_ result: SearchResult, to page: inout Page) {
    page.add(heading(of: result))
    if let subject = result.subjectSnippet { page.add(subject.styled(), indent: Self.indent) }
    page.add(people(of: result), indent: Self.indent)
    if !result.questionSnippet.plain.isEmpty {
      let label = result.stored.passage.questions.isEmpty ? "Tekst" : "Vraag"
      page.add(snippet(result.questionSnippet, label: label), indent: Self.indent)
    }
    if let answer = result.answerSnippet {
      page.add(snippet(answer, label: "Antwoord"), indent: Self.indent)
    }
    if let footnote = result.footnoteSnippet {
      page.add(snippet(footnote, label: "Noot"), indent: Self.indent)
    }
    if !result.related.isEmpty {
      let related = result.related.joined(separator: ", ")
      page.add("verwant: \(related)", .faint, indent: Self.indent)
    } else if !result.missing.isEmpty {
      let missing = result.missing.map(\.label).joined(separator: ", ")
      page.add("zonder: \(missing)", .faint, indent: Self.indent)
    }
  }

  private static let indent = 5

  private func heading(of result: SearchResult) -> StyledText {
    var text = StyledText("\(result.rank). ")
    text.append(result.stored.citation, .heading, link: result.stored.officialAddress)
    if result.moreInSet > 0 { text.append(" · nog \(result.moreInSet) in deze set", .faint) }
    text.append(" · ", .faint)
    text.append(result.stored.id, .faint, link: FileLink.address(of: result.stored.source))
    return text
  }

  /// The line of names, with those that the query found; then the date and what became of it.
  private func people(of result: SearchResult) -> StyledText {
    let set = result.stored.set
    var parts = [Self.names(result.memberSnippets)]
    if set.respondents.isEmpty {
      if !set.addressees.isEmpty {
        parts.append(StyledText("aan ", .faint) + Self.names(result.addresseeSnippets))
      }
    } else {
      parts.append(Self.names(result.respondentSnippets))
    }
    if let date = result.stored.date { parts.append(StyledText(date.dutch, .faint)) }
    parts += states(of: result).map { StyledText($0, .faint) }
    return StyledText.joined(parts.filter { $0.count > 0 }, by: StyledText(" · ", .faint))
  }

  private static func names(_ names: [Snippet]) -> StyledText {
    StyledText.joined(names.map { $0.styled(.faint) }, by: StyledText(", ", .faint))
  }

  private func states(of result: SearchResult) -> [String] {
    let answered =
      result.answeredIn.isEmpty
      ? nil : "beantwoord in \(result.answeredIn.joined(separator: ", "))"
    return switch result.stored.set.kind {
    case .answered: []
    case .questions: [answered ?? "geen antwoord in de index"]
    case .delay: ["uitstel"] + [answered].compactMap(\.self)
    case .other: ["geen schriftelijke vragen"]
    }
  }

  private func snippet(_ snippet: Snippet, label: String) -> StyledText {
    StyledText("\(label): ", .faint) + snippet.styled()
  }
}

extension Snippet {
  /// The text with its hits; the rest in a style.
  func styled(_ style: StyledText.Style = .plain) -> StyledText {
    var text = StyledText()
    for piece in pieces { text.append(piece.text, piece.isHit ? .hit : style) }
    return text
  }
}
