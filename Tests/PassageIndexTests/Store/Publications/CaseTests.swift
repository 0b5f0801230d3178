import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Questions, their delay and their answer")
struct CaseTests {
  private static let asked = ["kv-tk-2024Z90001#1", "kv-tk-2024Z90001#2"]
  private static let answered = ["ah-tk-20242025-705#1", "ah-tk-20242025-705#2"]

  private func place(_ texts: [String: String]) async throws -> TestIndex {
    let place = try TestIndex()
    for (name, text) in texts { try place.write(text, to: name) }
    try await place.run()
    #expect(try IndexCheck.run(path: place.index).problems == [])
    return place
  }

  @Test("Questions are found in the answer once it is there, by members, day and subject")
  func answeredQuestions() async throws {
    let place = try await place(["kv.md": CaseText.questions])
    #expect(try place.ids("kaas") == Self.asked)
    #expect(try place.ids("soort:onbeantwoord") == Self.asked)
    try place.write(CaseText.answer, to: "ah.md")
    try await place.run()
    #expect(try place.ids("kaas") == Self.answered)
    #expect(try place.links("kv-tk-2024Z90001") == ["answer ah-tk-20242025-705"])
    #expect(try place.links("ah-tk-20242025-705") == ["questions kv-tk-2024Z90001"])
    #expect(try place.reader().status().superseded == 1)
    try place.remove("ah.md")
    try await place.run()
    #expect(try place.ids("kaas") == Self.asked)
    #expect(try place.links("kv-tk-2024Z90001") == [])
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("A search for a kind finds all of it; totals and facets count what is searched")
  func kinds() async throws {
    let place = try await place(["kv.md": CaseText.questions, "ah.md": CaseText.answer])
    #expect(try place.ids("soort:vragen") == Self.asked)
    #expect(try place.ids("soort:vragen kaas") == Self.asked)
    #expect(try place.ids("soort:onbeantwoord") == [])
    #expect(try place.ids("soort:beantwoord") == Self.answered)
    #expect(try place.ids("soort:vragen OF soort:beantwoord") == Self.answered + Self.asked)
    #expect(try place.ids("kaas -soort:uitstel") == Self.answered)
    var request = SearchRequest("kaas")
    request.facets = [.soort]
    let response = try place.reader().search(request)
    #expect(response.total == CountBounds(lower: 2, estimate: 2, upper: 2))
    #expect(response.facets[.soort] == [FacetCount(value: "answered", count: 2)])
    #expect(
      try place.reader().search(SearchRequest("soort:vragen")).results.map(\.answeredIn)
        == [["ah-tk-20242025-705"], ["ah-tk-20242025-705"]])
  }

  @Test("The answer is found by the names of the questions")
  func names() async throws {
    let place = try await place(["kv.md": CaseText.questions, "ah.md": CaseText.answer])
    for query in [
      "zaak:2024Z90001", "2024Z90001", "kv-tk-2024Z90001", "id:kv-tk-2024Z90001",
      "kv-tk-2024Z90001 kaas",
    ] {
      #expect(try place.ids(query) == Self.answered, "\(query)")
    }
    #expect(try place.ids("kv-tk-2024Z90001#2") == ["ah-tk-20242025-705#2"])
    let shown = { (name: String) in try place.reader().passages(of: name).map(\.id) }
    #expect(try shown("2024Z90001") == Self.answered)
    #expect(try shown("KV-TK-2024z90001") == Self.asked)
    #expect(try shown("kv.md") == Self.asked)
    #expect(try shown(place.path("ah.md")) == Self.answered)
    #expect(try shown("v.md") == [])
  }

  /// An answer as ministries send it: a letter without a subject.
  private static let letter = """
    AH 705
    2024Z90001
    Antwoord van Minister Van Weel (Justitie en Veiligheid) (ontvangen 3 december 2024)

    Vraag 1
    Kent u het bericht?

    Antwoord 1
    Ja.

    Vraag 2
    Wat vindt u van belegen?

    Antwoord 2
    Die is mild.

    """

  @Test("An answer without a subject is found by, and shown with, that of its questions")
  func borrowedSubject() async throws {
    let place = try await place(["kv.md": CaseText.questions])
    try place.write(Self.letter, to: "ah.txt")
    try await place.run()
    func subjects() throws -> [String?] {
      try place.reader().search(SearchRequest("soort:beantwoord")).results.map(\.stored.set.subject)
    }
    #expect(try place.ids("kaasbelasting") == Self.answered)
    #expect(try place.ids("onderwerp:\"de kaasbelasting\"") == Self.answered)
    #expect(try subjects() == ["de kaasbelasting", "de kaasbelasting"])
    try place.write(
      CaseText.questions.replacing("kaasbelasting", with: "boterbelasting"), to: "kv.md")
    try await place.run()
    #expect(try place.ids("kaasbelasting") == [])
    #expect(try place.ids("boterbelasting") == Self.answered)
    #expect(try subjects() == ["de boterbelasting", "de boterbelasting"])
    #expect(try IndexCheck.run(path: place.index).problems == [])
    try place.remove("kv.md")
    try await place.run()
    #expect(try place.ids("boterbelasting") == [])
    #expect(try place.ids("mild") == ["ah-tk-20242025-705#2"])
    #expect(try subjects() == [nil, nil])
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("A subject is lent whatever the order in which the files come")
  func borrowedInAnyOrder() async throws {
    let texts = [
      "kv.md": CaseText.questions, "ah.txt": Self.letter,
      "u.md": "2024Z90001\n\n" + CaseText.delay.replacing("kaasbelasting", with: "kaas"),
    ]
    let expected = try await place(texts).inherited()
    #expect(expected.subjects == ["de kaasbelasting", "de kaasbelasting"])
    for names in [
      ["kv.md", "u.md", "ah.txt"], ["ah.txt", "u.md", "kv.md"], ["u.md", "ah.txt", "kv.md"],
    ] {
      let place = try TestIndex()
      for name in names {
        try place.write(texts[name] ?? "", to: name)
        try await place.run()
      }
      #expect(try place.inherited() == expected, "\(names)")
      #expect(try IndexCheck.run(path: place.index).problems == [])
      try place.remove("kv.md")
      try await place.run()
      #expect(try place.inherited().subjects == ["de kaas", "de kaas"])
    }
  }

  @Test("The zaaknummer links, whatever the heading says")
  func byCaseNumber() async throws {
    let other = CaseText.answer.replacing("de kaasbelasting", with: "zuivel")
    let place = try await place(["kv.md": CaseText.questions, "ah.md": "2024Z90001\n\n" + other])
    #expect(try place.ids("kaas") == Self.answered)
    #expect(
      try await self.place(["kv.md": CaseText.questions, "ah.md": other]).ids("kaas").count == 4)
  }

  @Test("Two sets of questions of one day about one subject are not taken for each other")
  func ambiguous() async throws {
    let twin = CaseText.questions.replacing("90001", with: "90002")
    let place = try await place(["kv.md": CaseText.questions, "ah.md": CaseText.answer])
    #expect(try place.ids("kaas") == Self.answered)
    try place.write(twin, to: "twin.md")
    try await place.run()
    #expect(try place.ids("kaas").count == 6)
    #expect(try IndexCheck.run(path: place.index).problems == [])
    try place.remove("twin.md")
    try await place.run()
    #expect(try place.ids("kaas") == Self.answered)
  }

  @Test("A delay notice is searched beside the questions, without theirs, until there is an answer")
  func delay() async throws {
    let notice = "ah-tk-20242025-496#0"
    let place = try await place(["uitstel.md": CaseText.delay])
    let printed = ["ah-tk-20242025-496#1", "ah-tk-20242025-496#2"]
    #expect(try place.ids("kaas") == [notice] + printed)
    try place.write(CaseText.questions, to: "kv.md")
    try await place.run()
    #expect(try place.ids("kaas") == [notice] + Self.asked)
    #expect(try place.ids("soort:uitstel") == [notice] + printed)
    #expect(try place.links("kv-tk-2024Z90001") == ["delay ah-tk-20242025-496"])
    try place.write(CaseText.answer, to: "ah.md")
    try await place.run()
    #expect(try place.ids("kaas") == Self.answered)
    #expect(try place.ids("soort:uitstel") == [notice] + printed)
    #expect(
      try place.links("ah-tk-20242025-496") == [
        "questions kv-tk-2024Z90001", "answer ah-tk-20242025-705",
      ])
    #expect(
      try place.links("ah-tk-20242025-705") == [
        "questions kv-tk-2024Z90001", "delay ah-tk-20242025-496",
      ])
    try place.remove("ah.md")
    try place.remove("kv.md")
    try await place.run()
    #expect(try place.ids("kaas") == [notice] + printed)
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }

  @Test("An answer that refers to a delay notice is linked to it, and to another answer not")
  func seeAlso() async throws {
    let delay = CaseText.delay.replacing("de kaasbelasting", with: "melk")
    let other = Publication(
      number: "400", subject: "boter", submitted: "3 juni 2024", received: "3 oktober 2024",
      passages: [("1", "Wat kost boter en kaas?", "Veel.")])
    func answer(seeing number: Int) -> String {
      CaseText.answer.replacing(
        "3 december 2024).",
        with:
          "3 december 2024). Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. \(number)."
      )
    }
    let place = try await place(["u.md": delay, "b.md": other.text, "ah.md": answer(seeing: 496)])
    #expect(try place.links("ah-tk-20242025-705") == ["delay ah-tk-20242025-496"])
    #expect(try place.links("ah-tk-20242025-496") == ["answer ah-tk-20242025-705"])
    #expect(try place.ids("kaas") == ["ah-tk-20242025-400#1"] + Self.answered)
    try place.write(answer(seeing: 400), to: "ah.md")
    try await place.run()
    #expect(try place.links("ah-tk-20242025-705") == [])
    #expect(try place.ids("kaas").count == 6)
  }

  @Test(
    "A delay notice about questions of another day is no notice of the answer that refers to it")
  func noticeAboutOthers() async throws {
    let notice = Publication(
      number: "496", subject: "melk", submitted: "3 juni 2024",
      passages: [("1", "Wat kost melk?", nil)],
      end: "Mededeling\n\nDe vragen over melk kunnen niet binnen de termijn worden beantwoord."
    ).text.replacing("Antwoord van", with: "Mededeling van")
    let answer = CaseText.answer.replacing(
      "3 december 2024).",
      with: "3 december 2024). Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 496.")
    let place = try await place(["u.md": notice, "ah.md": answer])
    #expect(try place.ids("soort:uitstel") == ["ah-tk-20242025-496#0", "ah-tk-20242025-496#1"])
    #expect(try place.links("ah-tk-20242025-705") == [])
    #expect(try place.links("ah-tk-20242025-496") == [])
  }

  @Test("The latest version of a publication is searched, the earlier is shown by its own name")
  func versions() async throws {
    let texts = [
      "a.md": CaseText.answer("ah-tk-20242025-705"),
      "n.md": CaseText.answer("ah-tk-20242025-705-n1").replacing("mild", with: "pittig"),
      "h.md": CaseText.answer("ah-tk-20242025-705-h1"),
    ]
    let place = try await place(texts)
    #expect(
      try place.ids("kaas") == ["ah-tk-20242025-705-n1#1", "ah-tk-20242025-705-n1#2"])
    #expect(try place.ids("soort:beantwoord mild") == [])
    #expect(
      try place.reader().passages(of: "ah-tk-20242025-705").map(\.id) == Self.answered)
    #expect(
      try place.links("ah-tk-20242025-705") == [
        "laterVersion ah-tk-20242025-705-h1", "laterVersion ah-tk-20242025-705-n1",
      ])
    #expect(
      try place.links("ah-tk-20242025-705-n1") == [
        "earlierVersion ah-tk-20242025-705", "earlierVersion ah-tk-20242025-705-h1",
      ])
    #expect(try place.ids("id:ah-tk-20242025-705").count == 2)
    try place.remove("n.md")
    try await place.run()
    #expect(try place.sources("kaas") == ["h.md"])
  }

  @Test(
    "An identifier names a publication and a version",
    arguments: [
      ("ah-tk-20082009-3385-n1", "ah-tk-20082009-3385", 3, false),
      ("AH-TK-19941995-1021-H1", "ah-tk-19941995-1021", 2, false),
      ("ah-tk-20242025-705", "ah-tk-20242025-705", 0, false),
      ("kv-tk-2010Z11045-n12", "kv-tk-2010z11045", 25, false),
      ("ah-1106586", "ah-1106586", 0, true), ("kv-10016", "kv-10016", 0, true),
      ("kv-2000100010", "kv-2000100010", 0, false), ("kv-n1", "kv-n1", 0, false),
      ("ah-tk-20152016-6a", "ah-tk-20152016-6a", 0, false),
    ])
  func publicationNames(
    _ identifier: String, _ base: String, _ version: Int, _ isProvisional: Bool
  ) {
    let name = PublicationName(identifier)
    #expect(name.base == base)
    #expect(name.version == version)
    #expect(name.isProvisional == isProvisional)
  }

  @Test("An answer for the time being gives way to the final one")
  func provisional() async throws {
    let place = try await place([
      "o.md": CaseText.answer("ah-1106586").replacing("\n\n705\n", with: "\n")
    ])
    let first = try place.ids("kaas")
    #expect(first == ["ah-1106586#1", "ah-1106586#2"])
    try place.write(CaseText.answer, to: "ah.md")
    try await place.run()
    #expect(try place.ids("kaas") == Self.answered)
    #expect(try place.links("ah-1106586") == ["laterVersion ah-tk-20242025-705"])
  }

  @Test("A key that very many sets share links none of them")
  func tooCommon() async throws {
    let place = try TestIndex()
    for number in 1...PublicationGraph.Limits.standard.linkedSources {
      try place.write(CaseText.answer.replacing("705", with: "\(number)"), to: "\(number).md")
    }
    try await place.run()
    #expect(try place.ids("kaas").count == 2 * PublicationGraph.Limits.standard.linkedSources)
    try place.write(CaseText.questions, to: "kv.md")
    try await place.run()
    #expect(try place.ids("kaas").count == 2 * PublicationGraph.Limits.standard.linkedSources + 2)
    try place.remove("1.md")
    try await place.run()
    #expect(try place.ids("kaas").count == 2 * (PublicationGraph.Limits.standard.linkedSources - 1))
    #expect(try IndexCheck.run(path: place.index).problems == [])
  }
}
