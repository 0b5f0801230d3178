internal import DutchText
internal import Xapian

// What a passage gets in the index from the other sets of its case.

extension Schema {
  /// The terms that the passages of a set get from other sets of the same case.
  func adoptedTerms(of status: PublicationStatus) -> [String] {
    (status.identifiers.map { key(.identifier, $0) }
      + status.caseNumbers.map { key(.caseNumber, $0) }).sorted()
  }

  /// Replaces the facts of a passage by those of its case: in its terms, values and record.
  ///
  /// - Throws: `corrupt` if the document's data cannot be decoded.
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
