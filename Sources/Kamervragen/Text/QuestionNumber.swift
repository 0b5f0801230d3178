/// Reads numbers of questions and answers without the word "Vraag" or "Antwoord".
enum QuestionNumber {
  /// The numbers of a line with nothing else on it: "1", "1.", "1)", "2 en 3", "4 t/m 6.".
  static func alone(_ line: String) -> [Int]? {
    guard line.utf8.first.map(Ascii.isDigit) == true, line.utf8.count <= 200 else { return nil }
    var scanner = TextScanner(line)
    let list = NumberList(&scanner)
    scanner.skipSpaces()
    if scanner.take(".") || scanner.take(")") || scanner.take(":") {}
    guard scanner.isAtEnd, !list.isOpen, isPlausible(list.numbers) else { return nil }
    return list.numbers
  }

  /// Whether numbers can be question numbers: they rise and none is too large.
  private static func isPlausible(_ numbers: [Int]) -> Bool {
    guard let first = numbers.first, first > 0, let last = numbers.last else { return false }
    return last <= Heading.maximumNumber && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// The number and the text of "1. Kent u …".
  static func inline(_ line: String) -> (number: Int, rest: String)? {
    guard line.utf8.first.map(Ascii.isDigit) == true else { return nil }
    var scanner = TextScanner(line)
    guard let number = scanner.takeNumber(digits: 3), scanner.take(".") || scanner.take(")"),
      scanner.peek() == Ascii.space || scanner.peek().map({ !Ascii.isDigit($0) }) == true
    else { return nil }
    let rest = scanner.rest
    return rest.isEmpty ? nil : (number, rest)
  }

  /// "Q1  Kent u …" as a heading with its text.
  static func letter(_ line: String) -> (heading: Heading, rest: String)? {
    guard let first = line.utf8.first, Ascii.isOne(first, of: "QA") else { return nil }
    let isQuestion = first == UInt8(ascii: "Q")
    var scanner = TextScanner(line)
    scanner.at = 1
    guard let number = scanner.takeNumber(digits: 3), (1...Heading.maximumNumber).contains(number),
      scanner.isAtEnd || " :.".utf8.contains(scanner.peek() ?? 0)
    else { return nil }
    if scanner.take(":") || scanner.take(".") {}
    let word = isQuestion ? "Vraag" : "Antwoord"
    return Heading("\(word) \(number)").map { ($0, scanner.rest) }
  }
}
