internal import Xapian

extension Query {
  /// The terms of which a document must have at least one to match; nil if terms alone do not
  /// decide.
  var alternatives: Set<String>? {
    switch self {
    case .term(let term, _): [term]
    case .scaled(let query, _), .constant(let query, _): query.alternatives
    case .or(let parts), .synonym(let parts):
      parts.reduce(into: Set<String>?([])) { all, part in
        guard let terms = part.alternatives else { return all = nil }
        all?.formUnion(terms)
      }
    case .nothing, .everything, .valueRange, .and, .andNot, .andMaybe, .filter, .phrase, .near: nil
    }
  }

  /// All terms of the query.
  var terms: [String] {
    switch self {
    case .nothing, .everything, .valueRange: []
    case .term(let term, _): [term]
    case .and(let parts), .or(let parts), .synonym(let parts): parts.flatMap(\.terms)
    case .phrase(let parts, _), .near(let parts, _): parts.flatMap(\.terms)
    case .andNot(let left, let right), .andMaybe(let left, let right): left.terms + right.terms
    case .filter(let query, let filter): query.terms + filter.terms
    case .scaled(let query, _), .constant(let query, _): query.terms
    }
  }
}
