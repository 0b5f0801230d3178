/// Assembles the text of elements into paragraphs, each on one line. Table cells are separated by "
/// | ", list items follow their marks, and note marks keep their places.
struct MarkupText {
  /// The finished paragraphs.
  private(set) var paragraphs: [String] = []
  private(set) var notes: MarkupNotes
  private var line = ""
  /// The mark of a list item whose text has not begun.
  private var itemMark: String?

  /// Begins with the known notes.
  init(notes: MarkupNotes) { self.notes = notes }

  /// The paragraphs of some nodes. Adds the notes in them to `notes`.
  static func paragraphs(_ nodes: [MarkupNode], _ notes: inout MarkupNotes) -> [String] {
    var text = MarkupText(notes: notes)
    notes = MarkupNotes()  // Keep one owner: avoids a copy per note.
    text.add(nodes)
    text.endParagraph()
    notes = text.notes
    return text.paragraphs
  }

  /// Elements within a sentence. All others begin and end a paragraph.
  private static let inline: Set<String> = [
    "naam", "voorvoegsels", "voornaam", "achternaam", "organisatie", "politiek", "datum", "nadruk",
    "extref", "intref", "extref-groep", "dossierref", "kamervraagonderwerp", "ondw", "sup", "inf",
    "sub", "br", "nootref", "noot", "noot.nr", "nl", "unl", "vet", "cur", "ondlijn", "afko", "a",
    "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "tt", "u", "var", "wbr", "time",
    "al-inline",
  ]

  static func isInline(_ name: String) -> Bool { inline.contains(name) }

  /// Elements of a page that are not text.
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

  /// Ends the paragraph. Drops it if it is empty.
  mutating func endParagraph() {
    let text = MarkupNotes.attached(SourceText.oneLine(line))
    line = ""
    guard !text.isEmpty else { return }
    if MarkupNotes.isMarksOnly(text), let last = paragraphs.popLast() {
      // Marks between paragraphs belong to the previous one.
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
      // Its parts may be adjacent without spaces, or on separate lines.
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

  /// One line break is a space; two end the paragraph.
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
