internal import DutchText

/// Where the text fields of a passage lie among its positions: one after the other, with a gap
/// between two.
///
/// Each field has a marker term, which has every position from the one before the first word of the
/// field to the one before its last word. So a word belongs to the field if the marker is just
/// before it, which Xapian finds as a phrase of the two, and the first word of a phrase tells the
/// field of the whole. A run of consecutive positions takes next to no space.
package struct FieldPositions {
  /// The free positions between two fields: more than the window of any search for words near each
  /// other.
  package static let gap: UInt32 = 1024

  /// What is added to the positions of the next field. The first leaves room for its marker.
  private(set) var offset: UInt32 = 1

  /// Takes the positions of the tokens of a field, which are in order.
  ///
  /// - Returns: the positions of the field's marker.
  mutating func take(_ tokens: [Token]) -> Range<UInt32> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    let marked = offset + first.position - 1..<offset + last.position
    offset = marked.upperBound + Self.gap
    return marked
  }
}
