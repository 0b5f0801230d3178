import Testing

/// What a clerk reads: whole outputs.
@Suite("The text of vraagbaak search")
struct SearchTextTests {
  @Test("Results are a citation, the subject, the people, and the passage with what it lacks")
  func whole() throws {
    let run = try Workplace([.allowance, .harbour]).run(
      "search", "toeslag", "reparatie", environment: ["COLUMNS": "100"])
    #expect(
      run.output == """
        1 passage: toeslag · en · reparatie; 2 bevatten een deel

        1. Aanhangsel 2024–2025, nr. 902, vraag 1 · ah-tk-20242025-902#1
             het fort van 's-Gravenhage
             Bakker (VVD), De Boer (SP) · Minister Smit (Infrastructuur en Waterstaat) · 4 februari 2025
             Vraag: Klopt het dat de reparatie van zo'n fort € 1,5 mln kost, en dat er geen toeslag is?
             Antwoord: De reparatie kost 1,5 miljoen euro.

        2. Aanhangsel 2024–2025, nr. 901, vragen 2 en 3 · ah-tk-20242025-901#2
             de toeslag voor kinderopvang
             Jansen (D66) · Minister De Vries (Financiën) · 1 oktober 2024
             Vraag: Waarom is de toeslag te laat betaald? Hoeveel gezinnen wachten nog?
             Antwoord: Een storing hield de betaling op. Er wachten nog 36 410 gezinnen.
             zonder: reparatie

        3. Aanhangsel 2024–2025, nr. 901, vraag 1 · ah-tk-20242025-901#1
             de toeslag voor kinderopvang
             Jansen (D66) · Minister De Vries (Financiën) · 1 oktober 2024
             Vraag: Kent u het bericht «Toeslag te laat»?¹
             Antwoord: Ja.
             zonder: reparatie

        """)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("Facets stand below the results, with what is counted")
  func facets() throws {
    let run = try Workplace([.allowance, .harbour]).run(
      "search", "toeslag", "--limit", "1", "--facet", "partij", "--facet", "jaar")
    #expect(
      run.output.hasSuffix(
        """

        Aantal passages per partij
             2 D66
             1 SP
             1 VVD

        Aantal passages per jaar
             3 2024-2025

        """))
  }

  @Test("A search that finds nothing prints one line and ends with 1")
  func nothing() throws {
    let place = try Workplace([.allowance])
    let one = try place.run("search", "vuurtoren")
    #expect(one == CommandRun(output: "Niets gevonden: vuurtoren\n", status: 1))
    let two = try place.run("search", "vuurtoren", "bliksem")
    #expect(two == CommandRun(output: "Niets gevonden: vuurtoren · en · bliksem\n", status: 1))
  }

  @Test("The list says that no passage has everything before it goes on")
  func partialOnly() throws {
    let run = try Workplace([.allowance]).run("search", "gezinnen", "vuurtoren")
    #expect(
      run.lines.first
        == "Geen enkele passage bevat alles: gezinnen · en · vuurtoren; 1 bevat een deel")
    #expect(run.lines.last == "     zonder: vuurtoren")
    #expect(run.status == 0)
  }

  @Test("The other results of a one-word query have a part or a relative of the word")
  func oneWord() throws {
    let place = try Workplace()
    try place.write("weiger weigert weigeren weigering".replacing(" ", with: "\n"), to: "woorden")
    try place.write("Vraag 1\n\nWeigert u dit?\n\nAntwoord 1\n\nJa.\n", to: "documents/a.txt")
    #expect(try place.run("index", "--words", "woorden", "documents").status == 0)
    let run = try place.run("search", "weigering", environment: ["COLUMNS": "100"])
    #expect(
      run.lines.first
        == "Geen enkele passage bevat dit woord: weigering; 1 bevat een deel of een verwant woord")
    #expect(run.lines.last == "     zonder: weigering")
  }

  @Test("Partial matches that were not counted are no number in the text, and bounds in JSON")
  func uncounted() throws {
    let place = try Workplace()
    for number in 101...1110 {
      try place.write(
        "Vraag 1\n\nEik\(number > 1105 ? "" : " en beuk") \(number)?\n\nAntwoord 1\n\nJa.\n",
        to: "documents/\(number).txt")
    }
    #expect(try place.run("index", "documents").status == 0)
    #expect(try place.run("search", "eik", "beuk").lines.first == "1005 passages: eik · en · beuk")
    let json = try JSONValue(try place.run("search", "--format", "json", "eik", "beuk").output)
    let partial = json["partial"]
    #expect(try #require(partial?["lower"]?.asNumber) <= 5)
    #expect(try #require(partial?["upper"]?.asNumber) >= 5)
    let sorted = try place.run("search", "--sort", "newest", "eik", "beuk")
    #expect(sorted.lines.first == "1005 passages: eik · en · beuk; 5 bevatten een deel")
  }

  @Test("--all leaves out passages that lack a word, and then there may be none")
  func all() throws {
    let place = try Workplace([.allowance, .harbour])
    let found = try place.run("search", "--all", "toeslag", "reparatie")
    #expect(found.lines.first == "1 passage: toeslag · en · reparatie")
    #expect(found.output.contains("nr. 902"))
    #expect(!found.output.contains("nr. 901"))
    #expect(try place.run("search", "--all", "gezinnen", "vuurtoren").status == 1)
  }
}
