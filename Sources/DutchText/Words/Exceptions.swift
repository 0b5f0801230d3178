internal import CXXHash

/// Words that the rules get wrong: the term of a word, its parts, or that it has none.
///
/// In text, one a line; `#` begins a comment:
///
/// | line | meaning |
/// |---|---|
/// | `verboden = verbied` | the term of the word; its other forms need lines of their own |
/// | `maatregel = -` | the word and its forms are not compounds |
/// | `bulgarenfraude = bulgaren + fraude` | its parts |
///
/// Case and diacritics are ignored.
public struct Exceptions: Sendable, Equatable {
  /// The terms of words, both lower-case ASCII.
  var terms: [[UInt8]: [UInt8]] = [:]
  /// The parts of words; empty for a word that is not a compound.
  var parts: [[UInt8]: [[UInt8]]] = [:]

  /// A malformed line.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of the line, from 1.
    public let line: Int
    /// The mistake, as a Dutch text for the user.
    public let reason: String

    /// The line and the mistake, as a Dutch text for the user.
    public var description: String { "regel \(line): \(reason)" }
  }

  /// No exceptions.
  public init() {}

  /// The exceptions that come with Vraagbaak; a test reads every line of the file.
  public static let standard = (try? parse(PackageResources.exceptions_txt)) ?? Exceptions()

  /// Reads exceptions.
  public static func parse(_ text: String) throws(Problem) -> Exceptions {
    try parse(Array(text.utf8))
  }

  private static func parse(_ text: [UInt8]) throws(Problem) -> Exceptions {
    var exceptions = Exceptions()
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      do {
        try exceptions.read(line)
      } catch {
        throw Problem(line: index + 1, reason: error.rawValue)
      }
    }
    return exceptions
  }

  private enum Mistake: String, Error {
    case noEquals = "verwacht: woord = term, woord = - of woord = deel + deel"
    case noWord = "een woord bestaat uit letters"
    case twice = "dit woord staat er al"
    case tooManyParts = "een samenstelling heeft ten hoogste acht delen"
    case notCovering =
      "de delen moeten samen het hele woord zijn, met ten hoogste drie letters ertussen"
  }

  private mutating func read(_ line: ArraySlice<UInt8>) throws(Mistake) {
    let content = line.prefix { $0 != UInt8(ascii: "#") }
    if content.allSatisfy(Self.isSpace) { return }
    let sides = content.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
    guard sides.count == 2 else { throw .noEquals }
    let word = try Self.word(sides[0])
    let values = sides[1].split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
    let dash = UInt8(ascii: "-")
    if values.count == 1, values[0].allSatisfy({ $0 == dash || Self.isSpace($0) }),
      values[0].contains(dash)
    {
      guard parts[word] == nil else { throw .twice }
      parts[word] = []
    } else if values.count == 1 {
      guard terms[word] == nil else { throw .twice }
      terms[word] = try Self.word(values[0])
    } else {
      guard parts[word] == nil else { throw .twice }
      guard values.count <= 8 else { throw .tooManyParts }
      var parts: [[UInt8]] = []
      for value in values { parts.append(try Self.word(value)) }
      guard Self.cover(parts, word) else { throw .notCovering }
      self.parts[word] = parts
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// A word in lower case without diacritics.
  private static func word(_ text: ArraySlice<UInt8>) throws(Mistake) -> [UInt8] {
    var letters = text.filter { !isSpace($0) }
    if letters.contains(where: { $0 &- UInt8(ascii: "a") >= 26 }) {
      letters = folded(String(decoding: letters, as: UTF8.self))
    }
    let folded = letters
    guard !folded.isEmpty, folded.count <= Term.maximumLength,
      folded.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 })
    else { throw .noWord }
    return folded
  }

  /// Whether parts cover a word, with at most three letters of linking between them. All but the
  /// last may have another form in the word (`kind` as `kinder`).
  private static func cover(_ parts: [[UInt8]], _ word: [UInt8]) -> Bool {
    guard let first = parts.first, let last = parts.last, word.starts(with: first.prefix(2)),
      word.count > last.count, word.suffix(last.count) == last[...]
    else { return false }
    let letters = parts.map(\.count).reduce(0, +)
    return abs(word.count - letters) <= 3 * (parts.count - 1)
  }

  /// These exceptions and others; the others win.
  public func merging(_ others: Exceptions) -> Exceptions {
    var merged = self
    merged.terms.merge(others.terms) { $1 }
    merged.parts.merge(others.parts) { $1 }
    return merged
  }

  /// Identifies these exceptions: 16 hexadecimal digits.
  public var digest: String {
    let lines =
      terms.map { [$0.key, [UInt8]("="), $0.value].flatMap(\.self) }
      + parts.map { [$0.key, [UInt8]("-"), $0.value.flatMap { $0 + "+" }].flatMap(\.self) }
    let sorted = lines.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 + "\n" }
    let value = sorted.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
