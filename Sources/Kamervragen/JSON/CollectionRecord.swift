import FoundationEssentials

/// Reads the JSON record of one publication in a collection: its identifier, its metadata, and the
/// texts of its questions without their numbers.
enum CollectionRecord {
  private struct Record: Decodable {
    let identifier: String?
    let text: [String]
    let meta: [String: Values]
  }

  /// One value or more.
  private struct Values: Decodable {
    let all: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([String].self) {
        all = list
      } else if let one = try? container.decode(String.self) {
        all = [one]
      } else {
        all = []  // Metadata are never numbers or nested objects.
      }
    }
  }

  private static let expected = "een record met «identifier», «text» en «meta»"

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - bytes: the file in UTF-8.
  ///   - name: the file's name.
  /// - Returns: the set; its questions have no printed numbers.
  /// - Throws: `ReadError.noKamervragen` if it is other JSON or another kind of publication;
  ///   `ReadError.exceedsBound`.
  static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> QuestionSet {
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(StreamSafeJSON.bytes(bytes)))
    } catch let error as DecodingError {
      if case .dataCorrupted = error {
        throw .damaged(form: .json, reason: "het is geen geldige JSON")
      }
      throw .noKamervragen(expected: expected)
    } catch {
      throw .noKamervragen(expected: expected)
    }
    let pairs = record.meta.sorted { $0.key < $1.key }.flatMap { name, values in
      values.all.map { (name: name, value: $0) }
    }
    let own = record.identifier.map { [(name: "identifier", value: $0)] } ?? []
    let metadata = Metadata(own + pairs)
    guard let identifier = metadata.identifier else {
      throw .noKamervragen(expected: "het nummer van een publicatie van Kamervragen")
    }
    let texts = record.text.map(SourceText.oneLine).filter { !$0.isEmpty }
    guard !texts.isEmpty else { throw .noKamervragen(expected: "de tekst van de vragen") }
    // Each question is one text, but nothing marks where an answer ends.
    let isAnswer = identifier.text.hasPrefix("ah-")
    var notes: [FoundNote] = []
    let parts =
      isAnswer
      ? [DocumentPart(kind: .loose, paragraphs: texts)] : questions(texts, &notes)
    let document = DocumentText(
      form: .json, body: .parts(parts, header: Header(paragraphs: [])), notes: .numbered(notes),
      metadata: metadata)
    return try SetAssembly(document, name: name).set
  }

  /// The questions, without the notes after them.
  private static func questions(_ texts: [String], _ notes: inout [FoundNote]) -> [DocumentPart] {
    var due = 1
    return texts.map { text in
      let (question, own) = InlineNotes.split(text, due: &due)
      for note in own {
        notes.append(
          FoundNote(
            number: notes.count + 1, style: .raised, text: note.text, page: 0, line: notes.count))
      }
      return DocumentPart(kind: .question, paragraphs: [question])
    }
  }
}

/// Separates notes after a question in the same text: "… en regulier? 1 Zie
/// https://voorbeeld.nl/x".
enum InlineNotes {
  /// Divides a text into the question and its notes, if that is certain: the number is due, the
  /// question has ended before it, the note begins like a sentence, and no question follows.
  ///
  /// - Parameters:
  ///   - text: the text on one line.
  ///   - due: the number of the next note; increased for each note found.
  /// - Returns: the question with the marks after it, and the notes.
  static func split(_ text: String, due: inout Int) -> (question: String, notes: [Footnote]) {
    let bytes = Array(text.utf8)
    var starts: [(mark: Int, text: Int)] = []
    var index = 0
    while index < bytes.count {
      let number = due + starts.count
      guard let start = noteStart(bytes, from: index, number, isFirst: starts.isEmpty) else {
        break
      }
      starts.append(start)
      index = start.text
    }
    guard let first = starts.first, !asks(bytes[first.text...]) else { return (text, []) }
    var notes: [Footnote] = []
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1].mark : bytes.count
      notes.append(
        Footnote(
          mark: String(due + place),
          text: String(decoding: bytes[start.text..<end], as: UTF8.self).trimmed))
    }
    let marks = notes.indices.map { Superscript.digits(due + $0) }.joined(separator: " ")
    due += notes.count
    let question = String(decoding: bytes[..<first.mark], as: UTF8.self).trimmed
    return (question + marks, notes)
  }

  /// Where the note with a number begins: its mark and its text.
  private static func noteStart(
    _ bytes: [UInt8], from start: Int, _ number: Int, isFirst: Bool
  ) -> (mark: Int, text: Int)? {
    var at = start
    let mark = " \(number) "
    while let found = Ascii.find(mark, in: bytes, from: at) {
      at = found + 1
      let text = found + mark.utf8.count
      guard text < bytes.count, begins(bytes, text), found > 0 else { continue }
      let closes = isFirst ? "?" : "?.!)"
      let isClosed = closes.utf8.contains(bytes[found - 1]) || bytes[found - 1] == 0xBB
      guard isClosed else { continue }
      return (found, text)
    }
    return nil
  }

  private static func begins(_ bytes: [UInt8], _ at: Int) -> Bool {
    Ascii.isUpper(bytes[at]) || bytes[at] >= 0xC2 || Ascii.hasPrefix(bytes, at: at, "http")
      || Ascii.hasPrefix(bytes, at: at, "www.")
  }

  /// Whether a question ends in a text; question marks within an address do not count.
  private static func asks(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = Array(bytes)
    return text.last == UInt8(ascii: "?") || Ascii.find("? ", in: text) != nil
  }
}
