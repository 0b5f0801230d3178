internal import PassageStore
internal import DutchText

/// Names that mean the same: abbreviations and what they stand for, parties, ministries over the
/// years.
///
/// A query with one name also finds the others. A name with a period is found only in passages of
/// that time, because some abbreviations have stood for two ministries.
public struct Aliases: Sendable {
  /// Where a name counts.
  enum Kind: String, CaseIterable {
    /// In texts and in `partij:`.
    case partij
    /// In texts and in `minister:`.
    case ministerie
    /// In texts and in `minister:`: an office such as `premier`.
    case ambt
    /// In texts.
    case afkorting
    /// In texts: a place or a body. One name of several words is enough, for it is a phrase.
    case naam

    /// Whether quotes around a name mean the name and not these words.
    var isQuotable: Bool { self == .partij || self == .ministerie || self == .ambt }
  }

  struct Name: Hashable {
    let text: String
    let period: DateRange?
  }

  struct Group: Hashable {
    let kind: Kind
    let names: [Name]
  }

  /// No aliases.
  public static let none = Aliases()

  /// The aliases that come with Vraagbaak; see `Resources/aliases.txt`.
  public static let standard: Aliases = {
    var standard = Aliases()
    standard.add(PackageResources.aliases_txt)
    return standard
  }()

  let analyzer = Analyzer()
  private var bytes: [UInt8] = []
  /// The line of each group as a range of `bytes`. It is read only if a query has one of its names.
  private(set) var lines: [Range<Int>] = []
  /// The names. Every search loads the table, so only the bounds of the names are found here.
  private var places: [Place] = []
  /// No name has more words than this.
  private(set) var maximumNameWords = 0

  private struct Place {
    /// A range of `bytes`.
    let name: Range<Int>
    let line: Int
  }

  /// These aliases and those of a table.
  ///
  /// A line is `soort: naam; naam [van..tot]; …` with at least two names, or one `naam` of several
  /// words. `#` begins a remark. Periods are written as after `datum:` in a query.
  ///
  /// - Parameters:
  ///   - table: the lines.
  ///   - file: the name of the table in an error.
  /// - Returns: all of them.
  /// - Throws: `AliasError` for the first malformed line.
  public func adding(_ table: String, from file: String) throws(AliasError) -> Aliases {
    var result = self
    var number = 0
    for line in table.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let content = line.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      do {
        _ = try Self.group(content)
        result.add(content.utf8)
      } catch {
        throw AliasError(file: file, line: number, expectation: error)
      }
    }
    return result
  }

  static func group(_ line: Substring) throws(AliasError.Expectation) -> Group {
    let parts = line.split(separator: ":", maxSplits: 1)
    let word = parts.first.map { trimmed($0) } ?? ""
    guard parts.count == 2, let kind = Kind(rawValue: word) else {
      throw .kind(of: Kind.allCases.map(\.rawValue))
    }
    var names: [Name] = []
    for part in parts[1].split(separator: ";") {
      let pieces = part.split(separator: "[", maxSplits: 1)
      let text = pieces.first.map { trimmed($0) } ?? ""
      guard !text.isEmpty else { continue }
      guard pieces.count == 2 else {
        names.append(Name(text: text, period: nil))
        continue
      }
      let period = trimmed(pieces[1])
      guard period.hasSuffix("]"), let range = DateRange(String(period.dropLast())) else {
        throw .period(String(period))
      }
      names.append(Name(text: text, period: range))
    }
    let isPhrase = kind == .naam && names.first.map { $0.text.contains(" ") } ?? false
    guard Set(names.map(\.text)).count > 1 || isPhrase else { throw .names }
    return Group(kind: kind, names: names)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Adds lines that `group` can read, and remarks on lines of their own.
  private mutating func add(_ text: some Collection<UInt8>) {
    var start = bytes.count
    bytes += text
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if start < end, bytes[start] != UInt8(ascii: "#") { addLine(start..<end) }
      start = end + 1
    }
  }

  private mutating func addLine(_ line: Range<Int>) {
    var start = (bytes[line].firstIndex(of: UInt8(ascii: ":")) ?? line.upperBound) + 1
    while start < line.upperBound {
      let end = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? line.upperBound
      let name = trimmed(start..<end)
      if !name.isEmpty {
        places.append(Place(name: name, line: lines.count))
        let signs = bytes[name].reduce(0) { $0 + (Self.isLetter($1) ? 0 : 1) }
        maximumNameWords = max(maximumNameWords, 1 + signs)
      }
      start = end + 1
    }
    lines.append(line)
  }

  /// A name without its period, and without the spaces around it.
  private func trimmed(_ name: Range<Int>) -> Range<Int> {
    let space = UInt8(ascii: " ")
    var (start, end) = (name.lowerBound, name.lowerBound)
    while end < name.upperBound, bytes[end] != UInt8(ascii: "[") { end += 1 }
    while start < end, bytes[start] == space { start += 1 }
    while start < end, bytes[end - 1] == space { end -= 1 }
    return start..<end
  }

  /// The lines that have a name with a key.
  func lines(with key: String) -> [Int] {
    let key = Array(key.utf8)
    let first = key.firstIndex(where: Self.isLetter) ?? 0
    var found: [Int] = []
    for place in places where place.line != found.last {
      // A name and its key begin with the same letters. Comparing these rules out nearly all names.
      let letters = bytes[place.name].drop { !Self.isLetter($0) && $0 < 0x80 }
        .prefix(while: Self.isLetter)
      guard letters.count <= key.count - first,
        zip(letters, key[first...]).allSatisfy({ $0 | 0x20 == $1 })
      else { continue }
      if self.key(text(at: place.name)).utf8.elementsEqual(key) { found.append(place.line) }
    }
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  func text(at range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The folded words of a name.
  func key(_ text: String) -> String {
    // Most names are plain words.
    if let plain = Self.plainKey(text) { return plain }
    let stream = analyzer.tokens(of: text)
    return stream.tokens.filter { $0.kind == .word && !$0.isPart }.map { stream.term(of: $0) }
      .joined(separator: " ")
  }
}

extension Aliases {
  /// The key of a name of ASCII letters and spaces only; nil for any other.
  private static func plainKey(_ text: String) -> String? {
    let space = UInt8(ascii: " ")
    var key: [UInt8] = []
    for byte in text.utf8 {
      if byte == space {
        if let last = key.last, last != space { key.append(space) }
      } else {
        guard (byte | 0x20) &- UInt8(ascii: "a") < 26 else { return nil }
        key.append(byte | 0x20)
      }
    }
    if key.last == space { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }
}

/// An error in a table of aliases.
public struct AliasError: Error, Sendable, Hashable {
  /// The name of the table.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is expected there.
  public let expectation: Expectation

  /// What a line of a table must have.
  public enum Expectation: Error, Sendable, Hashable {
    /// One of these words and a colon at its beginning.
    case kind(of: [String])
    /// A period between square brackets. The value is the text after the opening bracket.
    case period(String)
    /// At least two names with a semicolon between them, or one `naam` of several words.
    case names
  }
}
