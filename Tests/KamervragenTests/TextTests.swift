import Testing

@testable import Kamervragen

@Suite struct TextTests {
  @Test(
    "Furniture is taken off the start of a line, and what is glued behind it stays",
    arguments: [
      ("Tweede Kamer der Staten-Generaal2", ""),
      ("Vergaderjaar 2024–2025 Aanhangsel van de Handelingen", ""),
      ("Vragen gesteld door de leden der Kamer, met de daarop door de", ""),
      ("regering gegeven antwoorden", ""),
      ("ISSN 0921 - 7398’s-Gravenhage 2024Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1", ""),
      ("’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2024–2025, Vragen", ""),
      ("Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1Antwoord 3", "Antwoord 3"),
      ("Tweede Kamer, vergaderjaar 2024–2025, Vragen 2Vraag 5", "Vraag 5"),
      ("ah-tk-20242025-562", ""), ("-----", ""),
      ("Eerste Kamer der Staten-Generaal1", ""), ("Eerste Kamer der Staten-Generaal | 1", ""),
      ("Vergaderjaar 2018-2019 | Aanhangsel van de Handelingen", ""),
      ("| Tweede Kamer der Staten-Generaal | 2 |", ""),
      ("Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel | 3", ""),
      ("ah-tk-20182019-77 | ISSN 0921 - 7371 | ’s-Gravenhage 2019", ""),
      ("Vergaderjaar 2018-2019 | Aanhangsel van de Handelingen | 77", "77"),
    ])
  func furniture(line: String, rest: String) throws {
    #expect(try #require(PageFurniture.strip(line)).rest == rest)
  }

  @Test(
    "A sentence or a source that looks like furniture is none",
    arguments: [
      "Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 3198",
      "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel van de Handelingen, nr. 2386",
      "Aanhangsel van de Handelingen, nr. 12",
      "Vragen gesteld door de leden der Kamer zijn belangrijk.",
      "2Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 12",
      "Tweede Kamer der Staten-Generaal | 150 | leden", "Vergaderjaar 2018-2019 | 12 | 14",
      "ah-tk-20242025-562 is een nummer", "Tweede Kamer der Staten-Generaal heeft besloten",
    ])
  func noFurniture(line: String) {
    #expect(PageFurniture.strip(line) == nil)
  }

  private func joined(_ lines: String..., width: Int? = nil) -> [String] {
    ParagraphJoiner.paragraphs(
      lines.map { SourceLine(text: $0, gap: .line, page: 0) }, layout: TextLayout(wrapWidth: width))
  }

  @Test(
    "A hyphen at the end of a line goes where it only breaks a word",
    arguments: [
      ("te beant-", "woorden", "te beantwoorden"), ("de AVG-", "richtlijn", "de AVG-richtlijn"),
      ("opsporings-", "en vervolging", "opsporings- en vervolging"),
      ("Noord-", "Holland", "Noord-Holland"),
      ("niet-", "biologisch", "niet-biologisch"), ("in 2024-", "2025", "in 2024-2025"),
      ("zee –", "en land", "zee – en land"),
      ("(https://a.nl/", "nieuws)", "(https://a.nl/nieuws)"),
      ("https://a.nl/een-", "twee", "https://a.nl/een-twee"),
      ("het einde", "van de zin", "het einde van de zin"), ("de e-", "mail", "de e-mail"),
    ])
  func hyphens(left: String, right: String, whole: String) {
    #expect(joined(left, right, width: 80) == [whole])
  }

  @Test("In wrapped text a short line that ends a sentence ends a paragraph")
  func wrapped() {
    let lines = [
      "Dit is een regel die bijna vol is met woorden.", "Kort.",
      "Dit hoort bij een nieuwe alinea en loopt door", "tot hier.",
    ]
    let paragraphs = ParagraphJoiner.paragraphs(
      lines.map { SourceLine(text: $0, gap: .line, page: 0) }, layout: TextLayout(wrapWidth: 46))
    // The first line is full, so its full stop may stand there by chance.
    #expect(
      paragraphs == [
        "Dit is een regel die bijna vol is met woorden. Kort.",
        "Dit hoort bij een nieuwe alinea en loopt door tot hier.",
      ])
  }

  @Test("Where a line is a paragraph, an unfinished line goes on in the next")
  func unwrapped() {
    #expect(
      joined("Er is steeds meer", "aandacht voor het vak.", "Een tweede alinea.") == [
        "Er is steeds meer aandacht voor het vak.", "Een tweede alinea.",
      ])
  }

  @Test(
    "Lost spaces come back where a sentence or a date ends, and nowhere else",
    arguments: [
      ("vergt.Ik zal", "vergt. Ik zal"), ("toelichten?Kunt u", "toelichten? Kunt u"),
      ("(RIO).Aan de kant", "(RIO). Aan de kant"),
      ("18 november2024", "18 november 2024"), ("van12 april", "van 12 april"),
      ("nos.nl", "nos.nl"), ("o.a.De", "o.a.De"),
      ("https://a.nl/Een.Twee", "https://a.nl/Een.Twee"), ("A.B. Smit", "A.B. Smit"),
      ("artikel3", "artikel3"), ("1.500", "1.500"),
    ])
  func spaces(text: String, expected: String) {
    #expect(String(decoding: LostSpaces.restored(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test(
    "The signs of Markdown go, and the words stay",
    arguments: [
      ("### 631", "631"), ("**Bikker** (ChristenUnie)", "Bikker (ChristenUnie)"),
      ("over *de zee* (x)", "over de zee (x)"),
      (
        "_Wijnhaven af» (ingezonden 14 november 2023)._",
        "Wijnhaven af» (ingezonden 14 november 2023)."
      ), ("_gezondheid van omwonenden»_", "gezondheid van omwonenden»"),
      ("https://a.nl/een_twee_drie", "https://a.nl/een_twee_drie"), ("zin?<sup>1</sup>", "zin?¹"),
      ("uit 2022_<sup>_4_</sup> _blijkt_", "uit 2022⁴ blijkt"),
      ("R&amp;D", "R&D"), ("12\\. nee", "12. nee"), ("> 1 Krant", "1 Krant"),
      ("#hashtag", "#hashtag"), ("2 * 3", "2 * 3"),
    ])
  func markdown(text: String, expected: String) {
    #expect(Markdown.plain(text) == expected)
  }

  @Test(
    "Text is composed, loose accents return to their letters, and spaces of every kind are one space"
  )
  func cleaning() throws {
    let text =
      "Kosti\u{63}\u{301} en Yes¸ilgöz\u{A0}  en Kostic ´ en Kostic´ (x), foto´s\u{AD}\r\nnieuw\u{C}blad"
    let lines = try SourceText.lines(Array(text.utf8))
    #expect(
      lines == [
        RawLine(text: "Kostić en Yeşilgöz en Kostić en Kostić (x), foto´s"), RawLine(text: "nieuw"),
        RawLine(text: "blad", beginsPage: true),
      ])
  }

  @Test("A document on one line is taken apart at its headings, furniture and notes")
  func oneLine() throws {
    let filler = String(
      repeating: "De haven wordt elk jaar gebaggerd en de kosten daarvan zijn hoog. ", count: 30)
    let text = """
      Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2014–2015 Aanhangsel van de Handelingen Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden 9021 Vragen van het lid Jansen (SP) aan de Minister van Defensie over de marine (ingezonden 3 oktober 2014). Antwoord van Minister De Wael (Defensie) (ontvangen 26 november 2014). Vraag 1 Kent u dit?1 Antwoord 1 Ja. Vraag 2 en 3 Wat vindt u, gelet op vraag 1, van de haven?2 En waarom? Wilt u dat de haven open 1 Krant, 1 mei 2014 2 De Bode, 2 mei 2014 ah-tk-20142015-9021 ISSN 0921 - 7398 ’s-Gravenhage 2014 Tweede Kamer, vergaderjaar 2014–2015, Aanhangsel 1 blijft? Antwoord 2 en 3 \(filler)Tweede Kamer, vergaderjaar 2014–2015, Aanhangsel 2
      """
    let set = try read(text)
    #expect(set.identifier == "ah-tk-20142015-9021")
    #expect(set.passages.map(\.questions) == [[1], [2, 3]])
    #expect(set.passages[0].footnotes == [Footnote(mark: "1", text: "Krant, 1 mei 2014")])
    #expect(set.passages[1].questionText.hasSuffix("Wilt u dat de haven open blijft?"))
    #expect(set.passages[1].footnotes == [Footnote(mark: "2", text: "De Bode, 2 mei 2014")])
    #expect(set.passages[1].answerText == String(filler.dropLast()))
    #expect(set.warnings == [])
  }

  @Test("A page number behind the foot of a page goes, a number of the text stays")
  func pageNumbers() throws {
    let set = try read(
      header
        + "Vraag 1\nHoeveel zijn het er op dit\n\nTweede Kamer, vergaderjaar 2024–2025, Vragen\n\n1\n\n\u{C}ogenblik in alle havens?\n"
    )
    #expect(
      set.passages == [
        Passage(questions: [1], questionText: "Hoeveel zijn het er op dit ogenblik in alle havens?")
      ])
  }
}
