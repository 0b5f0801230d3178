internal import Kamervragen

/// A query of the official search for Kamervragen, in CQL, and the addresses of its pages.
struct SRUQuery: Sendable, Hashable {
  let text: String

  /// All Kamervragen that the publisher changed on some days, in the order of these.
  init(modified days: ClosedRange<CalendarDate>) {
    let after = days.upperBound.adding(days: 1) ?? days.upperBound
    text =
      "\(Self.all) and dt.modified>=\(days.lowerBound) and dt.modified<\(after) "
      + "sortBy dt.modified/sort.ascending"
  }

  /// Those of one day that are dated on some days; for a day with too many.
  init(modified day: CalendarDate, dated days: ClosedRange<CalendarDate>) {
    let after = day.adding(days: 1) ?? day
    let afterDated = days.upperBound.adding(days: 1) ?? days.upperBound
    text =
      "\(Self.all) and dt.modified>=\(day) and dt.modified<\(after) "
      + "and dt.date>=\(days.lowerBound) and dt.date<\(afterDated) "
      + "sortBy dt.modified/sort.ascending"
  }

  /// One publication.
  init(identifier: String) { text = "dt.identifier==\"\(identifier)\"" }

  private static let all =
    "c.product-area==officielepublicaties and (w.publicatienaam==\"Kamervragen (Aanhangsel)\" or "
    + "w.publicatienaam==\"Kamervragen zonder antwoord\")"

  /// The address of a page.
  ///
  /// - Parameters:
  ///   - base: the address of the service.
  ///   - start: the number of the first record, from 1.
  ///   - size: the maximum number of records; 0 for the count alone.
  /// - Returns: the address.
  func page(of base: WebAddress, start: Int, size: Int) -> WebAddress {
    base.adding(parameters: [
      ("operation", "searchRetrieve"), ("version", "2.0"), ("startRecord", "\(start)"),
      ("maximumRecords", "\(size)"), ("query", text),
    ])
  }
}
