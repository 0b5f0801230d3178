internal import Kamervragen
internal import PassageIndex

extension FacetCount {
  /// The value as people read it.
  func shown(in facet: SearchRequest.Facet) -> String {
    guard facet == .soort, let kind = QuestionSet.Kind(rawValue: value) else { return value }
    return kind.word
  }
}

extension Page {
  /// Adds the facets that were asked for, each after an empty line.
  mutating func add(facetsOf request: SearchRequest, _ response: SearchResponse) {
    let unit = request.group == .set ? "sets" : "passages"
    let hasPartial = response.partial.upper > 0
    for facet in request.facets {
      addEmptyLine()
      let counts = response.facets[facet] ?? []
      let counted = hasPartial ? "\(unit) die alles bevatten, per" : "\(unit) per"
      add("Aantal \(counted) \(facet.rawValue)" + (counts.isEmpty ? ": geen" : ""), .heading)
      for count in counts { add("\(count.count) \(count.shown(in: facet))", indent: 5) }
    }
  }
}
