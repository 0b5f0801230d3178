import DutchText
import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Words that are found and count for nothing")
struct WeightlessWordTests {
  @Test(
    "Addresses of pages in a text are recognised",
    arguments: [
      (
        "Zie https://www.nu.nl/goedkoop-plastic, en verder.",
        ["https://www.nu.nl/goedkoop-plastic,"]
      ),
      ("NRC (www.nrc.nl) en nos.nl/artikel/1?x=kaas", ["(www.nrc.nl)", "nos.nl/artikel/1?x=kaas"]),
      ("http://a.nl", ["http://a.nl"]), ("ftp://é.nl/ü een", ["ftp://é.nl/ü"]),
      ("en/of, km/u, 3/4, z.o.z./w., art.3/4", []), ("nrc.nl is een krant. Wat/wie?", []),
      ("", []), ("w", []), ("://", []), ("a://", []),
    ])
  func addresses(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let found = WebAddresses.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found == expected)
  }

  @Test(
    "A word of an address is found below the word in a sentence, and the whole address by itself")
  func wordsOfAddresses() async throws {
    let shelf = try await Shelf(
      "Wat kost kaas? Zie https://voorbeeld.nl/plastic-uit-china-is-goedkoop voor meer.",
      "Waarom is plastic zo goedkoop, ook als het van ver komt en wij het zelf ook maken?")
    try shelf.expect("goedkoop plastic", lists: ["102", "101"])
    #expect(try shelf.reader.search(SearchRequest("china")).results.map(\.score) == [0])
    try shelf.expect("https://voorbeeld.nl/plastic-uit-china-is-goedkoop", finds: ["101"])
    try shelf.expect("voorbeeld.nl", finds: ["101"])
  }

  @Test(
    "A question that asks only whether a report is known is recognised",
    arguments: [
      ("Kent u het bericht «Kaas wordt duurder»?", true),
      ("Bent u bekend met het artikel “Kaas”? 1", true),
      ("  Heeft u kennisgenomen van de brief over kaas? (zie noot 2)", false),
      ("Heeft u kennisgenomen van de brief over kaas? [2]", true),
      ("Bent u op de hoogte van het bericht? Zo ja, wat vindt u ervan?", false),
      ("Wat vindt u van kaas?", false), ("Kent u het bericht", true), ("", false),
    ])
  func acquaintance(_ question: String, _ expected: Bool) {
    #expect(BoilerplateQuestion.isOfKnowledge(question) == expected)
  }

  @Test(
    "A question that asks only for the answers is recognised",
    arguments: [
      ("Kunt u deze vragen één voor één beantwoorden?", true),
      (" Wilt u deze vragen vóór het debat over kaas van 3 mei beantwoorden? [2]", true),
      ("Bent u bereid, gezien de haast, bovenstaande vragen deze week te beantwoorden?", true),
      ("Is het mogelijk DEZE VRAGEN te beantwoorden, uiterlijk voordat de kaas rijp is?", true),
      ("Kunt u bevestigen dat u deze vragen niet wilt beantwoorden?", false),
      ("Bent u bereid niets te doen totdat deze vragen zijn beantwoord?", false),
      ("Kunt u deze vragen beantwoorden? Zo nee, wat vindt u van kaas?", false),
      ("Kunt u vragen over kaas beantwoorden?", false), ("Wat vindt u van deze vragen?", false),
      ("Kunt u deze vragen " + String(repeating: "graag ", count: 70) + "beantwoorden?", false),
      ("", false), ("Kunt u", false),
    ])
  func request(_ question: String, _ expected: Bool) {
    #expect(BoilerplateQuestion.isRequest(question) == expected)
  }

  @Test("A question that asks only for the answers comes after one about the matter")
  func requestForAnswers() async throws {
    let shelf = try await Shelf(
      publications: [
        Publication(
          number: "201",
          passages: [
            ("1", "Kunt u deze vragen vóór het debat over de kaas beantwoorden?", "Ja, de kaas."),
            (
              "2",
              "Hoeveel boeren en hoeveel winkels in hoeveel steden en dorpen hebben nog iets met kaas?",
              "Dat weet niemand, hoe graag wie dan ook dat ook zou willen weten."
            ),
          ])
      ])
    let results = try shelf.reader.search(SearchRequest("kaas")).results
    #expect(results.map { $0.stored.passage.questions } == [[2], [1]])
    #expect(try shelf.complete("vraag:kaas") == ["201", "201"])
  }

  @Test(
    "A question whether a report is known comes after one that adds to the subject"
  )
  func repeatedSubject() async throws {
    let publication = Publication(
      subject: "het bericht dat kaas duurder wordt",
      passages: [
        ("1", "Kent u het bericht dat kaas duurder wordt volgens de boeren?", "Ja."),
        ("2", "Hoeveel kaas wordt er gegeten door wie dat kan betalen?", "Ja."),
        ("3", "Bent u bereid daar iets aan te doen, en wanneer dan?", "Ja."),
      ])
    let shelf = try await Shelf(publications: [publication])
    let order = { (query: String) in
      try shelf.reader.search(SearchRequest(query)).results.map { $0.stored.passage.questions[0] }
    }
    #expect(try order("kaas").first == 2)
    #expect(try order("vraag:kaas").sorted() == [1, 2])
    #expect(try order("boeren") == [1])
    #expect(try order("vraag:duurder") == [1])
    var set = QuestionSet(kind: .questions)
    set.subject = publication.subject
    var stream = TokenStream()
    let document = Schema().document(
      for: StoredPassage(
        set: set,
        passage: Passage(
          questions: [1], questionText: "Kent u het bericht dat kaas duurder wordt?"),
        ordinal: 0, source: "101.md"),
      sourceDigest: ContentDigest(of: []), using: &stream)
    #expect(document.frequencies["kent"] == 1)
    #expect(document.frequencies["duurder"] == 1)
  }
}
