import TestSupport
import Testing

@testable import Kamervragen

/// Records of the archive and sheets made at random: they are read or refused, and no word of them
/// is lost.
@Suite("Random records and sheets") struct RandomRecordTests {
  /// All that a set says.
  private func texts(_ set: QuestionSet) -> String {
    let passages = set.passages.flatMap {
      [$0.questionText, $0.answerText ?? ""] + $0.footnotes.map(\.text)
    }
    let people =
      set.members.map(\.name) + set.respondents.flatMap { [$0.role, $0.name, $0.portfolio ?? ""] }
    return (passages + set.remarks + set.footnotes.map(\.text) + set.onBehalfOf + people)
      .joined(separator: " ")
  }

  /// A word that stands nowhere else, of letters only.
  private func word(_ number: Int) -> String {
    let letters = Array("bdfghklmnp".unicodeScalars)
    let digits = String(number).utf8.map { letters[Int($0 - Ascii.zero)] }
    return "z" + String(String.UnicodeScalarView(digits)) + "z"
  }

  @Test("Elements of records in any order: every word of their texts is in the set")
  func records() throws {
    var random = SeededGenerator(seed: 1985)
    let names = [
      "vraag", "antwoord", "noten", "noot", "voetnoot", "toelichting", "mededeling", "vragen",
      "antwoorden", "bijlage",
    ]
    let numbers = ["1", "2", "3", "2 en 3", "1994", "", "x", "7", "150"]
    let sentences = [
      "Kent u dit?", "Ja.", "in mei", "Antwoord van minister Van Zanten (Justitie).",
      "(Ontvangen 3 mei 1990)", "zie ook Aanhangsel Handelingen nr. 12,", "Antwoord", "Mededeling",
      "Deze vragen dienen ter aanvulling", "1 2 3", "Vraag 4",
    ]
    var count = 0
    var words: [String] = []
    func text() -> String {
      let new = word(count)
      count += 1
      words.append(new)
      return "\(new) \(sentences.randomElement(using: &random) ?? "") "
    }
    func element(_ depth: Int) -> String {
      let name = names.randomElement(using: &random) ?? "vraag"
      let number = numbers.randomElement(using: &random) ?? ""
      let inner = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        depth < 3 && Bool.random(using: &random) ? element(depth + 1) : text()
      }
      return "<\(name) nummer=\"\(number)\">\(inner.joined())</\(name)>"
    }
    var readable = 0
    for round in 0..<400 {
      var record = ArchiveFixture()
      words = []
      record.questions += (0..<3).map { _ in element(0) }.joined()
      record.answers += (0..<3).map { _ in element(0) }.joined()
      record.rest = element(0)
      guard let set = try? record.read() else { continue }
      readable += 1
      let found = texts(set)
      #expect(words.filter { !found.contains($0) } == [], "round \(round): \(record.text)")
    }
    #expect(readable == 400)
  }

  /// The pieces of sheets.
  private static let pieces = [
    "1", "2", "3", "2 en 3", "1 t/m 3", "1.", "4", "Antwoord", "Mededeling", "Toelichting:",
    "Bijlage",
    "Antwoord van minister Van Zanten (Justitie). (Ontvangen 3 mei 1999)",
    "Vragen van het lid Ruyter (LL) aan de minister van Justitie over de sluis. (Ingezonden 3 maart 1999)",
    "Kent u dit?", "Kent u dit? 1", "Ja.", "1 Krant, 3 mei 1999.", "ISSN 0921 - 7398",
    "Tweede Kamer, vergaderjaar 1998–1999, Aanhangsel 2441", "Vraag 1", "Antwoord 1", "1187",
    "zie ook Aanhangsel Handelingen nr. 12, vergaderjaar 1998–1999",
    "Deze vragen dienen ter aanvulling op eerdere vragen.",
  ]

  /// Looks for the words in what is made of a text; false where it is refused.
  private func isRead(_ text: String, with words: [String]) -> Bool {
    guard let reading = try? TextReader.read(Array(text.utf8), name: "x.txt") else { return false }
    let account = reading.account.furniture + reading.account.headings + reading.account.header
    let found = ([texts(reading.set)] + account).joined(separator: " ")
    #expect(words.filter { !found.contains($0) } == [], "\(text)")
    for passage in reading.set.passages {
      #expect(passage.questions == passage.questions.sorted())
    }
    return true
  }

  @Test(
    "Lines of sheets in any order, and all of them on one line, lose no word",
    arguments: [("\n", 282), ("\n\n", 283), (" ", 231)])
  func sheets(separator: String, expected: Int) {
    var random = SeededGenerator(seed: 1999)
    var readable = 0
    for _ in 0..<300 {
      var words: [String] = []
      var parts: [String] = []
      if Bool.random(using: &random) { parts.append(Self.pieces[12]) }
      for number in 0..<Int.random(in: 3...40, using: &random) {
        let piece = Self.pieces.randomElement(using: &random) ?? ""
        guard piece.hasSuffix("?") || piece.hasSuffix(".") else {
          parts.append(piece)
          continue
        }
        words.append(word(number))
        parts.append("\(piece.dropLast()) \(word(number))\(piece.suffix(1))")
      }
      if isRead(parts.joined(separator: separator), with: words) { readable += 1 }
    }
    #expect(readable == expected)
  }

  @Test(
    "A sheet of the corpus with lines moved, doubled and joined loses no word",
    arguments: [3, 5, 8])
  func moved(seed: UInt64) throws {
    let text = String(decoding: try corpus("ah-tk-19961997-9101.txt"), as: UTF8.self)
    let words: [String] = text.split(whereSeparator: { !$0.isLetter }).map(String.init)
      .filter { $0.utf8.count > 11 }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var random = SeededGenerator(seed: seed)
    var readable = 0
    for _ in 0..<60 {
      let whole = lines.damaged(6...6, [.moved, .inserted, .replaced], using: &random) {
        "\($0) \(lines.randomElement(using: &$1) ?? "")"
      }.joined(separator: "\n")
      if isRead(whole, with: words.filter { whole.contains($0) }) { readable += 1 }
    }
    #expect(readable == 60)
  }
}
