internal import FoundationEssentials
internal import Kamervragen

/// The answer of a reader process for one document. It is encoded as the length of the body, four
/// bytes; a byte for the kind; a byte that says whether the process ends now; and the body: the
/// set, or the error as JSON.
struct ReadAnswer: Sendable {
  var result: Result<QuestionSet, ReadError>
  /// Whether the process ends because it holds too much memory.
  var isLast: Bool

  /// The size of the head before the body, in bytes.
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

  /// The size of the body, in bytes.
  static func bodySize(head: [UInt8]) -> Int { Int(FourBytes.decode(head)) }

  /// Reads an answer; nil if the bytes are not an answer.
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
  /// The whole set, encoded.
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

  /// Reads the result of `encoded`.
  ///
  /// - Throws: `StoredRecordError` if the bytes are not a set.
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
