import Testing

@testable import Kamervragen

/// Words that an extraction glued together or broke.
@Suite struct GluedWordsTests {
  /// The answer of a text of which enough shows that it was extracted badly.
  private func answer(_ text: String, evidence: Bool = true) throws -> String? {
    let damage = "Dat is deWet van hetRijk en vanDelft. "
    return try read(
      answeredHeader + "Vraag 1\nMag dit?\n\nAntwoord 1\n\((evidence ? damage : "") + text)"
    )
    .passages.first?.answerText.map {
      $0.hasPrefix("Dat is") ? String($0.drop { $0 != "." }.dropFirst(2)) : $0
    }
  }

  @Test(
    "A small word is parted from one that the document writes by itself",
    arguments: [
      ("Een kader past binnen hetkader van ons.", "Een kader past binnen het kader van ons."),
      ("Het kan mogen en mogenworden.", "Het kan mogen en mogen worden."),
      ("De criteria: welkecriteria zijn er?", "De criteria: welke criteria zijn er?"),
      ("Zie deNederlandse wet.", "Zie de Nederlandse wet."),
      ("De andere van de andereEU-lidstaten.", "De andere van de andere EU-lidstaten."),
    ])
  func parted(text: String, expected: String) throws {
    #expect(try answer(text) == expected)
  }

  @Test(
    "Words that only look glued stay whole",
    arguments: [
      "Het geen is hetgeen dat wij bedoelen.", "De zelfde is dezelfde.",
      "De centrale is decentrale macht.", "Ieder een, maar iedereen.",
      "De jeugd en de zorg: jeugdzorg.", "Het is op nemen en opnemen.",
      "Zie www.hetkader.example over het kader.", "De eHealth van LinkedIn op mijnDelft-pas.",
      "Wij denken aan denken.", "Een volgende is achtereen-volgende keer.",
    ])
  func whole(text: String) throws {
    #expect(try answer(text) == text)
  }

  @Test(
    "A word that a hyphen broke is joined where the document writes it whole or its rest is no word",
    arguments: [
      ("De maatregelen: maatrege-len.", "De maatregelen: maatregelen."),
      ("Dat is een mogelijk-heid.", "Dat is een mogelijkheid."),
      ("De zorgverzeke- raars betalen.", "De zorgverzekeraars betalen."),
    ])
  func joined(text: String, expected: String) throws {
    #expect(try answer(text) == expected)
  }

  @Test(
    "Hyphens that belong there stay",
    arguments: [
      "De leer- en werkplekken leeren.", "De niet-biologische e-mail.", "Zorg- of welzijnswerk.",
      "De minister-president en de data-analyse.", "Een VN-missie van het EU-verband.",
    ])
  func kept(text: String) throws {
    #expect(try answer(text) == text)
  }

  @Test("A document that shows no such damage is left as it is")
  func sound() throws {
    let text = "Een kader past binnen hetkader, en de maatregelen zijn maatrege-len."
    #expect(try answer(text, evidence: false) == text)
  }
}
