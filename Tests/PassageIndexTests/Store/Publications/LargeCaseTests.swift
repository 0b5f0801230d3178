import Kamervragen
import TestSupport
import Testing

@testable import PassageStore

@Suite("Cases and sets of any size")
struct LargeCaseTests {
  /// An entry of the ledger for a file with a set.
  private func entry(
    _ path: String, _ identifier: String?, kind: QuestionSet.Kind = .answered,
    case zaak: String? = nil, answeredIn: [String] = [], seeAlso: [String] = [],
    subject: String? = nil, passages: Int = 0
  ) -> LedgerEntry {
    var set = QuestionSet(kind: kind)
    set.identifier = identifier
    set.caseNumber = zaak
    set.answeredIn = answeredIn
    set.seeAlso = seeAlso
    set.subject = subject
    if subject != nil {
      set.members = [Member(name: "Verbeeten", party: "Eilandpartij")]
      set.submitted = CalendarDate(iso: "2024-10-17")
    }
    set.passages = [Passage(questions: [1], questionText: "Wat kost turf?")]
    let file = SourceFile(path: Array(path.utf8), size: 9, modified: 9)
    let digest = ContentDigest(of: file.path)
    let summary = SourceSummary(of: set, source: path, digest: digest, passages: 1)
    return LedgerEntry(file, digest: digest, summary: summary, passages: passages)
  }

  /// Ended after hours when every source of a version was compared with every other one for each
  /// that came.
  @Test("A set in a thousand files takes no more work for each than one in a few")
  func manySources() throws {
    var graph = PublicationGraph([])
    let count = 1000
    for number in 0..<count {
      let entry = entry("/\(number)", "ah-tk-20242025-705", case: "2024Z90001", subject: "turf")
      #expect(graph.change(entry.path, to: entry) == ["ah-tk-20242025-705"])
    }
    let version = try #require(graph.version("ah-tk-20242025-705"))
    #expect(version.sourceCount == count)
    #expect(version.sources.count == PublicationGraph.Limits.standard.sources)
    #expect(version.sources.first?.path == Array("/0".utf8))
    #expect(graph.statuses(around: version.key)[version.key]?.links == [])
  }

  /// Each set says that the next one answers it.
  @Test(
    "Sets that are linked in a chain are a case up to a number of them, and stand alone beyond it")
  func chain() throws {
    var graph = PublicationGraph([])
    let limit = PublicationGraph.Limits.standard.versions
    for number in 0..<300 {
      let next = "ah-tk-20242025-\(number + 1)"
      let entry = entry("/\(number)", "ah-tk-20242025-\(number)", answeredIn: [next])
      #expect(graph.change(entry.path, to: entry).count == (number <= limit ? number + 1 : 1))
    }
    #expect(graph.caseKeys(of: "ah-tk-20242025-250") == ["ah-tk-20242025-250"])
    // The chain falls apart in two that are small enough, and one that is not.
    let affected = graph.change(Array("/\(limit)".utf8), to: nil)
    #expect(affected.count == limit + 1)
    #expect(graph.caseKeys(of: "ah-tk-20242025-7").count == limit)
    #expect(graph.caseKeys(of: "ah-tk-20242025-250").count == 1)
  }

  @Test("A source that has passages is found, however many are better")
  func sourcesInIndex() {
    var entries = (0..<100).map { entry("/\($0)", "ah-tk-20242025-705") }
    entries[57].passages = 2
    var graph = PublicationGraph(entries)
    #expect(graph.sourcesInIndex(of: "ah-tk-20242025-705") == [entries[57]])
    entries[57].passages = 0
    graph.note(entries[57])
    #expect(graph.sourcesInIndex(of: "ah-tk-20242025-705") == [])
    entries[3].passages = 1
    graph.note(entries[3])
    #expect(graph.sourcesInIndex(of: "ah-tk-20242025-705") == [entries[3]])
  }

  /// A source at random, of a few publications, cases and subjects, so that many are linked and
  /// limits are passed.
  private func randomEntry(_ path: String, using generator: inout SeededGenerator) -> LedgerEntry {
    func pick(_ values: [String?]) -> String? { values.randomElement(using: &generator) ?? nil }
    func names() -> [String] { [pick([nil, nil, "ah-1", "ah-2", "ah-3"])].compactMap(\.self) }
    var entry = entry(
      path, pick(["ah-1", "ah-2", "ah-3", "ah-4-n1", "ah-4", "kv-5", "kv-6", nil]),
      kind: [.answered, .questions, .delay].randomElement(using: &generator) ?? .answered,
      case: pick([nil, nil, "2024Z1", "2024Z2", "2024Z3"]), answeredIn: names(), seeAlso: names(),
      subject: pick([nil, "turf", "klei"]))
    entry.summary?.warnings = Int.random(in: 0...2, using: &generator)
    return entry
  }

  @Test("What a change affects is known, and no order of changes makes a difference, at all limits")
  func changes() {
    var generator = SeededGenerator(seed: 21)
    var reached = 0
    for round in 0..<30 {
      let limits = PublicationGraph.Limits(
        linkedSources: 2 + round % 3, sources: 1 + round % 4, versions: 2 + round % 5)
      var entries: [String: LedgerEntry] = [:]
      var graph = PublicationGraph([], limits: limits)
      for _ in 0..<40 {
        let path = "/\(Int.random(in: 0..<14, using: &generator))"
        let isGone = Int.random(in: 0..<4, using: &generator) == 0
        let new = isGone ? nil : randomEntry(path, using: &generator)
        let before = picture(of: graph, entries)
        let affected = Set(graph.change(Array(path.utf8), to: new))
        entries[path] = new
        let after = picture(of: graph, entries)
        let shuffled = entries.values.shuffled(using: &generator)
        #expect(picture(of: PublicationGraph(shuffled, limits: limits), entries) == after)
        for key in Set(before.keys).union(after.keys) where before[key] != after[key] {
          #expect(affected.contains(key))
          reached += 1
        }
      }
    }
    #expect(reached > 1000)
  }

  /// Of each version what stands for it and what it has to do with others.
  private func picture(
    of graph: PublicationGraph, _ entries: [String: LedgerEntry]
  ) -> [String: String] {
    var lines: [String: String] = [:]
    for key in Set(entries.values.compactMap(\.versionKey)) {
      guard let version = graph.version(key), let status = graph.statuses(around: key)[key] else {
        continue
      }
      lines[key] =
        "\(SetRecord(version, status)) \(version.summary) \(status.visibility) "
        + "\(status.identifiers.sorted()) \(status.caseNumbers.sorted()) \(status.inherited)"
    }
    return lines
  }
}
