package import Kamervragen
internal import Xapian

// The values of a passage's document: by what passages are ordered, filtered by date and counted.

extension Schema {
  /// Adds the values that follow from the heading, and the terms of the facets.
  func addValues(of stored: StoredPassage, to document: inout Document) {
    let heading = stored.set
    let order = PassageOrder(of: stored)
    let facets = Self.facetFields.map { facetValues($0, of: heading) }
    func value(of slot: Slot) -> [UInt8]? {
      switch slot {
      case .oldestFirst: order.oldestFirst
      case .newestFirst: order.newestFirst
      case .byNumber: order.byNumber
      case .set, .name: nil
      case .submitted: heading.submitted.map(Self.day)
      case .received: heading.received.map(Self.day)
      case .facets: Self.joined(facets)
      }
    }
    for slot in Slot.allCases {
      if let value = value(of: slot) { document.setValue(value, slot: slot.rawValue) }
    }
    for (field, values) in zip(Self.facetFields, facets) {
      addFacetTerms(of: values, field, to: &document)
    }
  }

  /// The values of a facet of a set.
  private func facetValues(_ field: Field, of heading: QuestionSet) -> [String] {
    switch field {
    case .party: parties(of: heading)
    case .member: heading.members.map(\.name)
    case .minister: heading.respondents.map { "\($0.role) \($0.name)" }
    case .topic: countedTopics(of: heading)
    case .session: [heading.session].compactMap(\.self)
    case .kind: [heading.kind.rawValue]
    default: []
    }
  }

  /// A date as the bytes of the date slots, which compare in the order of time.
  package static func day(_ date: CalendarDate) -> [UInt8] { PassageOrder.day(date) }
}
