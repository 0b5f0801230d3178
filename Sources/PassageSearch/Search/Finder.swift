internal import PassageStore
internal import Xapian

/// Finds passages by name instead of by words.
struct Finder {
  let index: OpenIndex
  private var schema: Schema { index.schema }

  /// The passages that a reference names; see `IndexReader.passages(of:includingCiting:)`.
  func passages(
    of reference: String, includingCiting: Bool = true
  ) throws(IndexError) -> [StoredPassage] {
    let cited = CitationReader.publication(in: reference)
    // A citation with spaces is no name of a file, and looking for those takes long.
    if let cited, reference.contains(where: \.isWhitespace) {
      let keyed = try passages(withKey: reference)
      if !keyed.isEmpty { return keyed }
      let found = try passages(of: cited, includingCiting: includingCiting)
      if !found.isEmpty { return found }
    }
    let named = try passages(named: reference)
    if named.isEmpty, let cited {
      return try passages(of: cited, includingCiting: includingCiting)
    }
    return named
  }

  /// The passages of a citation: of several sets, the newest first. Those that a search leaves out
  /// only if there are no others.
  private func passages(
    of cited: CitedPublication, includingCiting: Bool
  ) throws(IndexError) -> [StoredPassage] {
    if let name = cited.name.key {
      let numbers = cited.questions.isEmpty ? [""] : cited.questions.map { "#\($0)" }
      var named: [StoredPassage] = []
      for number in numbers { named += try passages(named: name + number) }
      if !named.isEmpty { return named }
    }
    let found: CitedPassages? = try index.onDatabase { () throws(XapianError) in
      try CitationIndex(index).passages(of: cited)
    }
    // Only a dossier is known by those who cite it.
    let isKnownByCiting = includingCiting && !cited.name.isOfSet
    guard let query = found.flatMap({ $0.sets ?? (isKnownByCiting ? $0.citing : nil) }) else {
      return []
    }
    return try shownPassages(query).sorted { one, other in
      guard one.date == other.date else {
        return one.date.map { date in other.date.map { date > $0 } ?? true } ?? false
      }
      return (one.setKey, one.ordinal) < (other.setKey, other.ordinal)
    }
  }

  /// The maximum number of passages that a reference names.
  private static let maximumPassages = 10_000

  /// The passages that a name refers to.
  private func passages(named reference: String) throws(IndexError) -> [StoredPassage] {
    let sets = try setKeys(named: reference).map { Query.term(schema.setTerm($0)) }
    if !sets.isEmpty { return try passages(.or(sets)) }
    guard let (name, number) = Self.numbered(reference) else { return [] }
    return try passages(
      .or(try setKeys(named: name).map { .passage($0, question: number, schema) }))
  }

  /// The passages of the set with a key, or the passage with one. A key may look like the citation
  /// of another set: without an identifier it is the name of the file.
  func passages(withKey key: String) throws(IndexError) -> [StoredPassage] {
    let all = try passages(.term(schema.setTerm(key)))
    guard all.isEmpty, let (set, number) = Self.numbered(key) else { return all }
    return try passages(.passage(set, question: number, schema))
  }

  /// The set and the number of the question in the name of a passage. The name of a file may have a
  /// #, so the number follows the last one.
  private static func numbered(_ reference: String) -> (set: String, question: Int)? {
    guard let sign = reference.lastIndex(of: "#"),
      let number = Int(reference[reference.index(after: sign)...])
    else { return nil }
    return (String(reference[..<sign]), number)
  }

  /// The passages that a query finds, each file's in the order of the document.
  private func passages(_ query: Query) throws(IndexError) -> [StoredPassage] {
    try index.passages(matching: query, limit: Self.maximumPassages)
      .sorted { ($0.source, $0.ordinal) < ($1.source, $1.ordinal) }
  }

  /// The passages that a query finds. Those that a search leaves out only if there are no others.
  private func shownPassages(_ query: Query) throws(IndexError) -> [StoredPassage] {
    let shown = try passages(.andNot(query, .or(Self.hidingTerms.map { .term($0) })))
    return shown.isEmpty ? try passages(query) : shown
  }

  /// The record of the set of a passage; see `IndexReader.record(of:)`.
  func record(of stored: StoredPassage) throws(IndexError) -> SetRecord {
    let versionKey: String
    if let identifier = stored.set.identifier {
      versionKey = Schema.folded(identifier)
    } else {
      // A set without an identifier is known by its content, which the ledger has.
      let key = LedgerEntry.key(of: Array(stored.source.utf8))
      guard let found = LedgerEntry(decoding: try metadata(key))?.versionKey else {
        return SetRecord()
      }
      versionKey = found
    }
    let bytes = try metadata(SetRecord.key(of: versionKey))
    do throws(StoredRecordError) {
      return try SetRecord(decoding: bytes)
    } catch {
      throw .damaged(path: index.path, reason: .passage(offset: error.offset))
    }
  }

  /// The keys of the sets that a name refers to: the key itself, else the searchable sets with that
  /// identifier, zaaknummer or number in the Aanhangsel, else those of the file with that name.
  private func setKeys(named name: String) throws(IndexError) -> [String] {
    let own = try documents(schema.setTerm(name), limit: 1)
    // A set without an identifier has the zaaknummer as its key, but that is the name of the case.
    if let first = own.first {
      let isHidden = try isHidden(first)
      if name.contains("-") || !isHidden { return [name] }
    }
    let fields: [Field] = [.identifier, .caseNumber, .number]
    let known = Query.or(fields.map { .term(schema.key($0, name)) })
    let keys = Set(try shownPassages(known).map(\.setKey))
    if !keys.isEmpty { return keys.sorted() }
    // A set that is no longer searched and has no other name than its file.
    return own.isEmpty ? try setKeys(ofFile: name).sorted() : [name]
  }

  /// Whether a passage is left out of a search; see `PublicationStatus`.
  private func isHidden(_ id: DocumentID) throws(IndexError) -> Bool {
    try index.onDatabase { () throws(XapianError) in
      try index.database.has(TermList(Self.hidingTerms.map(\.utf8)), in: id).contains(true)
    }
  }

  private static let hidingTerms = [Schema.askedElsewhereTerm, Schema.supersededTerm].sorted()

  /// The keys of the sets that were read from files with this path or, without directories, this
  /// name.
  private func setKeys(ofFile name: String) throws(IndexError) -> Set<String> {
    // This reads the whole ledger, so only names that look like files are looked for.
    guard name.contains(".") || name.contains("/") else { return [] }
    let entries = try index.ledger()
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
    try index.onDatabase { () throws(XapianError) in try index.database.metadata(forKey: key) }
  }

  private func documents(_ term: String, limit: Int = maximumPassages) throws(IndexError)
    -> [DocumentID]
  {
    try index.onDatabase { () throws(XapianError) in
      try index.database.documents(withTerm: term, offset: 0, limit: limit)
    }
  }
}
