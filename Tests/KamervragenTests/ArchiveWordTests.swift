import Testing

@testable import Kamervragen

/// Records of the archive keep what stands where it does not belong.
@Suite("Loose words in records of the archive") struct ArchiveWordTests {
  /// Reads a record after a change.
  private func read(_ change: (inout ArchiveFixture) -> Void) throws -> QuestionSet {
    var record = ArchiveFixture()
    change(&record)
    return try record.read()
  }

  @Test(
    "Text behind a day is kept, with a bracket before it, another sign or none",
    arguments: [
      ("3 maart 1994) Met een kaart.", "Met een kaart."),
      ("3 maart 1994 Met een kaart.", "Met een kaart."),
      ("3 maart 1994} 1 en 2 Jazeker.", "1 en 2 Jazeker."),
    ])
  func days(day: String, text: String) throws {
    let asked = try read { $0.asked = day }
    #expect(asked.submitted?.description == "1994-03-03")
    #expect(asked.remarks == [text])
    let answered = try read { $0.date = day }
    #expect(answered.remarks == [text])
    #expect(
      answered.warnings == ["Bij de datum van het antwoord staat ook tekst: «\(text)»."])
  }

  @Test(
    "A reference behind the day of the answer is a reference, and the text behind it is kept",
    arguments: [
      (
        ", zie ook Aanhangsel Handelingen nr. 12, vergaderjaar 1993–1994 Hierbij zend ik u de kaart.",
        ["Hierbij zend ik u de kaart."]
      ),
      (", zie aanhangsel Hande– lingen nr. 12, verga– derjaar 1993–1994", []),
    ])
  func references(rest: String, remarks: [String]) throws {
    let set = try read { $0.date = "12 april 1994)\(rest)" }
    #expect(set.remarks == remarks)
    #expect(set.seeAlso == ["ah-tk-19931994-12"])
  }

  @Test("Parties that only the head has go to their members")
  func parties() throws {
    let set = try read {
      $0.head = "Vragen van de leden Molenaar (SP) en De Wit (D66) over de veerpont."
      $0.members = "<persoon>De Wit</persoon><persoon>Molenaar</persoon>"
    }
    #expect(
      set.members == [Member(name: "De Wit", party: "D66"), Member(name: "Molenaar", party: "SP")])
    #expect(set.remarks == [])
  }

  @Test("Names that only a value has are kept")
  func values() throws {
    #expect(
      try read { $0.addressee = "de minister van Verkeer en Waterstaat, generaal Bosma" }.remarks
        == [
          "Kop: generaal Bosma"
        ])
    #expect(
      try read {
        $0.behalf = "<mede-antwoorder>de minister van Financiën, die elders was</mede-antwoorder>"
      }.remarks == ["Kop: die elders was"])
    #expect(
      try read {
        $0.items =
          "<item attribuut=\"Beantwoorder\"><persoon>Van Zanten</persoon><persoon>Kok</persoon></item>"
      }.remarks == ["Genoemd in de kop: Kok"])
    #expect(
      try read { $0.items = "<item attribuut=\"Tekstcorrecties\">Lees: pont.</item>" }.remarks
        == ["Tekstcorrectie: Lees: pont."])
  }
}
