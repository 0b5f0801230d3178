@testable import Kamervragen

/// Writes zip archives for the tests, entry by entry, so that they can also be wrong on purpose.
struct ZipWriter {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive of files that are stored as they are.
  static func archive(_ files: [(name: String, text: String)]) -> [UInt8] {
    var writer = ZipWriter()
    for file in files { writer.add(file.name, Array(file.text.utf8)) }
    return writer.finished()
  }

  /// Adds a file as it is.
  mutating func add(_ name: String, _ data: [UInt8], isEncrypted: Bool = false) {
    add(
      name, packed: data, method: 0, size: data.count, checksum: Self.checksum(data),
      flags: isEncrypted ? 1 : 0)
  }

  /// Adds packed data that claims to be what the other parameters say.
  mutating func add(
    _ name: String, packed: [UInt8], method: Int, size: Int, checksum: UInt32, flags: Int = 0
  ) {
    let offset = body.count
    var fields: [UInt8] = []
    Self.put(20, 2, &fields)
    Self.put(flags, 2, &fields)
    Self.put(method, 2, &fields)
    Self.put(0, 2, &fields)
    Self.put(0x21, 2, &fields)
    Self.put(Int(checksum), 4, &fields)
    Self.put(packed.count, 4, &fields)
    Self.put(size, 4, &fields)
    Self.put(name.utf8.count, 2, &fields)
    Self.put(0, 2, &fields)
    body += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + packed
    directory += [0x50, 0x4B, 1, 2, 20, 0] + fields
    Self.put(0, 2, &directory)  // No comment, first disk, no attributes.
    Self.put(0, 2, &directory)
    Self.put(0, 2, &directory)
    Self.put(0, 4, &directory)
    Self.put(offset, 4, &directory)
    directory += Array(name.utf8)
    count += 1
  }

  func finished() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    Self.put(count, 2, &end)
    Self.put(count, 2, &end)
    Self.put(directory.count, 4, &end)
    Self.put(body.count, 4, &end)
    return body + directory + end + [0, 0]
  }

  /// A deflate stream of zero bytes: `1 + 258 * runs` of them.
  static func deflatedZeros(runs: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var filled: UInt32 = 0
    func put(_ code: UInt32, _ length: UInt32) {
      for bit in (0..<length).reversed() {
        bits |= ((code >> bit) & 1) << filled
        filled += 1
        if filled == 8 {
          bytes.append(UInt8(bits))
          bits = 0
          filled = 0
        }
      }
    }
    put(0b110, 3)  // The last block, with the fixed codes (their least bit comes first).
    put(0b0011_0000, 8)  // A zero byte,
    for _ in 0..<runs {  // then 258 bytes from one byte before.
      put(0b1100_0101, 8)
      put(0, 5)
    }
    put(0, 7)
    put(0, 8)
    return bytes
  }

  static func checksum(_ data: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }

  private static func put(_ value: Int, _ count: Int, _ bytes: inout [UInt8]) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }
}

/// A Word document of the tests.
struct Docx {
  /// The elements in `w:body`.
  var body: String
  /// Elements `w:footnote` besides the two that part notes from text.
  var footnotes = ""
  var endnotes = ""
  var numbering = ""
  var styles = ""
  var header = ""

  private static let namespaces =
    """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:v="urn:schemas-microsoft-com:vml"
    """

  private static let separators = """
    <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/><w:t>scheiding</w:t></w:r></w:p></w:footnote>\
    <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
    """

  var bytes: [UInt8] { ZipWriter.archive(parts) }

  var parts: [(name: String, text: String)] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var parts = [
      (
        name: "[Content_Types].xml",
        text:
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
      ),
      (
        name: "_rels/.rels",
        text:
          "<Relationships><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
      ),
      (
        name: "word/document.xml",
        text:
          "<?xml version=\"1.0\"?><w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>"
      ),
    ]
    var relations = ""
    for (name, root, content) in [
      ("footnotes", "footnotes", footnotes.isEmpty ? "" : Self.separators + footnotes),
      ("endnotes", "endnotes", endnotes), ("numbering", "numbering", numbering),
      ("styles", "styles", styles), ("header", "hdr", header),
    ] where !content.isEmpty {
      parts.append(
        (name: "word/\(name).xml", text: "<w:\(root) \(Self.namespaces)>\(content)</w:\(root)>"))
      relations +=
        "<Relationship Id=\"r\(name)\" Type=\"\(office)/\(name)\" Target=\"\(name).xml\"/>"
    }
    parts.append(
      (
        name: "word/_rels/document.xml.rels",
        text: "<Relationships>\(relations)</Relationships>"
      ))
    return parts
  }

  /// What is printed, paragraph by paragraph.
  func printed() throws -> [String] { try DocxReader.text(bytes).paragraphs.map(\.printed) }

  func set() throws -> QuestionSet { try SourceReader.read(bytes, name: "brief.docx") }

  // MARK: Elements

  /// A run of text.
  static func run(_ text: String, _ properties: String = "") -> String {
    let rPr = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(rPr)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// A paragraph of elements.
  static func paragraph(_ runs: String, _ properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(runs)</w:p>"
  }

  /// Paragraphs of plain text.
  static func paragraphs(_ texts: String...) -> String {
    texts.map { paragraph(run($0)) }.joined()
  }

  /// A paragraph of a list.
  static func item(_ text: String, list: Int = 1, level: Int = 0) -> String {
    paragraph(
      run(text), "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  /// The mark of a footnote.
  static func mark(_ id: Int) -> String {
    "<w:r><w:rPr><w:rStyle w:val=\"Voetnootmarkering\"/></w:rPr><w:footnoteReference w:id=\"\(id)\"/></w:r>"
  }

  static func footnote(_ id: Int, _ text: String) -> String {
    "<w:footnote w:id=\"\(id)\"><w:p><w:r><w:footnoteRef/></w:r>\(run(" " + text))</w:p></w:footnote>"
  }

  /// A table of rows of cells; each cell is given by its elements.
  static func table(_ rows: [[String]]) -> String {
    let lines = rows.map { cells in
      "<w:tr>\(cells.map { "<w:tc><w:tcPr/>\($0)</w:tc>" }.joined())</w:tr>"
    }
    return "<w:tbl><w:tblPr/>\(lines.joined())</w:tbl>"
  }

  /// A definition of a list: the levels as (format, pattern).
  static func list(_ id: Int, _ levels: [(String, String)], more: String = "") -> String {
    let elements = levels.enumerated().map { place, level in
      """
      <w:lvl w:ilvl="\(place)"><w:start w:val="1"/><w:numFmt w:val="\(level.0)"/>\
      <w:lvlText w:val="\(level.1)"/></w:lvl>
      """
    }
    return
      "<w:abstractNum w:abstractNumId=\"\(id)\">\(more)\(elements.joined())</w:abstractNum>"
  }

  static func use(_ id: Int, of definition: Int, _ overrides: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(definition)\"/>\(overrides)</w:num>"
  }
}

/// An ODT of the tests.
struct Odt {
  /// The elements in `office:text`.
  var body: String
  /// Elements in `office:automatic-styles`.
  var styles = ""
  /// The elements of the footer of the pages.
  var footer = ""
  var manifest = ""

  private static let namespaces =
    """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    """

  var bytes: [UInt8] { ZipWriter.archive(parts) }

  var parts: [(name: String, text: String)] {
    [
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        """
        <?xml version="1.0"?><office:document-content \(Self.namespaces)>\
        <office:automatic-styles>\(styles)</office:automatic-styles>\
        <office:body><office:text>\(body)</office:text></office:body></office:document-content>
        """
      ),
      (
        "styles.xml",
        """
        <office:document-styles \(Self.namespaces)><office:master-styles><style:master-page style:name="Standard">\
        <style:footer>\(footer)</style:footer></style:master-page></office:master-styles></office:document-styles>
        """
      ),
      ("META-INF/manifest.xml", "<manifest>\(manifest)</manifest>"),
    ]
  }

  func printed() throws -> [String] { try OdtReader.text(bytes).paragraphs.map(\.printed) }

  func set() throws -> QuestionSet { try SourceReader.read(bytes, name: "stuk.odt") }

  /// Paragraphs of plain text.
  static func paragraphs(_ texts: String...) -> String {
    texts.map { "<text:p>\($0)</text:p>" }.joined()
  }

  static func note(_ citation: String, _ text: String) -> String {
    """
    <text:note text:id="ftn\(citation)" text:note-class="footnote"><text:note-citation>\(citation)</text:note-citation>\
    <text:note-body><text:p>\(text)</text:p></text:note-body></text:note>
    """
  }

  /// A list of items; an item may end with another list.
  static func list(_ items: [String], style: String? = "L1", _ attributes: String = "") -> String {
    let name = style.map { " text:style-name=\"\($0)\"" } ?? ""
    let elements = items.map { "<text:list-item>\($0)</text:list-item>" }
    return "<text:list\(name) \(attributes)>\(elements.joined())</text:list>"
  }

  /// A list style with numbers and letters.
  static let numbered = """
    <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>\
    <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>\
    <text:list-level-style-bullet text:level="3" text:bullet-char="–"/></text:list-style>
    """
}
