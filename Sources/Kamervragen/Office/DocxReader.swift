/// Reads DOCX: documents of the Kamer and letters of ministries.
enum DocxReader {
  static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> QuestionSet {
    try text(bytes).set(form: .docx, name: name)
  }

  /// The text of a document, with its notes.
  static func text(_ bytes: [UInt8]) throws(ReadError) -> OfficeText {
    let archive = try Archive(bytes, form: .docx)
    let parts = try Parts(archive)
    guard let document = try archive.entry(parts.document) else {
      throw .damaged(form: .docx, reason: "het onderdeel \(parts.document) ontbreekt")
    }
    let styles = try archive.part(parts.styles).map(WordStyles.init) ?? WordStyles()
    let numbering = try archive.part(parts.numbering).map(WordNumbering.init) ?? WordNumbering()
    let footnotes = try notes(archive.part(parts.footnotes), styles)
    let endnotes = try notes(archive.part(parts.endnotes), styles)
    var body = WordBody(
      styles: styles, numbering: numbering,
      footnotes: endnotes.isEmpty ? 0 : try footnoteCount(document))
    try XMLEvents.read(document, form: .docx) { (event) throws(ReadError) in body.read(event) }
    body.finish()
    var text = OfficeText(paragraphs: body.flow.paragraphs, ownMarks: body.ownMarks)
    for reference in body.references {
      guard let note = (reference.isEndnote ? endnotes : footnotes)[reference.id] else {
        let mark = reference.ownMark ?? String(reference.number)
        text.warnings.append("De tekst van voetnoot \(mark) staat niet in het bestand.")
        continue
      }
      text.notes.append(
        FoundNote(
          number: reference.number, style: .raised, text: reference.withoutMark(note), page: 0,
          line: 0))
    }
    if body.hasForeignText {
      text.warnings.append("Een deel van de tekst is in een andere vorm ingevoegd en niet gelezen.")
    }
    for margin in parts.margins {
      guard let part = try archive.entry(margin, atMost: Archive.marginLimit) else { continue }
      text.margins += try paragraphs(part, styles)
    }
    return text
  }

  /// The texts of the notes in a part, by id.
  private static func notes(
    _ part: [UInt8]?, _ styles: WordStyles
  ) throws(ReadError) -> [String: String] {
    guard let part else { return [:] }
    var notes: [String: String] = [:]
    var open: (id: String, body: WordBody)?
    try XMLEvents.read(part, form: .docx) { (event) throws(ReadError) in
      switch event {
      case .start("footnote", let attributes), .start("endnote", let attributes):
        // Separator lines are stored among the notes; they have another type.
        let isNote = ["normal", nil].contains(attributes["type"])
        open = isNote ? (attributes["id"] ?? "", WordBody(styles: styles, numbering: .init())) : nil
      case .end("footnote"), .end("endnote"):
        if let open { notes[open.id] = OfficeText.note(open.body.flow.paragraphs) }
        open = nil
      default: open?.body.read(event)
      }
    }
    return notes
  }

  private static func footnoteCount(_ document: [UInt8]) throws(ReadError) -> Int {
    var count = 0
    try XMLEvents.read(document, form: .docx) { (event) throws(ReadError) in
      guard case .start("footnoteReference", let attributes) = event else { return }
      if !WordStyles.Properties.isOn(attributes["customMarkFollows"] ?? "0") { count += 1 }
    }
    return count
  }

  private static func paragraphs(
    _ part: [UInt8], _ styles: WordStyles
  ) throws(ReadError) -> [OfficeParagraph] {
    var body = WordBody(styles: styles, numbering: WordNumbering())
    try XMLEvents.read(part, form: .docx) { (event) throws(ReadError) in body.read(event) }
    return body.flow.paragraphs
  }

  /// The names of a document's parts, from its relations.
  private struct Parts {
    var document = "word/document.xml"
    var styles: String?
    var numbering: String?
    var footnotes: String?
    var endnotes: String?
    /// Headers and footers.
    var margins: [String] = []

    init(_ archive: borrowing Archive) throws(ReadError) {
      for relation in try Self.relations(archive, of: "") where relation.type == "officeDocument" {
        document = relation.target
      }
      for relation in try Self.relations(archive, of: document) {
        switch relation.type {
        case "styles": styles = relation.target
        case "numbering": numbering = relation.target
        case "footnotes": footnotes = relation.target
        case "endnotes": endnotes = relation.target
        case "header", "footer": margins.append(relation.target)
        default: break
        }
      }
      // Enough for any document: each section has its own headers and footers.
      margins = Array(margins.withoutRepeats.prefix(20))
    }

    /// The relations of a part: the last component of the type, and the entry's name.
    private static func relations(
      _ archive: borrowing Archive, of part: String
    ) throws(ReadError) -> [(type: String, target: String)] {
      let pieces = part.split(separator: "/")
      let folder = pieces.dropLast().map { "\($0)/" }.joined()
      let name = "\(folder)_rels/\(pieces.last.map(String.init) ?? "").rels"
      guard let bytes = try archive.entry(name) else { return [] }
      var found: [(type: String, target: String)] = []
      try XMLEvents.read(bytes, form: .docx) { (event) throws(ReadError) in
        guard case .start("Relationship", let attributes) = event,
          attributes["TargetMode"] != "External",
          let type = attributes["Type"]?.split(separator: "/").last,
          let target = attributes["Target"]
        else { return }
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        found.append((String(type), path))
      }
      return found
    }
  }
}

extension Archive {
  /// The bytes of an optional part; nil if the document lacks it.
  borrowing func part(_ name: String?) throws(ReadError) -> [UInt8]? {
    guard let name else { return nil }
    return try entry(name)
  }
}

extension WordBody.Reference {
  /// The text of the note without the author's own mark at its start.
  fileprivate func withoutMark(_ note: String) -> String {
    guard let ownMark, note.hasPrefix(ownMark) else { return note }
    return String(note.dropFirst(ownMark.count)).trimmed
  }
}
