internal import DutchText
internal import Xapian

// What the passages of a set get in the index from the other sets of its case.

extension Schema {
  /// The terms that the passages of a set get from other sets of the same case.
  func adoptedTerms(of status: PublicationStatus) -> [String] {
    (status.identifiers.map { key(.identifier, $0) }
      + status.caseNumbers.map { key(.caseNumber, $0) }).sorted()
  }

  /// The documents of a file as they are written, the set document first. A set that inherits facts
  /// from other publications of the case is made anew with them.
  ///
  /// - Throws: `corrupt` if that is needed and the record is none.
  func documents(of set: PreparedSet, as entry: LedgerEntry) throws(XapianError) -> [Document] {
    entry.inherited.isEmpty
      ? marked(set, as: entry) : try documents(ofRecord: set.record, as: entry)
  }

  /// The same, made anew from the record of the set and the facts of its case.
  ///
  /// - Throws: `corrupt` if the bytes are no record.
  func documents(ofRecord record: [UInt8], as entry: LedgerEntry) throws(XapianError) -> [Document]
  {
    var stored = try Self.storedSet(record)
    if let facts = entry.facts { stored.heading.take(facts) }
    var stream = TokenStream()
    return marked(
      prepared(stored, sourceDigest: entry.pathDigest, using: &stream), as: entry)
  }

  /// The documents with the terms for the visibility of passages and for other sets.
  private func marked(_ set: PreparedSet, as entry: LedgerEntry) -> [Document] {
    [setDocument(for: set, sourceDigest: entry.pathDigest)]
      + set.passages.map { passage in
        var document = passage.document
        for term in entry.marks(hasQuestions: passage.hasQuestions).sorted() {
          addKey(term, &document)
        }
        return document
      }
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
