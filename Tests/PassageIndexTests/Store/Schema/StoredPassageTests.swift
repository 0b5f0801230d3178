import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("The record of a set")
struct StoredSetTests {
  /// A set in which everything is filled in, with letters of one to four bytes.
  static var filled: StoredSet {
    var set = QuestionSet(kind: .answered)
    set.identifier = "ah-tk-20242025-705"
    set.chamber = .tweedeKamer
    set.session = "2024-2025"
    set.number = "705"
    set.caseNumber = "2024Z16543"
    set.subject = "financiën «ĳs» en 🌳"
    set.members = [Member(name: "Bikker", party: "ChristenUnie"), Member(name: "Omtzigt")]
    set.addressees = ["Minister van Justitie en Veiligheid"]
    set.respondents = [
      Respondent(role: "Minister", name: "Van Weel", portfolio: "Justitie en Veiligheid"),
      Respondent(role: "Minister-President", name: "Schoof"),
    ]
    set.onBehalfOf = ["Staatssecretaris van Financiën", ""]
    set.submitted = CalendarDate(year: 2024, month: 2, day: 29)
    set.received = CalendarDate(year: 2024, month: 12, day: 3)
    set.seeAlso = ["ah-tk-20242025-496"]
    let passage = Passage(
      questions: [2, 3], questionText: "Vraag\n\nmet «Ȳ»\u{0} en \u{1F}?", answerText: "",
      footnotes: [Footnote(mark: "1", text: "NRC 🗞️"), Footnote(mark: "*", text: "")])
    let other = Passage(questions: [], questionText: "", answerText: "Ja.")
    return StoredSet(heading: set, passages: [passage, other], source: "/x/ï/a b.md")
  }

  /// A set in which everything that can lack lacks.
  static var bare: StoredSet {
    StoredSet(
      heading: QuestionSet(kind: .other), passages: [Passage(questions: [], questionText: "")],
      source: "")
  }

  @Test("A set comes back from its record as it was", arguments: [filled, bare])
  func roundTrip(_ set: StoredSet) throws {
    #expect(try StoredSet(decoding: set.encoded()) == set)
  }

  @Test("A passage of a set has its heading, its file and its place, and there are no others")
  func passages() {
    let set = Self.filled
    #expect(
      set.passage(1)
        == StoredPassage(
          set: set.heading, passage: set.passages[1], ordinal: 1, source: "/x/ï/a b.md"))
    #expect(set.passage(2) == nil)
    #expect(set.passage(-1) == nil)
  }

  @Test("An empty answer is not the same as no answer", arguments: [nil, "", "Ja."])
  func answers(_ answer: String?) throws {
    var set = Self.bare
    set.passages[0].answerText = answer
    #expect(try StoredSet(decoding: set.encoded()).passages[0].answerText == answer)
  }

  @Test("Every kind and chamber comes back", arguments: QuestionSet.Kind.allCases)
  func kinds(_ kind: QuestionSet.Kind) throws {
    for chamber in QuestionSet.Chamber.allCases {
      var set = Self.bare
      set.heading.kind = kind
      set.heading.chamber = chamber
      #expect(try StoredSet(decoding: set.encoded()) == set)
    }
  }

  @Test("Lengths and numbers of one, two and three bytes come back")
  func lengths() throws {
    for length in [126, 127, 128, 16_383, 16_384, 70_000] {
      var set = Self.bare
      set.passages[0].questionText = String(repeating: "a", count: length)
      set.passages[0].answerText = String(repeating: "é", count: length)
      set.passages[0].questions = [length]
      #expect(try StoredSet(decoding: set.encoded()) == set)
    }
  }

  @Test("A record that stops anywhere before its end, or goes on after it, is refused")
  func truncated() {
    let record = Self.filled.encoded()
    for length in 0..<record.count {
      #expect {
        try StoredSet(decoding: Array(record[..<length]))
      } throws: { error in
        (error as? StoredRecordError).map { $0.offset <= length } ?? false
      }
    }
    #expect(throws: StoredRecordError(offset: record.count)) {
      try StoredSet(decoding: record + [0])
    }
  }

  @Test(
    "A record with changed bytes is decoded or refused, and what is decoded can be stored again")
  func mutated() throws {
    var random = SeededGenerator(seed: 4)
    let records = [Self.filled.encoded(), Self.bare.encoded()]
    var refused = 0
    for round in 0..<4000 {
      let record = records[round % 2].damaged(
        1...5, [.replaced, .inserted, .omitted], using: &random)
      do throws(StoredRecordError) {
        let set = try StoredSet(decoding: record)
        #expect(try StoredSet(decoding: set.encoded()) == set)
      } catch {
        refused += 1
        #expect((0...record.count).contains(error.offset))
      }
    }
    #expect(refused == 3809)
  }

  @Test("Random bytes are decoded or refused")
  func randomBytes() throws {
    var random = SeededGenerator(seed: 5)
    var refused = 0
    for _ in 0..<4000 {
      let record = random.bytes(0...60)
      do throws(StoredRecordError) {
        _ = try StoredSet(decoding: record)
      } catch {
        refused += 1
        #expect((0...record.count).contains(error.offset))
      }
    }
    #expect(refused == 4000)
  }
}

@Suite("The place of a passage")
struct PassagePlaceTests {
  @Test("A place comes back from the data of a document", arguments: [0, 127, 128, 2_000_000])
  func roundTrip(_ ordinal: Int) throws {
    let place = try PassagePlace(decoding: PassagePlace.encoded(ordinal), source: [1, 2])
    #expect(place.ordinal == ordinal)
    #expect(place.source == [1, 2])
  }

  @Test("Other data are refused", arguments: [[], [0x80], [1, 0]] as [[UInt8]])
  func refused(_ data: [UInt8]) {
    #expect(throws: StoredRecordError.self) { try PassagePlace(decoding: data, source: []) }
  }
}

@Suite("The name of a passage")
struct PassageNameTests {
  private func passage(
    _ questions: [Int], identifier: String? = nil, caseNumber: String? = nil,
    source: String = "/teksten/vragen over bomen.md"
  ) -> StoredPassage {
    var set = QuestionSet(kind: .questions)
    set.identifier = identifier
    set.caseNumber = caseNumber
    return StoredPassage(
      set: set, passage: Passage(questions: questions, questionText: ""), ordinal: 0,
      source: source)
  }

  @Test("A set is named by its identifier, else its zaaknummer, else its file without extension")
  func setKeys() {
    #expect(
      passage([], identifier: "ah-tk-20242025-705", caseNumber: "2024Z16543").setKey
        == "ah-tk-20242025-705")
    #expect(passage([], caseNumber: "2024Z16543").setKey == "2024Z16543")
    #expect(passage([]).setKey == "vragen over bomen")
  }

  @Test(
    "The name of a file loses its directory and its last extension",
    arguments: [
      ("a.md", "a"), ("/x/a.b.txt", "a.b"), ("a", "a"), ("/x/.verborgen", ".verborgen"),
      ("/x.y/a", "a"), ("", ""),
    ])
  func fileNames(_ source: String, _ key: String) {
    #expect(passage([], source: source).setKey == key)
  }

  @Test("The id ends with the first question number, and with 0 where there is none")
  func ids() {
    #expect(passage([3], identifier: "ah-tk-20242025-705").id == "ah-tk-20242025-705#3")
    #expect(passage([2, 3], caseNumber: "2024Z16543").id == "2024Z16543#2")
    #expect(passage([]).id == "vragen over bomen#0")
  }

  @Test("A passage is dated by its answer, else by its questions")
  func dates() {
    var passage = passage([])
    #expect(passage.date == nil)
    passage.set.submitted = CalendarDate(year: 2024, month: 10, day: 17)
    #expect(passage.date == CalendarDate(year: 2024, month: 10, day: 17))
    passage.set.received = CalendarDate(year: 2024, month: 12, day: 3)
    #expect(passage.date == CalendarDate(year: 2024, month: 12, day: 3))
  }
}

@Suite("The citation of a passage")
struct CitationTests {
  private func citation(
    questions: [Int], _ change: (inout QuestionSet) -> Void
  ) -> String {
    var set = QuestionSet(kind: .answered)
    change(&set)
    return StoredPassage(
      set: set, passage: Passage(questions: questions, questionText: ""), ordinal: 0,
      source: "teksten/brief.md"
    ).citation
  }

  @Test("A question in the Aanhangsel is cited by year, number and question")
  func appendix() {
    let numbered = { (set: inout QuestionSet) in
      set.session = "2024-2025"
      set.number = "705"
      set.identifier = "ah-tk-20242025-705"
      set.caseNumber = "2024Z16543"
    }
    #expect(citation(questions: [3], numbered) == "Aanhangsel 2024–2025, nr. 705, vraag 3")
    #expect(
      citation(questions: [2, 3], numbered) == "Aanhangsel 2024–2025, nr. 705, vragen 2 en 3")
    #expect(
      citation(questions: [1, 2, 4], numbered)
        == "Aanhangsel 2024–2025, nr. 705, vragen 1, 2 en 4")
    #expect(citation(questions: [], numbered) == "Aanhangsel 2024–2025, nr. 705")
  }

  @Test("The chamber is named where it is the Eerste Kamer")
  func senate() {
    #expect(
      citation(questions: [1]) {
        $0.chamber = .eersteKamer
        $0.session = "2018-2019"
        $0.number = "2"
      } == "Aanhangsel Eerste Kamer 2018–2019, nr. 2, vraag 1")
    #expect(
      citation(questions: [1]) {
        $0.chamber = .tweedeKamer
        $0.session = "2015-2016"
        $0.number = "6a"
      } == "Aanhangsel 2015–2016, nr. 6a, vraag 1")
  }

  @Test("A number without a year is cited without one")
  func noSession() {
    #expect(citation(questions: [1]) { $0.number = "705" } == "Aanhangsel, nr. 705, vraag 1")
  }

  @Test("Questions outside the Aanhangsel are cited by their zaaknummer, else by their name")
  func others() {
    #expect(
      citation(questions: [2, 3]) {
        $0.caseNumber = "2024Z18775"
        $0.identifier = "kv-tk-2024Z18775"
        $0.session = "2024-2025"
      } == "Kamervragen 2024Z18775, vragen 2 en 3")
    #expect(
      citation(questions: [1]) { $0.identifier = "kv-2000100010" } == "kv-2000100010, vraag 1")
    #expect(citation(questions: []) { _ in } == "brief")
  }

  @Test("Members are cited with their party, respondents with their portfolio, dates in Dutch")
  func people() {
    #expect(Member(name: "Bikker", party: "ChristenUnie").citation == "Bikker (ChristenUnie)")
    #expect(Member(name: "Omtzigt").citation == "Omtzigt")
    #expect(
      Respondent(role: "Minister", name: "Van Weel", portfolio: "Justitie en Veiligheid").citation
        == "Minister Van Weel (Justitie en Veiligheid)")
    #expect(
      Respondent(role: "Minister-President", name: "Schoof").citation == "Minister-President Schoof"
    )
    #expect(CalendarDate(year: 2024, month: 12, day: 3)?.dutch == "3 december 2024")
    #expect(CalendarDate(year: 1994, month: 1, day: 31)?.dutch == "31 januari 1994")
  }
}
