package import Kamervragen

/// A set as the index stores it, once for a source file: the heading, all passages and the file.
package struct StoredSet: Sendable, Hashable {
  /// The heading of the set, without its passages.
  package var heading: QuestionSet
  /// The passages in the order of the document.
  package var passages: [Passage]
  /// Texts of the set that have no other place. They are searched with the passage without a
  /// number.
  package var remarks: [String]
  /// The path of the file.
  package var source: String

  package init(
    heading: QuestionSet, passages: [Passage], remarks: [String] = [], source: String
  ) {
    self.heading = heading
    self.passages = passages
    self.remarks = remarks
    self.source = source
  }

  /// The name of the set; see `StoredPassage.setKey`.
  package var key: String { StoredPassage.setKey(of: heading, source: source) }

  /// The passage at a place, from 0; nil if there are not so many.
  package func passage(_ ordinal: Int) -> StoredPassage? {
    guard passages.indices.contains(ordinal) else { return nil }
    return StoredPassage(
      set: heading, passage: passages[ordinal], ordinal: ordinal, source: source)
  }
}

// MARK: The record

extension StoredSet {
  /// The record for the database: each text as its length in bytes and its bytes, each list as its
  /// count and its elements. Xapian compresses it as a whole.
  package func encoded() -> [UInt8] {
    var writer = RecordWriter()
    writer.write(source)
    writer.write(heading: heading)
    writer.write(passages) { $0.write($1) }
    writer.write(remarks)
    return writer.bytes
  }

  /// Reads a record back.
  ///
  /// - Throws: `StoredRecordError` if the bytes are not a record.
  package init(decoding bytes: [UInt8]) throws(StoredRecordError) {
    var reader = RecordReader(bytes)
    source = try reader.text()
    heading = try reader.heading()
    passages = try reader.list { reader throws(StoredRecordError) in try reader.passage() }
    remarks = try reader.texts()
    guard reader.isAtEnd else { throw reader.error }
  }
}
