internal import Glibc
package import PassageSearch
package import PassageStore

// The state of a directory of alerts.

extension AlertDirectory {
  /// What is known; nil if there is no state yet.
  ///
  /// - Throws: `KnownState.Damage`, or `IndexError` if it cannot be read.
  package func knownState() throws -> KnownState? {
    guard access(state, F_OK) == 0 || errno != ENOENT else { return nil }
    let bytes = try Outbox(of: self).content(of: state)
    return try KnownState(decoding: bytes, file: state)
  }

  /// Replaces the state in one step.
  func write(_ known: KnownState) throws(IndexError) {
    try FileIO.replaceDurably(state, with: known.encoded())
  }

  /// Makes a state that knows everything in an index, if there is no state yet.
  ///
  /// - Parameter reader: the index; nil if there is none, so that all of it will be new.
  /// - Throws: `IndexError`. The caller holds the lock.
  package func begin(with reader: IndexReader?) throws(IndexError) {
    guard access(state, F_OK) != 0 else { return }
    var known = KnownState()
    known.run = Outbox(of: self).messages.map(\.run).max() ?? 0
    let entries = try reader?.ledger() ?? []
    known.publications = ChangeFinder(known: [:], entries: entries).changes().known
    try write(known)
  }

  /// The name of the alert of a file.
  func name(ofFile path: String) -> String? {
    let file = path.split(separator: "/").last ?? ""
    guard file.hasSuffix(AlertFile.ending) else { return nil }
    let name = String(file.dropLast(AlertFile.ending.count))
    return Alert.isName(name) ? name : nil
  }

  /// Removes an alert with what it was still to be told; false if there is none. The caller holds
  /// the lock.
  package func remove(_ name: String) -> Bool {
    let isThere = unlink(file(of: name)) == 0
    // A new alert of this name is not told what this one was still to be told.
    if var known = try? knownState(), known.held.removeValue(forKey: name) != nil {
      try? write(known)
    }
    Outbox(of: self).removeMessages(of: name)
    unlink(Outbox(of: self).feed(of: name))
    return isThere
  }
}
