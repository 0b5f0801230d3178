internal import PassageIndex

/// How the results are shown: links for order, grouping and strictness.
struct ViewOptions {
  let search: SearchParameters
  /// Whether the page has values to narrow by.
  let canRefine: Bool

  var html: HTML {
    let sorts = SearchParameters.sorts.map { word, sort in
      link(word, isChosen: search.sort == sort) { $0.sort = sort }
    }
    let groups = [
      link("passages", isChosen: search.group == .passage) { $0.group = .passage },
      link("sets", isChosen: search.group == .set) { $0.group = .set },
    ]
    let strictness = [
      link("alleen met alles", isChosen: search.requiresAll) { $0.requiresAll.toggle() },
      link("precies zo geschreven", isChosen: search.isExact) { $0.isExact.toggle() },
    ]
    return """
      <nav class="weergave" aria-label="Weergave">
      <p>Volgorde: \(sorts.joined(by: " "))</p>
      <p>Toon: \(groups.joined(by: " "))</p>
      \(search.similar == nil ? "<p>\(strictness.joined(by: " "))</p>\n" : .empty)\
      \(canRefine ? "<p class=\"naar\"><a href=\"#verfijn\">Verfijn</a></p>\n" : .empty)</nav>

      """
  }

  private func link(
    _ text: String, isChosen: Bool, _ change: (inout SearchParameters) -> Void
  ) -> HTML {
    let current: HTML = isChosen ? " aria-current=\"true\"" : ""
    return "<a href=\"\(to: Address(search: search.changed(change)))\"\(current)>\(text)</a>"
  }
}
