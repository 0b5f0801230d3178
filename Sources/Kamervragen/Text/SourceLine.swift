/// A line of the text without furniture, with its separation from the previous line.
struct SourceLine: Hashable {
  /// The separation from the previous line, weakest first.
  enum Gap: Int, Comparable {
    case line, blank, page

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  var text: String
  var gap: Gap
  /// The page, from 0.
  var page: Int
  /// The kind of section that this line is the heading of; see `Openings`.
  var opens: Section.Kind?

  /// Whether it is the heading of a question or an answer, or looks like one.
  var isHeading: Bool {
    if let opens { opens.isQuestion || opens.isAnswer } else { Heading(text) != nil }
  }
}
