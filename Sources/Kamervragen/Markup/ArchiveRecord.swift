/// Reads records of the archive of 1984 to 2008, made from print and from Parlando: one set per
/// file, with the root `kvr`.
///
/// Attributes hold the metadata; the texts are machine-read. A third of the records have the same
/// fault: the last line is in the attribute `type` of the root.
struct ArchiveRecord {
  let root: MarkupElement
  var notes = MarkupNotes()
  /// The keys of the notes, by half ("vragen" or "antwoorden") and number.
  var keys: [String: ArraySlice<Int>] = [:]
  var parts: [DocumentPart] = []
  var header = Header(paragraphs: [])
  var facts = PageFurniture.Facts()
  var warnings: [String] = []
  var remarks: [String] = []

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - bytes: the file; libxml2 decodes it by its declaration.
  ///   - name: the file's name.
  /// - Returns: the set, with warnings about parts that were not understood.
  /// - Throws: `ReadError.damaged` if it is not XML, `ReadError.noKamervragen` if it has no text.
  static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> QuestionSet {
    var record = ArchiveRecord(root: try MarkupTree.read(bytes))
    record.readNotes()
    record.readParts()
    record.readHeader()
    record.readIdentity()
    guard !record.parts.isEmpty else {
      throw .noKamervragen(expected: "de tekst van vragen, antwoorden of een mededeling")
    }
    record.keepStrayElements()
    let document = DocumentText(
      form: .kvr, body: .parts(record.parts, header: record.header),
      notes: .keyed(record.notes, headerKeys: []), facts: record.facts)
    var set = try SetAssembly(document, name: name).set
    set.warnings += record.warnings
    set.remarks += record.remarks
    record.describe(&set)
    return set
  }

  init(root: MarkupElement) { self.root = root }

  // MARK: Values

  /// The value of a metadata item, which occurs once; nil if it is missing or empty.
  func item(_ name: String) -> String? {
    let found = root.first {
      $0.name == "item" && $0.attributes["attribuut"]?.lowercased() == name.lowercased()
    }
    return found.map(\.flatText).flatMap { $0.isEmpty ? nil : $0 }
  }

  func attribute(_ element: String, _ name: String) -> String {
    SourceText.oneLine(root.first([element])?.attributes[name] ?? "")
  }

  func text(_ element: String) -> String { root.first([element])?.flatText ?? "" }

  /// A text with spaced digits ("1 9 8 6 - 1 9 8 7") joined.
  static func joinedDigits(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let isBetween =
        byte == Ascii.space && result.last.map(Ascii.isDigit) == true && index + 1 < bytes.count
        && Ascii.isDigit(bytes[index + 1])
      if !isBetween { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Notes

  mutating func readNotes() {
    for half in ["vragen", "antwoorden"] {
      for element in elements("noten", in: half) {
        for note in element.elements where note.name == "noot" {
          let number = SourceText.oneLine(note.attributes["nummer"] ?? "")
          let text = note.flatText
          guard !text.isEmpty else { continue }
          let key = notes.add(mark: number, text: text)
          keys["\(half) \(number)", default: []].append(key)
        }
      }
    }
  }

  /// The text of an element with the marks of its notes.
  mutating func text(of element: MarkupElement, in half: String) -> String {
    var text = ""
    for node in element.children {
      switch node {
      case .text(let piece): text += piece
      case .element(let child) where child.name == "voetnoot":
        // Glue marks to the words before them, as in print.
        while text.last?.isWhitespace == true { text.removeLast() }
        let number = SourceText.oneLine(child.attributes["nummer"] ?? "")
        let inner = child.flatText
        text += mark(number.isEmpty ? inner : number, in: half)
        if !number.isEmpty, inner != number { text += inner }
      case .element(let child): text += " \(child.flatText) "
      }
    }
    return SourceText.oneLine(text)
  }

  /// The mark of a note in its own half, or else in the other.
  mutating func mark(_ number: String, in half: String) -> String {
    for name in [half, "vragen", "antwoorden"] {
      guard let known = keys["\(name) \(number)"], let key = known.first else { continue }
      // If a number occurs twice, the next mark belongs to the next note.
      if known.count > 1 { keys["\(name) \(number)"] = known.dropFirst() }
      return MarkupNotes.text(of: key)
    }
    notes.addUnknown(number)
    return Superscript.raised(number) ?? number
  }

  // MARK: Parts

  mutating func readParts() {
    let questions = elements("vraag", in: "vragen")
    let asked = questions.map { Self.numbers($0).first }
    // The last place of each number.
    let places = Dictionary(
      asked.enumerated().compactMap { index, number in number.map { ($0, index) } },
      uniquingKeysWith: max)
    for (index, element) in questions.enumerated() {
      let last = parts.last?.number.flatMap { Int($0) } ?? 0
      let isText = asked[index].map { number in
        number > Heading.maximumNumber || number > last + 1 && places[last + 1] ?? -1 > index
      }
      add(element, .question, in: "vragen", isText: isText == true)
    }
    let largest = places.keys.filter { $0 <= Heading.maximumNumber }.max() ?? 0
    for element in elements("antwoord", in: "antwoorden") {
      let first = Self.numbers(element).first ?? 1
      add(
        element, .answer, in: "antwoorden",
        isText: first > Heading.maximumNumber || largest > 0 && first > largest + 3)
    }
    for index in parts.indices where parts[index].paragraphs.count > 1 {
      parts[index].paragraphs = [ParagraphJoiner.single(parts[index].paragraphs)]
    }
    for (name, title) in [("toelichting", "Toelichting:"), ("mededeling", "Mededeling:")] {
      let texts = root.elements.filter { $0.name == name }.map { text(of: $0, in: "antwoorden") }
        .filter { !$0.isEmpty }
      if !texts.isEmpty { parts.append(DocumentPart(kind: .remark, paragraphs: [title] + texts)) }
    }
    restoreLastLine()
    takeSentences()
  }

  /// Moves the answer sentence from a text next to it in print to the header.
  mutating func takeSentences() {
    let places = [
      parts.lastIndex { $0.kind == .question }, parts.firstIndex { $0.kind == .answer },
      parts.firstIndex { $0.kind == .remark }, parts.lastIndex { $0.kind == .remark },
    ]
    for index in places.compactMap({ $0 }).withoutRepeats { takeSentence(from: index) }
  }

  func elements(_ name: String, in half: String) -> [MarkupElement] {
    root.elements.filter { $0.name == half }.flatMap(\.elements).filter { $0.name == name }
  }

  static func numbers(_ element: MarkupElement) -> [Int] {
    let printed = SourceText.oneLine(element.attributes["nummer"] ?? "")
    if let number = Int(printed) { return [number] }
    var scanner = TextScanner(printed)
    if scanner.takeWord("en") {}
    return NumberList(&scanner).numbers
  }

  /// Adds a question or an answer. If a number in the text was mistaken for its number ("in mei" |
  /// "1994 …"), adds it to the previous part.
  mutating func add(
    _ element: MarkupElement, _ kind: DocumentPart.Kind, in half: String, isText: Bool
  ) {
    let text = text(of: element, in: half)
    let number = SourceText.oneLine(element.attributes["nummer"] ?? "")
    guard !text.isEmpty || !number.isEmpty else { return }
    if isText, let last = parts.indices.last, parts[last].kind == kind {
      parts[last].paragraphs.append("\(number) \(text)".trimmed)
      warnings.append(
        "Het getal \(number) staat in het bestand als nummer, maar hoort bij de tekst ervoor.")
      return
    }
    parts.append(
      DocumentPart(
        kind: kind, number: number.isEmpty ? nil : number, paragraphs: text.isEmpty ? [] : [text]))
  }

  private static let types: Set<String> = [
    "", "antwoord", "nader antwoord", "aanvullend antwoord", "mededeling", "nadere mededeling",
    "vragen", "vraag",
  ]

  /// Restores the last line from the attribute of the root.
  mutating func restoreLastLine() {
    let line = SourceText.oneLine(root.attributes["type"] ?? "")
    guard !Self.types.contains(line.lowercased()), let last = parts.indices.last else { return }
    guard let text = parts[last].paragraphs.popLast() else {
      parts[last].paragraphs = [line]
      return
    }
    parts[last].paragraphs.append(ParagraphJoiner.single([text, line]))
    if LineEnd.closesSentence(text) {
      warnings.append(
        "De regel «\(line.opening)» staat los van de tekst; hij is achter de laatste alinea gezet.")
    }
  }

  /// Moves the answer sentence from a text that includes it to the header.
  mutating func takeSentence(from index: Int) {
    guard header.answer == nil, let text = parts[index].paragraphs.last else { return }
    let bytes = Array(text.utf8)
    guard let glued = GluedSentence(bytes, from: 0) else { return }
    let sentence = String(decoding: bytes[glued.sentence], as: UTF8.self)
    let isInside = parts[index].kind == .answer && glued.start > 0
    guard !isInside || isOwn(sentence) else { return }
    header.add(answerSentence: sentence)
    guard let answer = header.answer else { return }
    let before = String(decoding: bytes[..<glued.start], as: UTF8.self).trimmed
    let after = String(decoding: bytes[glued.sentence.upperBound...], as: UTF8.self).trimmed
    parts[index].paragraphs.removeLast()
    if !before.isEmpty { parts[index].paragraphs.append(before) }
    guard !after.isEmpty else { return }
    if parts[index].kind == .remark, before.isEmpty {
      parts[index].paragraphs.append(after)
    } else if answer.isNotice {
      parts.append(DocumentPart(kind: .remark, paragraphs: ["Mededeling:", after]))
    } else {
      parts.insert(DocumentPart(kind: .answer, paragraphs: [after]), at: index + 1)
    }
  }

  /// The elements that are read, and those that may be in them.
  private static let known: [String: Set<String>] = [
    "kvr": ["meta", "vragen", "antwoorden", "toelichting", "mededeling"],
    "vragen": ["vraag", "noten"], "antwoorden": ["antwoord", "noten"], "noten": ["noot"],
  ]

  /// Keeps the text of unknown elements.
  mutating func keepStrayElements() {
    var texts: [String] = []
    func collect(_ element: MarkupElement) {
      guard let known = Self.known[element.name] else { return }
      for node in element.children {
        switch node {
        case .text(let text): texts.append(SourceText.oneLine(text))
        case .element(let child) where known.contains(child.name): collect(child)
        case .element(let child): texts.append(child.flatText)
        }
      }
    }
    collect(root)
    texts.removeAll(where: \.isEmpty)
    if !texts.isEmpty { parts.append(DocumentPart(kind: .loose, paragraphs: texts)) }
  }

  /// Whether an answer sentence names a respondent of the record, if it has any. An answer may
  /// quote another answer's sentence.
  func isOwn(_ sentence: String) -> Bool {
    let names = root.all("antwoorder").map(\.flatText).filter { !$0.isEmpty }
    return names.isEmpty || names.contains { sentence.contains($0) }
  }
}
