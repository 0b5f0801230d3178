import Testing

@testable import PassageSearch

/// Expects that a query is read as these parts, with these problems.
func expectParse(
  _ query: String, _ parts: [QueryExpression], problems: [QueryProblem] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let parsed = QueryParser.parse(query)
  #expect(parsed.expression == .all(parts), "\(query)", sourceLocation: sourceLocation)
  #expect(parsed.problems == problems, "\(query)", sourceLocation: sourceLocation)
}
