import Kamervragen
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Coverage of the published sets")
struct CoverageTests {
  /// An entry of the ledger for a set that is in the index.
  private func entry(
    _ path: String, _ number: String? = nil, kind: QuestionSet.Kind = .answered,
    session: String? = "2024-2025", chamber: QuestionSet.Chamber = .tweedeKamer,
    case zaak: String? = nil,
    submitted: String? = nil, received: String? = nil, hasText: Bool = true
  ) -> LedgerEntry {
    var set = QuestionSet(kind: kind)
    set.session = session
    set.number = number
    set.chamber = chamber
    set.caseNumber = zaak
    set.identifier = path
    set.submitted = submitted.flatMap { CalendarDate(iso: $0) }
    set.received = received.flatMap { CalendarDate(iso: $0) }
    if hasText { set.passages = [Passage(questions: [1], questionText: "Kaas?")] }
    let file = SourceFile(path: Array(path.utf8), size: 1, modified: 1)
    let digest = ContentDigest(of: Array(path.utf8))
    let summary = SourceSummary(of: set, source: path, digest: digest, passages: 1)
    return LedgerEntry(file, digest: digest, summary: summary, passages: 1)
  }

  private func coverage(_ entries: [LedgerEntry], today: String = "2026-01-01") -> Coverage {
    Coverage(of: PublicationGraph(entries), today: CalendarDate(iso: today))
  }

  @Test("Numbers run from 1; those that are missing are given in ranges, by year and chamber")
  func numbers() {
    let numbers = [1, 2, 4, 8, 9, 11]
    let found = coverage(
      numbers.map { entry("ah-\($0)", "\($0)") } + [
        entry("oud", "3", session: "2023-2024"),
        entry("ek", "2", chamber: .eersteKamer), entry("fout", "36548"), entry("ook", "AH2742"),
        entry("letter", "6a"), entry("zonder", "5", session: nil),
      ])
    #expect(
      found.years.map { "\($0.session) \($0.chamber) \($0.highest) \($0.present)" }
        == [
          "2024-2025 tweedeKamer 11 6", "2024-2025 eersteKamer 2 1",
          "2023-2024 tweedeKamer 3 1",
        ])
    #expect(
      found.years.map { $0.missing.map(\.description).joined(separator: ", ") } == [
        "3, 5–7, 10", "1", "1–2",
      ])
    #expect(found.irregular == ["fout", "letter", "ook"])
  }

  @Test("Questions and delay notices wait until a set of their case answers them")
  func waiting() {
    let found = coverage([
      entry("kv-1", kind: .questions, case: "2024Z00001", submitted: "2024-02-28"),
      entry("kv-2", kind: .questions, case: "2024Z00002", submitted: "2024-03-01"),
      entry("ah-2", "2", case: "2024Z00002", submitted: "2024-03-01", received: "2024-04-01"),
      entry("kv-3", kind: .questions, case: "2024Z00003"),
      entry("ah-4", "4", kind: .delay, case: "2024Z00001", received: "2024-03-31"),
      entry("kv-5", kind: .questions, case: "2024Z00005", submitted: "2094-03-01"),
    ])
    #expect(found.countedTo == "2024-04-01")
    #expect(
      found.unanswered == [
        Coverage.Waiting(set: "kv-1", date: "2024-02-28", days: 33),
        Coverage.Waiting(set: "kv-5", date: "2094-03-01", days: nil),
        Coverage.Waiting(set: "kv-3", date: nil, days: nil),
      ])
    #expect(found.delayed == [Coverage.Waiting(set: "ah-4", date: "2024-03-31", days: 1)])
    #expect(found.withoutText == [])
  }

  @Test("Sets without text are named, files without passages in the index are not")
  func withoutText() {
    var duplicate = entry("weg", "9", hasText: false)
    duplicate.passages = 0
    let found = coverage([entry("leeg", "1", hasText: false), entry("vol", "2"), duplicate])
    #expect(found.withoutText == ["leeg"])
    #expect(found.years.map(\.highest) == [2])
    #expect(coverage([]).years == [])
    #expect(coverage([]).countedTo == nil)
  }

  @Test("Thirty years of four thousand numbers have a line each")
  func manyYears() {
    let entries = (0..<30).flatMap { year in
      stride(from: 1, through: 4000, by: year == 3 ? 2 : 1).map { number in
        entry("\(year)-\(number)", "\(number)", session: "\(1995 + year)-\(1996 + year)")
      }
    }
    let found = coverage(entries)
    #expect(found.years.count == 30)
    #expect(found.years.map(\.highest).allSatisfy { $0 == 4000 || $0 == 3999 })
    #expect(found.years.filter { !$0.missing.isEmpty }.map(\.session) == ["1998-1999"])
    #expect(found.years.first { !$0.missing.isEmpty }?.missing.count == 1999)
  }

  @Test("A number that only the name of a file has counts, and is cited and found")
  func numberInTheName() async throws {
    let place = try TestIndex()
    try place.write("Vraag 1\nIs er kaas?\n\nAntwoord 1\nJa.\n", to: "ah-tk-20142015-3.txt")
    try await place.run()
    let years = try place.reader().coverage().years
    #expect(years.map(\.session) == ["2014-2015"])
    #expect(years.map(\.highest) == [3])
    let found = try place.reader().search(SearchRequest("nr:3")).results
    #expect(found.map(\.stored.citation) == ["Aanhangsel 2014–2015, nr. 3, vraag 1"])
  }

  @Test(
    "Days apart are counted over a leap day, a year and a century",
    arguments: [
      ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1),
      ("2023-12-31", "2024-01-01", 1), ("1995-01-01", "2026-11-24", 11_650),
      ("1900-02-28", "1900-03-01", 1), ("2024-05-05", "2024-05-05", 0),
    ])
  func days(_ first: String, _ second: String, _ days: Int) throws {
    let from = try #require(CalendarDate(iso: first))
    let through = try #require(CalendarDate(iso: second))
    #expect(through.dayNumber - from.dayNumber == days)
  }
}
