internal import Kamervragen

/// A period that depends on the day of the search: `vandaag`, `deze week`, `vorige maand`, `laatste
/// 30 dagen`.
enum RelativePeriod {
  /// The first and the last day of a period in words.
  ///
  /// - Parameters:
  ///   - words: in lower case.
  ///   - today: the day of the search.
  /// - Returns: the two days; nil if the words are no period.
  static func days(
    _ words: [String], today: CalendarDate
  ) -> (CalendarDate, CalendarDate)? {
    switch words.count {
    case 1: return day(words[0], today: today)
    case 2: return calendarPeriod(words[0], words[1], today: today) ?? rolling(words, today: today)
    case 3: return rolling(words, today: today)
    default: return nil
    }
  }

  private static func day(_ word: String, today: CalendarDate) -> (CalendarDate, CalendarDate)? {
    let ago: Int
    switch word {
    case "vandaag", "today": ago = 0
    case "gisteren", "yesterday": ago = 1
    case "eergisteren": ago = 2
    default: return nil
    }
    return today.adding(days: -ago).map { ($0, $0) }
  }

  /// A unit of time.
  private enum Unit {
    case day, week, month, quarter, year

    init?(_ word: String) {
      switch word {
      case "dag", "dagen", "day", "days": self = .day
      case "week", "weken", "weeks": self = .week
      case "maand", "maanden", "month", "months": self = .month
      case "kwartaal", "kwartalen", "quarter", "quarters": self = .quarter
      case "jaar", "jaren", "year", "years": self = .year
      default: return nil
      }
    }

    /// The first day of the week, month or other unit around a day. A week begins on Monday.
    func start(of date: CalendarDate) -> CalendarDate? {
      switch self {
      case .day: date
      // 1 January 1970 was a Thursday.
      case .week: date.adding(days: -(((date.dayNumber + 3) % 7 + 7) % 7))
      case .month: CalendarDate(year: date.year, month: date.month, day: 1)
      case .quarter: CalendarDate(year: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1)
      case .year: CalendarDate(year: date.year, month: 1, day: 1)
      }
    }

    /// The date a number of units later.
    func adding(_ count: Int, to date: CalendarDate) -> CalendarDate? {
      switch self {
      case .day: date.adding(days: count)
      case .week: date.adding(days: 7 * count)
      case .month: date.adding(months: count)
      case .quarter: date.adding(months: 3 * count)
      case .year: date.adding(months: 12 * count)
      }
    }
  }

  /// `deze week`, `vorig jaar`: a whole unit of the calendar.
  private static func calendarPeriod(
    _ which: String, _ unit: String, today: CalendarDate
  ) -> (CalendarDate, CalendarDate)? {
    let offset: Int
    switch which {
    case "deze", "dit", "huidige", "this": offset = 0
    case "vorige", "vorig", "previous": offset = -1
    default: return nil
    }
    guard let unit = Unit(unit), let start = unit.start(of: today),
      let first = unit.adding(offset, to: start),
      let last = unit.adding(1, to: first)?.adding(days: -1)
    else { return nil }
    return (first, last)
  }

  /// The maximum number of units of a period up to today.
  private static let maximumUnits = 9999

  /// `laatste 30 dagen`, `afgelopen week`: from that long ago through today.
  private static func rolling(
    _ words: [String], today: CalendarDate
  ) -> (CalendarDate, CalendarDate)? {
    guard ["laatste", "afgelopen", "last", "past"].contains(words[0]),
      let unit = Unit(words[words.count - 1]),
      let count = words.count == 2 ? 1 : DateRange.number(words[1][...]), count > 0,
      count <= maximumUnits,
      let first = unit.adding(-count, to: today)
    else { return nil }
    return (first, today)
  }
}
