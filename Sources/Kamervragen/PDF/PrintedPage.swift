/// A run of text in one font. Lengths are in units of the page, from its upper left corner.
struct TextRun: Hashable {
  var text: String
  var left: Double
  var top: Double
  var width: Double
  var height: Double
  /// The font size.
  var size: Double
  /// Whether all of it is bold, or italic.
  var isBold = false
  var isItalic = false

  var right: Double { left + width }
  var bottom: Double { top + height }
  /// The number of letters and digits, used as the weight of sizes.
  var weight: Int {
    text.unicodeScalars.count { $0.properties.isAlphabetic || $0.value < 58 && $0.value > 47 }
  }
}

/// A page with its runs of text.
struct PrintedPage: Hashable {
  var width: Double
  var height: Double
  var runs: [TextRun] = []
}

/// Reads pages from the output of `pdftohtml -xml`.
///
/// The output is nearly XML: tags for bold, italic and links may overlap, and the text may have
/// control characters. Both are corrected before libxml2 reads it.
struct PrintedPages {
  /// The maximum numbers of pages and of runs; far more than any set has.
  static let pageLimit = 2_000
  static let runLimit = 400_000

  private(set) var pages: [PrintedPage] = []
  private var sizes: [String: Double] = [:]
  private var run: TextRun?
  private var isBold = false
  private var isItalic = false

  /// Reads the output.
  ///
  /// - Throws: `ReadError.damaged` if it is not such output, or exceeds a limit.
  static func read(_ output: [UInt8]) throws(ReadError) -> [PrintedPage] {
    var reader = PrintedPages()
    try XMLEvents.read(wellFormed(output), form: .pdf) { event throws(ReadError) in
      try reader.take(event)
    }
    return reader.pages
  }

  private mutating func take(_ event: XMLEvent) throws(ReadError) {
    switch event {
    case .start(let name, let attributes): try begin(name, attributes)
    case .end(let name): if name == "text" { endRun() }
    case .text(let text):
      guard run != nil else { return }
      run?.text += text
      guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return }
      if !isBold { run?.isBold = false }
      if !isItalic { run?.isItalic = false }
    }
  }

  private mutating func begin(_ name: String, _ attributes: [String: String]) throws(ReadError) {
    func number(_ key: String) -> Double {
      let value = attributes[key].flatMap(Double.init) ?? 0
      return value.isFinite ? max(-1e6, min(1e6, value)) : 0
    }
    switch name {
    case "page":
      guard pages.count < Self.pageLimit else {
        throw .damaged(form: .pdf, reason: "het heeft meer dan \(Self.pageLimit) bladzijden")
      }
      pages.append(PrintedPage(width: number("width"), height: number("height")))
    case "fontspec": sizes[attributes["id"] ?? ""] = number("size")
    case "text":
      isBold = false
      isItalic = false
      run = TextRun(
        text: "", left: number("left"), top: number("top"), width: max(0, number("width")),
        height: max(0, number("height")),
        size: max(1, sizes[attributes["font"] ?? ""] ?? number("height")), isBold: true,
        isItalic: true)
    case Tag.bold.begin: isBold = true
    case Tag.bold.end: isBold = false
    case Tag.italic.begin: isItalic = true
    case Tag.italic.end: isItalic = false
    case "br": run?.text += " "
    default: break
    }
  }

  private mutating func endRun() {
    defer { run = nil }
    guard let run, !pages.isEmpty, !run.text.isEmpty else { return }
    // An empty line is a run of spaces.
    guard run.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return }
    pages[pages.count - 1].runs.append(run)
  }

  // MARK: Well-formed

  /// Empty elements that switch a style on and off, so that tags cannot overlap.
  private struct Tag {
    let begin: String
    let end: String

    static let bold = Tag(begin: "b", end: "nb")
    static let italic = Tag(begin: "i", end: "ni")
  }

  private static func wellFormed(_ output: [UInt8]) throws(ReadError) -> [UInt8] {
    // Decoding replaces invalid UTF-8 by U+FFFD.
    let bytes = Array(String(decoding: output, as: UTF8.self).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var index = 0
    var runs = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let (replacement, length) = tag(bytes, index) {
        result.append(contentsOf: replacement.utf8)
        index += length
        continue
      }
      if byte == UInt8(ascii: "<"), Ascii.hasPrefix(bytes, at: index, "<text ") {
        runs += 1
        guard runs <= runLimit else {
          throw .damaged(form: .pdf, reason: "het heeft meer dan \(runLimit) stukken tekst")
        }
      }
      if byte < 0x20, byte != 0x0A {
        result.append(Ascii.space)
      } else if byte == 0xEF, isNoCharacter(bytes, index) {
        result.append(contentsOf: "\u{FFFD}".utf8)
        index += 2
      } else if byte == 0xE2,
        Ascii.hasPrefix(bytes, at: index, "\u{2028}")
          || Ascii.hasPrefix(bytes, at: index, "\u{2029}")
      {
        result.append(Ascii.space)
        index += 2
      } else {
        result.append(byte)
      }
      index += 1
    }
    return result
  }

  /// Whether it is U+FFFE or U+FFFF, which XML does not allow.
  private static func isNoCharacter(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }

  /// The replacement of a style or link tag, and the tag's length in bytes.
  private static func tag(_ bytes: [UInt8], _ index: Int) -> (replacement: String, length: Int)? {
    for (written, replacement) in [
      ("<b>", "<\(Tag.bold.begin)/>"), ("</b>", "<\(Tag.bold.end)/>"),
      ("<i>", "<\(Tag.italic.begin)/>"), ("</i>", "<\(Tag.italic.end)/>"), ("</a>", ""),
    ] where Ascii.hasPrefix(bytes, at: index, written) {
      return (replacement, written.utf8.count)
    }
    guard Ascii.hasPrefix(bytes, at: index, "<a "),
      let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return ("", end + 1 - index)
  }
}
