import TestSupport
import Testing

@testable import Kamervragen

/// Damaged and hostile input: the reader ends, and loses no word without saying so.
@Suite("Damaged and hostile text") struct DamagedTextTests {
  private static let documents = [
    "ah-tk-20242025-705.md", "ah-tk-20242025-9001.txt", "ah-tk-20242025-9002.txt",
    "kv-tk-2024Z99003.txt", "ah-9004.txt",
    "vragen-2024Z99005.txt", "ah-tk-20242025-9006.md", "ah-tk-19961997-9101.txt",
    "ah-tk-19992000-9105.txt",
  ]

  /// The letters of a text in lower case, so that joined words and lost hyphens do not matter.
  private func letters(_ text: String) -> [UInt8] {
    text.utf8.filter { Ascii.isLetter($0) }.map(Ascii.lower)
  }

  /// The words of the input that stand nowhere: not in the set's texts, nor in what was taken out
  /// and accounted for.
  private func lost(_ reading: TextReader.Reading) -> [String] {
    let set = reading.set
    var pieces = set.passages.flatMap { passage in
      [passage.questionText, passage.answerText ?? ""] + passage.footnotes.map(\.text)
    }
    pieces += set.footnotes.map(\.text) + set.remarks
    pieces += reading.account.furniture + reading.account.headings + reading.account.header
    var counts = [Int](repeating: 0, count: 256)
    for piece in pieces { for letter in letters(piece) { counts[Int(letter)] += 1 } }
    for line in reading.account.input { for letter in letters(line) { counts[Int(letter)] -= 1 } }
    guard counts.contains(where: { $0 < 0 }) else { return [] }
    let found = pieces.joined().utf8.filter(Ascii.isLetter).map(Ascii.lower)
    let text = String(decoding: found, as: UTF8.self)
    let words = reading.account.input.flatMap { $0.split(separator: " ") }.map {
      String(decoding: letters(String($0)), as: UTF8.self)
    }
    let missing = words.filter { $0.utf8.count > 2 && !text.contains($0) }
    return missing.isEmpty ? ["(een woord dat ook elders staat)"] : missing
  }

  @Test("No word of the corpus is lost", arguments: documents)
  func nothingLost(name: String) throws {
    let reading = try TextReader.read(try corpus(name), name: name)
    #expect(lost(reading) == [])
  }

  @Test(
    "No word is lost when lines are shuffled, doubled, cut or glued",
    arguments: zip(documents, [25, 25, 15, 24, 25, 19, 21, 22, 20]))
  func nothingLostInDamage(name: String, expected: Int) throws {
    let text = String(decoding: try corpus(name), as: UTF8.self)
    var random = SeededGenerator(seed: 42)
    var readable = 0
    for round in 0..<25 {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      switch round % 5 {
      case 0: lines.shuffle(using: &random)
      case 1:
        for _ in 0..<5 {
          lines.insert(
            lines.randomElement(using: &random) ?? "",
            at: Int.random(in: 0..<lines.count, using: &random))
        }
      case 2: lines = Array(lines.dropFirst(Int.random(in: 0..<lines.count, using: &random)))
      case 3:
        for _ in 0..<8 where lines.count > 2 {
          let at = Int.random(in: 0..<(lines.count - 1), using: &random)
          lines[at] += lines.remove(at: at + 1)
        }
      default:
        for _ in 0..<8 where lines.count > 1 {
          lines.remove(at: Int.random(in: 0..<lines.count, using: &random))
        }
      }
      let damaged = lines.joined(separator: "\n")
      guard let reading = try? TextReader.read(Array(damaged.utf8), name: name) else { continue }
      readable += 1
      #expect(lost(reading) == [], "round \(round)")
    }
    #expect(readable == expected)
  }

  @Test(
    "No word is lost when bytes are changed and missing",
    arguments: zip(documents, [42, 40, 33, 40, 44, 37, 37, 42, 33]))
  func damagedBytes(name: String, expected: Int) throws {
    let bytes = try corpus(name)
    var random = SeededGenerator(seed: 7)
    var readable = 0
    for round in 0..<45 {
      // Mostly ASCII stays ASCII: other encodings have tests of their own.
      let damaged = bytes.damaged(
        1...20, [round % 3 == 0 ? .removed : .replaced], using: &random
      ) { byte, random in
        round % 3 == 1
          ? .random(in: 0...127, using: &random)
          : byte ^ 1 << UInt8.random(in: 0..<7, using: &random)
      }
      guard let reading = try? TextReader.read(damaged, name: name) else { continue }
      readable += 1
      #expect(lost(reading) == [], "round \(round)")
    }
    #expect(readable == expected)
  }

  @Test("Every beginning of a document can be read or is refused")
  func truncations() throws {
    let bytes = try corpus("ah-tk-20242025-9001.txt")
    var readable = 0
    for length in stride(from: 0, to: bytes.count, by: 31) {
      guard let reading = try? TextReader.read(Array(bytes[..<length]), name: "x.txt") else {
        continue
      }
      readable += 1
      #expect(lost(reading) == [], "length \(length)")
    }
    #expect(readable == 57)
  }

  @Test("Random words of the field lose none, and random bytes are refused")
  func randomInput() {
    var random = SeededGenerator(seed: 99)
    let words = [
      "Vraag", "Antwoord", "1", "2", "3", "en", ",", "\n", "\n\n", "(", ")", "Vragen van het lid",
      "aan de Minister van", "Financiën", "over",
      "(ingezonden 3 maart 2025)", "¹", "1)", "?", ".",
      "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1", "ah-tk-20242025-9001", "Toelichting:",
      "Mededeling", "-", "«", "»", "[1 ]", "**", "_", "\u{C}", "mede namens",
      "Zie ook Aanhangsel Handelingen,", "beiden", "t/m",
    ]
    var readable = 0
    for _ in 0..<250 {
      let text = (0..<Int.random(in: 1...200, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      .joined(separator: Bool.random(using: &random) ? " " : "")
      if let reading = try? TextReader.read(Array(text.utf8), name: "x.md") {
        readable += 1
        #expect(lost(reading) == [], "\(text)")
      }
      #expect(throws: ReadError.self) { try SourceReader.read(random.bytes(300...300), name: "x") }
    }
    #expect(readable == 42)
  }

  @Test(
    "Large hostile texts are read to their end, and no word of them is lost",
    arguments: [
      "(", "Vraag 1\n", "Antwoord 1\nJa.\n", "1 Krant\n", "x 1 ",
      "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1 x ", "be-\n", "en van Y, ", "*_", "«",
    ])
  func hostile(unit: String) throws {
    // A step that goes through all of it again for each unit would not end; `scripts/test-hostile`
    // measures the time.
    let text = header + "Vraag 1\nKent u dit?1\n" + String(repeating: unit, count: 10_000)
    #expect(lost(try TextReader.read(Array(text.utf8), name: "x.md")) == [])
  }
}
