internal import Glibc
package import Kamervragen
package import PassageStore

/// Compares the files of a mirror with its ledger, without the network.
package struct MirrorCheck: Sendable, Hashable {
  /// Publications and files that the ledger has.
  package private(set) var publications = 0
  package private(set) var files = 0
  /// In bytes.
  package private(set) var size = 0
  /// What is not as the ledger says.
  package private(set) var problems: [Problem] = []
  /// Whether what is not sound was noted, so that the next run fetches it again; not if this user
  /// may not write there.
  package private(set) var isNoted = false
  /// Whether the check was stopped before its end.
  package private(set) var isStopped = false

  /// Something that is not as the ledger says; paths are relative to the directory of the mirror.
  package enum Problem: Sendable, Hashable {
    /// The file is not there or cannot be read.
    case missing(path: String)
    /// The file has other bytes than were fetched.
    case altered(path: String)
    /// The ledger does not know the file.
    case unknown(path: String)
    /// Lines of the ledger, from 1, that were not understood.
    case damagedLedger(lines: [Int])
  }

  /// Checks a mirror, and notes publications whose files are missing or altered.
  ///
  /// - Throws: `IndexError` if another run has the mirror, or if there is none.
  package init(
    of directory: String, today: CalendarDate, isStopped: () -> Bool
  ) throws(IndexError) {
    var status = stat()
    guard lstat(Mirror.ledger(in: directory), &status) == 0, status.st_size > 0 else {
      throw .missing(path: directory)
    }
    var mirror = try Self.mirror(directory)
    isNoted = !mirror.isReadOnly
    if !mirror.damagedLines.isEmpty {
      problems.append(.damagedLedger(lines: mirror.damagedLines))
    }
    var known: Set<String> = []
    for (identifier, stored) in mirror.state.stored.sorted(by: { $0.key < $1.key }) {
      guard !isStopped() else {
        self.isStopped = true
        return
      }
      publications += 1
      var isSound = true
      for file in stored.files {
        files += 1
        size += file.size
        let path = "\(Mirror.place(of: identifier))/\(file.form.fileName(of: identifier))"
        known.insert(path)
        guard let bytes = mirror.contents(of: identifier, file.form) else {
          problems.append(.missing(path: path))
          isSound = false
          continue
        }
        guard sha256(bytes) != file.sha256 else { continue }
        problems.append(.altered(path: path))
        isSound = false
      }
      if !isSound, let yesterday = today.adding(days: -1) {
        try mirror.record(
          .failed(
            stored.publication, tries: 1, day: yesterday,
            reason: "een bestand ontbreekt of is veranderd"))
      }
    }
    for path in Self.files(below: directory, "", depth: 0) where !known.contains(path) {
      problems.append(.unknown(path: path))
    }
    try mirror.settle()
  }

  /// The mirror, to note what is not sound; if this user may not write there, only to read.
  private static func mirror(_ directory: String) throws(IndexError) -> Mirror {
    do throws(IndexError) {
      return try Mirror.opened(directory)
    } catch {
      guard case .cannotCreate = error else { throw error }
      return try Mirror.opened(directory, isReadOnly: true)
    }
  }

  /// The files at the depth of publications, without hidden ones.
  private static func files(below directory: String, _ place: String, depth: Int) -> [String] {
    let entries = FileIO.entries(of: Array((directory + "/" + place).utf8))
    return entries.flatMap { entry -> [String] in
      let name = String(decoding: entry.name, as: UTF8.self)
      guard !name.hasPrefix(".") else { return [] }
      let path = place.isEmpty ? name : "\(place)/\(name)"
      guard entry.isDirectory, depth < 3 else { return [path] }
      return files(below: directory, path, depth: depth + 1)
    }.sorted()
  }
}
