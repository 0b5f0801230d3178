internal import Xapian

/// The set and the passages of a file, ready to be written.
struct PreparedSet: Sendable {
  /// The record of the set document.
  var record: [UInt8]
  /// The words of the set, as terms of its document.
  var words = Document()
  var passages: [PreparedPassage]
}

/// A passage, ready to be written.
struct PreparedPassage: Sendable {
  var document: Document
  /// Whether it has numbered questions.
  var hasQuestions: Bool
}
