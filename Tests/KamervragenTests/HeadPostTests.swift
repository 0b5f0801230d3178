import Testing

@testable import Kamervragen

/// The posts that a head names, as people wrote them since 1984.
@Suite struct HeadPostTests {
  @Test(
    "Posts are read in lists, with slips, and with persons",
    arguments: [
      (
        "de minister van Defensie, alsmede de minister van Justitie",
        ["Minister van Defensie", "Minister van Justitie"]
      ),
      ("beide staatssecretarissen van Defensie", ["Staatssecretaris van Defensie"]),
      (
        "de staatssecretarissen van Financiën (Douane, Toeslagen en Tol) en van Justitie",
        [
          "Staatssecretaris van Financiën (Douane, Toeslagen en Tol)",
          "Staatssecretaris van Justitie",
        ]
      ),
      (
        "de staatssecretaris van Defensie, mw. Molenaar, en de minister van Justitie",
        ["Staatssecretaris van Defensie", "Minister van Justitie"]
      ),
      (
        "de staatssecretaris van Defensie dhr. v.d. Veen, en de minister van Justitie,",
        ["Staatssecretaris van Defensie", "Minister van Justitie"]
      ),
      (
        "staatssecretaris Molenaar van Defensie en de minister van Justitie",
        ["Staatssecretaris van Defensie", "Minister van Justitie"]
      ),
      ("de staatssecretaris Van Veen (Defensie)", ["Staatssecretaris van Defensie"]),
      ("mevrouw Van Veen (staatssecretaris van Defensie)", ["Staatssecretaris van Defensie"]),
      ("de heer Van Veen, staatssecretaris van Defensie", ["Staatssecretaris van Defensie"]),
      ("de staatssecretaris van Defensie (mevr. Molenaar)", ["Staatssecretaris van Defensie"]),
      (
        "de staatssecretaris van Defensie, Van Veen en Molenaar,", ["Staatssecretaris van Defensie"]
      ),
      ("de demissionaire minister van Defensie", ["Minister van Defensie"]),
      ("de demissionair Minister voor Klimaat en Energie", ["Minister voor Klimaat en Energie"]),
      ("de minster van Defensie", ["Minister van Defensie"]),
      ("de staatssectraris van Defensie", ["Staatssecretaris van Defensie"]),
      (
        "de staatsecretarissen van Defensie en Justitie",
        [
          "Staatssecretaris van Defensie", "Staatssecretaris van Justitie",
        ]
      ),
      ("de ministervan Defensie", ["Minister van Defensie"]),
      ("de minister vsn Defensie", ["Minister van Defensie"]),
      ("de minister van de Defensie", ["Minister van Defensie"]),
      ("de minister president", ["Minister-President"]),
      ("de minister-preident", ["Minister-President"]),
      ("de minister-president (Algemene Zaken)", ["Minister-President"]),
      (
        "de minister-president, minister van Algemene Zaken en aan de minister van Defensie",
        ["Minister-President", "Minister van Algemene Zaken", "Minister van Defensie"]
      ),
      ("de regering", ["Regering"]),
      ("minister van Defensie", ["Minister van Defensie"]),
      ("de Defensie en de minister van Justitie", ["Defensie", "Minister van Justitie"]),
      ("de minister van Onderwijs en Wetenschappen", ["Minister van Onderwijs en Wetenschappen"]),
      (
        "de minister van Welzijn Volksgezondheid en Cultuur",
        [
          "Minister van Welzijn, Volksgezondheid en Cultuur"
        ]
      ),
      (
        "de minister van Volksgezondheid, Welzijn & Sport",
        [
          "Minister van Volksgezondheid, Welzijn en Sport"
        ]
      ),
      (
        "de ministers van Binnenlandse Zaken Koninkrijksrelaties en van Justitie",
        [
          "Minister van Binnenlandse Zaken en Koninkrijksrelaties", "Minister van Justitie",
        ]
      ),
      (
        "de minister voor Vreemdelingenzaken en Integratiebeleid",
        [
          "Minister voor Vreemdelingenzaken en Integratiebeleid"
        ]
      ),
      ("de minister van Defensie en Ruimtevaart", ["Minister van Defensie en Ruimtevaart"]),
      (
        "de minister van Defensie- en Zeezaken en de minister van Justitie",
        [
          "Minister van Defensie- en Zeezaken", "Minister van Justitie",
        ]
      ),
      (
        "de ministers van Ruimtevaart en Sterren en van Defensie",
        [
          "Minister van Ruimtevaart en Sterren", "Minister van Defensie",
        ]
      ),
      (
        "de ministers van Defensie, Justitie en Financiën",
        [
          "Minister van Defensie", "Minister van Justitie", "Minister van Financiën",
        ]
      ),
      ("DE MINISTER VAN DEFENSIE", ["Minister van Defensie"]),
      ("de  minister   van Defensie", ["Minister van Defensie"]),
    ])
  func posts(clause: String, expected: [String]) throws {
    let sentence = try #require(
      QuestionSentence("Vragen van het lid Molenaar (SP) aan \(clause) over de dijk."))
    #expect(sentence.addressees == expected)
    #expect(sentence.subject == "de dijk")
    #expect(sentence.unread == [])
  }

  @Test("The persons who are named with the posts are known")
  func persons() throws {
    let sentence = try #require(
      QuestionSentence(
        "Vragen van het lid Molenaar (SP) aan de staatssecretarissen van Defensie, mw. Van Veen, en van Justitie, dhr. Kok, over de dijk."
      ))
    #expect(sentence.persons == ["mw. Van Veen", "dhr. Kok"])
  }
}
