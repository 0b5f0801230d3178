internal import Kamervragen
internal import Xapian

/// A source file, read and analysed: all that can be done before the index is written. What it says
/// of the content is a function of the file and the metadata beside it alone.
struct PreparedFile: Sendable {
  enum Outcome: Sendable {
    /// The file cannot be had now; it stays in the index as it was.
    case unreadable(FileProblem)
    /// The system lacks what reading takes; the file stays in the index as it was.
    case shortage(reason: String)
    /// The run was stopped while the file was read; it stays in the index as it was.
    case stopped
    /// The time has changed and the content has not.
    case sameContent
    /// The content is no set of Kamervragen.
    case refused(digest: ContentDigest, reason: String)
    case read(ReadSet)
  }

  /// A set that was read.
  struct ReadSet: Sendable {
    var digest: ContentDigest
    var summary: SourceSummary
    var passages: [PreparedPassage]
    var warnings: [String]
  }

  let file: SourceFile
  let outcome: Outcome
}

/// A passage as it is written.
struct PreparedPassage: Sendable {
  var document: Document
  /// Whether it has numbered questions.
  var hasQuestions: Bool
}

extension QuestionSet {
  /// The passages of the set as they are stored, each with the remarks that are searched with it.
  /// Remarks and footnotes of the set as a whole belong to its passage without a number; if there
  /// is none, one is made for them.
  func storedPassages(source: String) -> [(StoredPassage, remarks: [String])] {
    var heading = self
    heading.passages = []
    heading.remarks = []
    heading.footnotes = []
    heading.warnings = []
    var passages = passages
    var whole = passages.firstIndex { $0.questions.isEmpty }
    let hasText = remarks.contains { !$0.hasPrefix(Self.personsTitle) }
    if whole == nil, passages.isEmpty || hasText || !footnotes.isEmpty {
      passages.append(Passage(questions: [], questionText: remarks.joined(separator: "\n\n")))
      whole = passages.endIndex - 1
    }
    if let whole { passages[whole].footnotes += footnotes }
    return passages.enumerated().map { ordinal, passage in
      let stored = StoredPassage(
        set: heading, passage: passage, ordinal: ordinal, source: source)
      return (stored, ordinal == whole ? remarks : [])
    }
  }
}
