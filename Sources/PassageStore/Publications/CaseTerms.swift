internal import DutchText
internal import Xapian

// What a passage gets in the index from the other sets of its case.

extension Schema {
  /// The terms that the passages of a set get from other sets of the same case.
  func adoptedTerms(of status: PublicationStatus) -> [String] {
    (status.identifiers.map { key(.identifier, $0) }
      + status.caseNumbers.map { key(.caseNumber, $0) }).sorted()
  }

  /// Replaces what a passage has of the facts of its case, in its terms and values, by those of
  /// `stored`.
  func giveHeading(of stored: StoredPassage, to document: inout Document) {
    document.removeTerms(beginningWith: Self.headingLetters)
    var stream = TokenStream()
    addHeading(of: stored, &stream, &document)
  }

  /// The set with a record.
  ///
  /// - Throws: `corrupt` if the bytes are no record.
  static func storedSet(_ record: [UInt8]) throws(XapianError) -> StoredSet {
    do throws(StoredRecordError) {
      return try StoredSet(decoding: record)
    } catch {
      throw XapianError(
        status: .corrupt, message: "a stored set cannot be read (byte \(error.offset))")
    }
  }
}
