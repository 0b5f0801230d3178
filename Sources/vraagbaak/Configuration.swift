import Glibc
import PassageIndex

/// What the administrator of this machine set in a file: what a command does if no option and no
/// variable of the environment says otherwise.
///
/// The file has lines `sleutel = waarde`. A `#` at the beginning of a line or after a space begins
/// a remark.
struct Configuration: Hashable {
  /// What can be set. Apart from `documents`, `harvest`, `contact` and `mail-from`, a key has the
  /// name of the option that it stands for.
  enum Key: String, CaseIterable {
    case index, documents, harvest, listen
    case baseURL = "base-url"
    case workers, log, contact, alerts, sendmail
    case mailFrom = "mail-from"

    /// Whether the value is the path of a file or directory. The command may be started anywhere,
    /// so the path must be absolute.
    var isPath: Bool {
      [.index, .documents, .harvest, .log, .alerts, .sendmail].contains(self)
    }

    /// Whether the key may be given more than once, and each value counts.
    var isRepeatable: Bool { self == .documents }

    /// What it sets, in Dutch.
    var help: String {
      switch self {
      case .index: "de index, voor elke opdracht"
      case .documents:
        "wat 'vraagbaak index' zonder PAD leest: een bestand of map; mag meer dan eens"
      case .harvest: "waar 'vraagbaak harvest' zonder MAP de publicaties bewaart"
      case .listen: "waarop 'vraagbaak serve' luistert: ADRES:POORT"
      case .baseURL: "het adres waaronder anderen 'vraagbaak serve' vinden"
      case .workers: "hoeveel aanvragen 'vraagbaak serve' tegelijk beantwoordt"
      case .log:
        "het bestand waarin 'vraagbaak serve' de aanvragen bijhoudt; - is de foutuitvoer"
      case .alerts: "de map met attenderingen, voor 'vraagbaak alert'"
      case .sendmail: "het programma waarmee 'vraagbaak alert run' mail verstuurt"
      case .mailFrom: "de afzender van de mail van 'vraagbaak alert run'"
      case .contact: "een adres waar de beheerder van een officiële bron terecht kan"
      }
    }
  }

  /// The file that is read if `$VRAAGBAAK_CONFIG` names no other.
  static let standardPath = "/etc/vraagbaak/vraagbaak.conf"

  private struct Entry: Hashable {
    let value: String
    /// The line that has it, from 1.
    let line: Int
  }

  /// The path of the file.
  let path: String
  private var entries: [Key: [Entry]] = [:]

  /// The largest accepted file, in bytes.
  private static let maximumSize = 1 << 16

  /// Reads the file that `$VRAAGBAAK_CONFIG` names, else `standardPath`, which need not exist.
  ///
  /// - Throws: `UsageError` if the file cannot be read or a line is not understood.
  static func load() throws(UsageError) -> Configuration {
    let given = IndexLocation.environment("VRAAGBAAK_CONFIG")
    let path = given ?? standardPath
    if given == nil, access(path, F_OK) != 0, errno == ENOENT {
      return try Configuration([], from: path)
    }
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.readSettings(path, limit: maximumSize)
    } catch {
      throw UsageError("de configuratie kan niet gelezen worden: \(error)")
    }
    return try Configuration(bytes, from: path)
  }

  /// Reads the lines of a file.
  ///
  /// - Throws: `UsageError` for the first line that is not understood.
  init(_ bytes: [UInt8], from path: String) throws(UsageError) {
    self.path = path
    for line in SettingLine.lines(of: bytes) {
      switch line.content {
      case .notText:
        throw error(line: line.number, expected: "tekst in UTF-8 zonder stuurtekens")
      case .noSetting: throw error(line: line.number, expected: "'sleutel = waarde'")
      case .setting(let name, let value): try set(name, to: value, line: line.number)
      }
    }
  }

  private mutating func set(
    _ name: String, to value: String, line number: Int
  ) throws(UsageError) {
    guard let key = Key(rawValue: name) else {
      let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(line: number, expected: "een van \(known), niet '\(name)'")
    }
    guard !value.isEmpty else { throw error(line: number, expected: "een waarde na '\(name) ='") }
    guard !key.isPath || value.hasPrefix("/") || key == .log && value == "-" else {
      throw error(
        line: number, expected: "na '\(name) =' een heel pad, dat begint met /, niet '\(value)'")
    }
    if let earlier = entries[key]?.first, !key.isRepeatable {
      throw error(
        line: number, expected: "'\(name)' één keer; het staat al op regel \(earlier.line)")
    }
    entries[key, default: []].append(Entry(value: value, line: number))
  }

  // MARK: Values

  /// The value of a key; nil if the file does not have it.
  func value(of key: Key) -> String? { entries[key]?.last?.value }

  /// All values of a key, in the order of the file.
  func values(of key: Key) -> [String] { entries[key, default: []].map(\.value) }

  /// The value of a key as a whole number; nil if the file does not have it.
  ///
  /// - Throws: `UsageError` if it is not a number in this range.
  func number(of key: Key, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let value = value(of: key) else { return nil }
    guard let number = Int(value), range.contains(number) else {
      throw error(
        of: key,
        expected: "een getal van \(range.lowerBound) tot en met \(range.upperBound)")
    }
    return number
  }

  /// The error that the value of a key is not what a command expects, which is said in Dutch.
  func error(of key: Key, expected: String) -> UsageError {
    guard let entry = entries[key]?.last else { return UsageError("\(path): verwacht \(expected)") }
    return error(
      line: entry.line, expected: "na '\(key.rawValue) =' \(expected), niet '\(entry.value)'")
  }

  private func error(line: Int, expected: String) -> UsageError {
    UsageError("\(path), regel \(line): verwacht \(expected)")
  }
}
