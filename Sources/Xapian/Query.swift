internal import CXapianBridge

/// Which documents are meant, and what weight each part gives them.
public indirect enum Query: Sendable, Hashable {
  /// No document.
  case nothing
  /// Every document, without weight.
  case everything
  /// The documents that have a term. The frequency in the query multiplies its weight. No document
  /// has the empty term, nor one of more than 245 bytes.
  case term(String, frequency: UInt32 = 1)
  /// The documents that match all; none where there are no operands.
  case and([Query])
  /// The documents that match any.
  case or([Query])
  /// Like `or`, weighed as if all were one term. No value range may be part of it.
  case synonym([Query])
  /// The documents that match the first and not the second.
  case andNot(Query, Query)
  /// The documents that match both, with the weight of the first.
  case filter(Query, by: Query)
  /// The documents that match the first, with the weight of the second where that matches too.
  case andMaybe(Query, Query)
  /// Terms, or ORs of terms, in this order within a window of positions. A window smaller than the
  /// number of terms counts as that number. In a database without any positions this is `and`.
  case phrase([Query], window: UInt32)
  /// Terms, or ORs of terms, in any order within a window of positions.
  case near([Query], window: UInt32)
  /// The same documents with their weight multiplied by a factor that is not negative.
  case scaled(Query, by: Double)
  /// The documents whose value in a slot lies between two values, both included; nil is no bound. A
  /// document without a value is in no range that has a bound.
  case valueRange(slot: UInt32, from: [UInt8]?, through: [UInt8]?)
}

extension Query {
  /// The most steps that a query may have to be searched.
  public static var mostSteps: Int { Int(XAPIAN_MAXIMUM_STEPS) }

  /// How many terms and operators it has.
  public var steps: Int {
    switch self {
    case .nothing, .everything, .term, .valueRange: 1
    case .and(let parts), .or(let parts), .synonym(let parts), .phrase(let parts, _),
      .near(let parts, _):
      parts.reduce(1) { $0 + $1.steps }
    case .andNot(let first, let second), .filter(let first, let second),
      .andMaybe(let first, let second):
      1 + first.steps + second.steps
    case .scaled(let query, _): 1 + query.steps
    }
  }
}
