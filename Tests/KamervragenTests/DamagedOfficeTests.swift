import TestSupport
import Testing

@testable import Kamervragen

/// Damaged office documents: each is read or refused, and the tests end.
@Suite("Damaged office documents") struct DamagedOfficeTests {

  private static let word = Docx(
    body: Docx.paragraphs(
      "AH 9107", "Antwoord van minister De Wael (Defensie) (ontvangen 3 december 2024)")
      + Docx.table([[Docx.paragraphs("a"), Docx.paragraphs("b")]])
      + Docx.item("Vraag?") + Docx.item("deel", level: 1)
      + Docx.paragraph(Docx.run("Ja", "<w:vanish/>") + Docx.mark(1), "<w:pStyle w:val=\"S\"/>")
      + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>",
    footnotes: Docx.footnote(1, "Noot."),
    numbering: Docx.list(0, [("decimal", "%1."), ("lowerLetter", "%2.")]) + Docx.use(1, of: 0),
    styles: "<w:style w:styleId=\"S\"><w:basedOn w:val=\"S\"/></w:style>",
    header: Docx.paragraphs("2024Z99111"))

  private static let open = Odt(
    body: Odt.paragraphs(
      "9108", "Antwoord van minister De Wael (Defensie) (ontvangen 3 december 2024)",
      "Vraag 1\(Odt.note("1", "Noot."))")
      + Odt.list(["<text:p>een</text:p>\(Odt.list(["<text:p>a</text:p>"], style: nil))"])
      + "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
    styles: Odt.numbered, footer: Odt.paragraphs("ah-tk-20242025-9108"))

  /// Whether the bytes are read or refused with a sentence.
  private func isSettled(_ bytes: [UInt8]) -> Bool {
    do {
      return try !SourceReader.read(bytes, name: "x").passages.contains { $0.questions.contains(0) }
    } catch {
      return !error.description.isEmpty
    }
  }

  @Test("Archives with wrong bytes are read or refused", arguments: [word.bytes, open.bytes])
  func mutatedArchives(bytes: [UInt8]) {
    #expect(isSettled(bytes))
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      #expect(isSettled(bytes.damaged(1...8, using: &random)))
    }
  }

  @Test(
    "XML whose elements are exchanged, doubled and lost is read or refused",
    arguments: [
      word.parts.map { [$0.name, $0.text] }, open.parts.map { [$0.name, $0.text] },
    ])
  func mutatedXML(parts: [[String]]) {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let damaged = parts.map { part in
        (
          name: part[0],
          text: Int.random(in: 0..<3, using: &random) == 0 ? mutated(part[1], &random) : part[1]
        )
      }
      #expect(isSettled(ZipWriter.archive(damaged)))
    }
  }

  /// The text with some of its tags exchanged, doubled or lost; half of the time it is still XML.
  private func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
    var pieces = text.split(separator: "<").map { "<\($0)" }
    guard pieces.count > 2 else { return text }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 1..<pieces.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: pieces.swapAt(place, Int.random(in: 1..<pieces.count, using: &random))
      case 1 where !pieces[place].contains("/"):
        pieces.insert("<w:p/><text:p/><w:tc/><text:note/><w:del/><text:list-item/>", at: place)
      case 2:
        pieces[place] = pieces[place].split(separator: "\"1\"").joined(
          separator: "\"-9223372036854775808\"")
      default: pieces.insert("<w:tr><w:tc></w:tc></w:tr>zomaar", at: place)
      }
    }
    return pieces.joined()
  }

  @Test("Very many paragraphs, cells and items are read")
  func large() throws {
    let item = Docx.item("Vraag nummer zoveel?")
    let row = Docx.table([[Docx.paragraphs("a"), Docx.paragraphs("b")]])
    let body = String(repeating: item + row, count: 3000)
    let text = try DocxReader.text(
      Docx(body: body, numbering: Self.word.numbering).bytes)
    #expect(text.paragraphs.count == 6000)
    #expect(text.paragraphs[5998].printed == "3000. Vraag nummer zoveel?")
  }

  @Test("Tables inside tables inside tables")
  func nestedTables() throws {
    var body = Docx.paragraphs("diep")
    for _ in 0..<40 { body = Docx.table([[body, "<w:p/>"]]) }
    #expect(try Docx(body: body).printed() == ["diep"])
  }
}
