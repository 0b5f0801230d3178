import Kamervragen
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("What publications say of their case")
struct CaseFactsTests {
  private func facts(_ change: (inout CaseFacts) -> Void) -> CaseFacts {
    var facts = CaseFacts()
    change(&facts)
    return facts
  }

  private static let day = CalendarDate(year: 2024, month: 10, day: 17)

  private var whole: CaseFacts {
    facts {
      $0.subject = "de kaasbelasting"
      $0.members = [Member(name: "Bikker", party: "ChristenUnie"), Member(name: "Smit")]
      $0.addressees = ["Minister van Financiën"]
      $0.submitted = Self.day
      $0.topics = ["Economie | Ondernemen"]
      $0.keywords = "Kaas Belastingen"
    }
  }

  @Test("One set of facts is completed by another, and keeps what it has")
  func completed() {
    #expect(CaseFacts().completed(by: whole) == whole)
    #expect(whole.completed(by: CaseFacts()) == whole)
    let some = facts {
      $0.subject = "melk"
      $0.topics = ["Recht"]
    }
    let expected = facts {
      $0 = whole
      $0.subject = "melk"
      $0.topics = ["Recht"]
    }
    #expect(some.completed(by: whole) == expected)
    #expect(expected.beyond(some).subject == nil)
    #expect(expected.beyond(some).topics == [])
    #expect(expected.beyond(some).completed(by: some) == expected)
    #expect(whole.beyond(whole).isEmpty)
  }

  @Test("The facts of a case come back from their bytes, and from a set")
  func record() throws {
    for facts in [CaseFacts(), whole] {
      var reader = RecordReader(facts.encoded())
      #expect(try CaseFacts(from: &reader) == facts)
      #expect(reader.isAtEnd)
    }
    var set = QuestionSet(kind: .answered)
    set.received = Self.day
    set.take(whole)
    #expect(CaseFacts(of: set) == whole)
    #expect(set.received == Self.day)
    set.take(CaseFacts())
    #expect(CaseFacts(of: set).isEmpty)
  }

  @Test(
    "A member without a party has that of the member of the same name",
    arguments: [
      ("Bikker", "Bikker (CU)", "Bikker (CU)"),
      ("S.P.A. Erkens", "Erkens (VVD)", "S.P.A. Erkens (VVD)"),
      ("I. van Dijk", "Inge van Dijk (CDA), Jimmy Dijk (SP)", "I. van Dijk (CDA)"),
      ("J.P. Dijk", "Inge van Dijk (CDA), Jimmy Dijk (SP)", "J.P. Dijk (SP)"),
      ("Van der Plas", "Caroline van der Plas (BBB)", "Van der Plas (BBB)"),
      // The initials tell two namesakes apart; without them nobody can.
      ("I. van Dijk", "Inge van Dijk (CDA), Diederik van Dijk (SGP)", "I. van Dijk (CDA)"),
      ("Van Dijk", "Inge van Dijk (CDA), Diederik van Dijk (SGP)", "Van Dijk"),
      ("A. Jansen, B. Jansen", "Jansen (SP)", "A. Jansen, B. Jansen"),
      (
        "A. Jansen, B. Jansen", "A. Jansen (SP), B. Jansen (VVD)", "A. Jansen (SP), B. Jansen (VVD)"
      ),
      ("K. Jansen", "Piet Jansen (SP)", "K. Jansen"),
      ("Jansen (D66)", "Jansen (SP)", "Jansen (D66)"),
      ("Smit, Bikker", "Bikker (CU), De Boer (SP)", "Smit, Bikker (CU)"),
      ("Bikker", "Bikker", "Bikker"), ("Bikker", "", "Bikker"),
    ])
  func parties(_ own: String, _ others: String, _ expected: String) {
    func members(_ text: String) -> [Member] {
      text.split(separator: ", ").map { entry in
        let parts = entry.split(separator: " (")
        return Member(
          name: String(parts[0]), party: parts.count > 1 ? String(parts[1].dropLast()) : nil)
      }
    }
    let mine = facts { $0.members = members(own) }
    let theirs = facts { $0.members = members(others) }
    #expect(mine.completed(by: theirs).members == members(expected))
  }

  // MARK: Lending

  private func version(
    _ identifier: String, _ kind: QuestionSet.Kind, case number: String? = "2024Z90001",
    passages: Int = 2, _ facts: CaseFacts = CaseFacts()
  ) throws -> PublicationVersion {
    var set = QuestionSet(kind: kind)
    set.identifier = identifier
    set.caseNumber = number
    set.passages = Array(
      repeating: Passage(questions: [1], questionText: "Kent u dit?"), count: passages)
    set.take(facts)
    let file = SourceFile(path: Array("/\(identifier).xml".utf8), size: 9, modified: 9)
    let digest = ContentDigest(of: file.path)
    let summary = SourceSummary(
      of: set, source: file.displayPath, digest: digest, passages: passages)
    let entry = LedgerEntry(file, digest: digest, summary: summary, passages: passages)
    return try #require(
      PublicationVersion(key: summary.versionKey, sources: [entry], sourceCount: 1))
  }

  private func inherited(_ versions: [PublicationVersion]) -> [String: CaseFacts] {
    PublicationStatus.statuses(of: versions).mapValues(\.inherited).filter { !$0.value.isEmpty }
  }

  @Test("The answer and the notice have what the questions say, whatever the order of arrival")
  func lent() throws {
    let later = facts { $0.subject = "iets anders" }
    let versions = [
      try version("kv-tk-2024z90001", .questions, whole),
      try version("ah-tk-20242025-496", .delay, later),
      try version("ah-tk-20242025-705", .answered),
    ]
    let expected = [
      "ah-tk-20242025-705": whole,
      "ah-tk-20242025-496": facts {
        $0 = whole
        $0.subject = nil
      },
    ]
    #expect(inherited(versions) == expected)
    #expect(inherited(versions.reversed()) == expected)
    #expect(inherited([versions[2]]) == [:])
    #expect(
      inherited([versions[1], versions[2]]) == ["ah-tk-20242025-705": later])
  }

  @Test("The questions take from the answer what only it knows, but not who answered")
  func fromAnswer() throws {
    let list = facts { $0.members = [Member(name: "A. Bikker"), Member(name: "Smit")] }
    let topics = facts {
      $0.members = [Member(name: "Bikker", party: "ChristenUnie")]
      $0.topics = ["Recht"]
    }
    let lent = inherited([
      try version("kv-tk-2024z90001", .questions, list),
      try version("ah-tk-20242025-705", .answered, topics),
    ])
    let expected = facts {
      $0.members = [Member(name: "A. Bikker", party: "ChristenUnie"), Member(name: "Smit")]
      $0.topics = ["Recht"]
    }
    #expect(lent == ["kv-tk-2024z90001": expected])
  }

  @Test("Nothing is inherited from another case, or from one that is not known")
  func otherCases() throws {
    let other = facts {
      $0 = whole
      $0.subject = "melk"
    }
    let questions = [
      try version("kv-tk-2024z90001", .questions, whole),
      try version("kv-tk-2024z90002", .questions, case: "2024Z90002", other),
    ]
    func lent(to answer: PublicationVersion) -> CaseFacts? {
      inherited(questions + [answer])["ah-tk-20242025-705"]
    }
    #expect(lent(to: try version("ah-tk-20242025-705", .answered, case: "2024z 90002")) == other)
    #expect(lent(to: try version("ah-tk-20242025-705", .answered, case: "2024Z90003")) == nil)
    #expect(lent(to: try version("ah-tk-20242025-705", .answered, case: nil)) == nil)
  }

  @Test("What is inherited keeps the set within its bounds")
  func bounds() throws {
    // 8,388,608 bytes for all passages with their heading: 100 + 11 of each are its own.
    let long = facts { $0.subject = String(repeating: "a", count: 19_000) }
    func lent(_ passages: Int) throws -> Int {
      inherited([
        try version("kv-tk-2024z90001", .questions, long),
        try version("ah-tk-20242025-705", .answered, passages: passages),
      ])["ah-tk-20242025-705"]?.subject?.utf8.count ?? 0
    }
    #expect(try lent(435) == 19_000)
    #expect(try lent(445) == 0)
  }

  @Test(
    "Facts larger than those of any real set are not kept, so they are neither lent nor exchanged")
  func tooMuch() throws {
    let many = facts {
      $0.members = (1...300).map { Member(name: "Lid \($0)" + String(repeating: "x", count: 120)) }
    }
    #expect(many.encoded().count > SourceSummary.maximumFactsSize)
    let versions = [
      try version("kv-tk-2024z90001", .questions, many),
      try version("ah-tk-20242025-705", .answered, whole),
    ]
    #expect(versions[0].summary.facts == nil)
    #expect(versions[1].summary.facts == whole)
    #expect(inherited(versions) == [:])
  }
}
