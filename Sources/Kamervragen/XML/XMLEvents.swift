internal import CLibXML2
internal import Composition

/// One event of an XML document.
enum XMLEvent: Hashable {
  /// An element begins. Names of elements and attributes have no namespace prefix.
  case start(name: String, attributes: [String: String])
  /// An element ends, even if it is empty.
  case end(name: String)
  /// Text with its spaces unchanged. A text may come in several pieces.
  case text(String)
}

/// Reads XML with libxml2's streaming reader. Nothing outside the bytes is opened: no DTD, no
/// external entity, no network. A document's own entities are not expanded, so they cannot grow.
enum XMLEvents {
  /// The maximum nesting. Published documents have about 20 levels.
  static let depthLimit = 200

  /// Calls a function with the events in document order.
  ///
  /// - Parameters:
  ///   - bytes: the file; HTML must be in UTF-8, whatever it declares.
  ///   - form: the form that errors name; `.html` selects the HTML parser.
  ///   - body: the function.
  /// - Throws: `ReadError.damaged` with the line of the XML error, and the errors of the function.
  static func read(
    _ bytes: [UInt8], form: SourceForm, _ body: (XMLEvent) throws(ReadError) -> Void
  ) throws(ReadError) {
    let bytes = try MarkupBounds.bounded(form == .html ? bytes : utf8(bytes), form: form)
    guard bytes.count <= Int(Int32.max) else {
      throw .damaged(form: form, reason: "het is te groot")
    }
    libxml2_silence()
    if form == .html { try readHTML(bytes, body) } else { try readXML(bytes, form: form, body) }
  }

  private static func readXML(
    _ bytes: [UInt8], form: SourceForm, _ body: (XMLEvent) throws(ReadError) -> Void
  ) throws(ReadError) {
    // The reader works in this buffer, so it must outlive the reader.
    let buffer = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, bytes.count))
    defer { buffer.deallocate() }
    for index in bytes.indices { buffer[index] = CChar(bitPattern: bytes[index]) }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
    xmlResetLastError()
    let reader = xmlReaderForMemory(
      buffer.baseAddress, Int32(bytes.count), nil, nil, Int32(options))
    try forward(reader, form: form, body)
  }

  /// Reads HTML through a tree, which libxml2 builds despite errors.
  private static func readHTML(
    _ bytes: [UInt8], _ body: (XMLEvent) throws(ReadError) -> Void
  ) throws(ReadError) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let page = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        Int32(options))
    }
    defer { if let page { xmlFreeDoc(page) } }
    try forward(page.flatMap { xmlReaderWalker($0) }, form: .html, body)
  }

  /// The bytes as UTF-8, if their byte order mark or letters contradict the declared encoding;
  /// otherwise unchanged.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let isUTF8 = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let head = Array(bytes.prefix(200))
    let isDeclared =
      Ascii.find("encoding", in: head) != nil && Ascii.find("utf-8", in: head) == nil
    guard isUTF16 || isUTF8 || isDeclared else { return bytes }
    return (try? DecodedText(bytes))?.undeclaredMarkup ?? bytes
  }

  /// Forwards the events of a reader, and frees it.
  private static func forward(
    _ reader: xmlTextReaderPtr?, form: SourceForm, _ body: (XMLEvent) throws(ReadError) -> Void
  ) throws(ReadError) {
    guard let reader else { throw .damaged(form: form, reason: "libxml2 kan het niet openen") }
    defer { xmlFreeTextReader(reader) }
    while true {
      let state = xmlTextReaderRead(reader)
      guard state >= 0 else { throw .damaged(form: form, reason: lastError(reader)) }
      guard state == 1 else { return }
      guard xmlTextReaderDepth(reader) <= Int32(depthLimit) else {
        let line = xmlTextReaderGetParserLineNumber(reader)
        throw .damaged(
          form: form, reason: "regel \(line): meer dan \(depthLimit) elementen in elkaar")
      }
      if let event = event(of: reader) {
        try body(event)
        if case .start(let name, _) = event, xmlTextReaderIsEmptyElement(reader) == 1 {
          try body(.end(name: name))
        }
      }
    }
  }

  private static func event(of reader: xmlTextReaderPtr) -> XMLEvent? {
    switch UInt32(xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      let name = string(xmlTextReaderConstLocalName(reader))
      return .start(name: name, attributes: attributes(of: reader))
    case XML_READER_TYPE_END_ELEMENT.rawValue:
      return .end(name: string(xmlTextReaderConstLocalName(reader)))
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
      return .text(string(xmlTextReaderConstValue(reader)))
    case XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
      // The DTD with the entities is not read, but those of HTML are known.
      guard let entity = htmlEntityLookup(xmlTextReaderConstName(reader)),
        let scalar = Unicode.Scalar(entity.pointee.value)
      else { return .text("\u{FFFD}") }
      return .text(String(scalar))
    default: return nil
    }
  }

  private static func attributes(of reader: xmlTextReaderPtr) -> [String: String] {
    var attributes: [String: String] = [:]
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      attributes[string(xmlTextReaderConstLocalName(reader))] =
        string(xmlTextReaderConstValue(reader))
    }
    xmlTextReaderMoveToElement(reader)
    return attributes
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { Composition.streamSafe(String(cString: $0)) } ?? ""
  }

  private static func lastError(_ reader: xmlTextReaderPtr) -> String {
    let line = xmlTextReaderGetParserLineNumber(reader)
    guard let words = xmlGetLastError()?.pointee.message else { return "regel \(line)" }
    let text = String(cString: words).split(separator: "\n").first ?? ""
    return "regel \(line): \(text)"
  }
}
