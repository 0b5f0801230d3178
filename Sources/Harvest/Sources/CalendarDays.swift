package import Kamervragen

/// A set of days, as ranges that do not touch each other.
package struct CalendarDays: Sendable, Hashable {
  /// The ranges in order, as day numbers (`CalendarDate.dayNumber`).
  private(set) var ranges: [ClosedRange<Int>] = []

  package init() {}

  /// Whether it has no day.
  package var isEmpty: Bool { ranges.isEmpty }

  /// The number of days.
  package var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// The first and the last day; nil if it is empty.
  package var bounds: ClosedRange<CalendarDate>? {
    guard let first = ranges.first.flatMap({ CalendarDate(dayNumber: $0.lowerBound) }),
      let last = ranges.last.flatMap({ CalendarDate(dayNumber: $0.upperBound) })
    else { return nil }
    return first...last
  }

  /// Adds the days of a range.
  package mutating func insert(_ days: ClosedRange<CalendarDate>) {
    var new = Self.numbers(days)
    var others: [ClosedRange<Int>] = []
    for range in ranges {
      if range.upperBound < new.lowerBound - 1 || range.lowerBound > new.upperBound + 1 {
        others.append(range)
      } else {
        new =
          min(range.lowerBound, new.lowerBound)...max(range.upperBound, new.upperBound)
      }
    }
    ranges = (others + [new]).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Adds the days of another set.
  mutating func formUnion(_ other: CalendarDays) {
    for range in other.ranges {
      if let first = CalendarDate(dayNumber: range.lowerBound),
        let last = CalendarDate(dayNumber: range.upperBound)
      {
        insert(first...last)
      }
    }
  }

  /// Removes the days of a range.
  mutating func remove(_ days: ClosedRange<CalendarDate>) {
    let gone = Self.numbers(days)
    ranges = ranges.flatMap { range -> [ClosedRange<Int>] in
      guard range.overlaps(gone) else { return [range] }
      var rest: [ClosedRange<Int>] = []
      if range.lowerBound < gone.lowerBound {
        rest.append(range.lowerBound...(gone.lowerBound - 1))
      }
      if range.upperBound > gone.upperBound {
        rest.append((gone.upperBound + 1)...range.upperBound)
      }
      return rest
    }
  }

  /// The days of a range that it does not have.
  func missing(from days: ClosedRange<CalendarDate>) -> CalendarDays {
    var rest = CalendarDays()
    rest.insert(days)
    for range in ranges {
      if let first = CalendarDate(dayNumber: range.lowerBound),
        let last = CalendarDate(dayNumber: range.upperBound)
      {
        rest.remove(first...last)
      }
    }
    return rest
  }

  /// The days in slices of at most one calendar month, the newest first.
  var slices: [ClosedRange<CalendarDate>] {
    var slices: [ClosedRange<CalendarDate>] = []
    for range in ranges.reversed() {
      guard let first = CalendarDate(dayNumber: range.lowerBound),
        var last = CalendarDate(dayNumber: range.upperBound)
      else { continue }
      while true {
        let monthBegin = CalendarDate(year: last.year, month: last.month, day: 1) ?? last
        slices.append(max(first, monthBegin)...last)
        guard monthBegin > first, let earlier = monthBegin.adding(days: -1) else { break }
        last = earlier
      }
    }
    return slices
  }

  private static func numbers(_ days: ClosedRange<CalendarDate>) -> ClosedRange<Int> {
    days.lowerBound.dayNumber...days.upperBound.dayNumber
  }
}
