/// Limits the input of libxml2, and splits long text for it.
///
/// libxml2 takes quadratic time or much memory on some input: it compares the attributes of an
/// element with each other, adds attributes from the document type to every element, keeps a node
/// for every comment and entity reference, and rescans a text for each half kilobyte of it. So each
/// document is scanned beforehand. One with more than any publication has is rejected, and long
/// text is split.
struct MarkupBounds {
  /// The maximum number of elements. The largest publications and office documents seen have 2,700.
  static let elementLimit = 200_000
  /// The maximum number of elements, comments, instructions and entity references together.
  static let nodeLimit = 400_000
  /// The maximum number of attributes of one element.
  static let attributeLimit = 300
  /// The maximum number of attributes of all elements, including those from the document type.
  static let totalAttributeLimit = 500_000
  /// The maximum number of namespace declarations; each element searches the open ones.
  static let namespaceLimit = 5_000
  /// The maximum length of the document type, in bytes.
  static let doctypeLimit = 64 << 10
  /// The maximum length of text between tags that is not split, in bytes.
  static let textLimit = 32 << 10

  private let bytes: [UInt8]
  private let form: SourceForm
  private var at = 0
  private var elements = 0
  private var nodes = 0
  private var attributes = 0
  private var namespaces = 0
  /// The number of attributes with a default in the document type.
  private var defaults = 0
  /// The changed copy of the input up to `written`; empty until something changes.
  private var output: [UInt8] = []
  private var written = 0

  /// Checks a document, and returns it with empty comments in long text and long CDATA sections as
  /// text, so that libxml2 reads it in reasonable time.
  ///
  /// - Throws: `ReadError.damaged` if it exceeds a limit or has an unreadable encoding.
  static func bounded(_ bytes: [UInt8], form: SourceForm) throws(ReadError) -> [UInt8] {
    if form != .html, let encoding = unreadable(encodingOf: bytes) {
      throw .damaged(form: form, reason: "de codering «\(encoding.opening)» wordt niet gelezen")
    }
    var bounds = MarkupBounds(bytes: bytes, form: form)
    try bounds.read()
    guard !bounds.output.isEmpty else { return bytes }
    return bounds.output + bytes[bounds.written...]
  }

  private init(bytes: [UInt8], form: SourceForm) {
    self.bytes = bytes
    self.form = form
  }

  private func excess(_ found: String) -> ReadError {
    .damaged(form: form, reason: "het heeft meer dan \(found)")
  }

  private mutating func countNode() throws(ReadError) {
    nodes += 1
    guard nodes <= Self.nodeLimit else { throw excess("\(Self.nodeLimit) onderdelen") }
  }

  private mutating func read() throws(ReadError) {
    while at < bytes.count {
      if form != .html { try readText() }
      while form == .html, at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
      guard at < bytes.count else { return }
      at += 1
      if Ascii.hasPrefix(bytes, at: at, "!--") {
        try countNode()
        skip(behind: "-->", from: at + 3)
      } else if Ascii.hasPrefix(bytes, at: at, "![CDATA[") {
        readData()
      } else if Ascii.hasPrefix(bytes, at: at, "!DOCTYPE"), form != .html {
        try readDoctype()
      } else if at < bytes.count, bytes[at] == UInt8(ascii: "?"), form != .html {
        try countNode()
        skip(behind: "?>", from: at)
      } else if at < bytes.count, Ascii.isNameStart(bytes[at]) {
        try readElement()
      }
    }
  }

  private mutating func skip(behind text: String, from start: Int) {
    at = Ascii.find(text, in: bytes, from: start).map { $0 + text.utf8.count } ?? bytes.count
  }

  // MARK: Elements

  private mutating func readElement() throws(ReadError) {
    let begin = at
    elements += 1
    guard elements <= Self.elementLimit else { throw excess("\(Self.elementLimit) elementen") }
    try countNode()
    let own = readAttributes()
    guard own <= Self.attributeLimit else {
      throw .damaged(
        form: form, reason: "een element heeft meer dan \(Self.attributeLimit) attributen")
    }
    attributes += own + defaults
    guard attributes <= Self.totalAttributeLimit else {
      throw excess("\(Self.totalAttributeLimit) attributen")
    }
    guard namespaces <= Self.namespaceLimit else {
      throw excess("\(Self.namespaceLimit) naamruimten")
    }
    // A script may contain text that looks like a tag.
    if form == .html,
      ["script", "style"].contains(where: { Ascii.hasPrefix(bytes, at: begin, $0) })
    {
      skip(behind: "</", from: at)
    }
  }

  /// Skips to the end of a tag. Returns an upper bound of its attributes, from the spaces and
  /// quotes outside values.
  private mutating func readAttributes() -> Int {
    var spaces = 0
    var values = 0
    var last: UInt8 = 0
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let byte = bytes[at]
      at += 1
      if byte <= Ascii.space {
        // Spaces may separate "=" from its value.
        if last == UInt8(ascii: "=") { continue }
        if last > Ascii.space { spaces += 1 }
        if Ascii.hasPrefix(bytes, at: at, "xmlns") { namespaces += 1 }
      } else if last == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        values += 1
        at = bytes[at...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
      }
      last = byte
      if max(spaces, values) > Self.attributeLimit { break }
    }
    return max(spaces, values)
  }

  // MARK: The document type

  /// Skips the document type with its declarations, and counts the attributes with a default.
  private mutating func readDoctype() throws(ReadError) {
    let limit = min(bytes.count, at + Self.doctypeLimit)
    var depth = 0
    var isList = false
    while at < limit {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        if depth <= 0 { return }
        isList = false
      case UInt8(ascii: "<"):
        isList = Ascii.hasPrefix(bytes, at: at, "!ATTLIST")
        if Ascii.hasPrefix(bytes, at: at, "!--") {
          skip(behind: "-->", from: at + 3)
        } else if Ascii.hasPrefix(bytes, at: at, "?") {
          skip(behind: "?>", from: at)
        } else if definesDeclarations(at) {
          throw .damaged(form: form, reason: "het documenttype heeft parameterentiteiten")
        }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isList { defaults += 1 }
        at = bytes[at...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
      default: break
      }
    }
    guard at < bytes.count || limit < bytes.count else { return }
    throw .damaged(
      form: form, reason: "het documenttype is langer dan \(Self.doctypeLimit) bytes")
  }

  /// Whether a declaration defines an entity that can hold declarations, which cannot be counted:
  /// `<!ENTITY % a "…">`.
  private func definesDeclarations(_ start: Int) -> Bool {
    guard Ascii.hasPrefix(bytes, at: start, "!ENTITY") else { return false }
    let words = bytes[start...].prefix(400).split(maxSplits: 3) { $0 <= Ascii.space }
    guard words.count > 1 else { return true }
    guard words[1].first == UInt8(ascii: "%") else { return false }
    guard words.count == 4, words[1].count == 1 else { return true }
    // One that refers to a file, such as a list of letters, is harmless, because files are not
    // read: `<!ENTITY % a PUBLIC "…">`.
    return words[3].first { $0 > Ascii.space }.map { !Ascii.isUpper($0) } ?? true
  }

  // MARK: Text

  /// Skips to the next tag, counts entity references, and splits long text.
  private mutating func readText() throws(ReadError) {
    var begin = at
    var reference = -1
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") {
      let byte = bytes[at]
      if byte == UInt8(ascii: "&") {
        reference = at
        if !isCharacter(at + 1) { try countNode() }
      } else if byte == UInt8(ascii: ";") {
        reference = -1
      } else if at - begin >= Self.textLimit, reference < 0 || at - reference > 64,
        byte == Ascii.space || Ascii.isLetter(byte)
      {
        part(at)
        begin = at
      }
      at += 1
    }
  }

  /// Whether a reference is a single character, for which libxml2 makes no node.
  private func isCharacter(_ start: Int) -> Bool {
    start < bytes.count && bytes[start] == UInt8(ascii: "#")
      || ["amp;", "lt;", "gt;", "quot;", "apos;"].contains {
        Ascii.hasPrefix(bytes, at: start, $0)
      }
  }

  private static let comment = Array("<!---->".utf8)

  private mutating func part(_ place: Int) {
    output.append(contentsOf: bytes[written..<place])
    output.append(contentsOf: Self.comment)
    written = place
  }

  /// Skips a CDATA section. A long one is written as text.
  private mutating func readData() {
    let begin = at - 1
    let text = at + "![CDATA[".utf8.count
    guard let end = Ascii.find("]]>", in: bytes, from: text) else {
      at = bytes.count
      return
    }
    at = end + "]]>".utf8.count
    guard form != .html, end - text > Self.textLimit else { return }
    output.append(contentsOf: bytes[written..<begin])
    var last = output.count
    for index in text..<end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      default:
        if output.count - last >= Self.textLimit, byte == Ascii.space || Ascii.isLetter(byte) {
          output.append(contentsOf: Self.comment)
          last = output.count
        }
        output.append(byte)
      }
    }
    written = at
  }

  // MARK: Encodings

  /// The name of an encoding that does not extend ASCII, so that tags cannot be counted; nil for
  /// all others.
  private static func unreadable(encodingOf bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4)
    if head.elementsEqual([0x4C, 0x6F, 0xA7, 0x94]) { return "EBCDIC" }
    if head.contains(0) { return "UTF-16 of UCS-4" }
    guard Ascii.hasPrefix(bytes, at: 0, "<?xml"), let end = Ascii.find("?>", in: bytes) else {
      return nil
    }
    let declaration = Array(bytes[..<min(end, 1000)])
    guard let found = Ascii.find("encoding", in: declaration) else { return nil }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let value = declaration[found...].drop { !quotes.contains($0) }.dropFirst()
    let name = String(decoding: value.prefix { !quotes.contains($0) }, as: UTF8.self)
    let lower = name.lowercased()
    let known = [
      "utf-8", "utf8", "us-ascii", "ascii", "iso-8859", "iso8859", "latin", "windows-125", "cp125",
      "utf-16",
    ]
    return known.contains { lower.hasPrefix($0) } ? nil : name
  }
}
