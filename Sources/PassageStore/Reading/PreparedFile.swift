internal import Kamervragen

/// A source file, read and analysed: all work that can be done before writing the index. The result
/// depends only on the file and the metadata beside it.
struct PreparedFile: Sendable {
  enum Outcome: Sendable {
    /// The file cannot be read now; its place in the index is unchanged.
    case unreadable(FileProblem)
    /// The system lacks something that reading needs; its place in the index is unchanged.
    case shortage(reason: String)
    /// The run was stopped before the file was read; its place in the index is unchanged.
    case stopped
    /// The modification time has changed, but the content has not.
    case sameContent
    /// The reader refuses the content; `reason` is a Dutch sentence.
    case refused(digest: ContentDigest, reason: String)
    case read(ReadSet)
  }

  /// A set that was read.
  struct ReadSet: Sendable {
    var digest: ContentDigest
    var summary: SourceSummary
    var contents: PreparedSet
    var warnings: [String]
  }

  let file: SourceFile
  let outcome: Outcome
}

extension QuestionSet {
  /// The set as it is stored. Footnotes of the whole set go to its passage without a number, which
  /// is made if there are any or if there are remarks.
  func stored(source: String) -> StoredSet {
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
    return StoredSet(heading: heading, passages: passages, remarks: remarks, source: source)
  }
}
