import TestSupport
import Testing

@testable import DutchText

@Suite("Words before rules")
struct LexiconTests {
  private func analyzer() -> Analyzer {
    Analyzer(lexicon: WordSample.lexicon)
  }

  /// One that knows these words only.
  private func analyzer(of words: [String]) throws -> Analyzer {
    Analyzer(lexicon: try Lexicon(Lexicon.compile(words)))
  }

  @Test(
    "The forms of a word have its term",
    arguments: [
      "antwoord: antwoorden antwoordje", "lid: leden", "advies: adviezen", "kind: kinderen",
      "toeslag: toeslagen", "motie: moties", "brief: brieven", "museum: musea", "reeel: reële",
      "gemeente: gemeenten", "mening: meningen", "minister: ministers", "wet: wetten",
      "mogelijkheid: mogelijkheden", "advocaat: advocaten advocaatje", "crisis: crises",
    ])
  func forms(_ line: String) throws {
    let sides = line.split(separator: ":").map(String.init)
    for form in [sides[0]] + sides[1].split(separator: " ").map(String.init) {
      #expect(analyzer().analysis(of: form).term == sides[0])
    }
  }

  @Test("The forms of a term have that term")
  func formsOfTerms() {
    let analyzer = analyzer()
    #expect(analyzer.forms(of: "toeslag") == ["toeslag", "toeslagen"])
    #expect(Set(analyzer.forms(of: "brief")).isSuperset(of: ["brief", "brieven"]))
    #expect(Set(analyzer.forms(of: "kind")).isSuperset(of: ["kind", "kinderen"]))
    for term in ["kind", "brief", "wet", "toeslag", "klein"] {
      for form in analyzer.forms(of: term) { #expect(analyzer.analysis(of: form).term == term) }
    }
    #expect(Analyzer().forms(of: "kind") == ["kind"])
  }

  @Test(
    "The forms of a verb or an adjective have one term",
    arguments: [
      "ontvang: ontvangen ontvangt", "lever: leveren levert", "bestaan: bestaat",
      "voorzien: voorziet voorzie", "stel: stellen gesteld gestelde", "verlaag: verlagen verlaagt",
      "indienen: indient indiende", "afhankelijk: afhankelijker",
      "klein: kleinere kleinst kleinste",
      "ver: verst verste", "begin: beginnen begonnen", "geniet: genieten genoten",
      "schend: schenden geschonden", "test: tests", "bots: botst", "financieel: financiele",
      "bepaal: bepaald bepaalde", "concentreer: geconcentreerd", "kind: kinder",
    ])
  func verbsAndAdjectives(_ line: String) throws {
    let sides = line.split(separator: ":").map(String.init)
    for form in [sides[0]] + sides[1].split(separator: " ").map(String.init) {
      #expect(analyzer().analysis(of: form).term == sides[0])
    }
  }

  @Test(
    "Words that only look alike have different terms",
    arguments: [
      ("gemeente", "mening"), ("minister", "mini"), ("wijziging", "wijs"), ("woning", "gewoon"),
      ("leden", "geleden"), ("wet", "weten"), ("gezag", "zien"), ("vaart", "vaar"), ("volt", "vol"),
      ("botst", "bot"), ("geniet", "genie"), ("verlagen", "liggen"), ("kapot", "kapo"),
      ("bekennen", "beek"),
    ])
  func apart(_ one: String, _ other: String) throws {
    let analyzer = self.analyzer()
    #expect(analyzer.analysis(of: one).term != analyzer.analysis(of: other).term)
  }

  @Test(
    "A compound has parts that cover it, in the form they have as words",
    arguments: [
      "kinderopvangtoeslagen: kind opvang toeslagen", "leefomgeving: leef omgeving",
      "wachttijd: wacht tijd", "overheidslaag: overheid laag", "gezinsleven: gezin leven",
      "ziektebeeld: ziekte beeld", "spitsheffing: spits heffing", "gasopslag: gas opslag",
      "wetsvoorstel: wet voorstel", "eetpatroon: eet patroon", "lidstaten: lid staten",
      "migratieachtergrond: migratie achtergrond", "klimaatverandering: klimaat verandering",
      "kamervragen: kamer vragen", "kamerbrief: kamer brief",
      "vredesonderhandelingen: vrede onderhandelingen", "staatssecretaris: staat secretaris",
    ])
  func compounds(_ line: String) throws {
    let sides = line.split(separator: ":").map(String.init)
    let parts = analyzer().analysis(of: sides[0]).parts.map(\.word)
    #expect(parts == sides[1].split(separator: " ").map(String.init))
  }

  @Test(
    "Derivations, opaque words and names are not compounds",
    arguments: [
      "mogelijkheden", "maatregelen", "onderwijs", "slachtoffers", "ministers", "achtergronden",
      "voorbeeld", "aanpak", "uitvoering", "tegenstanders", "verslagen", "amsterdam", "xyzwoorden",
    ])
  func simple(_ word: String) throws {
    #expect(analyzer().analysis(of: word).parts.isEmpty)
  }

  @Test("Each line of the standard exceptions can be read and has its effect")
  func standardExceptions() throws {
    let analyzer = self.analyzer()
    let exceptions = try Exceptions.parse(
      String(decoding: PackageResources.exceptions_txt, as: UTF8.self))
    #expect(exceptions == .standard)
    #expect(exceptions.terms.count + exceptions.parts.count > 40)
    for (word, term) in exceptions.terms {
      #expect(
        analyzer.analysis(of: String(decoding: word, as: UTF8.self)).term
          == String(decoding: term, as: UTF8.self))
    }
    for (word, parts) in exceptions.parts {
      #expect(
        analyzer.analysis(of: String(decoding: word, as: UTF8.self)).parts.map(\.word)
          == parts.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  @Test(
    "A regular plural is not an irregular one with the same last letters",
    arguments: [("scholen", "school"), ("piloten", "piloot"), ("toeslagen", "toeslag")])
  func longVowels(_ plural: String, _ singular: String) throws {
    let words = [
      "school", "schooltje", "schol", "scholen", "piloot", "pilootje", "pilot", "piloten",
      "toeslag",
      "toeslagen",
    ]
    #expect(try analyzer(of: words).analysis(of: plural).term == singular)
  }

  @Test(
    "A word that looks like a form of a very short word is a form of a longer one",
    arguments: [
      ("potje", "pot"), ("katjes", "kat"), ("menen", "meen"), ("meende", "meen"),
      ("gebod", "gebod"),
      ("eieren", "ei"), ("assen", "as"),
    ])
  func veryShortWords(_ form: String, _ term: String) throws {
    let words = [
      "po", "pot", "potje", "ka", "kat", "katje", "katjes", "me", "meen", "meent", "meende",
      "menen",
      "bo", "bod", "boden", "bodje", "gebod", "geboden", "ei", "eieren", "eitje", "as", "assen",
      "asje",
    ]
    #expect(try analyzer(of: words).analysis(of: form).term == term)
  }

  @Test(
    "An adjective in -s, a verb in -eren and a noun in -e are not forms of a shorter word",
    arguments: [
      ("valse", "vals"), ("vals", "vals"), ("toveren", "tover"), ("tovert", "tover"),
      ("uitgaven", "uitgave"), ("toffer", "tof"), ("ontstonden", "ontstaan"),
    ])
  func notShorter(_ form: String, _ term: String) throws {
    let words = [
      "val", "valt", "vallen", "valletje", "vals", "valse", "valser", "valst", "tof", "toffe",
      "toffer", "tofst", "tover", "tovert", "toveren", "uitgave", "uitgaven", "uitgeven", "uitgeef",
      "uitgeeft", "ontstaan", "ontstonden",
    ]
    #expect(try analyzer(of: words).analysis(of: form).term == term)
  }

  @Test(
    "A compound may end like a derivation of a verb if the rest is a noun",
    arguments: [("kinderrechter", ["kind", "rechter"]), ("ontvangster", []), ("deelnemer", [])])
  func notDerived(_ word: String, _ parts: [String]) throws {
    let words = [
      "kind", "kinderen", "kinderboek", "kinderopvang", "kinderrecht", "kinderrechten",
      "kinderrechter", "kinderrechters", "boek", "opvang", "rechter", "rechters", "strafrechter",
      "straf", "kantonrechter", "kanton", "ontvang", "ontvangst", "ontvangsten", "ontvangster",
      "ster",
      "poolster", "pool", "deel", "deelnemen", "deelnemer", "nemer", "afnemer", "af", "werknemer",
      "werk",
    ]
    #expect(try analyzer(of: words).analysis(of: word).parts.map(\.word) == parts)
  }

  @Test(
    "A word derived from an adjective has the parts of the adjective",
    arguments: [
      ("rechtmatigheid", []), ("verkeersveiligheid", ["verkeer", "veiligheid"]),
      ("verkeersveiligheden", ["verkeer", "veiligheden"]), ("werkloosheid", []),
      ("onverkeersveilig", ["verkeer", "veilig"]), ("onrechtmatige", []),
      // Not of `over`, and no negation.
      ("rijksoverheid", ["rijk", "overheid"]), ("onderwijsraad", ["onderwijs", "raad"]),
    ])
  func derivedFromAdjective(_ word: String, _ parts: [String]) throws {
    let words = [
      "recht", "rechten", "rechtje", "matig", "matige", "matigheid", "rechtmatig", "rechtmatige",
      "rechtmatigheid",
      "verkeer",
      "veilig", "veilige", "veiliger", "veiligst", "veiligheid", "verkeersveilig",
      "verkeersveiligheid",
      "verkeersraad", "verkeersboete", "boete", "werk", "werkje", "loos", "loosheid", "werkloos",
      "werkloosheid",
      "werkraad", "rechtsraad", "rechtvaardig", "rechtvaardige", "rechtvaardiger", "rechtvaardigst",
      "onrechtvaardige", "onrecht", "vaardig", "vaardige", "over", "overheid", "rijk",
      "rijksoverheid",
      "rijksraad", "rijksboete", "raad", "onderwijs", "onderwijsraad", "onderwijsboete",
      "werkveiligheid",
      "rechtveiligheid", "stadsoverheid", "stad", "stadsraad",
    ]
    #expect(try analyzer(of: words).analysis(of: word).parts.map(\.word) == parts)
  }

  @Test(
    "A word derived from a verb with a particle or a prefix is not a compound",
    arguments: [
      ("verslaan", []), ("leegstand", []), ("vrijspraak", []), ("zonsopgang", ["zon", "opgang"]),
    ])
  func madeOfSeparableVerb(_ word: String, _ parts: [String]) throws {
    let words = [
      "vers", "laan", "versboek", "verswinkel", "verslaan", "slaan", "boek", "winkel", "boslaan",
      "bos", "bosboek",
      "leeg", "stand", "leegstaan", "leegstand", "leegboek", "zonstand", "vrij", "spraak",
      "vrijspreken",
      "vrijspraak", "vrijboek", "boekspraak", "bosstand", "zon", "zonsopgang", "opgang", "zonsboek",
      "opgaan",
      "zonswinkel", "bosopgang",
    ]
    #expect(try analyzer(of: words).analysis(of: word).parts.map(\.word) == parts)
  }

  @Test("The -s of a function word belongs to what follows: overstappen has no tappen in it")
  func linkAfterFunctionWord() throws {
    let words = [
      "over", "overs", "stap", "stappen", "tap", "tappen", "taptje", "overstap", "overstappen",
      "overtap",
      "oversboek", "overstaan", "boek", "bostap", "bos", "bostappen", "overboek",
    ]
    #expect(try analyzer(of: words).analysis(of: "overstappen").parts == [])
  }

  @Test("A name is a form of a name only")
  func formsOfNames() throws {
    let words = ["room", "roomse", "Rome", "Turk", "Turken", "Schot", "schot", "Schotten"]
    let analyzer = try analyzer(of: words)
    #expect(analyzer.analysis(of: "Rome").term == "rome")
    #expect(analyzer.analysis(of: "Turken").term == "turk")
    #expect(analyzer.analysis(of: "Schotten").term == "schot")
  }

  @Test("The plural of a man may be lieden; of a compound with 's the head keeps that")
  func heads() throws {
    let words = [
      "man", "mannen", "zaak", "zaken", "zakenman", "vakman", "vak", "vracht", "auto", "vrachtauto",
      "vrachtboek",
      "boek", "personenauto", "vrachtwagen", "wagen", "bosauto", "bos",
    ]
    let analyzer = try analyzer(of: words)
    #expect(analyzer.analysis(of: "vaklieden").term == "vakman")
    #expect(analyzer.analysis(of: "vrachtauto's").parts.map(\.word) == ["vracht", "auto's"])
    #expect(analyzer.analysis(of: "auto's").parts == [])
  }

  @Test("Parts that together are an opaque word are one part")
  func opaqueParts() throws {
    let words = [
      "slacht", "offer", "slachtoffer", "hulp", "slachthuis", "slachtvee", "vee", "huis",
      "offervee", "offerhuis",
      "veeoffer", "hulphuis", "veehulp", "huishulp", "offerhulp",
    ]
    let exceptions = try Exceptions.parse("slachtoffer = -")
    let lexicon = try Lexicon(Lexicon.compile(words))
    let parts = Analyzer(lexicon: lexicon, exceptions: exceptions)
      .analysis(of: "slachtofferhulp").parts.map(\.word)
    #expect(parts == ["slachtoffer", "hulp"])
  }

  @Test(
    "English plurals, diminutives of words in -t and words for persons have the right base",
    arguments: [
      ("coaches", "coach"), ("crashes", "crash"), ("kaartje", "kaart"), ("deeltje", "deel"),
      ("veteranen", "veteraan"), ("echtgenoten", "echtgenoot"), ("ziekten", "ziekte"),
    ])
  func morePlurals(_ form: String, _ term: String) throws {
    let words = [
      "coach", "crash", "kaar", "kaart", "kaarten", "deel", "deelt", "delen", "veteraan",
      "veterane", "veteranes",
      "echtgenoot", "echtgenote", "echtgenotes", "ziekt", "ziekte", "ziektes",
    ]
    #expect(try analyzer(of: words).analysis(of: form).term == term)
  }

  @Test(
    "Verbs in -eren, adjectives in -euze and verbs with two prefixes have the right base",
    arguments: [
      ("faciliteert", "faciliteren"), ("faciliteerde", "faciliteren"),
      ("gefaciliteerd", "faciliteren"),
      ("faciliteerden", "faciliteren"), ("noteert", "noteer"), ("genereert", "genereren"),
      ("religieuze", "religieus"), ("vergeleken", "vergelijk"),
    ])
  func verbsAndAdjectivesWithout(_ form: String, _ term: String) throws {
    let words = [
      "faciliteren", "faciliteert", "noteer", "noteert", "noteren", "genereren", "religieus",
      "religieuze",
      "religieuzes", "vergelijk", "vergelijkt", "vergelijken", "vergeleken", "lijken",
    ]
    #expect(try analyzer(of: words).analysis(of: form).term == term)
  }

  @Test("A noun that is listed only at the end of others is the last part of a compound")
  func headOnly() throws {
    let words = ["kalf", "kalveren", "vee", "veehouderij", "varken", "varkens", "varkenshouderij"]
    #expect(
      try analyzer(of: words).analysis(of: "kalverhouderij").parts.map(\.word) == [
        "kalf", "houderij",
      ])
  }

  @Test("Words with forms are distinguished from listed abbreviations")
  func inflected() throws {
    let words = [
      "denk", "denkt", "denken", "neem", "neemt", "nemen", "nam", "slim", "slimme", "slimmer",
      "slimst",
      "pas", "passen", "mbo",
    ]
    let analyzer = try analyzer(of: words)
    #expect(
      ["denk", "DENK", "denkt", "nam", "slim", "pas"].allSatisfy(analyzer.isInflected))
    #expect(!["mbo", "onbekend", ""].contains(where: analyzer.isInflected))
    #expect(!Analyzer().isInflected("denk"))
  }

  @Test("A preposition that is not listed begins a head all the same: voor- en nadelen")
  func suspendedBeforePreposition() throws {
    let words = ["voordeel", "voordelen", "nadeel", "nadelen", "deel", "delen", "na"]
    let analyzer = try analyzer(of: words)
    let stream = analyzer.tokens(of: "voor- en nadelen")
    #expect(stream.tokens.filter { $0.kind == .stem }.map(stream.term) == ["voordeel", "nadeel"])
  }

  @Test(
    "A word and its relatives of another kind are relatives of each other",
    arguments: [
      ("weiger", ["weigering"]), ("weigering", ["weiger"]), ("stel", ["stelling"]),
      ("stelling", ["stel"]), ("steel", []), ("registreer", ["registratie"]),
      ("registratie", ["registreer"]), ("veilig", ["veiligheid"]), ("veiligheid", ["veilig"]),
      ("vrij", ["vrijheid"]), ("vrijheid", ["vrij"]),
      // Not of `over`, `kon` or anything: such parts are not these words.
      ("overheid", []), ("koning", []), ("ring", []), ("hoeveelheid", []), ("hoeveel", []),
      ("natie", []), ("36", []), ("", []),
    ])
  func relatives(_ term: String, _ relatives: [String]) throws {
    let words = [
      "weiger", "weigert", "weigeren", "weigering", "stel", "stelt", "stellen", "stelling", "steel",
      "steelt", "stelen", "registreer", "registreert", "registreren", "registratie", "veilig",
      "veilige", "veiliger", "veiligst", "veiligheid", "over", "overheid", "kon", "kont", "konnen",
      "koning", "ring", "natie", "hoeveel", "hoeveelheid", "vrij", "vrije", "vrijer", "vrijst",
      "vrijt", "vrijen", "vrijheid",
    ]
    #expect(try analyzer(of: words).relatives(of: term) == relatives)
    #expect(Analyzer().relatives(of: term) == [])
  }

  @Test("The same words give the same bytes in any order")
  func deterministic() {
    let words = Array(WordSample.words.prefix(500))
    #expect(Lexicon.compile(words) == Lexicon.compile(words.reversed()))
  }

  @Test("Bytes that are not a lexicon are refused, and changed ones are detected")
  func foreignBytes() throws {
    #expect(throws: LexiconError.unknownFormat) { try Lexicon([1, 2, 3]) }
    var bytes = Lexicon.compile(["kaas", "kazen", "melk"])
    #expect(try Lexicon(bytes).isSound)
    #expect(throws: LexiconError.damaged) { try Lexicon(bytes.dropLast()) }
    bytes[bytes.count - 2] ^= 1
    #expect(try !Lexicon(bytes).isSound)
  }

  @Test("A lexicon with changed bytes gives wrong answers and no crash")
  func mutated() throws {
    let words = Array(WordSample.words.prefix(800))
    let bytes = Lexicon.compile(words)
    var random = SeededGenerator(seed: 7)
    let compounds = zip(words, words.dropFirst()).prefix(60).flatMap { [$0, $0 + $1] }
    let sound = try Analyzer(lexicon: Lexicon(bytes))
    var wrong = 0
    for _ in 0..<60 {
      // Behind the header, of which each field is checked.
      let analyzer = try Analyzer(
        lexicon: Lexicon(bytes.damaged(20...20, from: 32, using: &random)))
      wrong += compounds.count { analyzer.analysis(of: $0) != sound.analysis(of: $0) }
    }
    #expect(wrong == 393)
  }

  @Test("An exception that cannot be read is reported with its line")
  func wrongExceptions() {
    func reason(_ text: String) -> String? {
      do throws(Exceptions.Problem) {
        _ = try Exceptions.parse(text)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(reason("# niets\n\nmaten = maat  # ja\n") == nil)
    #expect(
      reason("maten") == "regel 1: verwacht: woord = term, woord = - of woord = deel + deel")
    #expect(reason("a = b\nMaten = maat\nmaten = meet") == "regel 3: dit woord staat er al")
    #expect(reason("maten2 = maat") == "regel 1: een woord bestaat uit letters")
    #expect(
      reason("kaasmarkt = kaas + melk")
        == """
        regel 1: de delen moeten samen het hele woord zijn, met ten hoogste drie letters ertussen
        """)
  }
}
