internal import Kamervragen

/// The encoding of a set's heading and passages, shared by the records of the index and the answers
/// of reader processes.
extension RecordWriter {
  /// Writes the heading of a set: everything but its passages, form, `answeredIn`, remarks,
  /// warnings and footnotes.
  mutating func write(heading set: QuestionSet) {
    write(set.identifier)
    write(set.kind.rawValue)
    write(set.chamber?.rawValue)
    write(set.session)
    write(set.number)
    write(set.caseNumber)
    write(set.subject)
    write(set.members)
    write(set.addressees)
    write(set.respondents) { writer, respondent in
      writer.write(respondent.role)
      writer.write(respondent.name)
      writer.write(respondent.portfolio)
    }
    write(set.onBehalfOf)
    write(set.submitted?.description)
    write(set.received?.description)
    write(set.seeAlso)
    write(set.topics)
    write(set.keywords)
    write(set.abstract)
  }

  mutating func write(_ members: [Member]) {
    write(members) { writer, member in
      writer.write(member.name)
      writer.write(member.party)
    }
  }

  /// Writes a day as `yyyymmdd`; nil as 0.
  mutating func write(_ date: CalendarDate?) {
    write(date.map { $0.year * 10_000 + $0.month * 100 + $0.day } ?? 0)
  }

  mutating func write(_ passage: Passage) {
    write(passage.questions) { $0.write($1) }
    write(passage.questionText)
    write(passage.answerText)
    write(passage.footnotes)
  }

  mutating func write(_ notes: [Footnote]) {
    write(notes) { writer, note in
      writer.write(note.mark)
      writer.write(note.text)
    }
  }

  mutating func write(_ texts: [String]) {
    write(texts) { $0.write($1) }
  }
}

extension RecordReader {
  /// Reads a set from the result of `write(heading:)`.
  mutating func heading() throws(StoredRecordError) -> QuestionSet {
    let identifier = try optionalText()
    guard let kind = QuestionSet.Kind(rawValue: try text()) else { throw error }
    var set = QuestionSet(kind: kind)
    set.identifier = identifier
    set.chamber = try optionalText().flatMap(QuestionSet.Chamber.init(rawValue:))
    set.session = try optionalText()
    set.number = try optionalText()
    set.caseNumber = try optionalText()
    set.subject = try optionalText()
    set.members = try members()
    set.addressees = try texts()
    set.respondents = try list { reader throws(StoredRecordError) in
      Respondent(
        role: try reader.text(), name: try reader.text(), portfolio: try reader.optionalText())
    }
    set.onBehalfOf = try texts()
    set.submitted = try optionalText().flatMap { CalendarDate(iso: $0) }
    set.received = try optionalText().flatMap { CalendarDate(iso: $0) }
    set.seeAlso = try texts()
    set.topics = try texts()
    set.keywords = try optionalText()
    set.abstract = try optionalText()
    return set
  }

  mutating func members() throws(StoredRecordError) -> [Member] {
    try list { reader throws(StoredRecordError) in
      Member(name: try reader.text(), party: try reader.optionalText())
    }
  }

  mutating func date() throws(StoredRecordError) -> CalendarDate? {
    let day = try number()
    guard day > 0 else { return nil }
    return CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
  }

  mutating func passage() throws(StoredRecordError) -> Passage {
    Passage(
      questions: try list { reader throws(StoredRecordError) in try reader.number() },
      questionText: try text(), answerText: try optionalText(), footnotes: try footnotes())
  }

  mutating func footnotes() throws(StoredRecordError) -> [Footnote] {
    try list { reader throws(StoredRecordError) in
      Footnote(mark: try reader.text(), text: try reader.text())
    }
  }

  mutating func texts() throws(StoredRecordError) -> [String] {
    try list { reader throws(StoredRecordError) in try reader.text() }
  }
}
