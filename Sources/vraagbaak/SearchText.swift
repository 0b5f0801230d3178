import Kamervragen
import PassageIndex
import VraagbaakReport

/// The results of a search as a clerk reads them at a terminal.
struct SearchText {
  let request: SearchRequest
  let response: SearchResponse

  func print(to console: Console) {
    func show(_ text: StyledText, indent: Int = 0) {
      for line in text.lines(width: console.width, indent: indent, usesColor: console.usesColor) {
        console.print(styled: line)
      }
    }
    show(StyledText(response.summary, .faint))
    if let suggestion = response.suggestion {
      show(StyledText("Bedoelde u: \(suggestion.withoutControls)?", .faint))
    }
    for result in response.results {
      console.print("")
      show(heading(of: result))
      let stored = result.stored
      if let subject = result.subjectSnippet { show(styled(subject), indent: Self.indent) }
      show(StyledText(people(of: result), .faint), indent: Self.indent)
      if !result.questionSnippet.plain.isEmpty {
        let label = stored.passage.questions.isEmpty ? "Tekst" : "Vraag"
        show(snippet(result.questionSnippet, label: label), indent: Self.indent)
      }
      if let answer = result.answerSnippet {
        show(snippet(answer, label: "Antwoord"), indent: Self.indent)
      }
      if let footnote = result.footnoteSnippet {
        show(snippet(footnote, label: "Noot"), indent: Self.indent)
      }
      if !result.missing.isEmpty {
        show(
          StyledText("zonder: \(result.missing.map(\.label).joined(separator: ", "))", .faint),
          indent: Self.indent)
      }
    }
    for facet in request.facets {
      console.print("")
      show(StyledText("Per \(facet.rawValue)", .heading))
      for count in response.facets[facet] ?? [] {
        show(StyledText("\(count.count)  \(count.value)"), indent: Self.indent)
      }
    }
  }

  private static let indent = 5

  private func heading(of result: SearchResult) -> StyledText {
    var text = StyledText("\(result.rank). ")
    text.append(result.stored.citation, .heading)
    if result.moreInSet > 0 { text.append(" · +\(result.moreInSet) in deze set", .faint) }
    text.append(" · \(result.stored.id)", .faint)
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
