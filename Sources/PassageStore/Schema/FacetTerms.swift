internal import DutchText
internal import Xapian

// The values of a facet as terms, so that a search narrows by a value exactly as the facet counts
// it: `P|VVD`, `M|D. Eik`, `T|Economie | Ondernemen`. No word or key of these fields begins with
// the mark. Sessions and kinds need no terms of their own: their keys are as exact.

extension Schema {
  /// The fields whose values are counted, in the order that they have in the slot of the facets.
  ///
  /// One slot has the values of all facets: a search then reads one value of each match, which the
  /// passages of a set have in common.
  package static let facetFields: [Field] = [.party, .member, .minister, .topic, .session, .kind]

  /// Separates the values of one facet.
  private static let valueSeparator: UInt8 = 0x1F
  /// Separates the facets.
  private static let facetSeparator: UInt8 = 0x1E

  /// The value of the slot of the facets: their values in the order of `facetFields`.
  static func joined(_ facets: [[String]]) -> [UInt8] {
    let joined = zip(facetFields, facets).map { field, values in
      Array(values.map { FacetCode.bytes(of: $0, field) }.joined(separator: [valueSeparator]))
    }
    return Array(joined.joined(separator: [facetSeparator]))
  }

  /// The values of each facet in the value of their slot, in the order of `facetFields`. The values
  /// of one facet are still joined; see `values(ofFacet:)`.
  package static func facets(in slot: [UInt8]) -> [ArraySlice<UInt8>] {
    slot.split(separator: facetSeparator, omittingEmptySubsequences: false)
  }

  /// The single values of a facet.
  package static func values(ofFacet joined: ArraySlice<UInt8>, _ field: Field) -> [String] {
    joined.split(separator: valueSeparator).map { FacetCode.value(of: $0, field) }
  }
}

extension Schema {
  /// Stands between the letter and the value of a facet.
  private static let facetMark = UInt8(ascii: "|")
  /// Stands before the digest of a value that is too long for a term. No value has it.
  private static let digestMark = valueSeparator

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

  /// Adds the terms of the values of a facet.
  func addFacetTerms(of values: [String], _ field: Field, to document: inout Document) {
    guard !Self.hasFacetKeys(field) else { return }
    for value in Set(values) where !value.isEmpty {
      document.addPosting(Self.facetTerm(field, Array(value.utf8)), position: 0, frequency: 0)
    }
  }
}
