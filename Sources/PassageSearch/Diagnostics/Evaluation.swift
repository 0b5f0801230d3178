public import PassageStore
internal import Glibc
internal import Kamervragen

/// Measures the ranking against judged passages (queries and qrels, as in TREC).
///
/// The measures are nDCG@10 with gain 2^grade − 1 (Järvelin and Kekäläinen 2002, in the form of
/// Burges et al. 2005), MRR@10 and recall@20 with grade 1 and up as relevant.
public struct Evaluation: Sendable, Hashable {
  /// A query to be run.
  public struct Query: Sendable, Hashable {
    /// The query's id.
    public var id: String
    /// The class it is counted in.
    public var category: String
    /// The query as typed.
    public var text: String
  }

  /// The measures of one query, or their mean over some.
  public struct Measures: Sendable, Hashable {
    /// Normalised discounted cumulative gain at 10.
    public var nDCG = 0.0
    /// Reciprocal rank of the first relevant passage within 10, else 0.
    public var reciprocalRank = 0.0
    /// The share of the relevant passages that are in the first 20 results.
    public var recall = 0.0
  }

  /// A malformed line of a file. Lines are counted from 1.
  public struct FormatError: Error, Sendable, Hashable {
    /// The line.
    public let line: Int
    /// The form it should have.
    public let expected: Form
  }

  /// The form of a line.
  public enum Form: Sendable, Hashable {
    /// A query: its id, its class and its text, with tabs between them.
    case query
    /// A judgement: the id of the query, a passage and a grade from 0 to 10, with tabs between
    /// them.
    case judgement
    /// A line of a TREC run: six columns with spaces between them.
    case runPlace
  }

  /// The number of results of each query that are examined.
  static let depth = 20

  private let queries: [Query]
  /// For each query the passages judged, `file#number`, with their grades.
  private let judged: [String: [String: Int]]

  /// Reads queries (`qid<TAB>class<TAB>query`, further columns are ignored) and judgements
  /// (`qid<TAB>passage<TAB>grade`).
  ///
  /// - Throws: `FormatError` with the line.
  public init(queries: String, judgements: String) throws(FormatError) {
    self.queries = try Self.rows(queries, columns: 3, .query)
      .map { Query(id: $0.cells[0], category: $0.cells[1], text: $0.cells[2]) }
    var judged: [String: [String: Int]] = [:]
    for (line, cells) in try Self.rows(judgements, columns: 3, .judgement) {
      guard let grade = Int(cells[2]), (0...10).contains(grade) else {
        throw FormatError(line: line, expected: .judgement)
      }
      judged[cells[0], default: [:]][cells[1]] = grade
    }
    self.judged = judged
  }

  private static func rows(
    _ text: String, columns: Int, _ expected: Form
  ) throws(FormatError) -> [(line: Int, cells: [String])] {
    var rows: [(Int, [String])] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= columns else { throw FormatError(line: index + 1, expected: expected) }
      rows.append((index + 1, cells))
    }
    return rows
  }

  /// The measures of one query.
  public struct Outcome: Sendable, Hashable {
    /// The query.
    public var query: Query
    /// Its measures.
    public var measures: Measures
    /// The ids of the passages found, the best first, with their scores.
    public var ranking: [Ranked]
  }

  /// A place in a ranking.
  public struct Ranked: Sendable, Hashable {
    /// The id of the passage.
    public var id: String
    /// Its score.
    public var score: Double
  }

  /// Runs the queries against an index. Queries without a relevant judged passage are left out.
  public func run(on index: IndexReader) throws(IndexError) -> [Outcome] {
    var outcomes: [Outcome] = []
    for query in measurable {
      var request = SearchRequest(query.text)
      request.limit = Self.depth
      let found = try index.search(request).results
      outcomes.append(
        try outcome(of: query, found.map(\.stored), scores: found.map(\.score), index))
    }
    return outcomes
  }

  /// Measures a run that `trecRun` or another program wrote, without searching. Passages that the
  /// index lacks keep their place and count as not relevant.
  ///
  /// - Throws: `FormatError` for a line that is not in the form of a run; `IndexError`.
  public func outcomes(ofRun run: String, on index: IndexReader) throws -> [Outcome] {
    var ranked: [String: [(rank: Int, id: String, score: Double)]] = [:]
    let lines = run.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (number, line) in lines.enumerated() where !line.isEmpty {
      let cells = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard cells.count == 6, let rank = Int(cells[3]), let score = Double(cells[4]) else {
        throw FormatError(line: number + 1, expected: .runPlace)
      }
      ranked[cells[0], default: []].append((rank, cells[2], score))
    }
    return try measurable.map { query in
      let places = (ranked[query.id] ?? []).sorted { $0.rank < $1.rank }.prefix(Self.depth)
      let found = try places.map { try index.passages(of: $0.id).first }
      return try outcome(of: query, found, scores: places.map(\.score), index)
    }
  }

  /// The queries with a relevant judged passage; the others cannot be measured.
  private var measurable: [Query] {
    queries.filter { query in judged[query.id]?.values.contains { $0 > 0 } ?? false }
  }

  /// The measures of a ranking, in which nil is an unknown passage.
  private func outcome(
    of query: Query, _ found: [StoredPassage?], scores: [Double], _ index: IndexReader
  ) throws(IndexError) -> Outcome {
    let grades = judged[query.id] ?? [:]
    var seen: Set<String> = []
    // A passage that is judged under several of its names counts once, with the best grade.
    var distinct = grades
    let gains = try found.map { stored throws(IndexError) -> Int in
      guard let stored else { return 0 }
      let names = try Self.names(of: stored, in: index).filter { grades[$0] != nil }
      guard names.allSatisfy({ seen.insert($0).inserted }) else { return 0 }
      let grade = names.compactMap { grades[$0] }.max() ?? 0
      for name in names.dropFirst() { distinct[name] = nil }
      if let first = names.first { distinct[first] = grade }
      return grade
    }
    let ranking = zip(found, scores).compactMap { stored, score in
      stored.map { Ranked(id: $0.id, score: score) }
    }
    return Outcome(
      query: query, measures: Self.measures(gains, all: Array(distinct.values)), ranking: ranking)
  }

  /// All names under which a passage may be judged: its set, any of the files that have it, or the
  /// publication of the unanswered questions; each with any of its question numbers.
  private static func names(
    of stored: StoredPassage, in index: IndexReader
  ) throws(IndexError) -> [String] {
    var sets = [stored.setKey, stored.set.caseNumber].compactMap(\.self)
    var files = [stored.source]
    let record = try index.record(of: stored)
    files += record.sources.map(\.path)
    for link in record.links where link.relation == .questions || link.relation == .earlierVersion {
      sets.append(link.set)
      guard let other = try index.passages(of: link.set).first else { continue }
      files += try [other.source] + index.record(of: other).sources.map(\.path)
    }
    sets += files.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let numbers = stored.passage.questions.isEmpty ? [0] : stored.passage.questions
    return Set(sets).sorted().flatMap { set in numbers.map { "\(set)#\($0)" } }
  }

  static func measures(_ gains: [Int], all: [Int]) -> Measures {
    let ideal = discounted(all.sorted(by: >))
    let relevant = all.count { $0 > 0 }
    guard relevant > 0 else { return Measures() }
    let first = gains.prefix(10).firstIndex { $0 > 0 }
    return Measures(
      nDCG: discounted(gains) / ideal,
      reciprocalRank: first.map { 1 / Double($0 + 1) } ?? 0,
      recall: Double(gains.prefix(20).count { $0 > 0 }) / Double(relevant))
  }

  private static func discounted(_ gains: [Int]) -> Double {
    gains.prefix(10).enumerated().reduce(0) { sum, entry in
      sum + (Double(1 << entry.element) - 1) / log2(Double(entry.offset + 2))
    }
  }

  /// The mean over some outcomes.
  public static func mean(_ outcomes: [Outcome]) -> Measures {
    guard !outcomes.isEmpty else { return Measures() }
    let count = Double(outcomes.count)
    return outcomes.reduce(into: Measures()) { mean, outcome in
      mean.nDCG += outcome.measures.nDCG / count
      mean.reciprocalRank += outcome.measures.reciprocalRank / count
      mean.recall += outcome.measures.recall / count
    }
  }

  /// The rankings in the format of TREC: `qid Q0 passage rank score tag`. White space in a name
  /// becomes `_`.
  public static func trecRun(_ outcomes: [Outcome]) -> String {
    var lines = ""
    for outcome in outcomes {
      for (index, ranked) in outcome.ranking.enumerated() {
        let id = String(ranked.id.map { $0.isWhitespace ? "_" : $0 })
        lines += "\(outcome.query.id) Q0 \(id) \(index + 1) \(ranked.score) vraagbaak\n"
      }
    }
    return lines
  }
}
