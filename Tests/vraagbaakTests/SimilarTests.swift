import Testing

@testable import VraagbaakReport

/// `search --similar` and `explain --why`.
@Suite("vraagbaak search --similar and explain --why")
struct SimilarTests {
  @Test(
    "Similar passages are listed without the set of the given one, in every format",
    arguments: ["text", "json", "jsonl", "tsv"])
  func forms(_ form: String) throws {
    let place = try Workplace([.allowance, .harbour])
    try place.write(
      """
      902

      Vragen van het lid **Jansen** (D66) aan de Minister van Financiën over *wachten* (ingezonden 3 september 2024).

      Antwoord van Minister **De Vries** (Financiën) (ontvangen 2 oktober 2024).

      Vraag 1

      Hoeveel gezinnen wachten nog op wat niet is betaald?

      Antwoord 1

      Geen gezinnen wachten.
      """, to: "documents/902.md")
    #expect(try place.run("index", "documents").status == 0)
    let run = try place.run("search", "--similar", "ah-tk-20242025-901#2", "--format", form)
    #expect(run.output.contains("ah-tk-20242025-902#1"))
    #expect(!run.output.contains("ah-tk-20242025-901#1"))
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(
      run.output.contains("passages als ah-tk-20242025-901#2") == ["text", "json"].contains(form))
  }

  @Test("An unknown id is an error and ends with 2, unlike finding nothing")
  func unknown() throws {
    let run = try Workplace([.allowance]).run("search", "--similar", "ah-tk-20242025-999#1")
    #expect(
      run
        == CommandRun(
          errors: "vraagbaak search: ah-tk-20242025-999#1 staat niet in de index\n", status: 2))
  }

  @Test("A passage that nothing is like ends with 1")
  func nothing() throws {
    let run = try Workplace([.allowance]).run("search", "--similar", "901", "jaar:2024")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("Niets gevonden: passages als 901"))
  }

  @Test("explain --why says where each word stands, and what is lacking")
  func why() throws {
    let place = try Workplace([.allowance])
    let run = try place.run(
      "explain", "--why", "ah-tk-20242025-901#2", "storing", "kinderopvangtoeslag", "jaar:2024")
    #expect(
      run.lines.first == "Aanhangsel 2024–2025, nr. 901, vragen 2 en 3 · ah-tk-20242025-901#2")
    #expect(run.output.contains("in antwoord (storing)"))
    #expect(
      run.output.contains("  kinderopvangtoeslag: ontbreekt; het meest lijkt erop: kinderopvang\n"))
    #expect(run.output.contains("  jaar: 2024: voldoet\n"))
    #expect(run.output.contains("mist 1 van 2 delen; score "))
    #expect(run.status == 0)
    let unknown = try place.run("explain", "--why", "nix", "storing")
    #expect(
      unknown == CommandRun(errors: "vraagbaak explain: nix staat niet in de index\n", status: 1))
  }

  @Test("explain --why says what a passage falls off by, and gives the score of the search")
  func exclusion() throws {
    let place = try Workplace([.allowance, .harbour])
    func why(_ query: String...) throws -> [String] {
      try place.run(["explain", "--why", "ah-tk-20242025-901#2", "--"] + query).lines
    }
    let excluded = try why("storing", "-partij:d66", "-lid:bos", "jaar:1999", "+mos")
    #expect(excluded.contains("  sluit uit: partij: d66 (komt voor); daardoor valt de passage af"))
    #expect(excluded.contains("  sluit uit: lid: bos (komt niet voor)"))
    #expect(excluded.contains("  jaar: 1999: voldoet niet; daardoor valt de passage af"))
    #expect(excluded.contains("  mos: ontbreekt; daardoor valt de passage af"))
    #expect(
      excluded.contains("oordeel valt af door: mos; sluit uit: partij: d66; jaar: 1999"))
    #expect(
      try why("mos").contains("oordeel wordt niet gevonden: bevat geen enkel deel"))
    let found = try place.run("search", "--format", "tsv", "--no-header", "toeslag", "gezinnen")
    let row = try #require(found.lines.first { $0.contains("901#2") }).split(separator: "\t")
    let score = try #require(Double(row[1]))
    let shown = score.written(decimals: 2)
    #expect(try why("toeslag", "gezinnen").contains { $0.hasSuffix("; score \(shown)") })
  }
}
