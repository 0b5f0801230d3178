import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Passages of a set support each other")
struct SetSupportTests {
  private func match(_ id: UInt32, _ set: String, _ weight: Double, isFull: Bool = false)
    -> SiblingBoost.Match
  {
    SiblingBoost.Match(id: id, set: Array(set.utf8), isFull: isFull, weight: weight)
  }

  @Test("A passage gets three tenths of the weight of the best other one of its set")
  func support() {
    let ordered = SiblingBoost.ordered([
      match(1, "a", 10), match(2, "b", 9), match(3, "b", 8), match(4, "b", 2),
    ])
    #expect(ordered.map(\.id) == [2, 3, 1, 4])
    #expect(ordered.map { ($0.weight * 10).rounded() } == [114, 107, 100, 47])
  }

  @Test("Complete matches stay before partial ones, and support them")
  func fullMatchesFirst() {
    let ordered = SiblingBoost.ordered([
      match(1, "a", 5, isFull: true), match(2, "b", 9), match(3, "a", 8),
    ])
    #expect(ordered.map(\.id) == [1, 3, 2])
    #expect(ordered.map { ($0.weight * 10).rounded() } == [74, 95, 90])
  }

  @Test("Equals stay in the order in which they came, also two of one set")
  func equals() {
    let ordered = SiblingBoost.ordered([match(7, "a", 4), match(3, "b", 5.2), match(5, "a", 4)])
    #expect(ordered.map(\.id) == [7, 3, 5])
  }

  @Test("Results behind the window stay as they are and support nothing")
  func window() {
    let first = (1...40).map { match(UInt32($0), "set \($0)", 200 - Double($0)) }
    let ordered = SiblingBoost.ordered(first + [match(41, "set 40", 50), match(42, "x", 49)])
    #expect(ordered.map(\.id) == (1...42).map { UInt32($0) })
    #expect(ordered[39].weight == 160)
    #expect(ordered[40].weight == 50)
  }
}
