/// Assembles the text of elements into paragraphs, each on one line: a row of a table with its
/// cells separated by " | ", an item of a list behind its mark, the marks of notes in their places.
struct MarkupText {
  /// The paragraphs that are complete.
  private(set) var paragraphs: [String] = []
  private(set) var notes: MarkupNotes
  private var line = ""
  /// The mark of a list's item whose text has not begun.
  private var itemMark: String?

  /// Begins with the notes that are known.
  init(notes: MarkupNotes) { self.notes = notes }

  /// The paragraphs of some nodes; the notes in them are added to the register.
  static func paragraphs(_ nodes: [MarkupNode], _ notes: inout MarkupNotes) -> [String] {
    var text = MarkupText(notes: notes)
    notes = MarkupNotes()  // One owner, or each note would copy all others.
    text.add(nodes)
    text.endParagraph()
    notes = text.notes
    return text.paragraphs
  }

  /// The elements in the middle of a sentence; every other one begins and ends a paragraph.
  private static let inline: Set<String> = [
    "naam", "voorvoegsels", "voornaam", "achternaam", "organisatie", "politiek", "datum", "nadruk",
    "extref", "intref", "extref-groep", "dossierref", "kamervraagonderwerp", "ondw", "sup", "inf",
    "sub", "br", "nootref", "noot", "noot.nr", "nl", "unl", "vet", "cur", "ondlijn", "afko", "a",
    "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "tt", "u", "var", "wbr", "time",
    "al-inline",
  ]

  static func isInline(_ name: String) -> Bool { inline.contains(name) }

  /// What a page has besides its text.
  private static let silent: Set<String> = [
    "script", "style", "noscript", "template", "svg", "head", "nav", "form", "button", "colspec",
    "metadata", "iframe", "object", "select", "input", "textarea",
  ]

  static func isSilent(_ name: String) -> Bool { silent.contains(name) }

  mutating func add(_ nodes: [MarkupNode]) {
    for node in nodes {
      switch node {
      case .text(let text): line += text
      case .element(let element): add(element)
      }
    }
  }

  /// Ends the paragraph, and drops it if it has no text.
  mutating func endParagraph() {
    let text = MarkupNotes.attached(SourceText.oneLine(line))
    line = ""
    guard !text.isEmpty else { return }
    if MarkupNotes.isMarksOnly(text), let last = paragraphs.popLast() {
      // Marks that stand between paragraphs belong to the one before.
      paragraphs.append(last + text)
      return
    }
    if let mark = itemMark, !text.hasPrefix(mark) {
      paragraphs.append("\(mark) \(text)")
    } else {
      paragraphs.append(text)
    }
    itemMark = nil
  }

  private mutating func add(_ element: MarkupElement) {
    if Self.isSilent(element.name) { return }
    switch notes.mark(at: element) {
    case .note(let key):
      line += MarkupNotes.text(of: key)
      return
    case .unknown:
      line += element.raisedText
      return
    case nil: break
    }
    if element.isNote { return addNote(element) }
    switch element.name {
    case "br": addBreak()
    case "extref" where element.flatText.isEmpty:
      line += element.attributes["doc"] ?? ""
    case "sup": line += element.raisedText
    case "naam":
      // Its parts may stand without a space, or on lines of their own.
      line += element.flatText
    case "lijst", "ul", "ol", "menu": addList(element)
    case "row", "tr": addRow(element.elements, separator: " | ")
    case "definitie-item": addRow(element.elements, separator: ": ")
    case _ where Self.isInline(element.name): add(element.children)
    default:
      endParagraph()
      add(element.children)
      endParagraph()
    }
  }

  private mutating func addNote(_ element: MarkupElement) {
    if let key = notes.add(element) { line += MarkupNotes.text(of: key) }
  }

  /// A line break is a space; two are the end of a paragraph.
  private mutating func addBreak() {
    let isSecond = line.unicodeScalars.reversed().first {
      !$0.properties.isWhitespace || $0 == "\u{2028}"
    }
    if isSecond == "\u{2028}" { endParagraph() } else { line.unicodeScalars.append("\u{2028}") }
  }

  private mutating func addRow(_ cells: [MarkupElement], separator: String) {
    endParagraph()
    let texts = cells.map { cell in
      MarkupText.paragraphs(cell.children, &notes).joined(separator: " ")
    }
    if texts.contains(where: { !$0.isEmpty }) { line = texts.joined(separator: separator) }
    endParagraph()
  }

  private mutating func addList(_ list: MarkupElement) {
    endParagraph()
    var number = list.attributes["start"].flatMap { Int($0) } ?? 1
    for node in list.children {
      guard case .element(let item) = node, item.name == "li" else {
        add([node])
        continue
      }
      endParagraph()
      let printed = item.elements.first { $0.name == "li.nr" }
      itemMark = printed?.flatText ?? Self.mark(of: list, number)
      if itemMark?.isEmpty == true { itemMark = nil }
      add(
        item.children.filter { child in
          if case .element(let element) = child { element.name != "li.nr" } else { true }
        })
      endParagraph()
      itemMark = nil
      number &+= 1
    }
    endParagraph()
  }

  private static func mark(of list: MarkupElement, _ number: Int) -> String? {
    let type = (list.attributes["type"] ?? (list.name == "ol" ? "1" : "")).lowercased()
    switch type {
    case "decimal", "1", "arabic",
      "expliciet" where list.name == "ol":
      return "\(number)."
    case "loweralpha", "alpha", "a", "lower-alpha":
      guard (1...26).contains(number) else { return "\(number)." }
      return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(number - 1))) + "."
    case "ndash", "streep", "dash": return "–"
    case "geen", "none": return nil
    default: return list.name == "lijst" && type == "expliciet" ? nil : "•"
    }
  }
}
