internal import DutchText
internal import Xapian

// What the passages of a set get in the index from the other sets of its case.

extension Schema {
  /// The terms that the passages of a set get from other sets of the same case.
  func adoptedTerms(of status: PublicationStatus) -> [String] {
    (status.identifiers.map { key(.identifier, $0) }
      + status.caseNumbers.map { key(.caseNumber, $0) }).sorted()
  }

  /// The documents of a file as they are written, the set document first: with the terms for the
  /// visibility of passages and for other sets. If the file inherits facts from other publications
  /// of the case, its passages are made anew from the record with those.
  ///
  /// - Throws: `corrupt` if they are needed and the record is none.
  func documents(of set: PreparedSet, as entry: LedgerEntry) throws(XapianError) -> [Document] {
    var set = set
    if let facts = entry.facts, !entry.inherited.isEmpty || set.passages.isEmpty {
      var stored = try Self.storedSet(set.record)
      stored.heading.take(facts)
      var stream = TokenStream()
      set = prepared(stored, sourceDigest: entry.pathDigest, using: &stream)
    }
    return [setDocument(for: set, sourceDigest: entry.pathDigest)]
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
