internal import DutchText
internal import PassageStore
internal import Xapian

/// Fields that have their words as the same terms: those of the text together, or one of them; or
/// any other field by itself.
struct WordTerms: Sendable, Hashable {
  /// A field with these terms.
  let field: Field
  /// The fields that a part of a compound may be in.
  private let fieldsOfParts: [Field]
  /// The one text field that a word must be in; nil if it may be anywhere in the text.
  let only: Field?

  /// The terms of some fields.
  static func of(_ fields: [Field]) -> [WordTerms] {
    let text = fields.filter(\.isOfText)
    let isWhole = text.count == Field.textFields.count
    let ofText =
      isWhole
      ? [WordTerms(field: text[0], fieldsOfParts: text, only: nil)]
      : text.map { WordTerms(field: $0, fieldsOfParts: [$0], only: $0) }
    return ofText
      + fields.filter { !$0.isOfText }.map {
        WordTerms(field: $0, fieldsOfParts: [$0], only: nil)
      }
  }

  /// The terms of a form. Names have no stems.
  func terms(_ kind: Token.Kind, _ text: String) -> [String] {
    if kind == .stem, field.row.form == .name { return [] }
    let fields = kind.isOfCompound ? fieldsOfParts : [field]
    return fields.map { Schema.term($0, kind, text) }
  }

  /// Words one after the other.
  func phrase(_ words: [String]) -> Query { phrase(words.map { .term($0) }, words.count) }

  /// Words, or choices of words, in this order within so many positions.
  func phrase(_ words: [Query], _ window: Int) -> Query {
    guard let only else { return .phrase(words, window: UInt32(window)) }
    return .phrase([.term(Schema.marker(of: only))] + words, window: UInt32(window + 1))
  }

  /// Words, or choices of words, in any order within so many positions, fewer than
  /// `FieldPositions.gap`.
  func near(_ words: [Query], _ window: Int) -> Query {
    guard let only else { return .near(words, window: UInt32(window)) }
    // Before the first of the words is a position of the field's marker.
    guard words.count > Self.maximumOrdered else {
      return .or(Self.orders(of: words).map { phrase($0, window) })
    }
    let marked = [Query.term(Schema.marker(of: only))] + words
    return .filter(
      .near(words, window: UInt32(window)), by: .near(marked, window: UInt32(window + 1)))
  }

  /// The maximum number of words that are sought in each of their orders.
  private static let maximumOrdered = 3

  private static func orders(of words: [Query]) -> [[Query]] {
    guard words.count > 1 else { return [words] }
    return words.indices.flatMap { first in
      var rest = words
      let word = rest.remove(at: first)
      return orders(of: rest).map { [word] + $0 }
    }
  }
}
