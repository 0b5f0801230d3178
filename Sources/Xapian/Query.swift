internal import CXapianBridge

/// Selects documents and gives them weights.
public indirect enum Query: Sendable, Hashable {
  /// No document.
  case nothing
  /// Every document, without weight.
  case everything
  /// The documents that have a term. The frequency in the query multiplies its weight. No document
  /// has the empty term or one of more than 245 bytes.
  case term(String, frequency: UInt32 = 1)
  /// The documents that match all operands; none if there are no operands.
  case and([Query])
  /// The documents that match any.
  case or([Query])
  /// Like `or`, weighted as if all were one term. May not contain a value range or a constant.
  case synonym([Query])
  /// The documents that match the first and not the second.
  case andNot(Query, Query)
  /// The documents that match both, with the weight of the first.
  case filter(Query, by: Query)
  /// The documents that match the first, with the weight of the second added if that matches too.
  case andMaybe(Query, Query)
  /// Terms, or ORs of terms, in this order within a window of positions. A window smaller than the
  /// number of terms counts as that number. In a database without any positions this is `and`.
  case phrase([Query], window: UInt32)
  /// Terms, or ORs of terms, in any order within a window of positions.
  case near([Query], window: UInt32)
  /// The same documents with their weight multiplied by a factor that is not negative.
  case scaled(Query, by: Double)
  /// The same documents, each with this weight, which is not negative.
  case constant(Query, weight: Double)
  /// The documents whose value in a slot is between two values, both included; nil is no bound. No
  /// range with a bound includes a document without a value.
  case valueRange(slot: UInt32, from: [UInt8]?, through: [UInt8]?)
}

extension Query {
  /// The maximum number of steps of a query.
  public static var maximumSteps: Int { Int(XAPIAN_MAXIMUM_STEPS) }

  /// The number of its terms and operators.
  public var steps: Int {
    switch self {
    case .nothing, .everything, .term, .valueRange: 1
    case .and(let parts), .or(let parts), .synonym(let parts), .phrase(let parts, _),
      .near(let parts, _):
      parts.reduce(1) { $0 + $1.steps }
    case .andNot(let first, let second), .filter(let first, let second),
      .andMaybe(let first, let second):
      1 + first.steps + second.steps
    case .scaled(let query, _), .constant(let query, _): 1 + query.steps
    }
  }
}
