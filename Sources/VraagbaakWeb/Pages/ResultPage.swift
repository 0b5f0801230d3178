internal import HTTPServer
internal import PassageIndex
internal import VraagbaakReport

/// `/?q=…`: what a search found.
struct ResultPage {
  let search: SearchParameters
  let found: SearchResponse
  /// The passages that results resemble; empty if words are searched.
  var models: [StoredPassage] = []
  /// Why passages are found or not, if that was asked.
  let explanations: [MatchExplanation]
  let site: SiteAddresses

  func response() -> HTTPResponse {
    var frame = PageFrame(title, main: main, site)
    frame.search = search
    let feed = site.export("zoek.atom", search.changed { _ in })
    frame.head = """
      <link rel="alternate" type="application/atom+xml" title="Nieuwste treffers" \
      href="\(to: feed)">
      <meta name="robots" content="noindex, nofollow">

      """
    return frame.response()
  }

  private var title: String {
    let about = search.query.isEmpty ? search.similar.map { "Als \($0)" } ?? "" : search.query
    let page = search.page > 1 ? ", pagina \(search.page)" : ""
    return (about.isEmpty ? "Zoeken" : about) + page
  }

  private var main: HTML {
    var refinement = Refinement(search: search, response: found)
    let hits = HTML.joining([
      head(canRefine: !refinement.isEmpty), elsewhere, results,
      Paging(search: search, response: found).html, exports,
    ])
    refinement.room = Self.maximumBytes - hits.bytes.count
    return """
      <div class="zoekblad">
      <div class="treffers">
      \(hits)</div>
      \(refinement.html)</div>
      """
  }

  /// What a page with ten results may have in bytes, without its frame. The list of values to
  /// narrow by takes what the results leave.
  private static let maximumBytes = 26_500

  // MARK: Above the results

  private func head(canRefine: Bool) -> HTML {
    """
    \(heading)\(notices)\(suggestion)\(ChosenValues(search: search).html)\
    \(found.results.isEmpty ? .empty : ViewOptions(search: search, canRefine: canRefine).html)
    """
  }

  private var heading: HTML {
    guard case .similar(_, let words, _) = found.interpretation, let model = models.first,
      found.total.upper > 0
    else { return "<h1>\(found.summary)</h1>\n" }
    let isOne = models.count == 1
    let address = isOne ? site.passage(model, query: "") : site.set(model.setKey)
    return """
      <h1>\(found.counted) als <a href="\(to: address)">\
      \(isOne ? model.citation : model.setCitation)</a></h1>
      <p class="telt">Met woorden als \(words.prefix(8).joined(separator: ", ")).</p>

      """
  }

  private var notices: HTML {
    guard !found.notices.isEmpty else { return .empty }
    let lines: [HTML] = found.notices.map { "<p><strong>Let op:</strong> \($0.dutch)</p>\n" }
    return "<div class=\"letop\" role=\"note\">\n\(lines)</div>\n"
  }

  private var suggestion: HTML? {
    found.suggestion.map { suggestion in
      let meant = search.changed { $0.query = suggestion }
      return """
        <p class="bedoelde">Bedoelde u <a href="\(to: Address(search: meant))">\(suggestion)</a>?</p>

        """
    }
  }

  /// The explanations of passages that are not on the page.
  private var elsewhere: HTML {
    let shown = Set(found.results.map(\.stored.id))
    return explanations.filter { !shown.contains($0.stored.id) }
      .map { explanation in
        """
        <section class="waarom">
        <h2><a href="\(to: site.passage(explanation.stored, query: search.query))">\
        \(explanation.stored.citation)</a></h2>
        \(HitExplanation(explanation).html)</section>

        """
      }.joined(by: "")
  }

  // MARK: The results

  private var results: HTML {
    guard !found.results.isEmpty else { return NothingFound(page: self).html }
    let complete = found.results.filter(\.missing.isEmpty)
    let partial = found.results.filter { !$0.missing.isEmpty && $0.related.isEmpty }
    return HTML.joining([
      section("Bevat alles", isQuiet: true, complete),
      section("Bevat een deel", isQuiet: false, partial),
      section("Verwant", isQuiet: false, found.results.filter { !$0.related.isEmpty }),
    ])
  }

  private func section(_ title: String, isQuiet: Bool, _ results: [SearchResult]) -> HTML {
    guard let first = results.first else { return .empty }
    let heading: HTML = isQuiet ? "<h2 class=\"stil\">" : "<h2 class=\"grens\">"
    return """
      \(heading)\(title)</h2>
      <ol class="lijst" start="\(first.rank)">
      \(results.map(hit))</ol>

      """
  }

  private func hit(_ result: SearchResult) -> HTML {
    Hit(
      result: result, search: search,
      explanation: explanations.first { $0.stored.id == result.stored.id }, site: site
    ).html
  }

  // MARK: Below the results

  private var exports: HTML {
    guard !found.results.isEmpty else { return .empty }
    let all = search.changed { _ in }
    let rows = SearchParameters.maximumRows
    let cut = found.total.upper + found.partial.upper > rows ? " (de eerste \(rows.grouped))" : ""
    return """
      <p class="vormen">Deze zoekvraag als \
      <a href="\(to: site.export("zoek.csv", all))">CSV</a>\(cut), \
      <a href="\(to: site.export("zoek.atom", all))">Atom</a>, \
      <a href="\(to: site.api(all))">JSON</a></p>

      """
  }
}

/// What to do if nothing is found.
struct NothingFound {
  let page: ResultPage

  var html: HTML {
    let search = page.search
    var ways: [HTML] = []
    if search.page > 1 {
      let first = search.changed { _ in }
      ways.append("<a href=\"\(to: Address(search: first))\">Terug naar de eerste pagina</a>")
    }
    if !search.filters.isEmpty, search.query.isEmpty == false || search.similar != nil {
      let wider = search.changed { $0.filters = [:] }
      ways.append("<a href=\"\(to: Address(search: wider))\">Zoek zonder de gekozen waarden</a>")
    }
    if search.requiresAll {
      let wider = search.changed { $0.requiresAll = false }
      ways.append(
        "<a href=\"\(to: Address(search: wider))\">Toon ook wat een deel bevat</a>")
    }
    if search.isExact {
      let wider = search.changed { $0.isExact = false }
      ways.append("<a href=\"\(to: Address(search: wider))\">Zoek ook andere woordvormen</a>")
    }
    ways.append("Gebruik minder woorden, of andere")
    ways.append("<a href=\"\(to: page.site.page("hulp"))\">Lees hoe u kunt zoeken</a>")
    let about: HTML =
      search.page > 1
      ? "<p>Op deze pagina staan geen treffers meer.</p>" : "<p>Wat u nog kunt doen:</p>"
    return """
      <div class="niets">
      \(about)
      <ul>
      \(ways.map { "<li>\($0)</li>\n" })</ul>
      </div>

      """
  }
}
