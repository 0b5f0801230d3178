/// Reads ODT, as officielebekendmakingen publishes it.
enum OdtReader {
  static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> QuestionSet {
    try text(bytes).set(form: .odt, name: name)
  }

  /// The text of a document, with its notes.
  static func text(_ bytes: [UInt8]) throws(ReadError) -> OfficeText {
    let archive = try Archive(bytes, form: .odt)
    if let manifest = try archive.entry("META-INF/manifest.xml"),
      try isEncrypted(manifest)
    {
      throw .damaged(form: .odt, reason: "het is versleuteld")
    }
    guard let content = try archive.entry("content.xml") else {
      throw .damaged(form: .odt, reason: "het onderdeel content.xml ontbreekt")
    }
    let common = try archive.entry("styles.xml")
    var styles = OdtStyles()
    if let common {
      try XMLEvents.read(common, form: .odt) { (event) throws(ReadError) in styles.read(event) }
    }
    var body: OdtBody?
    try XMLEvents.read(content, form: .odt) { (event) throws(ReadError) in
      if case .start("body", _) = event {
        body = OdtBody(styles: styles)
      } else if body == nil {
        styles.read(event)
      } else {
        body?.read(event)
      }
    }
    guard let body else {
      throw .damaged(form: .odt, reason: "het onderdeel content.xml heeft geen tekst")
    }
    var text = OfficeText(
      paragraphs: body.flow.paragraphs, notes: body.notes, ownMarks: body.ownMarks)
    if let common { text.margins = try margins(common, styles) }
    return text
  }

  private static func isEncrypted(_ manifest: [UInt8]) throws(ReadError) -> Bool {
    var found = false
    try XMLEvents.read(manifest, form: .odt) { (event) throws(ReadError) in
      if case .start("encryption-data", _) = event { found = true }
    }
    return found
  }

  /// The paragraphs of the page headers and footers.
  private static func margins(
    _ part: [UInt8], _ styles: OdtStyles
  ) throws(ReadError) -> [OfficeParagraph] {
    var body = OdtBody(styles: styles)
    var isMargin = false
    try XMLEvents.read(part, form: .odt) { (event) throws(ReadError) in
      switch event {
      case .start("header", _), .start("footer", _): isMargin = true
      case .end("header"), .end("footer"): isMargin = false
      default: if isMargin { body.read(event) }
      }
    }
    return body.flow.paragraphs
  }
}
