internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

/// One result of a search.
struct Hit {
  let result: SearchResult
  let search: SearchParameters
  /// Why it is found, if that was asked.
  let explanation: MatchExplanation?
  let site: SiteAddresses

  private var stored: StoredPassage { result.stored }

  var html: HTML {
    """
    <li><article id="treffer-\(result.rank)">
    <h3><a href="\(to: site.passage(stored, query: search.query))">\(stored.citation)</a></h3>
    \(more)\(subject)\(people)\(texts)\(missing)\
    \(explanation.map { HitExplanation($0).html })\(actions)</article></li>

    """
  }

  private var more: HTML? {
    guard result.moreInSet > 0 else { return nil }
    return "<p class=\"meer\">nog \(result.moreInSet) in deze set</p>\n"
  }

  private var subject: HTML? {
    result.subjectSnippet.map { "<p class=\"onderwerp\">\(HTML($0))</p>\n" }
  }

  /// Who asked, who answered or was asked, the date, and what became of it.
  private var people: HTML {
    let answering =
      stored.set.respondents.isEmpty
      ? names(result.addresseeSnippets).map { "aan \($0)" as HTML }
      : names(result.respondentSnippets)
    let date: HTML? = stored.date.map { "\($0.dutch)" }
    let parts = [names(result.memberSnippets), answering, date].compactMap(\.self) + states
    return "<p class=\"wie\">\(parts.joined(by: " · "))</p>\n"
  }

  private func names(_ snippets: [Snippet]) -> HTML? {
    snippets.isEmpty ? nil : snippets.map { HTML($0) }.joined(by: ", ")
  }

  private var states: [HTML] {
    PublicationState(stored.set.kind, answeredIn: result.answeredIn).parts(site)
  }

  private var texts: HTML {
    var texts = HTML.empty
    func add(_ label: String, _ snippet: Snippet?) {
      guard let snippet, !snippet.plain.isEmpty else { return }
      texts += "<p class=\"tekst\"><b>\(label)</b> \(HTML(snippet))</p>\n"
    }
    add(stored.passage.questions.isEmpty ? "Tekst" : "Vraag", result.questionSnippet)
    add("Antwoord", result.answerSnippet)
    add("Noot", result.footnoteSnippet)
    return texts
  }

  private var missing: HTML? {
    guard result.related.isEmpty else {
      return "<p class=\"zonder\">verwant: \(result.related.joined(separator: ", "))</p>\n"
    }
    guard !result.missing.isEmpty else { return nil }
    let parts = result.missing.map(\.label).joined(separator: ", ")
    return "<p class=\"zonder\">zonder: \(parts)</p>\n"
  }

  private var actions: HTML {
    var links: [HTML] = []
    if search.similar == nil, explanation == nil {
      var why = search
      why.why = stored.id
      let address = Address(search: why, fragment: "treffer-\(result.rank)")
      links.append("<a href=\"\(to: address)\">waarom?</a>")
    }
    var like = SearchParameters()
    like.similar = stored.id
    links.append("<a href=\"\(to: Address(search: like))\">lijkt op</a>")
    if let official = stored.officialAddress.flatMap({ Address(elsewhere: $0) }) {
      links.append("<a rel=\"noreferrer\" href=\"\(to: official)\">officiële pagina</a>")
    }
    links.append(CopyButton(label: "kopieer vindplaats", text: citation).html)
    return "<p class=\"doe\">\(links.joined(by: " "))</p>\n"
  }

  private var citation: String {
    FullCitation(stored, questions: stored.passage.questions).written(in: .text)
  }
}

/// A button that copies a text. The script shows it: without one it does nothing.
struct CopyButton {
  let label: String
  let text: String

  var html: HTML {
    "<button hidden data-tekst=\"\(text)\">\(label)</button>"
  }
}

/// What became of questions.
struct PublicationState {
  private let kind: QuestionSet.Kind
  private let answeredIn: [String]

  init(_ kind: QuestionSet.Kind, answeredIn: [String]) {
    self.kind = kind
    self.answeredIn = answeredIn
  }

  /// What is to be said of it, with links; nothing of questions that are printed with their answer.
  func parts(_ site: SiteAddresses) -> [HTML] {
    let sets: [HTML] = answeredIn.map { "<a href=\"\(to: site.set($0))\">\($0)</a>" }
    let answered: HTML? = sets.isEmpty ? nil : "beantwoord in \(sets.joined(by: ", "))"
    return switch kind {
    case .answered: []
    case .questions: [answered ?? "geen antwoord in de index"]
    case .delay: ["uitstel"] + [answered].compactMap(\.self)
    case .other: ["geen schriftelijke vragen"]
    }
  }
}

/// Why a passage is found or not.
struct HitExplanation {
  private let text: MatchText

  init(_ explanation: MatchExplanation) { text = MatchText(explanation) }

  var html: HTML {
    """
    <div class="waarom">
    <p>\(text.verdict)</p>
    <ul>
    \(text.accounts.map { "<li>\($0)</li>\n" })</ul>
    </div>

    """
  }
}
