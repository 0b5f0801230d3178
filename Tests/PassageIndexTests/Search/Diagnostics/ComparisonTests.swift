import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Comparing rankings")
struct ComparisonTests {
  @Test("A difference that every query shows is hardly luck; one that half of them show is")
  func pValues() {
    let better = PairedComparison(
      Array(repeating: 0.8, count: 12), against: Array(repeating: 0.6, count: 12))
    #expect(abs(better.difference - 0.2) < 1e-12)
    #expect(better.pValue < 0.005)
    let mixed = PairedComparison([0.8, 0.2, 0.9, 0.1], against: [0.2, 0.8, 0.1, 0.9])
    #expect(mixed.difference == 0)
    #expect(mixed.pValue == 1)
    // Of the four ways to give two differences a sign, two are as extreme.
    let two = PairedComparison([1, 1], against: [0, 0])
    #expect(abs(two.pValue - 0.5) < 0.02)
    #expect(PairedComparison([], against: []).pValue == 1)
  }

  private let queries = "q1\tsoort\teik\nq2\tsoort\tbeuk\nq3\tsoort\tlinde\n"
  private let judgements = "q1\tah-tk-20242025-101#1\t2\nq2\ta.md#2\t1\n"

  private func indexed() async throws -> TestIndex {
    let place = try TestIndex()
    let text = Publication(
      number: "101", passages: [("1", "De eik?", "Ja."), ("2", "De beuk?", "Nee, de eik.")]
    ).text
    try place.write(text, to: "a.md")
    try await place.run()
    return place
  }

  @Test("A run that was written to a file has the same measures as when it was made")
  func sameRun() async throws {
    let place = try await indexed()
    let reader = try place.reader()
    let evaluation = try Evaluation(queries: queries, judgements: judgements)
    let outcomes = try evaluation.run(on: reader)
    #expect(outcomes.map(\.query.id) == ["q1", "q2"])
    let again = try evaluation.outcomes(ofRun: Evaluation.trecRun(outcomes), on: reader)
    #expect(again == outcomes)
  }

  @Test("Passages of a run that are not known keep their place; a line of another form is refused")
  func foreignRun() async throws {
    let place = try await indexed()
    let evaluation = try Evaluation(queries: queries, judgements: judgements)
    let outcomes = try evaluation.outcomes(
      ofRun: """
        q1 Q0 ah-tk-20242025-101#1 2 1.5 x
        q1 Q0 onbekend#1 1 2.5 x

        """, on: try place.reader())
    #expect(outcomes.map(\.measures.reciprocalRank) == [0.5, 0])
    #expect(throws: Evaluation.FormatError(line: 1, expected: .runPlace)) {
      try evaluation.outcomes(ofRun: "q1 x", on: try place.reader())
    }
  }
}
