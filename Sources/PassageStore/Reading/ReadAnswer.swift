internal import FoundationEssentials
internal import Kamervragen

/// What a process has made of a document. It comes back as the length of the rest, four bytes; a
/// byte that says what it is; a byte that says whether the process ends now; and the set, or the
/// error as JSON.
struct ReadAnswer: Sendable {
  var result: Result<QuestionSet, ReadError>
  /// Whether the process has taken so much memory that it ends rather than keep it.
  var isLast: Bool

  /// The size of what comes before the set or the error, in bytes.
  static let headSize = 6

  private enum Content: UInt8 { case set, error }

  /// The bytes of the answer.
  ///
  /// - Throws: What `JSONEncoder` throws.
  func encoded() throws -> [UInt8] {
    let content: Content
    let body: [UInt8]
    switch result {
    case .success(let set): (content, body) = (.set, set.encoded())
    case .failure(let error): (content, body) = (.error, Array(try JSONEncoder().encode(error)))
    }
    return FourBytes.encode(UInt32(body.count)) + [content.rawValue, isLast ? 1 : 0] + body
  }

  /// How many bytes come after the head.
  static func bodySize(head: [UInt8]) -> Int { Int(FourBytes.decode(head)) }

  /// Reads an answer; nil if the bytes are none.
  init?(head: [UInt8], body: [UInt8]) {
    switch Content(rawValue: head[4]) {
    case .set:
      guard let set = try? QuestionSet(decoding: body) else { return nil }
      result = .success(set)
    case .error:
      guard let error = try? JSONDecoder().decode(ReadError.self, from: Data(body)) else {
        return nil
      }
      result = .failure(error)
    case nil: return nil
    }
    isLast = head[5] == 1
  }

  init(_ result: Result<QuestionSet, ReadError>, isLast: Bool) {
    self.result = result
    self.isLast = isLast
  }
}

extension QuestionSet {
  /// The whole set as bytes.
  func encoded() -> [UInt8] {
    var writer = RecordWriter()
    writer.write(heading: self)
    writer.write(form.rawValue)
    writer.write(answeredIn)
    writer.write(passages) { $0.write($1) }
    writer.write(footnotes)
    writer.write(remarks)
    writer.write(warnings)
    return writer.bytes
  }

  /// Reads what `encoded` gave.
  ///
  /// - Throws: `StoredRecordError` if the bytes are something else.
  init(decoding bytes: [UInt8]) throws(StoredRecordError) {
    var reader = RecordReader(bytes)
    self = try reader.heading()
    guard let form = SourceForm(rawValue: try reader.text()) else { throw reader.error }
    self.form = form
    answeredIn = try reader.texts()
    passages = try reader.list { reader throws(StoredRecordError) in try reader.passage() }
    footnotes = try reader.footnotes()
    remarks = try reader.texts()
    warnings = try reader.texts()
    guard reader.isAtEnd else { throw reader.error }
  }
}
