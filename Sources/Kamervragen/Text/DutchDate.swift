/// Parses dates as Dutch documents print them.
package enum DutchDate {
  package static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]

  /// The first date at or after a place: "17 oktober 2024", even if a space was lost ("18
  /// november2024") or the month has a capital.
  static func first(in bytes: [UInt8], from start: Int = 0) -> CalendarDate? {
    var index = start
    while index < bytes.count {
      guard Ascii.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      var scanner = TextScanner(bytes: bytes, at: index)
      if let date = date(&scanner) { return date }
      while index < bytes.count, Ascii.isDigit(bytes[index]) { index += 1 }
    }
    return nil
  }

  /// The first date in a text.
  static func first(in text: some StringProtocol) -> CalendarDate? {
    first(in: Array(text.utf8))
  }

  /// The date at the scanner's position.
  static func date(_ scanner: inout TextScanner) -> CalendarDate? {
    guard let day = scanner.takeNumber(digits: 2) else { return nil }
    scanner.skipSpaces()
    guard
      let month = months.firstIndex(where: { Ascii.hasPrefix(scanner.bytes, at: scanner.at, $0) })
    else { return nil }
    scanner.at += months[month].utf8.count
    scanner.skipSpaces()
    guard let year = scanner.takeNumber(digits: 4), year > 1800 else { return nil }
    return CalendarDate(year: year, month: month + 1, day: day)
  }
}

extension CalendarDate {
  /// Reads a date from metadata: `2024-10-17`, with or without a time, or `17-10-2024`.
  init?(published text: String) {
    let day = text.trimmed.prefix(10)
    if text.utf8.count > 10, text.utf8.dropFirst(10).first.map(Ascii.isDigit) == true { return nil }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 3, parts[2].utf8.count == 4 {
      self.init(iso: "\(parts[2])-\(parts[1])-\(parts[0])")
    } else {
      self.init(iso: day)
    }
  }
}
