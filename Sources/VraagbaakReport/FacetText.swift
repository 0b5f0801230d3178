internal import Kamervragen
package import PassageIndex

extension SearchRequest.Facet {
  /// A value as people read it.
  package func shown(_ value: String) -> String {
    guard self == .soort, let kind = QuestionSet.Kind(rawValue: value) else { return value }
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
      for count in counts { add("\(count.count) \(facet.shown(count.value))", indent: 5) }
    }
  }
}
