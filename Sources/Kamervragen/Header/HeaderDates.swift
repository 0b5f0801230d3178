/// A date of a header as its element has it.
struct MarkupDate: Hashable {
  /// The words, "17 oktober 2024".
  var text: String
  /// The day of its attribute, or of its words; nil if there is no such day.
  var day: CalendarDate?

  /// Reads `datum`.
  init(_ element: MarkupElement) {
    text = element.flatText
    day =
      element.attributes["isodatum"].flatMap(CalendarDate.init(published:))
      ?? DutchDate.first(in: text)
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
