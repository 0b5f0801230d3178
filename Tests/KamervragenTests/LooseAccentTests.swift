import Testing

@testable import Kamervragen

@Suite struct LooseAccentTests {
  private func clean(_ text: String) throws -> String {
    try SourceText.lines(Array(text.utf8)).map(\.text).joined(separator: "⏎")
  }

  @Test(
    "An accent behind its letter becomes one letter with it",
    arguments: [
      ("drie oliee¨n en vier toee¨igeningen", "drie olieën en vier toeëigeningen"),
      ("Kroatie¨, Slowakije", "Kroatië, Slowakije"), ("mozaı¨ek", "mozaïek"),
      ("het creˆpepapier", "het crêpepapier"), ("een volie`re", "een volière"),
      ("het cliche´ is, zo´, cliche´.", "het cliché is, zó, cliché."),
      ("dat e´e´n van hen vo´o´rging", "dat één van hen vóórging"),
      ("Ee´n keer, E´E´N keer", "Eén keer, ÉÉN keer"), ("o`f nu o`f nooit", "òf nu òf nooit"),
      ("twee a` drie", "twee à drie"), ("gar¸con en Curac¸aose", "garçon en Curaçaose"),
      ("Mun˜oz uit Sa˜o Tome´", "Muñoz uit São Tomé"), ("Dvorˇa´k", "Dvořák"),
      ("Pris˘tina", "Priština"), ("A˚ngstro¨m", "Ångström"), ("Ba˘sescu", "Băsescu"),
      ("Erdo˝s", "Erdős"), ("Vorla¨ufer", "Vorläufer"), ("Goru¨s¸ en Gu¨l", "Gorüş en Gül"),
      ("de comite´s en communique´s", "de comités en communiqués"),
      ("ministe´riel", "ministériel"), ("in ´t comite´ is", "in ´t comité is"),
      ("l’E´tat", "l’État"), ("Poznan´ en Pec´", "Poznań en Peć"),
    ])
  func behind(text: String, expected: String) throws {
    #expect(try clean(text) == expected)
  }

  @Test(
    "An accent before its letter becomes one letter with it",
    arguments: [
      ("olie en categori¨een", "olie en categoriëen"), ("pati¨enten", "patiënten"),
      ("een co¨operatie", "een coöperatie"), ("be¨eindigd", "beëindigd"),
      ("uit Pe´c, Kosti´c", "uit Peć, Kostić"),
      ("M¨uller uit K¨oln", "Müller uit Köln"), ("moza¨ıek", "mozaïek"),
      ("Cura¸cao", "Curaçao"), ("Espa˜na", "España"), ("enquˆete", "enquête"),
      ("voli`ere", "volière"), ("Gen`eve", "Genève"), ("het caf´e", "het café"),
      ("caf´es", "cafés"), ("´e´en voor allen", "één voor allen"), ("v´o´or", "vóór"),
      ("twee `a drie", "twee à drie"), ("ˇSkoda", "Škoda"), ("¨Ozdemir", "Özdemir"),
    ])
  func before(text: String, expected: String) throws {
    #expect(try clean(text) == expected)
  }

  @Test(
    "So does one with a space between them, and with that the space goes",
    arguments: [
      ("de heer Kostic ´ en", "de heer Kostić en"), ("pati ¨enten", "patiënten"),
      ("patie ¨nten", "patiënten"), ("pati ¨ enten", "patiënten"), ("M ¨uller", "Müller"),
      ("dat is ¨uberhaupt niet", "dat is überhaupt niet"), ("S ˜ao Paulo", "São Paulo"),
      ("enqu ˆete", "enquête"), ("Gen `eve", "Genève"), ("het caf ´e", "het café"),
      ("Cura ¸cao", "Curaçao"), ("Vo ´ o ´ r 1988", "Vóór 1988"), ("de ¨Ozdemirs", "de Özdemirs"),
      ("Belgie ¨ en", "België en"), ("Milo ˇsevi ´c", "Milošević"),
    ])
  func spaced(text: String, expected: String) throws {
    #expect(try clean(text) == expected)
  }

  @Test(
    "So does a combining accent that no letter is composed with",
    arguments: [
      ("pati\u{20}\u{308}enten", "patiënten"), ("patie\u{20}\u{308}nten", "patiënten"),
      ("cafe\u{20}\u{301} en", "café en"), ("vo\u{20}\u{301}o\u{20}\u{301}r", "vóór"),
      ("nai\u{308}ef", "naïef"), ("naı\u{308}ef", "naïef"), ("cafe\u{301}", "café"),
    ])
  func combining(text: String, expected: String) throws {
    #expect(try clean(text) == expected)
  }

  @Test(
    "What is written as an apostrophe, a quotation mark or a sign stays",
    arguments: [
      "foto´s en auto`s", "zo´n baby´tje", "een zzp´er, de hbo´ers en de CDA´er",
      "coup d´etat van d´Ancona en O´Neill", "Sana´a en de shi´ieten", "´s-Gravenhage en ´t Gooi",
      "in ´s ochtends", "de jaren ´90", "de `goede' zaak", "de `goede´ zaak van ´de zee´ is",
      "¨de zee¨", "`code` en `zee`", "Frans´ mening", "20 ˚C", "5´ 30",
      "CrÃ¨che en GeÃ¯nd", "qu´il dit", "sms´en",
    ])
  func kept(text: String) throws {
    #expect(try clean(text) == text)
  }

  @Test(
    "Ligatures become their letters",
    arguments: [
      ("oﬃciële ﬁnanciën", "officiële financiën"), ("ﬂat, eﬀect", "flat, effect"),
      ("aﬄuent, eﬃcie¨nt", "affluent, efficiënt"), ("hĳ en ĲMUIDEN", "hij en IJMUIDEN"),
    ])
  func ligatures(text: String, expected: String) throws {
    #expect(try clean(text) == expected)
  }
}
