import Kamervragen
import TestSupport
import Testing

@testable import Harvest

@Suite("A set of days")
struct CalendarDaysTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private func days(_ ranges: (String, String)...) throws -> CalendarDays {
    var days = CalendarDays()
    for (first, last) in ranges { days.insert(try day(first)...day(last)) }
    return days
  }

  @Test("Ranges that touch are one")
  func joining() throws {
    let set = try days(
      ("2026-03-01", "2026-03-04"), ("2026-03-09", "2026-03-09"), ("2026-03-05", "2026-03-08"))
    #expect(set.ranges.count == 1)
    #expect(set.count == 9)
    #expect(try set.bounds == day("2026-03-01")...day("2026-03-09"))
  }

  @Test("Days that are removed leave what lies on both sides of them")
  func removing() throws {
    var set = try days(("2026-03-01", "2026-03-31"))
    set.remove(try day("2026-03-10")...day("2026-03-20"))
    #expect(try set == days(("2026-03-01", "2026-03-09"), ("2026-03-21", "2026-03-31")))
  }

  @Test("The days that are missing are those of the range that it does not have")
  func missing() throws {
    let set = try days(("2026-03-05", "2026-03-08"), ("2026-04-01", "2026-04-30"))
    #expect(
      try set.missing(from: day("2026-03-01")...day("2026-04-10"))
        == days(("2026-03-01", "2026-03-04"), ("2026-03-09", "2026-03-31")))
    #expect(try set.missing(from: day("2026-04-02")...day("2026-04-03")).isEmpty)
  }

  @Test("Slices are at most a month, the newest first")
  func slices() throws {
    let set = try days(("2025-12-30", "2026-02-02"), ("2026-02-05", "2026-02-06"))
    #expect(
      try set.slices == [
        day("2026-02-05")...day("2026-02-06"), day("2026-02-01")...day("2026-02-02"),
        day("2026-01-01")...day("2026-01-31"), day("2025-12-30")...day("2025-12-31"),
      ])
    #expect(CalendarDays().slices.isEmpty)
    #expect(CalendarDays().bounds == nil)
  }

  @Test("It agrees with a plain set of numbers, whatever is added and removed")
  func randomized() throws {
    var random = SeededGenerator(seed: 25)
    let first = try day("2026-01-01").dayNumber
    var compared = 0
    for _ in 0..<200 {
      var set = CalendarDays()
      var plain: Set<Int> = []
      for _ in 0..<20 {
        let begin = first + Int.random(in: 0..<60, using: &random)
        let end = begin + Int.random(in: 0..<12, using: &random)
        let from = try #require(CalendarDate(dayNumber: begin))
        let to = try #require(CalendarDate(dayNumber: end))
        if Bool.random(using: &random) {
          set.insert(from...to)
          plain.formUnion(begin...end)
        } else {
          set.remove(from...to)
          plain.subtract(begin...end)
        }
        #expect(set.ranges.flatMap { Array($0) } == plain.sorted())
        #expect(
          set.slices.reduce(0) { $0 + $1.upperBound.dayNumber - $1.lowerBound.dayNumber + 1 }
            == plain.count)
        compared += 1
      }
    }
    #expect(compared == 4000)
  }
}
