public import Kamervragen

/// What the index keeps of a passage to show it: the passage, the heading of its set and the file it came from.
public struct StoredPassage: Sendable, Hashable {
  /// The heading of the set, without its passages.
  public var set: QuestionSet
  /// The passage.
  public var passage: Passage
  /// The place of the passage in its set, from 0.
  public var ordinal: Int
  /// The path of the file.
  public var source: String

  /// The name of the set: its identifier, else its zaaknummer, else the file's name without extension.
  public var setKey: String { Self.setKey(of: set, source: source) }

  /// The citation key of the passage, `ah-tk-20242025-705#3`: the set and the first question number, 0 where there is
  /// none.
  public var id: String { "\(setKey)#\(passage.questions.first ?? 0)" }

  /// The day the passage is found by: when the answer was received, else when the questions were submitted.
  public var date: CalendarDate? { self.set.received ?? self.set.submitted }

  static func setKey(of set: QuestionSet, source: String) -> String {
    if let key = set.identifier ?? set.caseNumber { return key }
    let name = source.split(separator: "/").last.map(String.init) ?? source
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

// MARK: The record

extension StoredPassage {
  /// The record as it lies in the database: every text as its length in bytes and its bytes, every list as its count
  /// and its elements.
  func encoded() -> [UInt8] {
    var writer = RecordWriter()
    writer.write(set.identifier)
    writer.write(set.kind.rawValue)
    writer.write(set.chamber?.rawValue)
    writer.write(set.session)
    writer.write(set.number)
    writer.write(set.caseNumber)
    writer.write(set.subject)
    writer.write(set.members) {
      $0.write($1.name); $0.write($1.party)
    }
    writer.write(set.addressees) { $0.write($1) }
    writer.write(set.respondents) {
      $0.write($1.role); $0.write($1.name); $0.write($1.portfolio)
    }
    writer.write(set.onBehalfOf) { $0.write($1) }
    writer.write(set.submitted?.description)
    writer.write(set.received?.description)
    writer.write(set.seeAlso) { $0.write($1) }
    writer.write(passage.questions) { $0.write($1) }
    writer.write(passage.questionText)
    writer.write(passage.answerText)
    writer.write(passage.footnotes) {
      $0.write($1.mark); $0.write($1.text)
    }
    writer.write(ordinal)
    writer.write(source)
    return writer.bytes
  }

  /// Reads a record back.
  ///
  /// - Throws: `StoredRecordError` where the bytes are no record.
  init(decoding bytes: [UInt8]) throws(StoredRecordError) {
    var reader = RecordReader(bytes)
    let identifier = try reader.optionalText()
    guard let kind = QuestionSet.Kind(rawValue: try reader.text()) else { throw reader.error }
    var set = QuestionSet(kind: kind)
    set.identifier = identifier
    set.chamber = try reader.optionalText().flatMap(QuestionSet.Chamber.init(rawValue:))
    set.session = try reader.optionalText()
    set.number = try reader.optionalText()
    set.caseNumber = try reader.optionalText()
    set.subject = try reader.optionalText()
    set.members = try reader.list { reader throws(StoredRecordError) in
      Member(name: try reader.text(), party: try reader.optionalText())
    }
    set.addressees = try reader.list { reader throws(StoredRecordError) in try reader.text() }
    set.respondents = try reader.list { reader throws(StoredRecordError) in
      Respondent(
        role: try reader.text(), name: try reader.text(), portfolio: try reader.optionalText())
    }
    set.onBehalfOf = try reader.list { reader throws(StoredRecordError) in try reader.text() }
    set.submitted = try reader.optionalText().flatMap { CalendarDate(iso: $0) }
    set.received = try reader.optionalText().flatMap { CalendarDate(iso: $0) }
    set.seeAlso = try reader.list { reader throws(StoredRecordError) in try reader.text() }
    passage = Passage(
      questions: try reader.list { reader throws(StoredRecordError) in try reader.number() },
      questionText: try reader.text(), answerText: try reader.optionalText(),
      footnotes: try reader.list { reader throws(StoredRecordError) in
        Footnote(mark: try reader.text(), text: try reader.text())
      })
    ordinal = try reader.number()
    source = try reader.text()
    self.set = set
  }
}
