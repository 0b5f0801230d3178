import Kamervragen
import TestSupport
import Testing

@Suite("Days of the calendar")
struct CalendarDateTests {
  @Test("Days are counted from 1 January 1970, and a count gives the day back")
  func dayNumbers() throws {
    for (iso, number) in [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-30", 20_787),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ] {
      let date = try #require(CalendarDate(iso: iso))
      #expect(date.dayNumber == number)
      #expect(CalendarDate(dayNumber: number) == date)
    }
    #expect(CalendarDate(dayNumber: -719_163) == nil)
    #expect(CalendarDate(dayNumber: 2_932_897) == nil)
  }

  @Test("Any day, and the day after it, have numbers that follow each other")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let number = Int.random(in: -700_000..<2_900_000, using: &random)
      let date = try #require(CalendarDate(dayNumber: number))
      #expect(date.dayNumber == number)
      #expect(try #require(date.adding(days: 1)).dayNumber == number + 1)
    }
  }

  @Test("A month later is the same day, or the last of the month")
  func months() {
    let date = CalendarDate(year: 2024, month: 1, day: 31)
    #expect(date?.adding(months: 1)?.description == "2024-02-29")
    #expect(date?.adding(months: -2)?.description == "2023-11-30")
    #expect(date?.adding(months: 12)?.description == "2025-01-31")
    #expect(date?.adding(months: -24_300) == nil)
    #expect(date?.adding(months: Int.max) == nil)
    #expect(date?.adding(days: Int.min) == nil)
  }
}
