/// Reads a part of a Word document with text: `word/document.xml`, a note, a header.
///
/// The text is what Word prints: inserted text, but no deleted or hidden text and no field
/// instructions. Of alternative content (`mc:AlternateContent`) only one choice is read.
struct WordBody {
  /// A note mark in the text.
  struct Reference: Hashable {
    var isEndnote: Bool
    var id: String
    var number: Int
    /// The mark chosen by the author, if any.
    var ownMark: String?
  }

  private(set) var flow = TextFlow()
  /// The note marks in the text, in order.
  private(set) var references: [Reference] = []
  private(set) var ownMarks = OwnMarks()
  /// The note whose own mark follows in the run, and the part of the mark read so far.
  private var awaited: (isEndnote: Bool, id: String, mark: String)?
  /// Whether text is included from another part, which is not read (`w:altChunk`).
  private(set) var hasForeignText = false

  private let styles: WordStyles
  private var numbering: WordNumbering
  /// The numbers of the last footnote and the last endnote.
  private var lastFootnote = 0
  private var lastEndnote: Int
  /// The open paragraphs: the current one, and the outer one of each text box.
  private var open: [Paragraph] = []
  /// The text of a paragraph whose end was deleted, so that it continues in the next.
  private var carried = ""
  /// The number of open elements of a skipped one, including itself.
  private var skipped = 0
  private var isText = false
  /// For each open AlternateContent, whether a choice had text.
  private var choices: [Bool] = []
  private var lengthBeforeChoice: [Int] = []
  private var length = 0

  private struct Paragraph {
    var text = ""
    var properties = WordStyles.Properties()
    var run = WordStyles.Properties()
    var isInProperties = false
    var isInRun = false
    var endIsDeleted = false
    /// Whether any text is not bold.
    var hasPlainText = false
    /// For each open field, whether its instruction is still being read.
    private(set) var fields: [Bool] = []
    /// The number of these instructions.
    private(set) var openInstructions = 0

    mutating func beginField() {
      fields.append(true)
      openInstructions += 1
    }

    mutating func endInstruction() {
      guard fields.last == true else { return }
      fields[fields.count - 1] = false
      openInstructions -= 1
    }

    mutating func endField() {
      endInstruction()
      _ = fields.popLast()
    }
  }

  /// Begins a part. Endnotes are numbered after the document's `footnotes` footnotes.
  init(styles: WordStyles, numbering: WordNumbering, footnotes: Int = 0) {
    self.styles = styles
    self.numbering = numbering
    lastEndnote = footnotes
  }

  mutating func read(_ event: XMLEvent) {
    switch event {
    case .start(let name, let attributes): start(name, attributes)
    case .end(let name): end(name)
    case .text(let text): if isText, skipped == 0 { append(text.withoutBreaks) }
    }
  }

  /// Elements without printed text.
  private static let silent: Set<String> = [
    "del", "moveFrom", "instrText", "delText", "delInstrText", "pPrChange", "rPrChange",
    "tblPrChange", "sectPr", "sdtPr", "rt",
  ]

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    if skipped > 0 {
      skipped += 1
      return
    }
    if open.last?.isInProperties == true, name == "del" { open[open.count - 1].endIsDeleted = true }
    if Self.silent.contains(name) {
      skipped = 1
      return
    }
    switch name {
    case "p": open.append(Paragraph())
    case "pPr": if !open.isEmpty { open[open.count - 1].isInProperties = true }
    case "r": beginRun()
    case "t": isText = true
    case "tr": flow.beginRow()
    case "tc": flow.beginCell()
    case "altChunk": hasForeignText = true
    case "AlternateContent": choices.append(false)
    case "Choice", "Fallback":
      if choices.last == true {
        skipped = 1
      } else {
        lengthBeforeChoice.append(length)
      }
    case "footnoteReference", "endnoteReference":
      let isEndnote = name == "endnoteReference"
      if WordStyles.Properties.isOn(attributes["customMarkFollows"] ?? "0") {
        awaited = (isEndnote, attributes["id"] ?? "", "")
      } else {
        mark(isEndnote, attributes["id"] ?? "")
      }
    case "fldChar": field(attributes["fldCharType"] ?? "")
    default: if !startProperty(name, attributes) { startSign(name, attributes) }
    }
  }

  /// Reads a property of the open paragraph or run; returns whether the element is done with.
  private mutating func startProperty(_ name: String, _ attributes: [String: String]) -> Bool {
    guard let last = open.indices.last else { return false }
    if open[last].isInProperties {
      // Here w:rPr applies only to the paragraph mark.
      if ["pStyle", "numId", "ilvl"].contains(name) {
        open[last].properties.read(name, attributes)
      }
      return true
    }
    guard open[last].isInRun, ["rStyle", "vanish", "vertAlign", "b"].contains(name) else {
      return false
    }
    open[last].run.read(name, attributes)
    return true
  }

  private mutating func beginRun() {
    guard let last = open.indices.last else { return }
    open[last].run = WordStyles.Properties()
    open[last].isInRun = true
  }

  /// Appends a character that is written as an element.
  private mutating func startSign(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "tab", "ptab": append(" ")
    case "br", "cr": append("\n")
    case "noBreakHyphen": append("-")
    case "sym":
      guard
        let scalar = attributes["char"].flatMap({ UInt32($0, radix: 16) }).flatMap(
          Unicode.Scalar.init)
      else { return }
      // U+F02A is the asterisk of the font Symbol, which Word offers first as a mark.
      append(scalar == "\u{F02A}" ? "*" : String(scalar).withoutBreaks)
    default: break
    }
  }

  private mutating func field(_ type: String) {
    guard let last = open.indices.last else { return }
    switch type {
    case "begin": open[last].beginField()
    case "separate": open[last].endInstruction()
    case "end": open[last].endField()
    default: break
    }
  }

  private mutating func mark(_ isEndnote: Bool, _ id: String) {
    guard isPrinted else { return }
    if isEndnote { lastEndnote += 1 } else { lastFootnote += 1 }
    let number = isEndnote ? lastEndnote : lastFootnote
    refer(Reference(isEndnote: isEndnote, id: id, number: number))
  }

  /// Ends a run. The text after a note reference is the note's own mark.
  private mutating func endRun() {
    if !open.isEmpty { open[open.count - 1].isInRun = false }
    guard let (isEndnote, id, following) = awaited else { return }
    awaited = nil
    let text = following.trimmed
    let own = String(text.prefix { $0 != " " })
    guard isPrinted, (1...4).contains(own.count), let number = ownMarks.number(for: own) else {
      mark(isEndnote, id)
      return append(text)
    }
    refer(Reference(isEndnote: isEndnote, id: id, number: number, ownMark: own))
    append(String(text.dropFirst(own.count)))
  }

  private mutating func refer(_ reference: Reference) {
    references.append(reference)
    // Separate adjacent marks, or they would be one number.
    let last = open.last?.text.unicodeScalars.last
    let isBehindMark = last.map { Superscript.digits(1_234_567_890).unicodeScalars.contains($0) }
    append((isBehindMark == true ? " " : "") + Superscript.digits(reference.number))
  }

  /// Whether the text of the open run is printed.
  private var isPrinted: Bool {
    guard let paragraph = open.last else { return false }
    let hidden =
      paragraph.run.isHidden ?? styles.properties(of: paragraph.run.style).isHidden
      ?? styles.properties(of: paragraph.properties.style).isHidden
    return hidden != true && paragraph.openInstructions == 0
  }

  private mutating func append(_ text: String) {
    guard let last = open.indices.last, isPrinted else { return }
    if awaited != nil {
      awaited?.mark += text
      return
    }
    let run = open[last].run
    let isRaised = run.isRaised ?? styles.properties(of: run.style).isRaised ?? false
    open[last].text += isRaised ? text.withRaisedNumbers : text
    length += text.utf8.count
    if !isBold(open[last]), !text.trimmed.isEmpty { open[last].hasPlainText = true }
  }

  private func isBold(_ paragraph: Paragraph) -> Bool {
    paragraph.run.isBold ?? styles.properties(of: paragraph.run.style).isBold
      ?? styles.properties(of: paragraph.properties.style).isBold ?? false
  }

  private mutating func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name {
    case "p": endParagraph()
    case "pPr": if !open.isEmpty { open[open.count - 1].isInProperties = false }
    case "r": endRun()
    case "t": isText = false
    case "tr": flow.endRow()
    case "tc": flow.endCell()
    case "AlternateContent": _ = choices.popLast()
    case "Choice", "Fallback":
      if let before = lengthBeforeChoice.popLast(), before < length, !choices.isEmpty {
        choices[choices.count - 1] = true
      }
    default: break
    }
  }

  private mutating func endParagraph() {
    guard let paragraph = open.popLast() else { return }
    let text = carried + paragraph.text
    carried = ""
    if paragraph.endIsDeleted {
      carried = text
      return
    }
    var properties = paragraph.properties
    properties.complete(from: styles.properties(of: properties.style))
    flow.add(
      OfficeParagraph(
        text: text, item: numbering.next(properties, styles), isBold: !paragraph.hasPlainText))
  }

  /// Ends the part, and adds text that was carried over.
  mutating func finish() {
    if !carried.isEmpty { flow.add(OfficeParagraph(text: carried)) }
    carried = ""
  }
}
