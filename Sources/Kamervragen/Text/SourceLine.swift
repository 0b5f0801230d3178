/// A line of the text without furniture, with what separated it from the line before.
struct SourceLine: Hashable {
  /// What stood between a line and the one before it, weakest first.
  enum Gap: Int, Comparable {
    case line, blank, page

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  var text: String
  var gap: Gap
  /// The page it stands on, from 0.
  var page: Int
  /// What the line is the heading of; see `Openings`.
  var opens: Section.Kind?

  /// Whether it is the heading of a question or an answer, or looks like one.
  var isHeading: Bool {
    if let opens { opens.isQuestion || opens.isAnswer } else { Heading(text) != nil }
  }
}
