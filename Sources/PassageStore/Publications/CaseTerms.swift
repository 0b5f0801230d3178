internal import DutchText
internal import Xapian

// What a passage has in the index because of the other sets of its case.

extension Schema {
  /// The terms by which the passages of a set are found because of the sets of the same case.
  func adoptedTerms(of status: PublicationStatus) -> [String] {
    (status.identifiers.map { key(.identifier, $0) }
      + status.caseNumbers.map { key(.caseNumber, $0) }).sorted()
  }

  /// Gives a passage the facts of its case in the place of those that its set says: in its terms,
  /// its values and its record.
  ///
  /// - Throws: `corrupt` if the document's data are no record.
  func give(_ facts: CaseFacts, to document: inout Document) throws(XapianError) {
    var stored: StoredPassage
    do throws(StoredRecordError) {
      stored = try StoredPassage(decoding: document.data)
    } catch {
      throw XapianError(
        status: .corrupt, message: "a stored passage cannot be read (byte \(error.offset))")
    }
    stored.set.take(facts)
    document.removeTerms(beginningWith: Self.headingLetters)
    var stream = TokenStream()
    addHeading(of: stored, &stream, &document)
  }
}
