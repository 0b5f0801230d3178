import Glibc

@testable import Harvest
@testable import Kamervragen
@testable import PassageSearch
@testable import PassageStore

/// What libFuzzer calls with each input. The environment variable `VRAAGBAAK_FUZZ` names the
/// reader: see `Reader`.
///
/// Nothing is asserted: a crash, a trap, a hang or memory without bound is the finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : count))
  reader.read(bytes)
  return 0
}

private let reader: Reader = {
  let name = getenv("VRAAGBAAK_FUZZ").map { String(cString: $0) } ?? ""
  guard let reader = Reader(rawValue: name) else {
    let names = Reader.allCases.map(\.rawValue).joined(separator: ", ")
    print("VRAAGBAAK_FUZZ names a reader: \(names)")
    exit(64)
  }
  return reader
}()

/// The readers that can be fuzzed, each past the detection of forms.
private enum Reader: String, CaseIterable {
  case text, xml, html, json, metadata
  /// The archive's own records.
  case kvr
  /// A text as an extraction leaves it: all on one line.
  case sheet
  /// An archive, or else the XML inside of one: mutated bytes hardly ever come through the
  /// archive's checksums.
  case docx, odt
  /// What `pdftohtml` makes of a PDF: poppler's own code is not ours to search, and runs in a
  /// process of its own.
  case pdf
  case query
  /// What the harvester reads: a page of the official search, one of a feed of the Tweede Kamer,
  /// and its own ledger.
  case sru, feed, ledger

  func read(_ bytes: [UInt8]) {
    let name = "document.md"
    switch self {
    case .text: _ = try? TextReader.read(bytes, name: name)
    case .xml: _ = try? OfficialXML.read(bytes, name: name)
    case .html: _ = try? OfficialHTML.read(bytes, name: name)
    case .kvr: _ = try? ArchiveRecord.read(bytes, name: name)
    case .sheet:
      let line = bytes.map { $0 == UInt8(ascii: "\n") ? Ascii.space : $0 }
      _ = try? TextReader.read(line, name: name)
    case .json: _ = try? CollectionRecord.read(bytes, name: name)
    case .metadata: _ = try? MetadataFile.read(bytes)
    case .docx where !bytes.starts(with: [0x50, 0x4B]):
      var body = WordBody(styles: WordStyles(), numbering: WordNumbering())
      try? XMLEvents.read(bytes, form: .docx) { (event) throws(ReadError) in body.read(event) }
      body.finish()
      _ = try? OfficeText(paragraphs: body.flow.paragraphs).set(form: .docx, name: name)
    case .docx: _ = try? DocxReader.read(bytes, name: name)
    case .odt where !bytes.starts(with: [0x50, 0x4B]):
      var body = OdtBody(styles: OdtStyles())
      try? XMLEvents.read(bytes, form: .odt) { (event) throws(ReadError) in body.read(event) }
      _ = try? OfficeText(paragraphs: body.flow.paragraphs, notes: body.notes)
        .set(form: .odt, name: name)
    case .odt: _ = try? OdtReader.read(bytes, name: name)
    case .pdf:
      if let pages = try? PrintedPages.read(bytes) {
        _ = try? PDFReader.read(pages: pages, name: name)
      }
    case .query:
      let parsed = QueryParser.parse(String(decoding: bytes, as: UTF8.self))
      _ = Aliases.standard.expanded(parsed.expression).leaves
    case .sru: _ = try? SRUPage(bytes)
    case .feed:
      guard let address = try? WebAddress("http://127.0.0.1/Feed?category=Document") else { return }
      for category in FeedCategory.allCases {
        _ = try? FeedPage(bytes, category, from: address, after: nil)
      }
    case .ledger: _ = Mirror.reading(of: bytes)
    }
  }
}
