import CXapianBridge
import TestSupport
import Testing

@testable import Xapian

@Suite("Queries")
struct QueryTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("Operands come before their operator, from left to right")
  func postfix() throws {
    let query = Query.andNot(
      .or([.term("a"), .phrase([.term("bé"), .term("c")], window: 3)]),
      .valueRange(slot: 4, from: nil, through: [0, 1]))
    let flat = try FlatQuery(query)
    #expect(
      flat.steps.map(\.operation) == [
        .XAPIAN_OPERATOR_TERM, .XAPIAN_OPERATOR_TERM, .XAPIAN_OPERATOR_TERM,
        .XAPIAN_OPERATOR_PHRASE, .XAPIAN_OPERATOR_OR, .XAPIAN_OPERATOR_VALUE_RANGE,
        .XAPIAN_OPERATOR_AND_NOT,
      ])
    #expect(flat.steps.map(\.operand_count) == [0, 0, 0, 2, 2, 0, 2])
    #expect(flat.steps.map(\.number) == [1, 1, 1, 3, 0, 4, 0])
    let texts = flat.steps.map { step in
      Array(flat.bytes[step.first.offset..<step.first.offset + step.first.count])
    }
    // The operators with their terms, whichever way the bytes lie.
    #expect(texts == ["a".bytes, "bé".bytes, "c".bytes, [], [], [], []])
    #expect(flat.steps[5].has_first == false)
    #expect(flat.steps[5].has_second)
    #expect(flat.steps[5].second.count == 2)
  }

  @Test("Xapian understands each query as intended", arguments: described)
  func descriptions(_ query: Query, _ description: String) throws {
    let database = try Database(path: directory.database([]))
    #expect(try database.describe(query) == description)
  }

  static var described: [(Query, String)] {
    [
      (.nothing, "Query()"),
      (.everything, "Query(<alldocuments>)"),
      (.term("lid"), "Query(lid)"),
      (.term("lid", frequency: 3), "Query(lid#3)"),
      (.term(""), "Query()"),
      (.and([]), "Query()"),
      (.or([]), "Query()"),
      (.and([.term("a")]), "Query(a)"),
      (.and([.term("a"), .nothing]), "Query()"),
      (.or([.term("a"), .nothing]), "Query(a)"),
      (.and([.term("a"), .term("b"), .term("c")]), "Query((a AND b AND c))"),
      (.synonym([.term("a"), .term("b")]), "Query((a SYNONYM b))"),
      (.andNot(.term("a"), .term("b")), "Query((a AND_NOT b))"),
      (.filter(.term("a"), by: .term("b")), "Query((a FILTER b))"),
      (.andMaybe(.term("a"), .term("b")), "Query((a AND_MAYBE b))"),
      (.phrase([.term("a"), .term("b")], window: 4), "Query((a PHRASE 4 b))"),
      (.near([.term("a"), .term("b")], window: 4), "Query((a NEAR 4 b))"),
      (.scaled(.term("a"), by: 0.5), "Query(0.5 * a)"),
      (
        .constant(.term("a"), weight: 3),
        "Query((PostingSource(Xapian::FixedWeightPostingSource(wt=3)) FILTER a))"
      ),
      (
        .valueRange(slot: 2, from: "a".bytes, through: "b".bytes),
        "Query(VALUE_RANGE 2 a b)"
      ),
      (.valueRange(slot: 2, from: "a".bytes, through: nil), "Query(VALUE_GE 2 a)"),
      (.valueRange(slot: 2, from: nil, through: nil), "Query(<alldocuments>)"),
    ]
  }

  @Test("An addition that counts for nothing is left out")
  func additions() throws {
    let database = try Database(path: directory.database([]))
    let maybe = Query.andMaybe(.term("a"), .term("b"))
    #expect(
      try database.describe(.synonym([.and([maybe, .term("c")]), .term("d")]))
        == "Query(((a AND c) SYNONYM d))")
    #expect(
      try database.describe(.andNot(maybe, .and([maybe, .term("c")])))
        == "Query(((a AND_MAYBE b) AND_NOT (a AND c)))")
    #expect(
      try database.describe(.filter(maybe, by: maybe)) == "Query(((a AND_MAYBE b) FILTER a))")
  }

  @Test("A value range or a constant weight within a synonym is an invalid argument")
  func rangeInSynonym() throws {
    let database = try Database(path: directory.database([Document("a")]))
    let range = Query.valueRange(slot: 0, from: [1], through: nil)
    for query in [
      Query.synonym([.term("a"), range]),
      .synonym([.filter(.term("a"), by: .or([range, .term("b")]))]),
    ] {
      let error = failure { _ = try database.search(query) }
      #expect(error?.status == .invalidArgument)
      #expect(error?.message == "A value range cannot be part of a synonym")
    }
    let constant = Query.synonym([.term("a"), .constant(.term("b"), weight: 1)])
    #expect(failure { _ = try database.search(constant) }?.status == .invalidArgument)
    // What is only excluded needs no frequency.
    #expect(try database.ids(.synonym([.andNot(.term("a"), range), .term("b")])) == [1])
  }

  @Test("A query nested too deeply is an invalid argument, however deeply")
  func tooDeep() throws {
    let database = try Database(path: directory.database([Document("a")]))
    func nested(_ depth: Int) -> Query {
      (1..<depth).reduce(Query.term("a")) { query, level in
        level % 2 == 0 ? .and([query, .term("a")]) : .or([query, .term("b")])
      }
    }
    #expect(try database.ids(nested(200)) == [1])
    for depth in [201, 10_000] {
      let error = failure { _ = try database.search(nested(depth)) }
      #expect(error?.status == .invalidArgument)
      #expect(error?.message == "The query is nested too deeply")
    }
  }

  @Test("A query with too many parts is an invalid argument")
  func tooLong() throws {
    let database = try Database(path: directory.database([Document("a")]))
    let terms = ["a"] + (1..<9_999).map { "b\($0)" }
    #expect(try database.ids(.or(terms.map { .term($0) })) == [1])
    let error = failure {
      _ = try database.search(.or(Array(repeating: .term("a"), count: 10_000)))
    }
    #expect(error?.status == .invalidArgument)
    #expect(error?.message == "The query is too long")
  }

  @Test("Random queries find what they mean", arguments: 1...20)
  func random(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let documents = (1...40).map { _ in RandomDocument(&random) }
    let database = try Database(path: directory.database(documents.map(\.document)))
    for _ in 0..<150 {
      let query = RandomDocument.query(depth: 5, &random)
      let expected = documents.indices.filter { documents[$0].matches(query) }
        .map { DocumentID($0 + 1) }
      #expect(try database.ids(query).sorted() == expected, "\(query)")
    }
  }
}

/// A document of few words, so that random queries match, and what queries mean for it.
private struct RandomDocument {
  static let vocabulary = ["a", "b", "c", "d", "e", "f"]
  let words: [String]
  let value: [UInt8]

  init(_ random: inout SeededGenerator) {
    words = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      Self.vocabulary.randomElement(using: &random) ?? ""
    }
    value = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      UInt8.random(in: 0...2, using: &random)
    }
  }

  var document: Document {
    var document = Document(words.joined(separator: " "))
    document.setValue(value, slot: 0)
    return document
  }

  func matches(_ query: Query) -> Bool {
    switch query {
    case .nothing: false
    case .everything: true
    case .term(let term, _): words.contains(term)
    case .and(let operands): !operands.isEmpty && operands.allSatisfy(matches)
    case .or(let operands), .synonym(let operands): operands.contains(where: matches)
    case .andNot(let query, let excluded): matches(query) && !matches(excluded)
    case .filter(let query, by: let filter): matches(query) && matches(filter)
    case .andMaybe(let query, _): matches(query)
    case .scaled(let query, by: _), .constant(let query, weight: _): matches(query)
    case .phrase(let terms, let window):
      placements(of: terms, window: window).contains { zip($0, $0.dropFirst()).allSatisfy(<) }
    case .near(let terms, let window): !placements(of: terms, window: window).isEmpty
    case .valueRange(_, let from, let through):
      (from == nil && through == nil)
        || (!value.isEmpty && !value.lexicographicallyPrecedes(from ?? [])
          && !(through ?? value).lexicographicallyPrecedes(value))
    }
  }

  /// The positions, for each term one, that lie within a window.
  private func placements(of terms: [Query], window: UInt32) -> [[Int]] {
    let all = terms.reduce([[]]) { placements, term in
      placements.flatMap { placement in
        words.indices.filter { .term(words[$0]) == term }.map { placement + [$0] }
      }
    }
    return all.filter { placement in
      guard let first = placement.min(), let last = placement.max() else { return false }
      return last - first < max(Int(window), terms.count)
    }
  }

  /// A random query, with value ranges and constant weights only outside of synonyms.
  static func query(depth: Int, ranges: Bool = true, _ random: inout SeededGenerator) -> Query {
    func term(_ random: inout SeededGenerator) -> Query {
      .term(vocabulary.randomElement(using: &random) ?? "")
    }
    guard depth > 1 else { return term(&random) }
    func one(ranges: Bool = ranges, _ random: inout SeededGenerator) -> Query {
      query(depth: depth - 1, ranges: ranges, &random)
    }
    func some(ranges: Bool = ranges, _ random: inout SeededGenerator) -> [Query] {
      (0..<Int.random(in: 0...3, using: &random)).map { _ in one(ranges: ranges, &random) }
    }
    func bound(_ random: inout SeededGenerator) -> [UInt8]? {
      Bool.random(using: &random)
        ? nil
        : (0..<Int.random(in: 0...2, using: &random)).map { _ in .random(in: 0...2, using: &random)
        }
    }
    // Different terms: one occurrence does not stand for two words.
    let distinct = Array(
      vocabulary.shuffled(using: &random).prefix(.random(in: 2...3, using: &random))
    )
    .map { Query.term($0) }
    let window = UInt32.random(in: 0...6, using: &random)
    switch Int.random(in: 0..<15, using: &random) {
    case 0: return .nothing
    case 1: return .everything
    case 2: return .and(some(&random))
    case 3: return .or(some(&random))
    case 4: return .synonym(some(ranges: false, &random))
    case 5: return .andNot(one(&random), one(&random))
    case 6: return .filter(one(&random), by: one(&random))
    case 7: return .andMaybe(one(&random), one(&random))
    case 8: return .phrase(distinct, window: window)
    case 9: return .near(distinct, window: window)
    case 10: return .scaled(one(&random), by: .random(in: 0...2, using: &random))
    case 11 where ranges: return .valueRange(slot: 0, from: bound(&random), through: bound(&random))
    case 12: return .and([one(&random), one(&random)])
    case 13 where ranges: return .constant(one(&random), weight: .random(in: 0...2, using: &random))
    default: return term(&random)
    }
  }
}
