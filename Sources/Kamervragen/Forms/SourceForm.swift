/// A form in which Kamervragen are published and that is read.
public enum SourceForm: String, Sendable, Hashable, CaseIterable, Codable {
  // In the order of what they tell: where a set is there in several forms, the first is the one to read.
  case xml, html, odt, pdf, docx, markdown, text, json

  /// How the form is called in a message.
  public var displayName: String {
    switch self {
    case .xml: "XML"
    case .html: "HTML"
    case .odt: "ODT"
    case .pdf: "PDF"
    case .docx: "DOCX"
    case .markdown: "Markdown"
    case .text: "tekst"
    case .json: "JSON"
    }
  }
}

/// What a file is, judged by its bytes. Names are not believed: people rename files.
enum DetectedForm: Hashable {
  case text
  case pdf, docx, odt, zip, oldWord, rtf, xml, html, json, utf16, binary

  /// How the form is called in a message.
  var name: String {
    switch self {
    case .text: "platte tekst"
    case .pdf: "PDF"
    case .docx: "Word (DOCX)"
    case .odt: "OpenDocument (ODT)"
    case .zip: "een zip-archief"
    case .oldWord: "een oud Office-bestand (OLE, zoals .doc)"
    case .rtf: "RTF"
    case .xml: "XML"
    case .html: "HTML"
    case .json: "JSON"
    case .utf16: "tekst in UTF-16 in plaats van UTF-8"
    case .binary: "geen tekst (er staan nulbytes in)"
    }
  }

  init(_ bytes: [UInt8]) {
    self = Self.magic(bytes) ?? Self.markup(bytes) ?? .text
  }

  private static func magic(_ bytes: [UInt8]) -> DetectedForm? {
    if starts(bytes, with: Array("%PDF".utf8)) { return .pdf }
    if starts(bytes, with: [0x50, 0x4B, 0x03, 0x04])
      || starts(bytes, with: [0x50, 0x4B, 0x05, 0x06])
    {
      let head = Array(bytes.prefix(4096))
      if Ascii.find("mimetypeapplication/vnd.oasis.opendocument.text", in: head) != nil {
        return .odt
      }
      return Ascii.find("word/", in: head) == nil && Ascii.find("[Content_Types]", in: head) == nil
        ? .zip : .docx
    }
    if starts(bytes, with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWord }
    if starts(bytes, with: Array("{\\rtf".utf8)) { return .rtf }
    if starts(bytes, with: [0xFF, 0xFE]) || starts(bytes, with: [0xFE, 0xFF]) { return .utf16 }
    guard bytes.contains(0) else { return nil }
    let head = bytes.prefix(512)
    let even = head.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
    let odd = head.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
    return (even == 0) != (odd == 0) && (even + odd) * 3 > head.count ? .utf16 : .binary
  }

  private static func markup(_ bytes: [UInt8]) -> DetectedForm? {
    let bom: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.dropFirst(starts(bytes, with: bom) ? bom.count : 0)
      .drop { $0 == Ascii.space || (9...13).contains($0) }
    let head = Array(body.prefix(256))
    let begins = { (text: String) in Ascii.hasPrefix(head, at: 0, text) }
    if begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") {
      return .html
    }
    if begins("<?xml") {
      return Ascii.find("<html", in: Array(body.prefix(1024))) == nil ? .xml : .html
    }
    for root in ["<officiele-publicatie", "<kamervragen", "<vraagdoc", "<kamerwrk", "<!doctype"]
    where begins(root) { return .xml }
    let inner = head.dropFirst().first { $0 != Ascii.space && !(9...13).contains($0) }
    switch (head.first, inner) {
    case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "{"), UInt8(ascii: "}")),
      (UInt8(ascii: "["), UInt8(ascii: "{")), (UInt8(ascii: "["), UInt8(ascii: "\"")):
      return .json
    default: return nil
    }
  }

  private static func starts(_ bytes: [UInt8], with magic: [UInt8]) -> Bool {
    bytes.count >= magic.count && bytes[..<magic.count].elementsEqual(magic)
  }
}
