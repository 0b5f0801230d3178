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
    if let subject = result.subjectSnippet { page.add(styled(subject), indent: Self.indent) }
    page.add(people(of: result), .faint, indent: Self.indent)
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
    if !result.missing.isEmpty {
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

  private func people(of result: SearchResult) -> String {
    let set = result.stored.set
    var parts: [String] = []
    if !set.members.isEmpty { parts.append(set.members.map(\.citation).joined(separator: ", ")) }
    if set.respondents.isEmpty {
      if !set.addressees.isEmpty {
        parts.append("aan " + set.addressees.joined(separator: ", "))
      }
    } else {
      parts.append(set.respondents.map(\.citation).joined(separator: ", "))
    }
    if let date = result.stored.date { parts.append(date.dutch) }
    switch set.kind {
    case .answered: break
    case .questions:
      parts.append(
        result.answeredIn.isEmpty
          ? "nog geen antwoord" : "beantwoord in \(result.answeredIn.joined(separator: ", "))")
    case .delay:
      parts.append("uitstel")
      if !result.answeredIn.isEmpty {
        parts.append("beantwoord in \(result.answeredIn.joined(separator: ", "))")
      }
    case .other: parts.append("geen schriftelijke vragen")
    }
    return parts.joined(separator: " · ")
  }

  private func snippet(_ snippet: Snippet, label: String) -> StyledText {
    styled(snippet, after: StyledText("\(label): ", .faint))
  }

  private func styled(_ snippet: Snippet, after label: StyledText = StyledText()) -> StyledText {
    var text = label
    for piece in snippet.pieces { text.append(piece.text, piece.isHit ? .hit : .plain) }
    return text
  }
}
