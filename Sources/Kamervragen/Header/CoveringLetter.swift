/// A ministry's letter that accompanies its answers: "In antwoord op uw brief van 5 juli 2024, nr.
/// 2024Z11859, deel ik u mede dat de vragen van de leden …", with its head and signature.
struct CoveringLetter: Hashable {
  /// The case number, if the letter's opening has exactly one.
  var caseNumber: String?
  var question: QuestionSentence?
  /// The date of the letter.
  var date: CalendarDate?
  /// The date on which the questions were submitted, if the letter names those who asked.
  var submitted: CalendarDate?
  /// The name of the signatory, printed under the post.
  var signature: String?
  var onBehalfOf: [String] = []

  /// Reads the lines before the answers; nil if there is no such letter.
  ///
  /// - Parameters:
  ///   - lines: the lines.
  ///   - headDate: the date in the heads of the pages.
  init?(_ lines: [SourceLine], headDate: CalendarDate? = nil) {
    guard let begin = lines.firstIndex(where: { Self.isOpening($0.text) }) else { return nil }
    let opening = Self.paragraph(lines, from: begin)
    let cases = CaseNumber.all(in: opening)
    caseNumber = cases.count == 1 ? cases[0] : nil
    question = Self.question(opening) ?? Self.subjectLine(lines).flatMap(Self.question)
    for (index, line) in lines.enumerated() {
      let squeezed = Squeezed(line.text)
      if squeezed.has("medenamens", at: 0) {
        onBehalfOf += PostsClause(String(line.text.dropFirst("Mede namens".count))).posts
      } else if squeezed.has("de", at: 0), PostFunction(squeezed, at: 2) != nil,
        index + 1 < lines.count, Self.isName(lines[index + 1].text)
      {
        signature = lines[index + 1].text
      }
    }
    let asked = Self.askedOn(opening)
    date = Self.date(in: lines) ?? headDate
    // A date before the questions, or after the end of the next calendar year, is wrong.
    if let day = date, let asked, day < asked || day.year > asked.year + 1 { date = nil }
    if question != nil { submitted = asked }
  }

  private static func isOpening(_ line: String) -> Bool {
    let answers = [
      "In antwoord op uw", "In het antwoord op uw", "In reactie op uw",
      "Naar aanleiding van uw brief", "Onder verwijzing naar uw brief",
      "Met verwijzing naar uw brief", "Hierbij bied ik u", "Hierbij zend ik u",
      "Met deze brief beantwoord ik",
    ]
    if answers.contains(where: { line.hasPrefix($0) }) { return true }
    let sends = [
      "Hierbij stuur ik", "Hierbij doe ik u", "Hierbij ontvangt u", "Hierbij treft u",
      "Hierbij beantwoord ik", "Bijgaand zend ik u", "Bijgaand treft u", "Bijgaand bied ik u",
      "Hierbij bieden wij u", "Hierbij zenden wij u",
    ]
    return sends.contains { line.hasPrefix($0) } && line.contains("vragen")
  }

  /// The lines of the paragraph that begins at a place.
  private static func paragraph(_ lines: [SourceLine], from begin: Int) -> String {
    let more = lines[(begin + 1)...].prefix { $0.gap == .line }
    return ParagraphJoiner.single([lines[begin].text] + more.map(\.text))
  }

  private static func question(_ text: String) -> QuestionSentence? {
    let bytes = Array(text.utf8)
    let asked = ["vragen van ", "vragen gesteld door ", "vragen die zijn gesteld door "].compactMap
    {
      word in Ascii.find(word, in: bytes).map { $0 + word.utf8.count }
    }
    guard let begin = asked.min() else { return nil }
    let ends = [
      " worden beantwoord", ", ingezonden", " (ingezonden", " die zijn ingezonden", ", met kenmerk",
      " met kenmerk", " (kenmerk", ", kenmerk", " (nr. 2",
    ].compactMap { Ascii.find($0, in: bytes, from: begin) }
    return QuestionSentence(
      clause: String(decoding: bytes[begin..<(ends.min() ?? bytes.count)], as: UTF8.self))
  }

  /// The text after "Onderwerp" or "Betreft" in the head of the letter.
  private static func subjectLine(_ lines: [SourceLine]) -> String? {
    for (index, line) in lines.enumerated() {
      var scanner = TextScanner(line.text)
      guard scanner.takeWord("Onderwerp") || scanner.takeWord("Betreft") else { continue }
      scanner.skip(" :|")
      let next = index + 1 < lines.count ? lines[index + 1].text : ""
      return scanner.isAtEnd ? next : scanner.rest
    }
    return nil
  }

  // MARK: Dates

  /// The date after the word "Datum" in the head of a letter; nil if there are different ones.
  static func date(in lines: [SourceLine]) -> CalendarDate? {
    var days: Set<CalendarDate> = []
    for (index, line) in lines.enumerated() {
      var scanner = TextScanner(line.text)
      guard scanner.takeWord("Datum") else { continue }
      scanner.skip(" :|")
      if let day = Self.day(at: scanner) {
        days.insert(day)
      } else if index + 1 < lines.count,
        let day = Self.day(at: TextScanner(lines[index + 1].text))
      {
        days.insert(day)
      }
    }
    return days.count == 1 ? days.first : nil
  }

  private static func day(at scanner: TextScanner) -> CalendarDate? {
    var scanner = scanner
    return DutchDate.date(&scanner)
  }

  /// The first year in which the date of the Kamer's letter is that of the questions. Earlier
  /// letters are some days later.
  private static let sameDay = 2010

  /// The date of the questions: "ingezonden op 5 juli 2024", or that of the Kamer's letter with
  /// them.
  private static func askedOn(_ opening: String) -> CalendarDate? {
    let bytes = Array(opening.utf8)
    for word in ["ingezonden op ", "ingezonden d.d. ", "ingezonden "] {
      if let found = Ascii.find(word, in: bytes) {
        return day(at: TextScanner(bytes: bytes, at: found + word.utf8.count))
      }
    }
    for word in ["uw brief van ", "uw brief d.d. "] {
      if let found = Ascii.find(word, in: bytes),
        let day = Self.day(at: TextScanner(bytes: bytes, at: found + word.utf8.count)),
        day.year >= sameDay
      {
        return day
      }
    }
    return nil
  }

  /// Whether a line can be a signatory's name: at most seven words, the first and last capitalised,
  /// without comma or final full stop.
  private static func isName(_ line: String) -> Bool {
    guard line.utf8.count <= 60, line.utf8.last != Ascii.dot, !line.utf8.contains(Ascii.comma)
    else { return false }
    let words = line.split(separator: " ")
    guard words.count <= 7, let last = words.last?.unicodeScalars.first else { return false }
    return last.properties.isUppercase
      && words.first?.unicodeScalars.first?.properties.isUppercase == true
  }
}
