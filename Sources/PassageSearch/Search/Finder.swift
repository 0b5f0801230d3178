public import PassageStore
internal import Kamervragen
internal import Xapian

extension IndexReader {
  /// The passages of a set, in the order of the document; or the one that has a question number.
  ///
  /// A name of the set itself gives that set, also where it is not searched any more: the questions that have been
  /// answered, an earlier version. A zaaknummer gives what is searched of the case.
  ///
  /// - Parameter reference: the key of a set, `ah-tk-20242025-705` (any of its identifiers, or its zaaknummer), with or
  ///   without `#` and a question number; or the name or path of a file, also of one that another file stands for.
  /// - Returns: the passages; empty where there is no such set.
  /// - Throws: `IndexError` where the database cannot be read.
  public func passages(of reference: String) throws(IndexError) -> [StoredPassage] {
    var ids: [DocumentID] = []
    for set in try setKeys(named: reference) { ids += try documents(schema.setTerm(set)) }
    // The name of a file may have a # itself, so the number stands behind the last one.
    if ids.isEmpty, let sign = reference.lastIndex(of: "#"),
      let number = Int(reference[reference.index(after: sign)...])
    {
      for set in try setKeys(named: String(reference[..<sign])) {
        ids += try documents(schema.passageTerm(set, question: number))
      }
    }
    var passages: [StoredPassage] = []
    for id in ids {
      passages.append(
        try decode(try onDatabase { () throws(XapianError) in try index.database.data(of: id) }))
    }
    return passages.sorted { ($0.source, $0.ordinal) < ($1.source, $1.ordinal) }
  }

  /// What is known of the set of a passage besides its text: other files that have it, and the publications it is
  /// linked to.
  public func record(of stored: StoredPassage) throws(IndexError) -> SetRecord {
    let versionKey: String
    if let identifier = stored.set.identifier {
      versionKey = Schema.folded(identifier)
    } else {
      // A set without an identifier is known by its content, and that the ledger knows.
      let key = LedgerEntry.keyPrefix + ContentDigest(of: Array(stored.source.utf8)).hexadecimal
      guard let found = LedgerEntry(decoding: try metadata(key))?.versionKey else {
        return SetRecord()
      }
      versionKey = found
    }
    let bytes = try metadata(SetRecord.key(of: versionKey))
    do throws(StoredRecordError) {
      return try SetRecord(decoding: bytes)
    } catch {
      throw .damaged(path: path, reason: error.description)
    }
  }

  /// The keys of the sets that a name stands for: the key itself, else the sets with that identifier, zaaknummer or
  /// number in the Aanhangsel that are searched, else those of the file with that name.
  private func setKeys(named name: String) throws(IndexError) -> [String] {
    let own = try documents(schema.setTerm(name), limit: 1)
    // A set without an identifier is called by the zaaknummer, but that is the name of the case.
    if let first = own.first {
      let isHidden = try isHidden(first)
      if name.contains("-") || !isHidden { return [name] }
    }
    let fields: [Field] = [.identifier, .caseNumber, .number]
    var ids: [DocumentID] = []
    for field in fields { ids += try documents(schema.key(field, name)) }
    var shown: Set<String> = []
    var hidden: Set<String> = []
    for id in ids {
      let data = try onDatabase { () throws(XapianError) in try index.database.data(of: id) }
      let key = try decode(data).setKey
      if try isHidden(id) { hidden.insert(key) } else { shown.insert(key) }
    }
    let keys = shown.isEmpty ? hidden : shown
    return try (keys.isEmpty ? setKeys(ofFile: name) : keys).sorted()
  }

  /// Whether a passage is left out of a search; see `PublicationStatus`.
  private func isHidden(_ id: DocumentID) throws(IndexError) -> Bool {
    let marks = try onDatabase { () throws(XapianError) in
      try index.database.terms(of: id, prefix: "H")
    }
    return !marks.isEmpty
  }

  /// The keys of the sets that files were read as: those with a path, or a name without the directories.
  private func setKeys(ofFile name: String) throws(IndexError) -> Set<String> {
    // Only the whole ledger tells; so only what looks like a file is looked for.
    guard name.contains(".") || name.contains("/") else { return [] }
    let entries = try onDatabase { () throws(XapianError) in
      try index.database.metadataEntries(withPrefix: LedgerEntry.keyPrefix)
    }.compactMap { LedgerEntry(decoding: $0.value) }
    let versions = Set(
      entries.filter { entry in
        let path = String(decoding: entry.path, as: UTF8.self)
        return path == name || path.hasSuffix("/" + name)
      }.compactMap(\.versionKey))
    return Set(
      entries.filter { $0.passages > 0 && $0.versionKey.map(versions.contains) == true }
        .compactMap(\.setKey))
  }

  private func metadata(_ key: String) throws(IndexError) -> [UInt8] {
    try onDatabase { () throws(XapianError) in try index.database.metadata(forKey: key) }
  }

  private func documents(_ term: String, limit: Int = 10_000) throws(IndexError) -> [DocumentID] {
    try onDatabase { () throws(XapianError) in
      try index.database.documents(withTerm: term, offset: 0, limit: limit)
    }
  }
}
