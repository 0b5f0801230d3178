package import PassageIndex

/// Passages to show whole, with what the index knows of their sets.
package struct ShownPassages {
  package let passages: [StoredPassage]
  /// The other files and the links of each set, by the file of its passages.
  package let records: [String: SetRecord]
  /// The texts of the passages with the words of a query marked; nil if there is no query.
  package let highlighted: [HighlightedPassage]?
  /// What was not understood in that query.
  package let notices: [QueryNotice]

  /// Reads from an index what belongs to its passages.
  ///
  /// - Parameters:
  ///   - passages: the passages, in the order to show.
  ///   - query: the query whose words are marked; nil for none.
  ///   - reader: the index.
  /// - Throws: `IndexError` if the index cannot be read.
  package init(
    _ passages: [StoredPassage], highlighting query: String?, _ reader: IndexReader
  ) throws(IndexError) {
    self.passages = passages
    var records: [String: SetRecord] = [:]
    for passage in passages where records[passage.source] == nil {
      records[passage.source] = try reader.record(of: passage)
    }
    self.records = records
    let marked = try query.map { query throws(IndexError) in
      try reader.highlights(in: passages, of: SearchRequest(query))
    }
    highlighted = marked?.passages
    notices = marked?.notices ?? []
  }

  /// The JSON object of each passage.
  package var objects: [PassageRecord] {
    passages.enumerated().map { place, passage in
      PassageRecord(passage, records[passage.source], highlighted?[place])
    }
  }
}
