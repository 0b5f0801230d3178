internal import Glibc
package import PassageStore
internal import VraagbaakReport

/// The directory of the alerts of one index.
///
/// ```
/// DIR/kaas.alert          an alert; see `AlertFile`
/// DIR/state               what of the index is known; see `KnownState`
/// DIR/outbox/12.kaas.1.eml  a message of run 12 that is not delivered yet
/// DIR/feeds/kaas.atom     the feed of an alert as it was last delivered
/// DIR/lock                locked by a run, and while a message is being delivered
/// ```
package struct AlertDirectory: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// The largest file of an alert, in bytes.
  static let maximumSize = 1 << 16

  package func file(of name: String) -> String { "\(path)/\(name)\(AlertFile.ending)" }

  var state: String { "\(path)/state" }
  var outbox: String { "\(path)/outbox" }
  var feeds: String { "\(path)/feeds" }
  var lock: String { "\(path)/lock" }

  /// The names of the files of alerts, in order.
  private var names: [String] {
    FileIO.entries(of: Array(path.utf8)).compactMap { entry in
      let name = String(decoding: entry.name, as: UTF8.self)
      guard name.hasSuffix(AlertFile.ending), name.first != "." else { return nil }
      return String(name.dropLast(AlertFile.ending.count))
    }.sorted()
  }

  /// All alerts in the order of their names, and the files that are not understood.
  package func alerts() -> (alerts: [Alert], refused: [AlertFileError]) {
    var alerts: [Alert] = []
    var refused: [AlertFileError] = []
    for name in names {
      do throws(AlertFileError) {
        if let alert = try alert(named: name) { alerts.append(alert) }
      } catch {
        refused.append(error)
      }
    }
    return (alerts, refused)
  }

  /// The alert with a name; nil if there is none.
  ///
  /// - Throws: `AlertFileError` if its file cannot be read or is not understood.
  package func alert(named name: String) throws(AlertFileError) -> Alert? {
    let path = file(of: name)
    let bytes: [UInt8]
    do throws(SettingsFileError) {
      bytes = try SettingsFile.read(path, limit: Self.maximumSize)
    } catch {
      if error == .system(ENOENT) { return nil }
      throw AlertFileError(file: path, line: nil, reason: error.dutch)
    }
    return try AlertFile.read(bytes, name: name, path: path)
  }

  /// Writes the file of an alert.
  ///
  /// - Throws: `IndexError` if that fails.
  package func write(_ alert: Alert) throws(IndexError) {
    try FileIO.replaceDurably(file(of: alert.name), with: Array(AlertFile.text(of: alert).utf8))
  }

  /// Makes the directory and those in it if they are missing. Only their owner may look: addresses
  /// are nobody else's business.
  ///
  /// - Throws: `IndexError` if that fails.
  package func create() throws(IndexError) {
    for directory in [path, outbox, feeds] where access(directory, F_OK) != 0 {
      try FileIO.createDirectory(directory)
      chmod(directory, 0o700)
    }
  }
}
