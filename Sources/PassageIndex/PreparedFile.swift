internal import DutchText
internal import Kamervragen
internal import Xapian

/// A source file, read and analysed: all that can be done before the index is written. A pure function of the file.
struct PreparedFile: Sendable {
  enum Outcome: Sendable {
    /// The file cannot be had now; it stays in the index as it was.
    case unreadable(reason: String)
    /// The time has changed and the content has not.
    case sameContent(LedgerEntry)
    /// The content is no set of Kamervragen.
    case refused(digest: ContentDigest, reason: String)
    case read(digest: ContentDigest, setKey: String, documents: [Document], warnings: [String])
  }

  let file: SourceFile
  let outcome: Outcome

  init(_ file: SourceFile, known: LedgerEntry?, schema: Schema) {
    self.file = file
    outcome = Self.outcome(of: file, known: known, schema: schema)
  }

  private static func outcome(
    of file: SourceFile, known: LedgerEntry?, schema: Schema
  ) -> Outcome {
    let bytes: [UInt8]
    do {
      bytes = try file.contents(limit: SourceReader.sizeLimit)
    } catch {
      switch error {
      case .unreadable(let reason): return .unreadable(reason: reason)
      case .changing: return .unreadable(reason: "het bestand verandert nu; de volgende keer weer")
      case .tooLarge(let size):
        let error = ReadError.tooLarge(size: size, limit: SourceReader.sizeLimit)
        return .refused(digest: ContentDigest(of: file.path), reason: error.description)
      }
    }
    let digest = ContentDigest(of: bytes)
    if let known, known.digest == digest { return .sameContent(known) }
    let name = String(
      decoding: file.path.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
    do {
      let set = try SourceReader.read(bytes, name: name)
      let passages = set.storedPassages(source: file.displayPath)
      let pathDigest = ContentDigest(of: file.path)
      var stream = TokenStream()
      let documents = passages.map { stored, remarks in
        schema.document(
          for: stored, sourceDigest: pathDigest, remarks: remarks, using: &stream)
      }
      let key = StoredPassage.setKey(of: set, source: file.displayPath)
      return .read(digest: digest, setKey: key, documents: documents, warnings: set.warnings)
    } catch {
      return .refused(digest: digest, reason: error.description)
    }
  }
}

extension QuestionSet {
  /// The passages of the set as they are stored, each with the remarks that are searched with it. Remarks and footnotes
  /// of the set as a whole belong to its passage without a number; where there is none, one is made for them.
  func storedPassages(source: String) -> [(StoredPassage, remarks: [String])] {
    var heading = self
    heading.passages = []
    heading.remarks = []
    heading.footnotes = []
    heading.warnings = []
    var passages = passages
    var whole = passages.firstIndex { $0.questions.isEmpty }
    if whole == nil, passages.isEmpty || !remarks.isEmpty || !footnotes.isEmpty {
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
