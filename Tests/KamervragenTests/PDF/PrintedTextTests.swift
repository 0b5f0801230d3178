import TestSupport
import Testing

@testable import Kamervragen

/// What is made of the runs that the program reports, from its XML.
@Suite struct PrintedTextTests {
  /// One run: its text with tags, where it stands, its size.
  private struct Run {
    var text: String
    var left = 100
    var top: Int
    var size = 13
    var width: Int?

    var xml: String {
      let letters = text.replacing(#/<[^>]*>/#, with: "").count
      return
        "<text top=\"\(top)\" left=\"\(left)\" width=\"\(width ?? letters * size / 2)\" height=\"\(size - 1)\" font=\"\(size)\">\(text)</text>\n"
    }
  }

  private func xml(_ pages: [[Run]]) -> [UInt8] {
    var text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE pdf2xml SYSTEM \"pdf2xml.dtd\">\n\n<pdf2xml>\n"
    for (number, runs) in pages.enumerated() {
      text += "<page number=\"\(number + 1)\" height=\"1263\" width=\"892\">\n"
      for size in Set(runs.map(\.size)).sorted() {
        text += "\t<fontspec id=\"\(size)\" size=\"\(size)\" family=\"F\" color=\"#000000\"/>\n"
      }
      text += runs.map(\.xml).joined() + "</page>\n"
    }
    return Array((text + "</pdf2xml>\n").utf8)
  }

  private let head = [
    Run(
      text: "Vragen van het lid Jansen (SP) aan de Minister van Defensie over de marine.", top: 90)
  ]

  private func passages(_ pages: [[Run]]) throws -> [Passage] {
    let set = try PDFReader.read(pages: PrintedPages.read(xml(pages)), name: "x").set
    return set.passages
  }

  /// One question whose text is in some runs, 100 units and more below the head.
  private func question(_ runs: Run...) throws -> String {
    let body = [Run(text: "Vraag 1", top: 150)] + runs
    return try passages([head + body]).first?.questionText ?? ""
  }

  // MARK: The program's output

  @Test("Tags of style that overlap, links and control characters are put right")
  func output() throws {
    let pages = try PrintedPages.read(
      xml([
        [
          Run(text: "<b>vet<i>beide</b>schuin</i>", top: 10),
          Run(text: "<a href=\"https://x.example/?a=1&amp;b=2\">een link</a>", top: 30),
          Run(text: "a\u{1}b\u{C}c\u{2028}d\u{FFFF}e", top: 50), Run(text: "<b>vet</b>", top: 70),
          Run(text: "  ", top: 90),
        ]
      ]))
    #expect(
      pages.map { $0.runs.map(\.text) } == [
        ["vetbeideschuin", "een link", "a b c d\u{FFFD}e", "vet"]
      ])
    #expect(pages[0].runs.map(\.isBold) == [false, false, false, true])
    #expect(pages[0].runs.map(\.isItalic) == [false, false, false, false])
    #expect(
      pages[0].runs[3]
        == TextRun(
          text: "vet", left: 100, top: 70, width: 19, height: 12, size: 13, isBold: true,
          isItalic: false))
  }

  @Test("Output that is cut off, and places that are no numbers")
  func damagedOutput() throws {
    let whole = xml([head])
    #expect(throws: ReadError.self) { try PrintedPages.read(Array(whole.dropLast(20))) }
    #expect(throws: ReadError.self) { try PrintedPages.read([]) }
    let odd = String(decoding: whole, as: UTF8.self)
      .replacing("left=\"100\"", with: "left=\"nan\"").replacing(
        "top=\"90\"", with: "top=\"-1e999\"")
    let pages = try PrintedPages.read(Array(odd.utf8))
    #expect(pages[0].runs[0].left == 0)
    #expect(pages[0].runs[0].top == 0)
  }

  // MARK: Lines

  @Test("Runs of one line may differ by two units in height")
  func unevenLine() throws {
    #expect(
      try question(
        Run(text: "Is de marine ", top: 166), Run(text: "klaar", left: 178, top: 168),
        Run(text: " voor haar taak?", left: 208, top: 165)) == "Is de marine klaar voor haar taak?")
  }

  @Test("Small raised digits are marks, small low ones are part of the word, raised letters too")
  func smallRuns() throws {
    #expect(
      try question(
        Run(text: "Wat is de CO", top: 170), Run(text: "2", left: 172, top: 176, size: 8),
        Run(text: "-uitstoot in de 1", left: 176, top: 170),
        Run(text: "e", left: 280, top: 167, size: 8), Run(text: " helft", left: 284, top: 170))
        == "Wat is de CO2-uitstoot in de 1e helft")
    #expect(
      try question(
        Run(text: "Kent u «De boot»?", top: 170), Run(text: "1, 2 ", left: 202, top: 167, size: 8),
        Run(text: "Zo ja?", left: 220, top: 170)) == "Kent u «De boot»?¹, ² Zo ja?")
  }

  @Test("A space is set where the page has white, and only there")
  func spaces() throws {
    #expect(
      try question(
        Run(text: "Kent u", top: 170), Run(text: "de", left: 142, top: 170),
        Run(text: "«marine»", left: 154, top: 170)) == "Kent u de«marine»")
  }

  @Test("Accents that stand apart return to their letters")
  func accents() throws {
    #expect(
      try question(
        Run(text: "Kent u Kostic", top: 170), Run(text: "´  ", left: 184, top: 170, size: 13),
        Run(text: "en Yes¸ilgöz en cafe\u{301}?", left: 204, top: 170))
        == "Kent u Kostić en Yeşilgöz en café?")
  }

  // MARK: Notes

  @Test("Notes of the answers that begin again stand at the end of the last page")
  func notesBeginAgain() throws {
    let first = [
      (90, "Vragen van het lid Jansen (SP) aan de minister van Defensie over de kade."),
      (120, "(Ingezonden 3 maart 1999)"), (160, "1"), (176, "Kent u het bericht?1"), (210, "2"),
      (226, "Hoe lang al?"), (260, "1 De Oeverkoerier, 1 maart 1999."),
      (300, "Antwoord van minister De Wael (Defensie). (Ontvangen 12 april 1999)"), (340, "1"),
      (356, "Ja, volgens het rapport.1"),
    ]
    let second = [(90, "2"), (106, "Een jaar."), (140, "1 Rapport van de Rijksdienst, 1998.")]
    #expect(
      try passages([first, second].map { $0.map { Run(text: $1, top: $0) } }) == [
        Passage(
          questions: [1], questionText: "Kent u het bericht?¹",
          answerText: "Ja, volgens het rapport.¹",
          footnotes: [
            Footnote(mark: "1", text: "De Oeverkoerier, 1 maart 1999."),
            Footnote(mark: "1", text: "Rapport van de Rijksdienst, 1998."),
          ]), passage([2], "Hoe lang al?", "Een jaar."),
      ])
  }

  // MARK: Ends of lines

  @Test(
    "A hyphen at the end of a line goes where it only breaks the word",
    arguments: [
      ("Wie gaf het beant-", "woorden door?", "Wie gaf het beantwoorden door?"),
      ("Krijgt hij een WIA-", "uitkering of niet?", "Krijgt hij een WIA-uitkering of niet?"),
      ("Is er een ENTSO-E-", "verband tussen deze?", "Is er een ENTSO-E-verband tussen deze?"),
      ("Wat zegt de wet-", "en regelgeving ervan?", "Wat zegt de wet- en regelgeving ervan?"),
      ("Wie doet de data-", "analyse van de schepen?", "Wie doet de data-analyse van de schepen?"),
      (
        "Wat kost een stage-", "instelling per jaar nu?",
        "Wat kost een stage-instelling per jaar nu?"
      ),
      ("Bent u daarover ge-", "ïnformeerd door hem?", "Bent u daarover geïnformeerd door hem?"),
      (
        "Is in het scheepvaartmuse-", "um al iets te zien?",
        "Is in het scheepvaartmuseum al iets te zien?"
      ),
      ("Is de nieuwe cv-", "ketel al aan boord nu?", "Is de nieuwe cv-ketel al aan boord nu?"),
      ("Gaat het om Noord-", "Holland of Zeeland?", "Gaat het om Noord-Holland of Zeeland?"),
      (
        "Zie https://x.nl/een-", "lang-adres.html en dan?",
        "Zie https://x.nl/een-lang-adres.html en dan?"
      ),
      (
        "Zie https://x.nl/map/deel", "%20twee.pdf of niet soms?",
        "Zie https://x.nl/map/deel%20twee.pdf of niet soms?"
      ),
      (
        "Wie is een lhbti-", "jongere en is lhbti-zijn goed?",
        "Wie is een lhbti-jongere en is lhbti-zijn goed?"
      ),
      (
        "Is het beant\u{AD}", "woord of niet gedaan?",
        "Is het beantwoord of niet gedaan?"
      ),
    ])
  func hyphens(first: String, second: String, whole: String) throws {
    #expect(try question(Run(text: first, top: 170), Run(text: second, top: 185)) == whole)
  }

  @Test(
    "A paragraph ends where a line is broken early, where white follows, and where a list begins")
  func paragraphs() throws {
    let long = "Dit is een regel die de hele breedte van de kolom neemt, tot aan het einde"
    #expect(
      try question(
        Run(text: long, top: 170), Run(text: "en hier eindigt hij.", top: 185),
        Run(
          text: "Dit is een nieuwe alinea, die ook tot aan het einde van de kolom loopt", top: 200),
        Run(text: "en dan stopt. Hij noemt:", top: 215), Run(text: "– een sluis;", top: 230),
        Run(text: "– een haven met een lange kade en met een pier.", top: 245),
        Run(text: "Na wit volgt nog een regel.", top: 275)) == """
          \(long) en hier eindigt hij.

          Dit is een nieuwe alinea, die ook tot aan het einde van de kolom loopt en dan stopt. Hij noemt:

          – een sluis;

          – een haven met een lange kade en met een pier.

          Na wit volgt nog een regel.
          """)
  }

  // MARK: Notes

  private func line(_ text: String, _ top: Int, left: Int = 100, size: Int = 13) -> Run {
    Run(text: text, left: left, top: top, size: size)
  }

  @Test(
    "A note that goes on at the foot of the next page, one that begins with a digit, one like furniture"
  )
  func notes() throws {
    let width = "Kent u de berichten over de marine die in de kranten van deze week staan en ook"
    let first =
      head + [
        line("Vraag 1", 150), line(width, 170), line("die van «Krant»?", 185),
        line("1", 182, left: 204, size: 8), line("En die van 2023?", 185, left: 212),
        line("2", 182, left: 318, size: 8),
        line("1", 1000, size: 7),
        line(
          "Krant, een heel lang opschrift dat niet op de regel past en", 1001, left: 110, size: 10),
        line("ook niet op de volgende, zodat het", 1014, left: 110, size: 10),
        line("2", 1027, size: 7),
        line("2023 Annual report, part one of the report that goes on", 1028, left: 110, size: 10),
        line("Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel", 1149, size: 14),
        line("1", 1149, left: 700, size: 14),
      ]
    let second = [
      line("Antwoord 1", 90), line("Ja.", 105), line("Vraag 2", 140),
      line("Wat staat er in de Handelingen?", 155), line("3", 152, left: 302, size: 8),
      line("on the next page.", 985, left: 110, size: 10),
      line("3", 1000, size: 7),
      line("Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 17", 1001, left: 110, size: 10),
      line("Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel", 1149, size: 14),
      line("2", 1149, left: 700, size: 14),
    ]
    let passages = try passages([first, second])
    #expect(
      passages == [
        Passage(
          questions: [1],
          questionText: width + " die van «Krant»?¹ En die van 2023?²", answerText: "Ja.",
          footnotes: [
            Footnote(
              mark: "1",
              text:
                "Krant, een heel lang opschrift dat niet op de regel past en ook niet op de volgende, zodat het"
            ),
            Footnote(
              mark: "2",
              text: "2023 Annual report, part one of the report that goes on on the next page."),
          ]),
        Passage(
          questions: [2], questionText: "Wat staat er in de Handelingen?³",
          footnotes: [
            Footnote(mark: "3", text: "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 17")
          ]),
      ])
  }

  @Test("A table in small type at the end of a page is text, not a note")
  func table() throws {
    let first =
      head + [
        line("Vraag 1", 150),
        line("Hoeveel schepen zijn er, en hoeveel daarvan liggen aan de kade?", 170),
        line("Antwoord 1", 200), line("De aantallen staan in de tabel.", 215),
        line("Jaar", 250, size: 10), line("Schepen", 250, left: 300, size: 10),
        line("2023", 263, size: 10), line("12", 263, left: 300, size: 10),
      ]
    #expect(
      try passages([first]).first?.answerText
        == "De aantallen staan in de tabel.\n\nJaar | Schepen\n\n2023 | 12")
  }

  @Test("Pages of nothing but odd runs end in a set or a refusal")
  func oddPages() {
    var random = SeededGenerator(seed: 5)
    let words = [
      "Vraag 1", "1", "2 ", "Antwoord 1", "Ja.", "–", "be-", "«", "Tweede Kamer", "x", "  |",
      "Vragen van het lid X (SP) aan de Minister van Defensie over y",
    ]
    var readable = 0
    for _ in 0..<200 {
      let pages = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<Int.random(in: 0...60, using: &random)).map { _ in
          Run(
            text: words.randomElement(using: &random) ?? "",
            left: Int.random(in: -50...900, using: &random),
            top: Int.random(in: -50...1300, using: &random),
            size: [1, 7, 8, 10, 13, 14, 77].randomElement(using: &random) ?? 13,
            width: Int.random(in: 0...600, using: &random))
        }
      }
      do {
        _ = try PDFReader.read(pages: try PrintedPages.read(xml(pages)), name: "x")
        readable += 1
      } catch {
        #expect(!"\(error)".isEmpty)
      }
    }
    #expect(readable == 199)
  }
}
