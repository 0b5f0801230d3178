internal import CXapianBridge

/// Reads from a database that is open for reading or for writing. Borrows the bridge's handle,
/// whose owner must outlive it.
struct Reader {
  let handle: OpaquePointer

  /// Calls the bridge, and again on the latest commit if the state being read was overwritten.
  func read(
    _ function: (_ handle: OpaquePointer, _ error: inout xapian_error) -> xapian_status
  ) throws(XapianError) {
    try callUntilNotOvertaken({ function(handle, &$0) }, advance: advance)
  }

  /// Advances to the latest commit; returns whether there was a later one.
  func advance() throws(XapianError) -> Bool {
    var changed = false
    do {
      try call { xapian_database_reopen(handle, &changed, &$0) }
    } catch {
      // Overtaken as well; the read will report it.
      guard error.status == .modified else { throw error }
    }
    return changed
  }

  /// Calls the bridge for a list or a text.
  private func list(
    _ function: (_ handle: OpaquePointer, inout OpaquePointer?, inout xapian_error) -> xapian_status
  ) throws(XapianError) -> List {
    var answer: OpaquePointer?
    try read { function($0, &answer, &$1) }
    return List(owning: try present(answer))
  }

  func documentCount() throws(XapianError) -> Int {
    var count: UInt32 = 0
    try read { xapian_database_count($0, &count, &$1) }
    return Int(count)
  }

  func uuid() throws(XapianError) -> String {
    try list { xapian_database_uuid($0, &$1, &$2) }.string
  }

  func revisions() throws(XapianError) -> [UInt64] {
    try list { xapian_database_revisions($0, &$1, &$2) }.map { item, _ in item.number }
  }

  func documentFrequency(of term: String) throws(XapianError) -> Int {
    try documentFrequencies(of: TermList(CollectionOfOne(term.utf8)), prefix: [])[0]
  }

  func documentFrequencies(
    of terms: TermList, prefix: [UInt8]
  ) throws(XapianError) -> [Int] {
    var frequencies = [UInt64](repeating: 0, count: terms.count)
    try read { handle, error in
      prefix.withText { prefix in
        terms.bytes.withText {
          xapian_database_document_frequencies(
            handle, prefix, $0, terms.spans, terms.count, &frequencies, &error)
        }
      }
    }
    return frequencies.map { Int(clamping: $0) }
  }

  func terms(withPrefix prefix: String, limit: Int) throws(XapianError) -> List {
    try list { handle, answer, error in
      prefix.withText {
        xapian_database_terms(handle, $0, max(0, limit), &answer, &error)
      }
    }
  }

  func termCount(withPrefix prefix: String) throws(XapianError) -> Int {
    var count: UInt64 = 0
    try read { handle, error in
      prefix.withText { xapian_database_count_terms(handle, $0, &count, &error) }
    }
    return Int(clamping: count)
  }

  func metadata(forKey key: String) throws(XapianError) -> [UInt8] {
    try list { handle, answer, error in
      key.withText { xapian_database_metadata(handle, $0, &answer, &error) }
    }.bytes
  }

  func shardMetadata(forKey key: String) throws(XapianError) -> [[UInt8]] {
    try list { handle, answer, error in
      key.withText { xapian_database_shard_metadata(handle, $0, &answer, &error) }
    }.map { $1.bytes($0.text) }
  }

  func metadataEntries(
    withPrefix prefix: String, isVerified: Bool = true
  ) throws(XapianError) -> [(key: String, value: [UInt8])] {
    try list { handle, answer, error in
      prefix.withText { xapian_database_metadata_entries(handle, $0, isVerified, &answer, &error) }
    }.map { (key: $1.string($0.text), value: $1.bytes($0.value)) }
  }

  func data(of id: DocumentID) throws(XapianError) -> [UInt8] {
    try list { xapian_database_document_data($0, id, &$1, &$2) }.bytes
  }

  func value(slot: UInt32, of id: DocumentID) throws(XapianError) -> [UInt8] {
    try list { xapian_database_document_value($0, id, slot, &$1, &$2) }.bytes
  }

  func precedingValues(
    slot: UInt32, of ids: [DocumentID]
  ) throws(XapianError) -> [[UInt8]] {
    try list { handle, answer, error in
      xapian_database_preceding_values(handle, slot, ids, ids.count, &answer, &error)
    }.map { $1.bytes($0.text) }
  }

  func terms(of id: DocumentID, prefix: String) throws(XapianError) -> List {
    try list { handle, answer, error in
      prefix.withText { xapian_database_document_terms(handle, id, $0, &answer, &error) }
    }
  }

  func has(_ terms: TermList, in id: DocumentID) throws(XapianError) -> [Bool] {
    var has = [Bool](repeating: false, count: terms.count)
    try read { handle, error in
      terms.bytes.withText {
        xapian_database_document_has(
          handle, id, $0, terms.spans, terms.count, &has, &error)
      }
    }
    return has
  }

  func documents(withTerm term: String, offset: Int, limit: Int) throws(XapianError) -> List {
    try list { handle, answer, error in
      term.withText {
        xapian_database_documents_with_term(
          handle, $0, max(0, offset), max(0, limit), &answer, &error)
      }
    }
  }

  func compact(to destination: String) throws(XapianError) {
    try call { error in
      destination.withText { xapian_database_compact(handle, $0, &error) }
    }
  }
}
