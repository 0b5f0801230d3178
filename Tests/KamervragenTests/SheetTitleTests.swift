import Testing

@testable import Kamervragen

/// What the titles and numbers at the top of a printed sheet say.
@Suite("Titles of printed sheets") struct SheetTitleTests {
  @Test("The Eerste Kamer has a title and a number of its own")
  func eersteKamer() throws {
    let set = try read(
      """
      Eerste Kamer der Staten-Generaal
      Vergaderjaar 1998–1999
      1
      Aanhangsel van de Handelingen

      Vragen door de leden der Kamer gesteld overeenkomstig artikel 134 van het Reglement van Orde, met de daarop door de regering gegeven antwoorden

      12

      Vragen van het lid Hessing-Wildt (Landelijke Lijst) aan de minister van Justitie over de griffie. (Ingezonden 3 maart 1999)

      1
      Kent u dit?

      2
      Hoe lang al?

      Antwoord

      Antwoord van minister Cornelissen (Justitie). (Ontvangen 12 april 1999)

      1
      Ja.

      2
      Een jaar.

      ISSN 0921 - 736x
      """)
    #expect(set.identifier == "ah-ek-19981999-12")
    #expect(set.chamber == .eersteKamer)
    #expect(set.number == "12")
    #expect(set.subject == "de griffie")
    #expect(
      set.passages == [
        passage([1], "Kent u dit?", "Ja."), passage([2], "Hoe lang al?", "Een jaar."),
      ])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }

  @Test("Questions alone have the ten digits of their case as number and as identifier")
  func questionsAlone() throws {
    let set = try read(
      """
      Tweede Kamer der Staten-Generaal
      Vergaderjaar 2005–2006
      2
      Vragen gesteld door de leden der Kamer

      2050699420

      Vragen van de leden Abspoel (Landelijke Lijst) en Kok-Terpstra (Partij voor de Waddeneilanden) aan de staatssecretaris van Defensie over het schietterrein. (Ingezonden 9 februari 2006)

      1
      Wordt er nog geschoten?

      2
      Zo ja, waarom?

      ISSN 0921 - 7398
      ’s-Gravenhage 2006 Tweede Kamer, vergaderjaar 2005–2006, Vragen
      """)
    #expect(set.kind == .questions)
    #expect(set.caseNumber == "2050699420")
    #expect(set.identifier == "kv-2050699420")
    #expect(set.session == "2005-2006")
    #expect(set.chamber == .tweedeKamer)
    #expect(
      set.members == [
        Member(name: "Abspoel", party: "Landelijke Lijst"),
        Member(name: "Kok-Terpstra", party: "Partij voor de Waddeneilanden"),
      ])
    #expect(
      set.passages == [passage([1], "Wordt er nog geschoten?"), passage([2], "Zo ja, waarom?")])
    #expect(set.warnings == [])
  }
}
