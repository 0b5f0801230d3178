import TestSupport
import Testing

@testable import DutchText

@Suite("Verbs")
struct VerbTests {
  private static let words = """
    aanbod aanbood aanbieden aanbiedt aanbiedend aangeboden bieden biedt bood boden bod bodje geboden \
    brengen brengt bracht gebracht terugbrengen terugbrengt teruggebracht \
    binden bindt bond bonden bondje gebonden verbinden verbindt verbond verbonden doorverbinden \
    doorverbonden doorverbindt \
    geven geeft geef gaf gaven gegeven gegevens lesgeven lesgegeven les lesje lessen \
    keuren keurt keur keurde gekeurd keurend afkeuren afkeurt afgekeurd afkeuring \
    voeden voedt voed voedde gevoed opvoeden opvoedt opvoed opvoedde opgevoed heropvoeden \
    heropgevoed \
    wegen weegt woog wogen gewogen overwegen overweegt overwoog overwogen heroverwegen heroverwogen \
    dragen draagt droeg gedragen overdragen overdraagt overgedragen verdragen verdraagt verdroeg \
    sluiten sluit sloot sloten sluitend gesloten slootje besluiten besluit besloot besloten \
    varen vaart gevaren vaarten vaartje binnenvaren binnenvaart binnengevaren gevaar \
    vallen valt val viel vielen gevallen valletje geval gevallen gevalletje \
    bleken bleekt bleek bleekst bleke bleker blijken blijkt gebleken blijk \
    zien ziet zie zag zagen gezien zagen zaag zaagt zaagde zaagje gezag \
    sturen stuurt stuur stuurde gestuurd verzenden verzendt zenden zendt zond zonden gezonden zonde \
    verzond verzonden \
    volgen volgt volg volgde gevolgd gevolg gevolgen volgend volgende gevolgje \
    staan staat stond gestaan staatje staten bestaan bestaat bestond bestaand bestaande \
    verstorend verstoren verstoort verstoord verstoor storen stoort gestoord stoor \
    roest roesten roestte geroest roestend on rust onrust onrusten gerust ongerust rusten rustte \
    dempen dempt demp dempte gedempt \
    faciliteren faciliteerde gefaciliteerd racen
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private let analyzer: Analyzer

  init() throws { analyzer = Analyzer(lexicon: try Lexicon(Lexicon.compile(Self.words))) }

  private func term(_ word: String) -> String { analyzer.analysis(of: word).term }

  @Test(
    "All forms of a verb with a prefix have its term, listed or not",
    arguments: [
      // Separable: the particle precedes the ge- of the participle.
      "terugbrengen: terugbrengt teruggebracht teruggebrachte terugbreng terugbracht terugbrachten",
      "afkeuren: afkeur afkeurt afkeurde afkeurden afgekeurd afgekeurde afkeurend afkeurende",
      "aanbieden: aanbood aanboden aangeboden aanbiedend aanbiedende",
      // Inseparable: there is no ge-.
      "verdragen: verdraagt verdroeg verdroegen verdragend",
      "overwegen: overweegt overwoog overwogen", "bestaan: bestaat bestond bestaande",
      // Two of them.
      "doorverbinden: doorverbindt doorverbond doorverbonden",
      "heropvoeden: heropgevoed heropgevoede heropvoedt heropvoedde",
      "heroverwegen: heroverwogen heroverwoog",
      // Another word that has become a particle.
      "lesgeven: lesgegeven lesgeeft lesgaf lesgaven lesgevend",
    ])
  func prefixes(_ line: String) {
    let sides = line.split(separator: ":").map(String.init)
    let expected = term(sides[0])
    for form in sides[1].split(separator: " ").map(String.init) {
      #expect(term(form) == expected, "\(form)")
    }
  }

  @Test(
    "The forms of a verb without a prefix have its term",
    arguments: [
      "dempen: dempt dempte dempten gedempt gedempte dempend dempende",
      "verstoren: verstoord verstoorde verstoorden verstorende",
      "faciliteren: faciliteert faciliteerden gefaciliteerde faciliterend faciliteer",
      "storen: gestoord gestoorde stoorde storende",
    ])
  func simple(_ line: String) { prefixes(line) }

  @Test(
    "What looks like a form of a verb but is another word has another term",
    arguments: [
      // A vaart, also inside; the ge- of a noun; a verb that the noun has none of.
      ("binnenvaart", "binnenvaren"), ("gezag", "zien"), ("gevolgd", "gevolgen"),
      ("ongerust", "onrust"), ("gegevens", "geven"), ("gegeven", "geven"), ("gevallen", "vallen"),
      ("bond", "binden"), ("sloot", "sluiten"), ("bleek", "blijken"), ("afkeuring", "afkeuren"),
    ])
  func apart(_ word: String, _ verb: String) { #expect(term(word) != term(verb)) }

  @Test(
    "The forms of a verb that have another term are known, likely ones and others",
    arguments: [
      ("geven", ["gegeven"], []), ("gaf", ["gegeven"], []), ("sluiten", ["sloot", "sloten"], []),
      ("blijken", ["bleek"], []),
      // The plural of a noun; a noun that looks like a third person.
      ("vallen", [], ["gevallen"]), ("binnenvaren", [], ["binnenvaart"]),
      // A noun is not searched by the verb of the same stem.
      ("les", [], []), ("gegevens", [], []), ("terugbrengen", [], []),
    ])
  func others(_ word: String, _ likely: [String], _ unlikely: [String]) {
    let other = analyzer.otherVerbForms(of: word)
    #expect(Set(other.likely) == Set(likely))
    #expect(Set(other.unlikely) == Set(unlikely))
  }

  @Test(
    "A word that has its own term knows the verbs of which it may be a form",
    arguments: [
      ("gegeven", ["geef"]), ("sloot", ["sluit"]), ("bleek", ["blijk"]), ("gegevens", []),
      ("dempt", []), ("les", []),
    ])
  func verbs(_ word: String, _ verbs: [String]) {
    #expect(analyzer.otherVerbForms(of: word).verbs == verbs.map(term))
  }

  @Test("An exception can say that a word is no form of a verb")
  func exceptions() throws {
    let lexicon = try Lexicon(Lexicon.compile(Self.words))
    let exceptions = try Exceptions.parse("gegeven = gegeven\nbleek = bleek\nbleke = bleek")
    let analyzer = Analyzer(lexicon: lexicon, exceptions: exceptions)
    #expect(analyzer.otherVerbForms(of: "geven").likely == [])
    #expect(analyzer.otherVerbForms(of: "blijken").likely == [])
    #expect(analyzer.otherVerbForms(of: "gegeven").verbs == [])
  }

  @Test("Without a lexicon no verb is known")
  func withoutLexicon() {
    #expect(Analyzer().otherVerbForms(of: "geven") == Analyzer.OtherVerbForms())
  }

  @Test("Any letters have forms, and no verb is its own other form")
  func anyLetters() {
    var random = SeededGenerator(seed: 22)
    let pieces =
      ["ge", "be", "en", "t", "d", "de", "nd", "nde", "e", "on", "af", "over"] + Self.words
    for _ in 0..<2000 {
      let word = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let term = term(word)
      #expect(!term.isEmpty)
      let other = analyzer.otherVerbForms(of: word)
      #expect(!other.verbs.contains(term), "\(word)")
      for form in other.likely + other.unlikely { #expect(self.term(form) != term, "\(form)") }
    }
  }
}
