/// A date of a header as its element has it.
struct MarkupDate: Hashable {
  /// The words, "17 oktober 2024".
  var text: String
  /// The day of its attribute, or of its words; nil where there is no such day.
  var day: CalendarDate?

  /// Reads `datum`.
  init(_ element: MarkupElement) {
    text = element.flatText
    day =
      element.attributes["isodatum"].flatMap(CalendarDate.init(published:))
      ?? DutchDate.first(in: text)
  }
}

extension CalendarDate {
  /// Reads a day as metadata write it: `2024-10-17`, with or without a time, or `17-10-2024`.
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

/// Compares the days that elements of a header name with its words.
enum HeaderDates {
  /// The most dates that a header names: each is looked for in its sentences.
  private static let maximumCount = 100

  /// Fills in the days that elements name and words do not, and names those that do not exist.
  ///
  /// - Throws: `ReadError.exceedsBound`.
  static func check(
    _ dates: [MarkupDate], _ header: Header, _ set: inout QuestionSet
  ) throws(ReadError) {
    try SetBounds.check("datums in de kop", dates.count, atMost: maximumCount)
    for date in dates {
      guard let day = date.day else {
        set.warnings.append("De datum «\(date.text.opening)» in de kop bestaat niet.")
        continue
      }
      let printed = DutchDate.first(in: date.text)
      if let printed, printed != day {
        set.warnings.append("De kop noemt \(printed) en in het bestand staat daarbij \(day).")
      }
    }
    let sentences = (header.sentences + header.understood).map { Array($0.utf8) }
    for (word, path) in [("ingezonden", \QuestionSet.submitted), ("ontvangen", \.received)]
    where set[keyPath: path] == nil {
      set[keyPath: path] =
        dates.first { date in
          date.day != nil
            && sentences.contains { Ascii.find("\(word) \(date.text)", in: $0) != nil }
        }?.day
    }
  }
}
