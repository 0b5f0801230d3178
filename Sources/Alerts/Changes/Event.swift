package import Kamervragen

/// An event that an alert still has to be told: its file was not understood when it happened.
package struct HeldEvent: Sendable, Hashable {
  package let kind: Event.Kind
  /// The key of the publication.
  package let key: String
}

/// Something that happened to a publication since the last run.
package struct Event: Sendable, Hashable {
  /// What happened. The order is that of a message.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Questions that were known now have an answer.
    case answered
    /// Questions that were not known, with their answer.
    case newAnswer = "new-answer"
    case newQuestions = "new-questions"
    /// A notice that the answer will be late.
    case delay
    /// A corrected version, `-n1`.
    case correction
    /// A reprint, `-h1`.
    case reprint
    /// The words of a known version have changed.
    case changed
    /// All publications about the questions are gone.
    case withdrawn
    /// Another publication in the same series.
    case other
  }

  package let kind: Kind
  /// The key of the publication; see `KnownPublication.key(of:)`.
  package let key: String
  /// The name of its case, the same for everything that will ever be told of it.
  package let caseName: String
  /// What tells this event from all others, also of the same publication.
  package let identity: String
  /// The short name of the file of the publication; nil if it is gone.
  package let file: [UInt8]?
  /// The short names of the files in which a search finds it: its own, and those of its case that
  /// are searched while it is not.
  package let files: [[UInt8]]
  /// Whether a search finds it, so that nothing else has told of it already: an answer that is
  /// known, or a later version.
  package let isSearched: Bool
  /// Folded names of the case and of its publications.
  package let names: Set<String>
  /// The day of publication; nil if that is not known.
  package let day: CalendarDate?
}
