internal import CFTS
internal import Glibc
package import Kamervragen

/// The system's message for an error number.
func systemMessage(_ code: Int32) -> String {
  String(cString: strerror(code))
}

/// The present time: in UTC as ISO 8601 to the second, `2026-11-23T07:00:00Z`; and the local day.
package enum Timestamp {
  package static var now: String { string(time(nil)) }

  /// Seconds since 1970.
  package static var seconds: Int { time(nil) }

  /// The seconds since 1970 of a time written as `now` writes it; nil if it is not written so.
  package static func seconds(_ text: String) -> Int? {
    let numbers = text.split { !$0.isNumber }.compactMap { Int32($0) }
    guard numbers.count == 6 else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    let seconds = timegm(&parts)
    return string(seconds) == text ? seconds : nil
  }

  /// The day in the local time zone.
  package static var today: CalendarDate? {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// Seconds on a monotonic clock.
  package static var monotonic: Double {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }

  static func string(_ seconds: time_t) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
