internal import PassageStore
internal import Xapian

/// A word in its forms, which weigh as one.
struct FormSet {
  /// All terms.
  private(set) var terms: [Query] = []
  /// What a passage must match to have one of them in the right field; nil if it has any of them.
  private(set) var condition: Query?

  /// Adds forms that are found anywhere.
  mutating func add(_ terms: [String]) {
    self.terms += terms.map { .term($0) }
  }

  /// Adds forms of one text field: `placed` have positions, `others` name the field.
  mutating func add(placed: [String], _ others: [String], _ scope: WordTerms) {
    add(placed + others)
    let inField =
      (placed.isEmpty ? [] : [scope.phrase([.or(placed.map { .term($0) })], 1)])
      + others.map { .term($0) }
    condition = .or([condition].compactMap(\.self) + inField)
  }

  /// The passages with one of the forms.
  var query: Query {
    condition.map { .filter(.synonym(terms), by: $0) } ?? .synonym(terms)
  }

  /// The same with other terms that name their field.
  func adding(_ parts: [String]) -> FormSet {
    var all = self
    all.add(parts)
    all.condition = condition.map { .or([$0] + parts.map { .term($0) }) }
    return all
  }
}
