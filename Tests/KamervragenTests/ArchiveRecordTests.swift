import Testing

@testable import Kamervragen

/// Records of the archive: what they say of a set.
@Suite("Records of the archive") struct ArchiveRecordTests {
  @Test("Every field is read from the attribute that has it")
  func whole() throws {
    var record = ArchiveFixture()
    record.items = """
      <item attribuut="Inhoud">Vragen over een pont die te klein is.</item>
      <item attribuut="Rubriek">Verkeer (Wegen) Verkeer (Scheepvaart)</item>
      <item attribuut="Trefwoorden">Veerdiensten Gelderland</item>
      """
    record.date = "12 april 1994), zie ook Aanhangsel Handelingen nr. 311, vergaderjaar 1993–1994"
    record.behalf = "<mede-antwoorder>de minister van Financiën</mede-antwoorder>"
    record.questions =
      "<vraag nummer=\"1\">Kent u het bericht over de pont?</vraag><vraag nummer=\"2\">Hoe vaak voer de pont niet?</vraag><vraag nummer=\"3\">Wie betaalt de omweg?</vraag>"
    record.answers =
      "<antwoord nummer=\"1\">Ja.</antwoord><antwoord nummer=\"2 en 3\">De pont voer op elf dagen niet. De omweg betaalt de reiziger.</antwoord>"
    let set = try record.read()
    #expect(set.form == .kvr)
    #expect(set.kind == .answered)
    #expect(set.identifier == "ah-tk-19931994-412")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.session == "1993-1994")
    #expect(set.number == "412")
    #expect(set.caseNumber == nil)
    #expect(set.members == [Member(name: "Terpstra-Kok", party: "Landelijke Lijst")])
    #expect(set.addressees == ["Minister van Verkeer en Waterstaat"])
    #expect(
      set.respondents == [
        Respondent(role: "Minister", name: "Van Zanten", portfolio: "Verkeer en Waterstaat")
      ])
    #expect(set.onBehalfOf == ["Minister van Financiën"])
    #expect(set.subject == "de pont bij Oudewaal")
    #expect(set.submitted?.description == "1994-03-03")
    #expect(set.received?.description == "1994-04-12")
    #expect(set.seeAlso == ["ah-tk-19931994-311"])
    #expect(set.topics == ["Verkeer | Wegen", "Verkeer | Scheepvaart"])
    #expect(set.keywords == "Veerdiensten Gelderland")
    #expect(set.abstract == "Vragen over een pont die te klein is.")
    #expect(set.passages == ferryPassages)
    #expect(set.footnotes == [])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test(
    "Rubrics on one line are parted by their brackets",
    arguments: [
      ("Verkeer (Wegen) Verkeer (Spoorwegen)", ["Verkeer | Wegen", "Verkeer | Spoorwegen"]),
      ("Verkeer (Wegen) Verkeer (Wegen)", ["Verkeer | Wegen"]), ("Verkeer", ["Verkeer"]),
      ("Recht (Strafrecht) Wonen", ["Recht | Strafrecht", "Wonen"]), ("(Wegen)", ["Wegen"]),
      ("Verkeer (Wegen", ["Verkeer (Wegen"]), ("", []),
    ])
  func rubrics(line: String, topics: [String]) throws {
    var record = ArchiveFixture()
    record.items = "<item attribuut=\"Rubriek\">\(line)</item>"
    #expect(try record.read().topics == topics)
  }

  @Test("A year is read whose digits a machine set apart")
  func spacedYear() throws {
    var record = ArchiveFixture()
    record.year = "Vergaderjaar 1 9 9 3 - 1 9 9 4"
    record.place = "Kamervragen met antwoord, nr. 412, Tweede Kamer"
    let set = try record.read()
    #expect(set.session == "1993-1994")
    #expect(set.identifier == "ah-tk-19931994-412")
  }

  @Test("A record of the Eerste Kamer says so in its number")
  func eersteKamer() throws {
    var record = ArchiveFixture()
    record.chamber = "Eerste Kamer der Staten-Generaal"
    record.place = "Kamervragen met antwoord 1993-1994, nr. 12, Eerste Kamer"
    record.number = "12"
    let set = try record.read()
    #expect(set.chamber == .eersteKamer)
    #expect(set.identifier == "ah-ek-19931994-12")
  }

  @Test(
    "A reprint has a suffix",
    arguments: ["nr. 412H, Tweede Kamer", "nummer 412 Herdruk"])
  func reprint(place: String) throws {
    var record = ArchiveFixture()
    record.place = "Kamervragen met antwoord 1993-1994, \(place)"
    let set = try record.read()
    #expect(set.identifier == "ah-tk-19931994-412-h1")
    #expect(set.number == "412")
  }

  @Test("Questions alone have the ten digits of their case")
  func questionsAlone() throws {
    var record = ArchiveFixture()
    record.type = "Vragen"
    record.head = String(record.head.dropLast("; Antwoord".count))
    record.place = "Kamervragen 1993-1994, vraagnr. 2930499120, Tweede Kamer"
    record.number = "2939499120"
    record.leaveOutRespondent()
    record.answers = ""
    let set = try record.read()
    #expect(set.kind == .questions)
    #expect(set.caseNumber == "2939499120")
    #expect(set.identifier == "kv-2939499120")
    #expect(set.number == nil)
    #expect(set.respondents == [])
    #expect(set.received == nil)
    #expect(set.passages == [Passage(questions: [1], questionText: "Kent u dit?")])
    #expect(set.warnings == [])
  }

  @Test("Members come from the items, and without these from the heading of the record")
  func members() throws {
    var record = ArchiveFixture()
    record.members = ""
    #expect(
      try record.read().members == [Member(name: "Terpstra", party: "Landelijke Lijst")])
  }

  @Test("A notice says who tells it and when, and its text is a remark")
  func notice() throws {
    var record = ArchiveFixture()
    record.type = "Mededeling"
    record.head = record.head.replacing("; Antwoord", with: "; Mededeling")
    record.leaveOutRespondent()
    record.answers = ""
    record.rest =
      "<mededeling mededeler=\"Baars\" functie=\"staatssecretaris\" afdeling=\"Verkeer en Waterstaat\" mededelingdatum=\"1994-03-28\">De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.</mededeling>"
    let set = try record.read()
    #expect(set.kind == .delay)
    #expect(
      set.respondents == [
        Respondent(role: "Staatssecretaris", name: "Baars", portfolio: "Verkeer en Waterstaat")
      ])
    #expect(set.received?.description == "1994-03-28")
    #expect(set.passages == [Passage(questions: [1], questionText: "Kent u dit?")])
    #expect(
      set.remarks == [
        "Mededeling: De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord."
      ])
    #expect(set.warnings == [])
  }

  @Test("Words in the place of the day of the answer are kept and named")
  func strayText() throws {
    var record = ArchiveFixture()
    record.date = "12 april 1994) Zie de brief van 1 april"
    let set = try record.read()
    #expect(set.received?.description == "1994-04-12")
    #expect(set.remarks == ["Zie de brief van 1 april"])
    #expect(
      set.warnings == [
        "Bij de datum van het antwoord staat ook tekst: «Zie de brief van 1 april»."
      ])
  }

  @Test("A record without any text is refused")
  func empty() {
    var record = ArchiveFixture()
    record.questions = ""
    record.answers = ""
    #expect(throws: ReadError.self) { try record.read() }
  }
}
