package import Kamervragen

/// The part of a set that the ledger keeps for each file: enough to decide, without reading the
/// file again, which file represents the set and how the set relates to others.
package struct SourceSummary: Sendable, Hashable {
  /// The identifier of the publication; nil if the file gives none, so that it is a set of its own.
  package var identifier: String?
  /// The digest of the content; nil if there is an identifier.
  var content: ContentDigest?
  /// The name by which the set is cited: its identifier, else its zaaknummer, else the file's name.
  package var setKey: String
  package var form: SourceForm
  /// The number of the reader's warnings.
  var warnings: Int
  /// The number of passages of the file, whether they are in the index or not.
  var passages: Int
  package var kind: QuestionSet.Kind
  package var chamber: QuestionSet.Chamber?
  package var session: String?
  package var number: String?
  package var caseNumber: String?
  /// Who asked what and when, as a digest; nil if one of the three is unknown.
  var asked: ContentDigest?
  var answeredIn: [String]
  var seeAlso: [String]
  package var submitted: CalendarDate?
  package var received: CalendarDate?
  /// Whether any passage or remark has text.
  package var hasText: Bool
  /// Whether the file has the text of the questions.
  var hasQuestions: Bool
  /// The stored size of its texts, with the heading for each passage, in bytes.
  var storedSize: Int
  /// A digest of all its texts without white space: another one means that the words changed.
  package var textDigest: UInt64
  /// `facts` as bytes, since they are seldom needed; empty if they were too large.
  private var keptFacts: [UInt8]

  /// The facts that the set gives about its case; nil if they were too large to keep, so that it
  /// neither lends nor inherits any.
  var facts: CaseFacts? {
    var reader = RecordReader(keptFacts)
    return keptFacts.isEmpty ? nil : try? CaseFacts(from: &reader)
  }

  /// The most bytes of facts that are kept. The largest real sets have some 3,000.
  static let maximumFactsSize = 32_000

  init(of set: QuestionSet, source: String, digest: ContentDigest, passages: Int) {
    identifier = set.identifier
    content = set.identifier == nil ? digest : nil
    setKey = StoredPassage.setKey(of: set, source: source)
    form = set.form
    warnings = set.warnings.count
    self.passages = passages
    kind = set.kind
    chamber = set.chamber
    session = set.session
    number = set.number
    caseNumber = set.caseNumber
    asked = Self.asked(in: set)
    answeredIn = set.answeredIn
    seeAlso = set.seeAlso
    submitted = set.submitted
    received = set.received
    hasText =
      !set.remarks.isEmpty
      || set.passages.contains { !$0.questionText.isEmpty || $0.answerText?.isEmpty == false }
    hasQuestions = set.passages.contains { passage in
      !passage.questionText.isEmpty
        && (!passage.questions.isEmpty || set.kind == .answered || set.kind == .questions)
    }
    storedSize = set.storedSize
    textDigest = Self.digest(ofTextsOf: set)
    let facts = CaseFacts(of: set).encoded()
    keptFacts = facts.count <= Self.maximumFactsSize ? facts : []
  }

  /// The key that distinguishes versions: the folded identifier, or the digest of the content of a
  /// file without one.
  package var versionKey: String {
    identifier.map(Schema.folded) ?? "=" + (content?.hexadecimal ?? setKey)
  }

  /// The publication and its version; nil without an identifier.
  var name: PublicationName? { identifier.map { PublicationName($0) } }

  /// The last words of the members' names, the day, and the letters and digits of the subject.
  /// These are the same in every form, with or without first names, quotation marks and full stops.
  private static func asked(in set: QuestionSet) -> ContentDigest? {
    guard !set.members.isEmpty, let submitted = set.submitted, let subject = set.subject else {
      return nil
    }
    let members = set.members.map { member in
      let words = member.name.lowercased().split(separator: " ")
      return String((words.last { !$0.contains(".") } ?? words.last) ?? "")
    }
    let letters = subject.lowercased().filter { $0.isLetter || $0.isNumber }
    guard !letters.isEmpty else { return nil }
    let text = members.sorted().joined(separator: ",") + "|\(submitted)|" + letters
    return ContentDigest(of: Array(text.utf8))
  }
}

// MARK: Texts

extension SourceSummary {
  /// The digest of what a reader of the set sees, one text after the other.
  private static func digest(ofTextsOf set: QuestionSet) -> UInt64 {
    var texts = [set.subject ?? ""]
    for passage in set.passages {
      texts += [passage.questionText, passage.answerText ?? ""] + passage.footnotes.map(\.text)
    }
    texts += set.footnotes.map(\.text) + set.remarks
    var bytes: [UInt8] = []
    bytes.reserveCapacity(set.storedSize)
    for text in texts {
      bytes += text.utf8.lazy.filter { $0 > UInt8(ascii: " ") }
      bytes.append(0)
    }
    return ContentDigest(of: bytes).half
  }
}

// MARK: The record

extension SourceSummary {
  /// The last part of an identifier, which is the number of most sets.
  private static func number(in identifier: String?) -> String? {
    identifier?.split(separator: "-").last.map(String.init)
  }

  /// Writes the summary of the file with a name; see `StoredPassage.name(ofFile:)`. What follows
  /// from that, or from the identifier, is not written.
  func write(to writer: inout RecordWriter, fileName: String) {
    writer.write(identifier, unless: fileName)
    writer.write(content)
    writer.write(setKey, unless: identifier ?? fileName)
    writer.write(form)
    writer.write(warnings)
    writer.write(passages)
    writer.write(kind)
    writer.write(chamber)
    writer.write(session.map { [$0] } ?? []) { $0.write(FacetCode.bytes(of: $1, .session)) }
    writer.write(number, unless: Self.number(in: identifier))
    writer.write(caseNumber)
    writer.write(asked)
    writer.write(answeredIn) { $0.write($1) }
    writer.write(seeAlso) { $0.write($1) }
    writer.write(submitted)
    writer.write(received)
    writer.write((hasText ? 1 : 0) + (hasQuestions ? 2 : 0))
    writer.write(storedSize)
    writer.write(whole: Int(bitPattern: UInt(textDigest)))
    writer.write(keptFacts)
  }

  init(from reader: inout RecordReader, fileName: String) throws(StoredRecordError) {
    identifier = try reader.optionalText(unless: fileName)
    content = try reader.digest()
    guard let key = try reader.optionalText(unless: identifier ?? fileName) else {
      throw reader.error
    }
    setKey = key
    form = try reader.oneCase(of: SourceForm.self)
    warnings = try reader.number()
    passages = try reader.number()
    kind = try reader.oneCase(of: QuestionSet.Kind.self)
    chamber = try reader.optionalCase(of: QuestionSet.Chamber.self)
    session = try reader.list { reader throws(StoredRecordError) in
      FacetCode.value(of: try reader.data()[...], .session)
    }.first
    number = try reader.optionalText(unless: Self.number(in: identifier))
    caseNumber = try reader.optionalText()
    asked = try reader.digest()
    answeredIn = try reader.list { reader throws(StoredRecordError) in try reader.text() }
    seeAlso = try reader.list { reader throws(StoredRecordError) in try reader.text() }
    submitted = try reader.date()
    received = try reader.date()
    let flags = try reader.number()
    hasText = flags & 1 != 0
    hasQuestions = flags & 2 != 0
    storedSize = try reader.number()
    textDigest = UInt64(UInt(bitPattern: try reader.whole()))
    keptFacts = try reader.data()
  }
}
