/// A date element of a header.
struct MarkupDate: Hashable {
  /// The text, "17 oktober 2024".
  var text: String
  /// The date in its attribute, or else in its text; nil if it does not exist.
  var day: CalendarDate?

  /// Reads `datum`.
  init(_ element: MarkupElement) {
    text = element.flatText
    day =
      element.attributes["isodatum"].flatMap(CalendarDate.init(published:))
      ?? DutchDate.first(in: text)
  }
}

/// Compares the dates in elements of a header with its text.
enum HeaderDates {
  /// The maximum number of date elements; each is searched for in the sentences.
  private static let maximumCount = 100

  /// Fills in missing dates from elements, and warns of dates that do not exist or differ.
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
