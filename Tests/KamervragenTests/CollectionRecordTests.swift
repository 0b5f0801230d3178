import Testing

@testable import Kamervragen

/// The record of a publication in a collection in JSON.
@Suite("The record of a collection") struct CollectionRecordTests {
  private func record(_ texts: [String], meta: String = "", identifier: String = "kv-tk-2018Z99035")
    -> String
  {
    let list = texts.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {"identifier": "\(identifier)", "all_files": {"pdf": "x.pdf"}, "text": [\(list)],
       "meta": {"title": ["Het bericht 'Brug dicht'"], "indiener": ["S.R. Verbeeten"], "vraagnummer": "2018Z99035",
         "datumIndiening": ["2018-03-16"], "vergaderjaar": ["2017-2018"], "aanhangsel": ["ah-tk-20172018-9715"]\(meta)}}
      """
  }

  @Test("Questions without numbers are numbered in their order, notes behind them become footnotes")
  func questions() throws {
    let set = try read(
      record([
        "Kunt u dat?  Zo ja, hoe? 1 Zie https://krant.example/x?y=1",
        "En dan?  2 Blad, nr. 4. 3 Boek.",
        "Zijn er 4 Bruggen dicht? Zo nee, waarom niet? ",
      ]))
    #expect(set.form == .json)
    #expect(set.kind == .questions)
    #expect(set.identifier == "kv-tk-2018Z99035")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.session == "2017-2018")
    #expect(set.caseNumber == "2018Z99035")
    #expect(set.subject == "Het bericht 'Brug dicht'")
    #expect(set.members == [Member(name: "S.R. Verbeeten")])
    #expect(set.submitted?.description == "2018-03-16")
    #expect(set.answeredIn == ["ah-tk-20172018-9715"])
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kunt u dat? Zo ja, hoe?¹",
          footnotes: [Footnote(mark: "1", text: "Zie https://krant.example/x?y=1")]),
        Passage(
          questions: [2], questionText: "En dan?² ³",
          footnotes: [
            Footnote(mark: "2", text: "Blad, nr. 4."), Footnote(mark: "3", text: "Boek."),
          ]),
        Passage(
          questions: [3], questionText: "Zijn er 4 Bruggen dicht? Zo nee, waarom niet?"),
      ])
    #expect(
      set.warnings == [
        "De vragen hebben in de tekst geen nummers; ze zijn in hun volgorde genummerd."
      ])
  }

  @Test("What is not certainly a note stays in the question")
  func doubtful() throws {
    let texts = ["Hoe? 2 Krant.", "Hoe? 1 krant", "Hoe 1 Krant.", "Hoe? 1 Krant. Wat vindt u?"]
    let set = try read(record(texts))
    #expect(set.passages.map(\.questionText) == texts)
    #expect(set.passages.allSatisfy { $0.footnotes.isEmpty })
  }

  @Test(
    "Other JSON is refused",
    arguments: [
      "{}", "[{\"a\": 1}]", "{\"identifier\": \"kv-tk-2018Z99035\"}",
      "{\"identifier\": \"blg-1\", \"text\": [\"Een?\"], \"meta\": {}}",
      "{\"identifier\": \"kv-tk-2018Z99035\", \"text\": [\" \"], \"meta\": {}}",
      "{\"text\": \"x\", \"meta\": []}",
    ])
  func otherJSON(text: String) {
    #expect {
      try read(text, name: "x.json")
    } throws: { error in
      "\(error)".hasPrefix("dit zijn geen Kamervragen: ")
    }
  }

  @Test("JSON that is cut off is damaged")
  func damaged() {
    #expect(throws: ReadError.damaged(form: .json, reason: "het is geen geldige JSON")) {
      try read("{\"identifier\": \"kv-tk-2018Z99035\", \"text\": [", name: "x.json")
    }
  }
}
