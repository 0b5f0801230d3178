import Testing

@testable import Kamervragen

/// Archives: what is read from them, and what is refused.
@Suite struct ArchiveTests {
  private let document = Docx(body: Docx.paragraphs("Vragen")).parts

  /// The reason for which the bytes are refused.
  private func refusal(_ bytes: [UInt8]) -> String? {
    do {
      _ = try SourceReader.read(bytes, name: "stuk")
      return nil
    } catch .damaged(_, let reason) {
      return reason
    } catch {
      return "anders: \(error)"
    }
  }

  @Test("Entries are read by their names, stored and packed")
  func entries() throws {
    var writer = ZipWriter()
    writer.add("a.xml", Array("<a/>".utf8))
    let zeros = [UInt8](repeating: 0, count: 1 + 258 * 3)
    writer.add(
      "b.bin", packed: ZipWriter.deflatedZeros(runs: 3), method: 8, size: zeros.count,
      checksum: ZipWriter.checksum(zeros))
    let archive = try Archive(writer.finished(), form: .docx)
    let names = archive.names
    let first = try archive.entry("a.xml")
    let second = try archive.entry("b.bin")
    let missing = try archive.entry("c.xml")
    #expect(names == ["a.xml", "b.bin"])
    #expect(first == Array("<a/>".utf8))
    #expect(second == zeros)
    #expect(missing == nil)
  }

  @Test("The form is told by the entries, wherever they lie in the archive")
  func detection() {
    let padding = (name: "plaatje.bin", text: String(repeating: "x", count: 9000))
    #expect(form(Docx(body: "").bytes) == .docx)
    #expect(form(ZipWriter.archive([padding] + document)) == .docx)
    #expect(form(Odt(body: "").bytes) == .odt)
    #expect(form(ZipWriter.archive([padding] + Odt(body: "").parts)) == .odt)
    #expect(
      form(
        ZipWriter.archive([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>")]))
        == .zip)
    #expect(
      form(
        ZipWriter.archive([
          ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"),
        ])) == .zip)
    #expect(form(ZipWriter.archive([("foto.jpg", "x")])) == .zip)
  }

  private func form(_ bytes: [UInt8]) -> DetectedForm {
    DetectedForm(bytes, text: nil, name: "bestand")
  }

  @Test("An archive without the document is refused by the name of what is missing")
  func withoutDocument() {
    let types = [(name: "[Content_Types].xml", text: "<Types/>")]
    #expect(
      refusal(ZipWriter.archive(types)) == "het onderdeel word/document.xml ontbreekt")
    #expect(
      refusal(
        ZipWriter.archive([("mimetype", "application/vnd.oasis.opendocument.text")]))
        == "het onderdeel content.xml ontbreekt")
  }

  @Test("An archive that is cut off is refused, wherever the cut is")
  func truncated() {
    let bytes = Docx(body: Docx.paragraphs("Vragen van het lid")).bytes
    for count in stride(from: 64, to: bytes.count, by: 7) {
      #expect(
        refusal(Array(bytes.prefix(count)))?.hasPrefix("het zip-archief is beschadigd") == true)
    }
  }

  @Test("An encrypted entry is refused as such")
  func encrypted() {
    var writer = ZipWriter()
    for part in document {
      writer.add(part.name, Array(part.text.utf8), isEncrypted: part.name == "word/document.xml")
    }
    #expect(refusal(writer.finished()) == "onderdeel word/document.xml is versleuteld")
  }

  @Test("An ODT with a password is refused as such")
  func encryptedText() {
    let odt = Odt(body: "", manifest: "<file-entry><encryption-data/></file-entry>")
    #expect(refusal(odt.bytes) == "het is versleuteld")
  }

  @Test("A bomb is refused before it is unpacked")
  func bomb() {
    // 330 MB of zero bytes in 2 MB.
    let runs = 1_280_000
    var writer = ZipWriter()
    writer.add("[Content_Types].xml", Array("<Types/>".utf8))
    let packed = ZipWriter.deflatedZeros(runs: runs)
    writer.add("word/document.xml", packed: packed, method: 8, size: 1 + 258 * runs, checksum: 0)
    #expect(
      refusal(writer.finished())
        == "onderdeel word/document.xml is uitgepakt 330240001 bytes; het maximum is 16777216"
    )
    var smaller = ZipWriter()
    let tight = ZipWriter.deflatedZeros(runs: 12_000)
    smaller.add("word/document.xml", packed: tight, method: 8, size: 1 + 258 * 12_000, checksum: 0)
    #expect(
      refusal(smaller.finished())
        == "onderdeel word/document.xml is uitgepakt 158 keer zo groot als ingepakt")
  }

  @Test("A bomb that says it is small is refused at the size that it says")
  func lyingBomb() {
    var writer = ZipWriter()
    writer.add("[Content_Types].xml", Array("<Types/>".utf8))
    let packed = ZipWriter.deflatedZeros(runs: 100_000)
    writer.add("word/document.xml", packed: packed, method: 8, size: 2000, checksum: 0)
    #expect(refusal(writer.finished()) == "onderdeel word/document.xml is beschadigd")
  }

  @Test("A wrong checksum is damage")
  func checksum() {
    var writer = ZipWriter()
    writer.add(
      "word/document.xml", packed: Array("<a/>".utf8), method: 0, size: 4, checksum: 1)
    #expect(refusal(writer.finished()) == "onderdeel word/document.xml is beschadigd")
  }

  @Test("An archive of very many entries is refused")
  func manyEntries() {
    var writer = ZipWriter()
    for number in 0...Archive.entryLimit { writer.add("word/\(number)", []) }
    #expect(
      refusal(writer.finished())
        == "het zip-archief heeft 10001 onderdelen; het maximum is 10000")
  }

  @Test("Elements nested beyond reason are refused")
  func nesting() {
    let deep = String(repeating: "<w:sdt>", count: 300)
    let close = String(repeating: "</w:sdt>", count: 300)
    #expect(
      refusal(Docx(body: deep + close).bytes) == "regel 1: meer dan 200 elementen in elkaar")
  }

  @Test("XML that breaks off is refused with its line")
  func brokenXML() {
    let parts = [
      (name: "word/document.xml", text: "<w:document xmlns:w=\"w\"><w:body><w:p>")
    ]
    #expect(refusal(ZipWriter.archive(parts))?.hasPrefix("regel 1:") == true)
  }
}
