internal import Kamervragen
internal import Glibc
internal import Xapian

/// An index that is open for reading. It sees one committed state at a time; while a run writes, searches go on.
///
/// Not `Sendable`: one thread at a time; open as many as there are threads.
public final class IndexReader {
  /// The directory, or a Xapian stub file that names databases here and elsewhere.
  public let path: String
  let schema = Schema()
  let database: Database

  /// Opens an index.
  ///
  /// - Parameter path: the directory of an index, or a Xapian stub file.
  /// - Throws: `IndexError.missing`, `.incompatible` where it was made with another analysis, or `.database`.
  public init(path: String) throws(IndexError) {
    self.path = path
    let found: String
    do {
      database = try Self.open(path)
      found = String(
        decoding: try database.metadata(forKey: MetadataKey.fingerprint), as: UTF8.self)
    } catch {
      guard access(path, F_OK) == 0 else { throw .missing(path: path) }
      throw IndexError(path, error)
    }
    guard found == Schema.fingerprint else {
      throw .incompatible(
        path: path, found: found.isEmpty ? "niets" : found, expected: Schema.fingerprint)
    }
  }

  /// Runs a piece of work on the database; its errors become those of this index.
  func onDatabase<Result>(_ body: () throws(XapianError) -> Result) throws(IndexError) -> Result {
    do {
      return try body()
    } catch {
      throw IndexError(path, error)
    }
  }

  /// Opens the database. A generation may be replaced between reading its name and opening its files; the name is then
  /// read again.
  private static func open(_ path: String) throws(XapianError) -> Database {
    for _ in 0..<3 {
      do throws(XapianError) {
        return try Database(path: path)
      } catch {
        guard error.status == .notFound else { throw error }
      }
    }
    return try Database(path: path)
  }

  func decode(_ record: [UInt8]) throws(IndexError) -> StoredPassage {
    do {
      return try StoredPassage(decoding: record)
    } catch {
      throw .damaged(path: path, reason: error.description)
    }
  }

  // MARK: Looking up

  /// The passages of a set, in the order of the document; or the one that has a question number.
  ///
  /// - Parameter reference: the key of a set, `ah-tk-20242025-705` (any of its identifiers, or its zaaknummer), with or
  ///   without `#` and a question number.
  /// - Returns: the passages, of every source that has the set; empty where there is none.
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
        try decode(try onDatabase { () throws(XapianError) in try database.data(of: id) }))
    }
    return passages.sorted { ($0.source, $0.ordinal) < ($1.source, $1.ordinal) }
  }

  /// The keys of the sets that a name stands for: the key itself, else the sets with that identifier, zaaknummer or
  /// number in the Aanhangsel.
  private func setKeys(named name: String) throws(IndexError) -> [String] {
    if try !documents(schema.setTerm(name), limit: 1).isEmpty { return [name] }
    var keys: Set<String> = []
    let fields: [Field] = [.identifier, .caseNumber, .number]
    for term in fields.map({ schema.key($0, name) }) {
      for id in try documents(term) {
        let data = try onDatabase { () throws(XapianError) in try database.data(of: id) }
        keys.insert(try decode(data).setKey)
      }
    }
    return keys.sorted()
  }

  private func documents(_ term: String, limit: Int = 10_000) throws(IndexError) -> [DocumentID] {
    try onDatabase { () throws(XapianError) in
      try database.documents(withTerm: term, offset: 0, limit: limit)
    }
  }
}
