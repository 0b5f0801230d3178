/// Parses references of a header: "Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nrs. 12
/// en 13", "zie ook Aanhangsel Handelingen nrs. 493 en 534, vergaderjaar 1999–2000".
enum SeeAlso {
  /// A set in a parliamentary year.
  struct Reference: Hashable {
    /// The year; nil means the document's own year.
    let session: ParliamentaryYear?
    let number: Int
  }

  /// The references of a sentence.
  static func references(_ text: String) -> [Reference] { read(text).references }

  /// Reads the references of a sentence, and its other words. Either years or numbers come first,
  /// in the whole sentence.
  static func read(_ text: String) -> (references: [Reference], rest: String) {
    var scanner = TextScanner(text)
    guard let begin = begin(scanner.bytes) else { return ([], text) }
    var opening = TextScanner(scanner.text(0, begin))
    opening.skip(" ,.;()")
    while skipWord(&opening) { opening.skip(" ,(") }
    scanner.at = begin
    var end = begin
    var found = Collector()
    // Whether a number may follow: after "nr.", a comma or "en", but not in the prose after the
    // reference.
    var isOpen = true
    while !scanner.isAtEnd {
      scanner.skip(" \t;:()-")
      if scanner.take(",") || skipWord(&scanner) {
        isOpen = true
        continue
      } else if let year = year(&scanner) {
        found.take(year: year)
      } else if isOpen, let number = scanner.takeNumber(digits: 5) {
        found.take(number: number)
      } else {
        break
      }
      isOpen = false
      end = scanner.at
    }
    found.finish()
    let behind = scanner.text(end, scanner.bytes.count)
    let rest = [opening.rest, String(behind.drop { " .,;)".contains($0) })]
    return (
      found.references,
      rest.filter { $0.utf8.contains(where: Ascii.isLetter) }.joined(separator: " ")
    )
  }

  /// Where a reference begins: "Aanhangsel", "vergaderjaar" or "Handelingen".
  private static func begin(_ bytes: [UInt8]) -> Int? {
    ["aanhangsel", "vergaderjaar", "handelingen"].compactMap { Ascii.find($0, in: bytes) }.min()
  }

  private static let words = [
    "aanhangsels", "aanhangsel", "handelingen", "handeling", "vergaderjaren", "vergaderjaar",
    "tweede", "kamer", "der", "van", "de", "nrs", "nr", "nummers", "nummer", "en", "zie", "ook",
    "alsmede", "respectievelijk", "resp", "II", "TK",
  ]

  private static func skipWord(_ scanner: inout TextScanner) -> Bool {
    words.contains { word in
      guard Ascii.hasPrefix(scanner.bytes, at: scanner.at, word) else { return false }
      let end = scanner.at + word.utf8.count
      // "nr.722", "nr 722", "nr722".
      guard end >= scanner.bytes.count || !Ascii.isLetter(scanner.bytes[end]) else { return false }
      scanner.at = end
      if scanner.take(".") {}
      return true
    }
  }

  /// A year; the outer nil if there is none, the inner nil if the two years are not a parliamentary
  /// year.
  private static func year(_ scanner: inout TextScanner) -> ParliamentaryYear?? {
    let begin = scanner.at
    if let year = ParliamentaryYear(&scanner) { return year }
    guard let first = scanner.takeNumber(digits: 4) else { return nil }
    scanner.skipSpaces()
    let isDashed = ["-", "–", "‑", "/"].contains { scanner.take($0) }
    scanner.skipSpaces()
    guard isDashed, first > 1800, let second = scanner.takeNumber(digits: 4) else {
      scanner.at = begin
      return nil
    }
    // "1999–00".
    return .some(
      second < 100 && (first + 1) % 100 == second ? ParliamentaryYear(start: first) : nil)
  }

  /// Combines years and numbers.
  private struct Collector {
    private(set) var references: [Reference] = []
    private var known: Set<Reference> = []
    private var waiting: [Int] = []
    private var last: ParliamentaryYear??
    private var isYearFirst: Bool?

    mutating func take(number: Int) {
      isYearFirst = isYearFirst ?? false
      if isYearFirst == true {
        guard let last, let year = last else { return }
        add(number, year)
      } else {
        waiting.append(number)
      }
    }

    mutating func take(year: ParliamentaryYear?) {
      isYearFirst = isYearFirst ?? true
      last = .some(year)
      if let year { for number in waiting { add(number, year) } }
      waiting = []
    }

    private mutating func add(_ number: Int, _ year: ParliamentaryYear?) {
      let reference = Reference(session: year, number: number)
      if known.insert(reference).inserted { references.append(reference) }
    }

    /// Numbers without a year after them get the previous year, or the document's own.
    mutating func finish() {
      for number in waiting { add(number, last ?? nil) }
      waiting = []
    }
  }
}
