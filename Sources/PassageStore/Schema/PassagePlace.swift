/// Where the text of a passage lies: in the set document of a source file, at a place.
package struct PassagePlace: Sendable, Hashable {
  /// The short name of the file, which is the value of `Schema.Slot.set`.
  package let source: [UInt8]
  /// The place of the passage in its set, from 0.
  package let ordinal: Int

  /// Reads the data of the passage's document; `source` is its value.
  ///
  /// - Throws: `StoredRecordError` if the data are not those of a passage.
  package init(decoding data: [UInt8], source: [UInt8]) throws(StoredRecordError) {
    var reader = RecordReader(data)
    ordinal = try reader.number()
    guard reader.isAtEnd else { throw reader.error }
    self.source = source
  }

  /// The data of the document of the passage at a place in its set. Nothing is smaller: Xapian
  /// tries to compress whatever is longer than 18 bytes, of which its seal takes 16.
  static func encoded(_ ordinal: Int) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(ordinal)
    return writer.bytes
  }
}
