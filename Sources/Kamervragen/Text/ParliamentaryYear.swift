/// The parliamentary year (vergaderjaar): it begins on the third Tuesday of September.
package struct ParliamentaryYear: Hashable {
  /// The calendar year in which it begins.
  package let start: Int

  package init(start: Int) { self.start = start }

  /// The year that contains a day.
  init(of day: CalendarDate) {
    let begun = (day.month, day.day) >= (9, Self.openingDay(in: day.year))
    start = begun ? day.year : day.year - 1
  }

  /// The third Tuesday of September (Prinsjesdag), as a day of that month.
  static func openingDay(in year: Int) -> Int {
    let first = weekday(year: year, month: 9, day: 1)
    return 15 + (2 - first + 7) % 7
  }

  /// Reads `2024-2025` or `2024–2025` at a place; the second year must follow the first.
  init?(_ scanner: inout TextScanner) {
    let begin = scanner.at
    guard let first = scanner.takeNumber(digits: 4) else { return nil }
    scanner.skipSpaces()
    let dashed = ["-", "–", "‑", "/"].contains { scanner.take($0) }
    scanner.skipSpaces()
    guard dashed, first > 1800, let second = scanner.takeNumber(digits: 4), second == first + 1
    else {
      scanner.at = begin
      return nil
    }
    start = first
  }

  /// Reads `20242025`; the second year must follow the first.
  init?(digits text: String) {
    guard text.utf8.count == 8, text.utf8.allSatisfy(Ascii.isDigit), let years = Int(text),
      years % 10_000 == years / 10_000 + 1
    else { return nil }
    start = years / 10_000
  }

  /// `2024-2025`.
  package var name: String { "\(start)-\(start + 1)" }

  /// `20242025`, as in identifiers.
  package var digits: String { "\(start)\(start + 1)" }

  /// The weekday of a date, 0 for Sunday (Sakamoto).
  private static func weekday(year: Int, month: Int, day: Int) -> Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
  }
}
