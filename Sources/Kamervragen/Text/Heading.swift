/// A heading of a question or an answer: "Vraag 2 en 3", "Antwoord op vraag 5 t/m 8", "Antwoord:".
struct Heading: Hashable {
  /// Which side of a passage it opens.
  enum Side: Hashable {
    case question, answer
  }

  var side: Side
  /// The numbers it names; none for a bare "Antwoord".
  var numbers: [Int]
  /// The text after it on the same line.
  var rest: String
  /// Whether the list of numbers continues on the next line ("Vraag 1, 2 en").
  var isOpen = false

  /// The largest question number that is read. The largest one seen is 112.
  static let maximumNumber = 400

  /// Reads a line as a heading. Text may follow if it begins with a capital or a quotation mark, or
  /// follows a colon. A sentence that only begins like a heading ("Antwoord op vraag 3 is dat …")
  /// is rejected.
  init?(_ line: String) {
    guard let first = line.utf8.first, first == UInt8(ascii: "V") || first == UInt8(ascii: "A")
    else {
      return nil
    }
    // "Vraag", "Vragen", "Antwoord".
    guard let third = line.utf8.dropFirst(2).first, Ascii.isOne(third | 0x20, of: "at") else {
      return nil
    }
    var scanner = TextScanner(line)
    guard let side = Self.keyword(&scanner) else { return nil }
    let keywordEnd = scanner.at
    scanner.skipSpaces()
    let list = NumberList(&scanner)
    if list.numbers.isEmpty { scanner.at = keywordEnd }
    guard list.numbers.allSatisfy({ (1...Self.maximumNumber).contains($0) }) else { return nil }
    let glued = scanner.peek().map(Ascii.isWordByte) ?? false
    scanner.skipSpaces()
    let colon = scanner.take(":")
    let closed = colon || scanner.take(".") || scanner.take(")")
    scanner.skipSpaces()
    let rest = scanner.rest
    self.side = side
    numbers = list.numbers
    self.rest = rest
    isOpen = list.isOpen && rest.isEmpty
    if rest.isEmpty {
      guard !list.numbers.isEmpty || !closed || colon else { return nil }
      // "Vragen" by itself is a title, not the heading of one question.
      guard !list.numbers.isEmpty || !Ascii.hasPrefix(Array(line.utf8), at: 0, "Vragen") else {
        return nil
      }
    } else if list.numbers.isEmpty {
      guard colon, Self.beginsSentence(rest) else { return nil }
    } else {
      guard colon || !glued && Self.beginsSentence(rest) else { return nil }
    }
  }

  private static func keyword(_ scanner: inout TextScanner) -> Side? {
    if scanner.takeWord("Vraag") || scanner.takeWord("Vragen") { return .question }
    guard scanner.takeWord("Antwoord") || scanner.takeWord("Antwoorden") else { return nil }
    let end = scanner.at
    scanner.skipSpaces()
    let on = scanner.takeWord("op")
    if on {
      scanner.skipSpaces()
      if scanner.takeWord("de") { scanner.skipSpaces() }
    }
    guard scanner.takeWord("vraag") || scanner.takeWord("vragen") else {
      scanner.at = end
      return on ? nil : .answer
    }
    return .answer
  }

  private static func beginsSentence(_ text: String) -> Bool {
    guard let character = text.unicodeScalars.first else { return false }
    return character.properties.isUppercase || "«“\"‘'„".unicodeScalars.contains(character)
  }
}

/// The numbers of a heading: "2", "2 en 3", "2, 3 en 5", "1,2,3", "5 t/m 8", "3-5".
struct NumberList: Hashable {
  /// The numbers in the order of the list, ranges filled in, each once.
  var numbers: [Int] = []
  /// Whether the list ends with a comma or "en".
  var isOpen = false
  private var largest = -1
  private var listed: Set<Int> = []

  private static let links = [
    ",", ";", "&", "+", "/", "en ", "alsmede ", "en de vragen ", "en vraag ",
  ]
  private static let ranges = ["t/m", "tot en met", "t.e.m.", "–", "-", "tot "]

  init(_ scanner: inout TextScanner) {
    var isRange = false
    while let number = Self.number(&scanner) {
      append(number, isRange: isRange)
      let end = scanner.at
      (isRange, isOpen) = Self.separator(&scanner)
      if isOpen || isRange { continue }
      // A comma may be missing ("2, 3 4 en 5"), but then the list must continue.
      scanner.at = end
      scanner.skipSpaces()
      guard scanner.at > end, Self.continues(scanner) else {
        scanner.at = end
        return
      }
    }
    if isRange { isOpen = true }
  }

  private mutating func append(_ number: Int, isRange: Bool) {
    let last = numbers.last ?? number
    let added =
      isRange && number > last && number - last <= 150 ? Array((last + 1)...number) : [number]
    for number in added {
      // Only a number that does not rise can be a repeat, which is rare.
      if number > largest {
        largest = number
        if !listed.isEmpty { listed.insert(number) }
      } else {
        if listed.isEmpty { listed = Set(numbers) }
        guard listed.insert(number).inserted else { continue }
      }
      numbers.append(number)
    }
  }

  /// A number; the letter of a subquestion ("3a") is skipped.
  private static func number(_ scanner: inout TextScanner) -> Int? {
    let begin = scanner.at
    scanner.skipSpaces()
    guard let number = scanner.takeNumber(digits: 3) else {
      scanner.at = begin
      return nil
    }
    if let letter = scanner.peek(), Ascii.isLower(letter),
      !(scanner.peek(1).map(Ascii.isWordByte) ?? false)
    {
      scanner.at += 1
    }
    return number
  }

  private static func separator(_ scanner: inout TextScanner) -> (isRange: Bool, isOpen: Bool) {
    let begin = scanner.at
    guard !scanner.isAtEnd else { return (false, false) }
    scanner.skipSpaces()
    for range in ranges where scanner.take(range) {
      let end = scanner.at
      scanner.skipSpaces()
      if scanner.isAtEnd || Self.isNumber(scanner) { return (true, false) }
      scanner.at = end
      break
    }
    scanner.at = begin
    scanner.skipSpaces()
    var found = false
    while links.contains(where: { scanner.take($0) }) {
      found = true
      scanner.skipSpaces()
    }
    if !found, scanner.takeWord("en") { found = true }
    if found, scanner.isAtEnd || isNumber(scanner) { return (false, true) }
    if found, scanner.takeWord("en"), scanner.isAtEnd { return (false, true) }
    scanner.at = begin
    return (false, false)
  }

  private static func isNumber(_ scanner: TextScanner) -> Bool {
    scanner.peek().map(Ascii.isDigit) ?? false
  }

  private static func continues(_ scanner: TextScanner) -> Bool {
    var ahead = scanner
    guard Self.number(&ahead) != nil else { return false }
    ahead.skipSpaces()
    return ahead.isAtEnd || ahead.peek() == Ascii.comma || ahead.takeWord("en")
  }
}
