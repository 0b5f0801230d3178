internal import PassageStore

/// An item of a sequence of a query.
struct SequenceItem {
  var expression: QueryExpression
  /// Whether an AND stands between it and the item before.
  var followsAnd: Bool

  /// The items of a sequence with the values of each field joined. The same field twice means
  /// either value, unless an AND joins the two; different fields mean both. Dates with an open end
  /// are not joined: two of them are the two ends of one range.
  static func joiningFields(_ items: [SequenceItem]) -> [QueryExpression] {
    var joined: [QueryExpression] = []
    var choices: [Int] = []
    for (place, item) in items.enumerated() {
      let isInConjunction =
        item.followsAnd || place + 1 < items.count && items[place + 1].followsAnd
      if !isInConjunction,
        let known = choices.first(where: { item.expression.isChoice(joined[$0]) })
      {
        joined[known] = joined[known].or(item.expression)
        continue
      }
      if !isInConjunction { choices.append(joined.count) }
      joined.append(item.expression)
    }
    return joined
  }
}

extension QueryExpression {
  /// Whether another expression is a value of the same field, so that a query with both means
  /// either.
  fileprivate func isChoice(_ other: QueryExpression) -> Bool {
    switch (self, other) {
    case (.dates(_?, _?), .dates(_?, _?)): true
    case (.dates(_?, _?), .any(let others)): others.allSatisfy(isChoice)
    case (.field(let field, let value), .field(let otherField, let other)):
      field == otherField && !value.isOpenPeriod && !other.isOpenPeriod
    default: false
    }
  }

  /// Whether it is a period without a beginning or an end.
  private var isOpenPeriod: Bool {
    switch self {
    case .dates(_?, _?): false
    case .dates: true
    default: false
    }
  }

  /// This or another value of the same field.
  fileprivate func or(_ other: QueryExpression) -> QueryExpression {
    switch (self, other) {
    case (.field(let field, .any(let values)), .field(_, let value)):
      .field(field, .any(values + [value]))
    case (.field(let field, let first), .field(_, let second)):
      .field(field, .any([first, second]))
    case (.any(let periods), _): .any(periods + [other])
    default: .any([self, other])
    }
  }
}
