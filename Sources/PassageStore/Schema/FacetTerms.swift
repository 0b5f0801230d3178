internal import DutchText
internal import Xapian

// The values of a facet as terms, so that a search narrows by a value exactly as the facet counts
// it: `P|VVD`, `M|D. Eik`, `T|Economie | Ondernemen`. No word or key of these fields begins with
// the mark. Sessions and kinds need no terms of their own: their keys are as exact.

extension Schema.Slot {
  /// The field that has the terms of a facet's values; nil if the slot is no facet.
  package var facetField: Field? {
    switch self {
    case .party: .party
    case .member: .member
    case .minister: .minister
    case .topic: .topic
    case .session: .session
    case .kind: .kind
    case .oldestFirst, .newestFirst, .byNumber, .set, .submitted, .received: nil
    }
  }
}

extension Schema {
  /// Stands between the letter and the value of a facet.
  private static let facetMark = UInt8(ascii: "|")
  /// Stands before the digest of a value that is too long for a term. No value has it.
  private static let digestMark = separator

  /// What the terms of a facet's values begin with.
  private static func facetPrefix(_ field: Field) -> [UInt8] {
    hasFacetKeys(field) ? [field.letter] : [field.letter, facetMark]
  }

  /// What the terms of a facet's values begin with, as text.
  package static func facetPrefix(of field: Field) -> String {
    String(decoding: facetPrefix(field), as: UTF8.self)
  }

  /// The term of a value of a facet.
  package static func facetTerm(_ field: Field, _ value: String) -> String {
    String(decoding: facetTerm(field, Array(value.utf8)), as: UTF8.self)
  }

  private static func facetTerm(_ field: Field, _ value: [UInt8]) -> [UInt8] {
    guard value.count > Analyzer.maximumTermLength else { return facetPrefix(field) + value }
    return facetPrefix(field) + [digestMark] + ContentDigest(of: value).hexadecimal.utf8
  }

  /// The value of a facet that a term stands for; nil if it is too long for a term, or if the term
  /// is another key of the field, such as a calendar year.
  package static func facetValue(ofTerm term: String, _ field: Field) -> String? {
    let value = term.utf8.dropFirst(facetPrefix(field).count)
    guard value.first != digestMark,
      field != .session || value.contains(UInt8(ascii: "-"))
    else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  /// Whether the values of a facet are keys of its field.
  private static func hasFacetKeys(_ field: Field) -> Bool { field.row.form == .key }

  /// Adds the terms of the values of a facet, given as its slot has them.
  func addFacetTerms(of values: [UInt8], _ field: Field, to document: inout Document) {
    guard !Self.hasFacetKeys(field) else { return }
    for value in Set(values.split(separator: Self.separator)) {
      document.addPosting(Self.facetTerm(field, Array(value)), position: 0, frequency: 0)
    }
  }
}
