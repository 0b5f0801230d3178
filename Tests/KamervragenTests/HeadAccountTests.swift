import TestSupport
import Testing

@testable import Kamervragen

/// Every word of a head is in a field, or is kept and named.
@Suite struct HeadAccountTests {
  private static let body = "\n\nVraag 1\nVaart de veerpont nog?\n\nAntwoord 1\nJa.\n"

  private func remarks(_ head: String) throws -> [String] {
    let set = try read(head + Self.body)
    #expect(set.warnings.filter { $0.hasPrefix("In de kop") }.count == set.remarks.count)
    return set.remarks
  }

  private static let question =
    "Vragen van het lid Molenaar (SP) aan de Minister van Defensie over de veerpont (ingezonden 3 maart 2025)."

  @Test(
    "Words inside the sentence of an answer are kept",
    arguments: [
      (
        "Antwoord van Minister De Wael (Defensie) gehoord de Raad (ontvangen 3 april 2025).",
        "gehoord de Raad"
      ),
      (
        "Antwoord van Minister De Wael (Defensie), tevens mede namens de Minister van Financiën (ontvangen 3 april 2025).",
        "tevens"
      ),
      (
        "Antwoord van plaatsvervangend Minister De Wael (Defensie) (ontvangen 3 april 2025).",
        "plaatsvervangend"
      ),
      (
        "Antwoord van Minister De Wael (Defensie) en vervolgens van Staatssecretaris Bosma (Financiën) (ontvangen 3 april 2025).",
        "vervolgens"
      ),
    ])
  func answer(sentence: String, kept: String) throws {
    #expect(try remarks("\(Self.question)\n\n\(sentence)") == ["Kop: \(kept)"])
  }

  @Test("Words behind a reference, or beside a day on a line of its own, are kept")
  func lines() throws {
    #expect(
      try remarks(
        "\(Self.question)\n\nAntwoord van Minister De Wael (Defensie) (ontvangen 3 april 2025).\n\n"
          + "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 12 waarvan herdruk")
        == ["Kop: waarvan herdruk"])
    #expect(
      try remarks(
        "2025Z99777\n\n(ingezonden per telegram 3 maart 2025)\n\n"
          + "Vragen van het lid Molenaar (SP) aan de Minister van Defensie over de veerpont")
        == ["Kop: per telegram"])
  }

  @Test(
    "Spaces that were lost, spellings that were mended and brackets are no lost words",
    arguments: [
      "Vragen van het lid Molenaar (SP) aan de Minister van Volksgezondheid, Welzijn en Sportover de veerpont (ingezonden 3 maart 2025).",
      "Vragen van de heer Molenaar (S.P.) aan de Minister-President, Minister van Algemene Zaken, betreffende de veerpont (ingezonden 3 maart 2025).",
      "Vragen van de leden Molenaar (SP)De Wit en Bosma (beiden D66) aan de Ministers van Financien en van Justitie over de veerpont (ingezonden 3 maart 2025).",
    ])
  func noise(head: String) throws {
    #expect(try remarks(head) == [])
  }

  @Test("Lost words that stand near each other are told together")
  func runs() {
    var account = HeadAccount(["Molenaar", "SP", "de veerpont"])
    #expect(
      account.lost(
        in: "Vragen van het lid Molenaar (SP), oud en wijs, over de veerpont, zonder brug")
        == ["oud en wijs", "zonder brug"])
    #expect(account.lost(in: "de veer- pont") == [])
  }

  @Test("A word that is set into a head is in the set, wherever it stands")
  func anywhere() throws {
    var random = SeededGenerator(seed: 20)
    let head =
      "\(Self.question) Antwoord van Minister De Wael (Defensie), mede namens de Minister van Financiën (ontvangen 3 april 2025). "
      + "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 12."
    let words = head.split(separator: " ").map(String.init)
    for _ in 0..<200 {
      var words = words
      words.insert("zwaluwnest", at: Int.random(in: 1..<words.count, using: &random))
      let text = words.joined(separator: " ").replacing(". Antwoord", with: ".\n\nAntwoord")
      var set = try read(text + Self.body)
      // To be named is not to be kept.
      set.warnings = []
      #expect("\(set)".contains("zwaluwnest"), "\(text)")
    }
  }

  @Test("A line of an XML head that is not furniture is kept")
  func headLine() throws {
    let set = try read(
      """
      <?xml version="1.0"?><officiele-publicatie><kamervragen><kamervraagkop>
      <tekstregel inhoud="vergaderjaar">Vergaderjaar 2024-2025</tekstregel>
      <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
      <tekstregel inhoud="overig">Tweede, verbeterde druk</tekstregel></kamervraagkop>
      <kamervraagomschrijving type="vraag">\(Self.question)</kamervraagomschrijving>
      <vraag><nr>Vraag 1</nr><al>Vaart de veerpont nog?</al></vraag>
      </kamervragen></officiele-publicatie>
      """, name: "kop.xml")
    #expect(set.remarks == ["Tweede, verbeterde druk"])
    #expect(
      set.warnings == ["Tekst vóór de vragen is niet als kop begrepen: «Tweede, verbeterde druk»."])
  }
}
