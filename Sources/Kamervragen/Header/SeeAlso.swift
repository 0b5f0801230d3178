/// The publications that a header refers to: "Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nrs. 12 en 13".
enum SeeAlso {
  /// A set in a parliamentary year.
  struct Reference: Hashable {
    let session: ParliamentaryYear
    let number: Int
  }

  /// The references of a sentence; a year counts for the numbers behind it.
  static func references(_ text: String) -> [Reference] {
    var found: [Reference] = []
    var known: Set<Reference> = []
    var scanner = TextScanner(text)
    while let year = Ascii.find("vergaderjaar", in: scanner.bytes, from: scanner.at) {
      scanner.at = year + "vergaderjaar".utf8.count
      scanner.skipSpaces()
      guard let session = ParliamentaryYear(&scanner) else { continue }
      while let byte = scanner.peek(), byte == Ascii.comma || byte == Ascii.space {
        scanner.at += 1
      }
      for word in ["nrs.", "nr.", "nummers", "nummer", "nrs", "nr"] where scanner.take(word) {
        break
      }
      for number in numbers(&scanner) {
        let reference = Reference(session: session, number: number)
        if known.insert(reference).inserted { found.append(reference) }
      }
    }
    return found
  }

  private static func numbers(_ scanner: inout TextScanner) -> [Int] {
    var found: [Int] = []
    while true {
      let begin = scanner.at
      scanner.skipSpaces()
      let comma = scanner.take(",")
      scanner.skipSpaces()
      let and = scanner.takeWord("en")
      scanner.skipSpaces()
      for word in ["nrs.", "nr."] where scanner.take(word) { scanner.skipSpaces() }
      guard found.isEmpty || comma || and, let number = scanner.takeNumber(digits: 5) else {
        scanner.at = begin
        return found
      }
      found.append(number)
    }
  }
}
