internal import DutchText
internal import Kamervragen
internal import Xapian

/// A source file, read and analysed: all that can be done before the index is written. What it says of the content is a
/// function of the file and the metadata beside it alone.
struct PreparedFile: Sendable {
  enum Outcome: Sendable {
    /// The file cannot be had or read now; it stays in the index as it was.
    case unreadable(reason: String)
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
    var heading: SourceHeading
    var passages: [PreparedPassage]
    var warnings: [String]
  }

  let file: SourceFile
  let outcome: Outcome

  /// Reads a file. `known` is the digest of the content that needs not be read again.
  init(
    _ file: SourceFile, known: ContentDigest?, schema: Schema, reading: Reading = Reading(),
    streams: TokenStreams = TokenStreams()
  ) {
    self.file = file
    outcome = Self.outcome(of: file, known: known, schema: schema, reading, streams)
  }

  /// How files are read in a run.
  struct Reading: Sendable {
    var reader = DocumentReader.thisProcess
    /// Asked while a file is read; true ends that.
    var isStopped: @Sendable () -> Bool = { false }
  }

  private static func outcome(
    of file: SourceFile, known: ContentDigest?, schema: Schema, _ reading: Reading,
    _ streams: TokenStreams
  ) -> Outcome {
    let bytes: [UInt8]
    var metadata: [UInt8]?
    do throws(FileReadError) {
      bytes = try file.contents(limit: SourceReader.sizeLimit)
      metadata = try file.metadata?.contents()
    } catch {
      switch error {
      case .unreadable(let reason): return .unreadable(reason: reason)
      case .changing: return .unreadable(reason: "het bestand verandert nu; de volgende keer weer")
      case .tooLarge(let size):
        let error = ReadError.tooLarge(size: size, limit: SourceReader.sizeLimit)
        return .refused(digest: ContentDigest(of: file.path), reason: error.description)
      }
    }
    var digest = ContentDigest(of: bytes)
    if let metadata {
      let both = digest.hexadecimal + ContentDigest(of: metadata).hexadecimal
      digest = ContentDigest(of: Array(both.utf8))
    }
    if known == digest { return .sameContent }
    let name = String(
      decoding: file.path.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
    do throws(ReadError) {
      var set = try reading.reader.read(
        bytes, name: name, metadata: metadata, isStopped: reading.isStopped)
      // Found and cited by its number, whether its text prints that or its name alone has it.
      set.number = set.publishedNumber
      let passages = set.storedPassages(source: file.displayPath)
      let pathDigest = ContentDigest(of: file.path)
      let prepared = streams.lend { stream in
        passages.map { stored, remarks in
          PreparedPassage(
            document: schema.document(
              for: stored, sourceDigest: pathDigest, remarks: remarks, using: &stream),
            hasQuestions: !stored.passage.questions.isEmpty)
        }
      }
      let heading = SourceHeading(
        of: set, source: file.displayPath, digest: digest, passages: prepared.count)
      return .read(
        ReadSet(digest: digest, heading: heading, passages: prepared, warnings: set.warnings))
    } catch {
      return switch error {
      case .stopped: .stopped
      case .shortage(let reason): .unreadable(reason: reason)
      default: .refused(digest: digest, reason: error.description)
      }
    }
  }
}

/// A passage as it is written.
struct PreparedPassage: Sendable {
  var document: Document
  /// Whether it has numbered questions.
  var hasQuestions: Bool
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
