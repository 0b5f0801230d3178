internal import Kamervragen
internal import PassageStore
internal import VraagbaakReport

/// A file of an alert that is not understood; `description` is a Dutch sentence.
package struct AlertFileError: Error, Hashable, CustomStringConvertible {
  /// The path.
  package let file: String
  /// The line, from 1; nil if something is missing from the file as a whole.
  package let line: Int?
  /// What was expected, or why the file cannot be read.
  package let reason: String

  package var description: String {
    "\(file)\(line.map { ", regel \($0)" } ?? ""): \(reason)"
  }
}

/// The file of an alert, `NAME.alert`: lines `key = value`, as people write them too.
///
/// ```
/// query = kaas export
/// mail = griffie@example.nl
/// atom = /srv/atom/kaas.atom
/// added = 2026-11-30
/// ```
package enum AlertFile {
  /// The end of the name of each file.
  static let ending = ".alert"

  private enum Key: String, CaseIterable { case query, answered, mail, atom, added }

  /// Reads a file.
  ///
  /// - Throws: `AlertFileError` for the first line that is not understood.
  package static func read(
    _ bytes: [UInt8], name: String, path: String
  ) throws(AlertFileError) -> Alert {
    var subject: Alert.Subject?
    var mail: [String] = []
    var atom: String?
    var added: CalendarDate?
    guard Alert.isName(name) else {
      throw AlertFileError(
        file: path, line: nil,
        reason: "de naam mag alleen letters, cijfers, - en _ hebben, ten hoogste 64")
    }
    for line in SettingLine.lines(of: bytes) {
      func error(_ expected: String) -> AlertFileError {
        AlertFileError(
          file: path, line: line.number, reason: "verwacht \(expected)".withoutControls)
      }
      guard case .setting(let word, let value) = line.content else {
        throw error(
          line.content == .notText
            ? "tekst in UTF-8 zonder stuurtekens" : "'sleutel = waarde'")
      }
      guard let key = Key(rawValue: word) else {
        let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
        throw error("een van \(known), niet '\(word)'")
      }
      guard !value.isEmpty else { throw error("een waarde na '\(word) ='") }
      switch key {
      case .query, .answered:
        guard subject == nil else { throw error("één keer 'query' of 'answered'") }
        subject = key == .query ? .query(value) : .answered(value)
      case .mail:
        guard Alert.isAddress(value) else {
          throw error("een adres als naam@voorbeeld.nl, niet '\(value)'")
        }
        if !mail.contains(value) { mail.append(value) }
      case .atom:
        guard atom == nil else { throw error("één keer 'atom'") }
        guard value.hasPrefix("/"), !value.hasSuffix("/") else {
          throw error("een heel pad van een bestand, dat begint met /, niet '\(value)'")
        }
        atom = value
      case .added:
        guard let day = CalendarDate(iso: value) else {
          throw error("een dag als 2026-11-30, niet '\(value)'")
        }
        added = day
      }
    }
    guard let subject else {
      throw AlertFileError(
        file: path, line: nil, reason: "er is geen regel 'query = …' of 'answered = …'")
    }
    return Alert(name: name, subject: subject, mail: mail, atom: atom, added: added)
  }

  /// Whether the file of an alert is not too large to be read again.
  package static func isSmallEnough(_ alert: Alert) -> Bool {
    text(of: alert).utf8.count <= AlertDirectory.maximumSize
  }

  /// The text of a file. What is read back is the same, if no value has a line end or a `#` after
  /// a space; see `value(of:)`.
  package static func text(of alert: Alert) -> String {
    var lines: [(Key, String)] = []
    switch alert.subject {
    case .query(let query): lines.append((.query, query))
    case .answered(let reference): lines.append((.answered, reference))
    }
    lines += alert.mail.map { (.mail, $0) }
    if let atom = alert.atom { lines.append((.atom, atom)) }
    if let added = alert.added { lines.append((.added, added.description)) }
    return lines.map { "\($0.rawValue) = \($1)\n" }.joined()
  }

  /// A query as a line can hold it: on one line, without signs before a word that would begin a
  /// remark. A search reads no sign there.
  package static func value(of query: String) -> String {
    query.withoutControls.split(whereSeparator: \.isWhitespace)
      .map { $0.drop { $0 == "#" } }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
