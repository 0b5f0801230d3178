internal import Kamervragen

/// The header `Retry-After` (RFC 9110, 10.2.3).
enum RetryAfter {
  /// The seconds that it asks for, not below 0; nil if it cannot be read. `now` is in seconds since
  /// 1 January 1970.
  static func seconds(_ value: String, now: Double) -> Double? {
    if !value.isEmpty, value.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      // A number with too many digits is a long time too.
      return Double(value)
    }
    return date(value).map { max(0, Double($0) - now) }
  }

  /// The seconds since 1970 of a date of HTTP in one of its three forms; nil for any other text.
  /// - `Sun, 06 Nov 1994 08:49:37 GMT`
  /// - `Sunday, 06-Nov-94 08:49:37 GMT`
  /// - `Sun Nov  6 08:49:37 1994`
  static func date(_ text: String) -> Int? {
    guard text.utf8.count <= 64 else { return nil }
    var words = text.split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
    guard words.count >= 5 else { return nil }
    if words.last == "GMT" || words.last == "UTC" {
      words.removeLast()
    } else if words.count == 5 {
      // Sun Nov 6 08:49:37 1994, in the order of the others.
      words = [words[0], words[2], words[1], words[4], words[3]]
    }
    guard words.count == 5, let day = number(words[1], 2), let month = months[words[2]],
      let written = number(words[3], 4)
    else { return nil }
    // Two digits mean a year of this century: RFC 9110, 5.6.7, for one at most 50 years ahead.
    let year = words[3].utf8.count == 2 ? 2000 + written : written
    let time = words[4].split(separator: ":", omittingEmptySubsequences: false)
      .map { number(String($0), 2) }
    guard time.count == 3, let hour = time[0], let minute = time[1], let second = time[2],
      hour < 24, minute < 60, second <= 60,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
  }

  private static func number(_ word: String, _ maximumDigits: Int) -> Int? {
    word.utf8.count <= maximumDigits && word.utf8.allSatisfy({ $0 &- 0x30 < 10 })
      ? Int(word) : nil
  }

  private static let months = Dictionary(
    uniqueKeysWithValues: zip(
      ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1...))
}
