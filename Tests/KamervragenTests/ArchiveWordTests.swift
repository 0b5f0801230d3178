import Testing

@testable import Kamervragen

/// The archive's records keep what stands where it does not belong.
@Suite struct ArchiveWordTests {
  private func record(
    head: String =
      "Vragen van het lid Molenaar (SP) aan de minister van Defensie over de veerpont.",
    items: String = "", asked: String = "3 maart 1995)", received: String = "4 april 1995)",
    vraagtAan: String = "de minister van Defensie", behalf: String = "",
    people: String = #"<persoon partij="SP">Molenaar</persoon>"#
  ) throws -> QuestionSet {
    try read(
      """
      <?xml version="1.0"?><kvr type="Antwoord" aantalvragen="1"><meta><metadata>
      <item attribuut="Bibliografische_omschrijving">\(head)</item>
      <item attribuut="Vindplaats">Kamervragen met antwoord 1994-1995, nr. 9090, Tweede Kamer</item>
      <item attribuut="Indiener">\(people)</item>\(items)</metadata>
      <vraagdata vraagnummer="9090" onderwerp="" indiendatum="\(asked)"><vraagt-aan>\(vraagtAan)</vraagt-aan></vraagdata>
      <antwoorddata antwoorddatum="\(received)"><antwoorder functie="minister" ministerie="Defensie">De Wael</antwoorder>
      <mede-antwoorder>\(behalf)</mede-antwoorder></antwoorddata></meta>
      <vragen aantal="1"><vraag nummer="1">Vaart de veerpont nog? </vraag></vragen>
      <antwoorden aantal="1"><antwoord nummer="1">Ja. </antwoord></antwoorden></kvr>
      """, name: "record.xml")
  }

  @Test("text behind the days is kept, and a reference is none") func days() throws {
    let set = try record(
      asked: "3 maart 1995) Naar aanleiding van een brief.",
      received:
        "4 april 1995), zie ook Aanhangsel Handelingen nr. 12, vergaderjaar 1993–1994 Hierbij zend ik u de kaart."
    )
    #expect(set.remarks == ["Naar aanleiding van een brief.", "Hierbij zend ik u de kaart."])
    #expect(set.warnings.count == 2)
    #expect(set.seeAlso == ["ah-tk-19931994-12"])
    #expect(
      try record(asked: "3 maart 1995 Met een kaart.", received: "4 april 1995} 1 en 2 Jazeker.")
        .remarks == ["Met een kaart.", "1 en 2 Jazeker."])
    #expect(
      try record(
        received: "4 april 1995), zie aanhangsel Hande– lingen nr. 12, verga– derjaar 1993–1994"
      )
      .remarks == [])
  }

  @Test("parties that only the head has go to their members") func parties() throws {
    let set = try record(
      head: "Vragen van de leden Molenaar (SP) en De Wit (D66) over de veerpont.",
      people: "<persoon>De Wit</persoon><persoon>Molenaar</persoon>")
    #expect(
      set.members == [Member(name: "De Wit", party: "D66"), Member(name: "Molenaar", party: "SP")])
    #expect(set.remarks == [])
  }

  @Test("names that only the values have are kept") func values() throws {
    #expect(
      try record(vraagtAan: "de minister van Defensie, generaal Bosma").remarks == [
        "Kop: generaal Bosma"
      ])
    #expect(
      try record(behalf: "de minister van Financiën, die elders was").remarks == [
        "Kop: die elders was"
      ])
    #expect(
      try record(
        items:
          #"<item attribuut="Beantwoorder"><persoon>De Wael</persoon><persoon>Kok</persoon></item>"#
      ).remarks == ["Genoemd in de kop: Kok"])
    #expect(
      try record(items: #"<item attribuut="Tekstcorrecties">Lees: pont.</item>"#).remarks == [
        "Tekstcorrectie: Lees: pont."
      ])
  }
}
