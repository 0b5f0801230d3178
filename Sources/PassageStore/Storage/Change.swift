internal import Kamervragen
internal import Xapian

/// One change that a run makes to an index. The changes for one source file go to one shard, in
/// order.
enum Change: Sendable {
  /// Adds the passages of a file that has none in the index.
  case add(PreparedSet, of: LedgerEntry)
  /// Removes the passages of a file.
  case removePassages(of: LedgerEntry)
  /// Gives the passages of a file the marks of its new entry: visibility, adopted terms, and facts
  /// inherited from other publications of the case.
  case mark(LedgerEntry, as: LedgerEntry)
  /// Writes the ledger entry of a file.
  case record(LedgerEntry)
  /// Removes the ledger entry of a file.
  case forget(LedgerEntry)
  /// Writes the record of a publication version under its key; an empty record removes it.
  case recordSet(SetRecord, key: String)
  /// Records when a run changed the index.
  case recordRun(String)

  /// The path of the file that changes; nil if the change is not about one file.
  var source: [UInt8]? {
    switch self {
    case .add(_, let entry), .removePassages(let entry), .mark(let entry, _),
      .record(let entry), .forget(let entry):
      entry.path
    case .recordSet, .recordRun: nil
    }
  }

  /// About how many passages are written. A ledger entry counts as one, so that files without
  /// passages are committed in time too.
  var passages: Int {
    switch self {
    case .add(let set, _): set.passages.count
    case .removePassages(let entry), .mark(let entry, _): entry.passages
    case .record: 1
    case .forget, .recordSet, .recordRun: 0
    }
  }
}

extension WritableDatabase {
  /// Applies a change to this shard, which must be the one that it belongs in.
  borrowing func apply(_ change: Change, _ schema: Schema) throws(XapianError) {
    switch change {
    case .add(let set, let entry):
      for document in try schema.documents(of: set, as: entry) { try add(document) }
    case .removePassages(let entry):
      guard entry.passages > 0 else { return }
      try deleteAll(withTerm: schema.sourceTerm(entry.pathDigest))
    case .mark(let entry, let marked): try mark(entry, as: marked, schema)
    case .record(let entry): try setMetadata(entry.encoded(), forKey: entry.key)
    case .forget(let entry): try setMetadata([], forKey: entry.key)
    case .recordSet(let record, let key):
      let bytes = record.encoded()
      guard try metadata(forKey: key) != bytes else { return }
      try setMetadata(bytes, forKey: key)
    case .recordRun(let moment):
      try setMetadata(Array(moment.utf8), forKey: MetadataKey.lastRun)
    }
  }

  private borrowing func mark(
    _ entry: LedgerEntry, as marked: LedgerEntry, _ schema: Schema
  ) throws(XapianError) {
    let source = schema.sourceTerm(entry.pathDigest)
    let all = try documents(withTerm: source)
    guard let setDocument = all.first else { return }
    let record = try data(of: setDocument)
    let set = try Schema.storedSet(record)
    if entry.inherited != marked.inherited, marked.facts != nil {
      // The words of the facts lie among those of the passages, which are therefore made anew.
      try deleteAll(withTerm: source)
      for document in try schema.documents(ofRecord: record, as: marked) { try add(document) }
      return
    }
    for (passage, id) in zip(set.passages, all.dropFirst()) {
      let hasQuestions = !passage.questions.isEmpty
      let old = entry.marks(hasQuestions: hasQuestions)
      let new = marked.marks(hasQuestions: hasQuestions)
      for term in old.subtracting(new).sorted() { try mark(id, with: term, isPresent: false) }
      for term in new.subtracting(old).sorted() { try mark(id, with: term, isPresent: true) }
    }
  }
}

extension LedgerEntry {
  /// The terms that a passage has because of other sets, by which it is found or left out.
  func marks(hasQuestions: Bool) -> Set<String> {
    Set(adopted + [visibility.term(hasQuestions: hasQuestions)].compactMap(\.self))
  }
}
