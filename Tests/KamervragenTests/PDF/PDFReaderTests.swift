import TestSupport
import Testing

@testable import Kamervragen

/// Whole PDF files, through the program that takes the text out of them.
@Suite struct PDFReaderTests {
  private static let password =
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(String(repeating: "00", count: 32))> /U <\(String(repeating: "01", count: 32))> >> /ID [<00><00>] "

  private func refusal(_ bytes: [UInt8]) -> String? {
    do {
      _ = try SourceReader.read(bytes, name: "document.pdf")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("The PDF of the corpus is the invented set, and all of it is read")
  func corpusDocument() throws {
    let bytes = try corpus("ah-tk-20242025-9031.pdf")
    #expect(bytes == InventedSets.answered.bytes)
    let set = try SourceReader.read(bytes, name: "x")
    #expect(set.form == .pdf)
    #expect(set.identifier == "ah-tk-20242025-9031")
    #expect(set.number == "9031")
    #expect(set.kind == .answered)
    #expect(set.chamber == .tweedeKamer)
    #expect(set.session == "2024-2025")
    #expect(set.subject == "het bericht «Fluisterboot vaart de Rijnwaardse plas uit»")
    #expect(
      set.members == [
        Member(name: "Verbeeten", party: "Landelijke Lijst"),
        Member(name: "Van der Zwaluw", party: "Partij voor de Waddeneilanden"),
      ])
    #expect(set.addressees == ["Minister van Infrastructuur en Waterstaat"])
    #expect(
      set.respondents == [
        Respondent(role: "Minister", name: "Oosterling", portfolio: "Infrastructuur en Waterstaat")
      ])
    #expect(set.onBehalfOf == ["Staatssecretaris van Economische Zaken"])
    #expect(set.submitted?.description == "2024-11-05")
    #expect(set.received?.description == "2024-11-28")
    #expect(set.seeAlso == ["ah-tk-20242025-9001"])
    #expect(set.passages.map(\.questions) == [[1], [2, 3], [4]])
    #expect(set.footnotes == [])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test("Its lines are whole paragraphs: broken words are one again, compounds keep their hyphen")
  func corpusText() throws {
    let set = try readCorpus("ah-tk-20242025-9031.pdf")
    #expect(
      set.passages[0]
        == Passage(
          questions: [1],
          questionText:
            "Bent u bekend met het bericht «Fluisterboot vaart de Rijnwaardse plas uit»?¹",
          answerText: "Ja. Ik heb het bericht met belangstelling gelezen.",
          footnotes: [
            Footnote(
              mark: "1",
              text:
                "De Oeverkoerier, 1 november 2024, «Fluisterboot vaart de Rijnwaardse plas uit»."
            )
          ]))
    #expect(
      set.passages[1].questionText == """
        Klopt het dat de verhuurders van fluisterboten op de plas geen vergunning meer krijgen omdat de laadpalen te weinig vermogen hebben?

        Hoeveel verhuurders hebben daardoor in de afgelopen drie jaar hun bedrijf moeten beëindigen, en hoeveel WBV-vergunningen zijn ingetrokken?
        """)
    #expect(
      set.passages[1].answerText == """
        De vergunning is een bevoegdheid van de gemeente. Uit navraag blijkt dat de gemeente sinds 2022 bij elke aanvraag de belasting van het stroomnet laat berekenen.² Voor vergunningen die onder de oude regels zijn gegeven, ook de WBV-vergunningen, geldt dat niet.

        De gemeente heeft de volgende aantallen verstrekt:

        Jaar | Aanvragen | Verleend

        2022 | 14 | 9

        2023 | 11 | 4

        2024 | 12 | 3

        Twee verhuurders zijn met hun bedrijf gestopt. Of dat met de vergunning te maken heeft, weet de gemeente niet.
        """)
    #expect(
      set.passages[1].footnotes == [
        Footnote(
          mark: "2",
          text:
            "2022 is het jaar van de eerste netberekening; zie Gemeente Rijnwaard, «Laden aan de waterkant» (rijnwaard.example/laden)."
        )
      ])
    #expect(
      set.passages[2].answerText == """
        De netbeheerder onderzoekt drie mogelijkheden:

        – een aansluiting aan de noordkant van de plas, waar het net nog ruimte heeft en de kabel door de dijk kan worden gelegd;

        – een batterij bij de haven, die ’s nachts wordt opgeladen;

        – een eigen opwekking van stroom door de verhuurders.

        Ik verwacht de uitkomsten in het voorjaar en zal de Kamer dan informeren. Daarbij betrek ik de wens van de leden om ook de pleziervaart in de wet- en regelgeving voor laadpunten op te nemen, zoals de Minister van Klimaat en Groene Groei in het plenaire debat heeft toegezegd.³ Een landelijke norm voor laadpunten aan het water is er nog niet. Het Platform Stil Varen werkt aan een voorstel, dat met de gemeenten, de waterschappen en de verhuurders wordt besproken.
        """)
    #expect(
      set.passages[2].footnotes == [
        Footnote(mark: "3", text: "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 12")
      ])
  }

  @Test("Questions without answer, whose headings are numbers")
  func questions() throws {
    let set = try SourceReader.read(InventedSets.questions.bytes, name: "x")
    #expect(set.kind == .questions)
    #expect(set.identifier == "kv-tk-2024Z99032")
    #expect(set.caseNumber == "2024Z99032")
    #expect(
      set.members == [
        Member(name: "Inge van Zuylen", party: "Partij voor de Waddeneilanden")
      ])
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u het bericht «Dokter komt met de boot»?¹",
          footnotes: [Footnote(mark: "1", text: "Eilander, 4 november 2024.")]),
        Passage(
          questions: [2],
          questionText: "Deelt u de mening dat een dokter niet van het tij mag afhangen?"),
      ])
    #expect(set.warnings == [])
  }

  @Test("The same set in type of another size, in another column, is read the same")
  func otherLook() throws {
    func set(_ look: OfficialSheet.Look) throws -> QuestionSet {
      var sheet = OfficialSheet(
        identifier: "ah-tk-20242025-9033", kind: "Aanhangsel",
        title: "Vragen gesteld door de leden der Kamer", number: "9033", look: look)
      sheet.paragraph(
        "Vragen van het lid *Verbeeten* (Landelijke Lijst) aan de Minister van Defensie over _de marine_ (ingezonden 5 november 2024)."
      )
      sheet.skip()
      sheet.paragraph("Antwoord van Minister *De Wael* (Defensie) (ontvangen 28 november 2024).")
      for number in 1...9 {
        sheet.section(
          "Vraag \(number)",
          "Kent u het bericht over de schepen van de marine in de haven, en wat vindt u daarvan?^\(number) Is het waar?",
          notes: ["\(number) Krant, \(number) november 2024, over de schepen."])
        sheet.section(
          "Antwoord \(number)",
          "Ja, dat bericht ken ik, en ook de schepen die erin genoemd worden; het zijn er \(number)."
        )
      }
      return try SourceReader.read(sheet.bytes, name: "x")
    }
    let official = try set(OfficialSheet.Look())
    #expect(official.passages.count == 9)
    #expect(official.warnings == [])
    let others = [
      OfficialSheet.Look(left: 71, right: 525, size: 11, leading: 13.4, noteSize: 9, markSize: 7),
      OfficialSheet.Look(left: 120, right: 400, size: 10, leading: 15, noteSize: 8, markSize: 6.5),
      OfficialSheet.Look(left: 180, right: 540, size: 8, leading: 9, noteSize: 7, markSize: 5),
    ]
    for look in others { #expect(try set(look) == official) }
  }

  @Test("A PDF with a password, a damaged one and one without text are refused with the reason")
  func refused() {
    var locked = InventedSets.answered.pdf
    locked.trailer = Self.password
    #expect(
      refusal(locked.bytes)
        == "dit PDF-bestand is niet te lezen: het is versleuteld en heeft een wachtwoord nodig")
    #expect(
      refusal(Array("%PDF-1.4\nniets".utf8))?.hasPrefix(
        "dit PDF-bestand is niet te lezen: het is beschadigd of afgebroken") == true)
    var scan = TinyPDF()
    scan.beginPage()
    #expect(
      refusal(scan.bytes)
        == "dit PDF-bestand is niet te lezen: er staat geen tekst in; misschien is het een scan")
    var recipe = TinyPDF()
    recipe.beginPage()
    recipe.put("Neem zes appels.", x: 70, y: 70, size: 10)
    #expect(refusal(recipe.bytes)?.hasPrefix("dit zijn geen Kamervragen") == true)
  }

  @Test("Cut and flipped PDFs are read or refused")
  func damaged() {
    let bytes = InventedSets.answered.bytes
    var random = SeededGenerator(seed: 11)
    var readable = 0
    for round in 0..<40 {
      // The first eight bytes say that it is a PDF.
      let damaged =
        round % 2 == 0
        ? bytes.damaged(1...1, [.cut], from: 8, using: &random)
        : bytes.damaged(1...60, from: 8, using: &random)
      do {
        let set = try SourceReader.read(damaged, name: "x")
        #expect(set.form == .pdf)
        readable += 1
      } catch {
        switch error {
        case .damaged(form: .pdf, _), .noKamervragen: break
        default: Issue.record("\(error)")
        }
      }
    }
    // How many exactly depends on poppler.
    #expect((4...36).contains(readable))
  }
}
