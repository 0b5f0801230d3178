/// The form of a file, detected from its bytes rather than its name, because people rename files.
enum DetectedForm: Hashable {
  case text
  case pdf, docx, odt, zip, packed, oldWord, rtf, xml, kvr, html, json, binary

  /// The name of the form in messages.
  var name: String {
    switch self {
    case .text: "platte tekst"
    case .pdf: "PDF"
    case .docx: "Word (DOCX)"
    case .odt: "OpenDocument (ODT)"
    case .zip: "een zip-archief"
    case .packed: "een ingepakt bestand (gzip, bzip2, xz, zstd, tar of 7z)"
    case .oldWord: "een oud Office-bestand (OLE, zoals .doc)"
    case .rtf: "RTF"
    case .xml: "XML"
    case .kvr: SourceForm.kvr.displayName
    case .html: "HTML"
    case .json: "JSON"
    case .binary: "geen tekst (er staan nulbytes in)"
    }
  }

  /// Whether the whole file is text; other forms also hold pictures and fonts.
  var isText: Bool {
    switch self {
    case .text, .xml, .kvr, .html, .json: true
    case .pdf, .docx, .odt, .zip, .packed, .oldWord, .rtf, .binary: false
    }
  }

  /// Detects the form of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - text: the text in UTF-8, or nil if it cannot be decoded.
  ///   - name: the file's name, used only to break ties.
  init(_ bytes: [UInt8], text: [UInt8]?, name: String) {
    if let form = Self.magic(bytes) {
      self = form
    } else if let text {
      self = text.contains(0) ? .binary : Self.markup(text, name: name) ?? .text
    } else {
      self = bytes.contains(0) ? .binary : Self.markup(bytes, name: name) ?? .text
    }
  }

  private static func magic(_ bytes: [UInt8]) -> DetectedForm? {
    if starts(bytes, with: Array("%PDF".utf8)) { return .pdf }
    if starts(bytes, with: [0x50, 0x4B, 0x03, 0x04])
      || starts(bytes, with: [0x50, 0x4B, 0x05, 0x06])
    {
      return officeDocument(bytes)
    }
    if starts(bytes, with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWord }
    if starts(bytes, with: Array("{\\rtf".utf8)) { return .rtf }
    let isTar = bytes.count > 262 && bytes[257..<262].elementsEqual("ustar".utf8)
    return isTar || packers.contains { starts(bytes, with: $0) } ? .packed : nil
  }

  /// The first bytes of packed files: gzip, bzip2, xz, zstd, 7z.
  private static let packers: [[UInt8]] = [
    [0x1F, 0x8B, 0x08], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
    [0x28, 0xB5, 0x2F, 0xFD], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
  ]

  /// The form of a zip archive by the names of its entries, or of a truncated one by the names in
  /// its first bytes.
  private static func officeDocument(_ bytes: [UInt8]) -> DetectedForm {
    let head = Array(bytes.prefix(4096))
    let opens = { (text: String) in Ascii.find(text, in: head) != nil }
    if opens("mimetypeapplication/vnd.oasis.opendocument.text") { return .odt }
    guard let archive = try? Archive(bytes, form: .docx) else {
      return opens("word/") || opens("[Content_Types]") ? .docx : opens("content.xml") ? .odt : .zip
    }
    let names = archive.names
    if names.contains(where: { $0.hasPrefix("word/") }) { return .docx }
    if names.contains("[Content_Types].xml"),
      !names.contains(where: { $0.hasPrefix("xl/") || $0.hasPrefix("ppt/") })
    {
      return .docx
    }
    let type = (try? archive.entry("mimetype")) ?? nil
    let text = "application/vnd.oasis.opendocument.text"
    if let type { return Ascii.hasPrefix(type, at: 0, text) ? .odt : .zip }
    return names.contains("content.xml") && names.contains("META-INF/manifest.xml") ? .odt : .zip
  }

  /// The form of a decoded text. Markdown may begin with an HTML element, so then the name decides.
  private static func markup(_ bytes: [UInt8], name: String) -> DetectedForm? {
    if let root = RootElement(bytes) {
      if root.isPage { return .html }
      if root.name == "kvr" { return .kvr }
      if root.hasDeclaration || root.doctype != nil { return .xml }
      if root.isFragment { return [".md", ".txt"].contains { name.hasSuffix($0) } ? nil : .html }
      let tail = Array(bytes.suffix(200))
      let isClosed =
        Ascii.find("\(root.name)>", in: tail) != nil && Ascii.find("</", in: tail) != nil
      return isClosed || roots.contains(root.name) ? .xml : nil
    }
    let body = bytes.drop { $0 == Ascii.space || (9...13).contains($0) }
    let inner = body.dropFirst().first { $0 != Ascii.space && !(9...13).contains($0) }
    switch (body.first, inner) {
    case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "{"), UInt8(ascii: "}")),
      (UInt8(ascii: "["), UInt8(ascii: "{")), (UInt8(ascii: "["), UInt8(ascii: "\"")):
      return .json
    default: return nil
    }
  }

  /// Roots that make a text XML even if it is truncated.
  private static let roots: Set<String> = [
    "officiele-publicatie", "kamervragen", "vraagdoc", "kamerwrk", "vragen", "reactie",
    "metadata_gegevens", "owms-metadata",
  ]

  private static func starts(_ bytes: [UInt8], with magic: [UInt8]) -> Bool {
    bytes.count >= magic.count && bytes[..<magic.count].elementsEqual(magic)
  }
}
