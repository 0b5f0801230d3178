internal import Kamervragen

/// A range of days as it is typed, in any case: a year, a month, a day, a period such as `vorige
/// maand`, or two of these with `..` or `tot en met` between them. One of the two may be missing.
/// Months and days may also be written as `10-2024`, `3-12-2024`, `3/12/2024`, `3 december 2024`,
/// `okt 2024`. A word before a date makes a range with one end: `sinds 2023`, `voor 1 mei 2024`.
struct DateRange: Hashable {
  var from: CalendarDate?
  var through: CalendarDate?
  /// Whether the later end was typed first.
  private(set) var wasReversed = false

  /// The maximum number of words of a range: `van 1 oktober 2024 tot en met 3 december 2024`.
  static let maximumWords = 10

  /// Reads a range; nil if it is none. Without `today` a relative period is none.
  init?(_ typed: String, today: CalendarDate? = nil) {
    let text = typed.lowercased()
    if let range = Self.openRange(text, today) {
      (from, through) = range
      return
    }
    guard let (first, last) = Self.ends(of: text) else {
      guard let span = Self.span(text, today) else { return nil }
      (from, through) = span
      return
    }
    guard !first.isEmpty || !last.isEmpty else { return nil }
    let start = first.isEmpty ? nil : Self.span(first, today)
    let end = last.isEmpty ? nil : Self.span(last, today)
    guard first.isEmpty || start != nil, last.isEmpty || end != nil else { return nil }
    if let start, let end, end.1 < start.0 {
      (from, through, wasReversed) = (end.0, start.1, true)
    } else {
      (from, through) = (start?.0, end?.1)
    }
  }

  /// The texts on both sides of what joins the ends of a range; nil if nothing does.
  private static func ends(of text: String) -> (String, String)? {
    for separator in ["..", " t/m ", " tot en met ", " tot ", " - ", " – ", " en "] {
      guard let found = text.firstRange(of: separator) else { continue }
      var first = text[..<found.lowerBound]
      let lead = separator == " en " ? "tussen " : "van "
      if first.lowercased().hasPrefix(lead) {
        first = first.dropFirst(lead.count)
      } else if separator == " en " {
        return nil
      }
      return (trimmed(first), trimmed(text[found.upperBound...]))
    }
    return nil
  }

  /// `sinds 2023`, `na 1 oktober 2024`, `tot 2024`: a range with one end.
  private static func openRange(
    _ text: String, _ today: CalendarDate?
  ) -> (CalendarDate?, CalendarDate?)? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    let rest = words.dropFirst()
    func span(_ words: ArraySlice<String>) -> (CalendarDate, CalendarDate)? {
      Self.span(words.joined(separator: " "), today)
    }
    switch words[0] {
    case "sinds", "vanaf", "since": return span(rest).map { ($0.0, nil) }
    case "na", "after": return span(rest).flatMap { $0.1.adding(days: 1) }.map { ($0, nil) }
    case "tot" where rest.prefix(2) == ["en", "met"]:
      return span(rest.dropFirst(2)).map { (nil, $0.1) }
    case "t/m", "until": return span(rest).map { (nil, $0.1) }
    case "tot", "voor", "vóór", "before":
      return span(rest).flatMap { $0.0.adding(days: -1) }.map { (nil, $0) }
    default: return nil
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  /// The first and the last day of a year, a month, a day or a relative period.
  private static func span(
    _ text: String, _ today: CalendarDate?
  ) -> (CalendarDate, CalendarDate)? {
    let words = text.split(separator: " ")
    if let today,
      let period = RelativePeriod.days(words.map(String.init), today: today)
    {
      return period
    }
    guard words.count < 2 else { return span(words: words) }
    let separator: Character = text.contains("/") ? "/" : "-"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap(number)
    guard numbers.count == parts.count, parts.allSatisfy({ $0.count == 4 || $0.count <= 2 }) else {
      return nil
    }
    switch parts.map({ $0.count == 4 }) {
    case [true]: return months(numbers[0], 1...12)
    case [true, true]:
      guard numbers[0] < numbers[1] else { return nil }
      return joined(months(numbers[0], 1...12), months(numbers[1], 1...12))
    case [true, false]: return months(numbers[0], numbers[1]...numbers[1])
    case [false, true]: return months(numbers[1], numbers[0]...numbers[0])
    case [true, false, false]: return day(numbers[0], numbers[1], numbers[2])
    case [false, false, true]: return day(numbers[2], numbers[1], numbers[0])
    default: return nil
    }
  }

  /// `3 december 2024`, `december 2024`.
  private static func span(words: [Substring]) -> (CalendarDate, CalendarDate)? {
    guard let year = words.last.flatMap(number), words[words.count - 1].count == 4,
      let month = month(words[words.count - 2])
    else { return nil }
    switch words.count {
    case 2: return months(year, month...month)
    case 3: return number(words[0]).flatMap { day(year, month, $0) }
    default: return nil
    }
  }

  private static let monthNames = [
    ["januari", "january"], ["februari", "february"], ["maart", "march", "mrt"], ["april"],
    ["mei", "may"], ["juni", "june"], ["juli", "july"], ["augustus", "august"], ["september"],
    ["oktober", "october"], ["november"], ["december"],
  ]

  /// The number of a month by its Dutch or English name or the first three letters of it.
  private static func month(_ name: Substring) -> Int? {
    let letters = name.hasSuffix(".") ? name.dropLast() : name
    let index = monthNames.firstIndex { names in
      names.contains { $0 == letters || letters.count == 3 && $0.hasPrefix(letters) }
    }
    return index.map { $0 + 1 }
  }

  static func number(_ text: Substring) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }

  private static func day(
    _ year: Int, _ month: Int, _ day: Int
  ) -> (CalendarDate, CalendarDate)? {
    CalendarDate(year: year, month: month, day: day).map { ($0, $0) }
  }

  private static func months(
    _ year: Int, _ months: ClosedRange<Int>
  ) -> (CalendarDate, CalendarDate)? {
    guard let first = CalendarDate(year: year, month: months.lowerBound, day: 1),
      let last = CalendarDate(
        year: year, month: months.upperBound,
        day: CalendarDate.days(inMonth: months.upperBound, ofYear: year))
    else { return nil }
    return (first, last)
  }

  private static func joined(
    _ first: (CalendarDate, CalendarDate)?, _ last: (CalendarDate, CalendarDate)?
  ) -> (CalendarDate, CalendarDate)? {
    guard let first, let last else { return nil }
    return (first.0, last.1)
  }
}
