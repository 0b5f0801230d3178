public import Kamervragen
public import PassageStore
internal import Xapian

/// A set in a list of all sets.
public struct SetListing: Sendable, Hashable {
  /// The key of the set: its identifier, else its zaaknummer, else the file's name.
  public var key: String
  /// The date of publication: when the answer or the notice was received, else when the questions
  /// were submitted; nil if neither is known.
  public var date: CalendarDate?
  /// The kind of publication.
  public var kind: QuestionSet.Kind
}

extension IndexReader {
  /// All sets that are searched, in the order of their keys, each key once. Sets whose questions
  /// are searched in another one, and earlier versions, are left out. Reads no passages; takes time
  /// in proportion to the number of source files.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  public func sets() throws(IndexError) -> [SetListing] {
    var sets: [String: SetListing] = [:]
    for page in LedgerEntry.keyPages {
      let entries = try index.onDatabase { () throws(XapianError) in
        try index.database.metadataEntries(withPrefix: page)
      }
      for (_, value) in entries {
        guard let entry = LedgerEntry(decoding: value), entry.passages > 0,
          entry.visibility == .shown || entry.visibility == .noticeOnly,
          let summary = entry.summary
        else { continue }
        let listing = SetListing(
          key: summary.setKey, date: summary.received ?? entry.submitted, kind: summary.kind)
        // Files without an identifier may have the same name. The latest is listed.
        if let other = sets[listing.key]?.date, other >= listing.date ?? other { continue }
        sets[listing.key] = listing
      }
    }
    return sets.values.sorted { $0.key < $1.key }
  }
}
