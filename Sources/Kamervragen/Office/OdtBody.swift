/// Reads the elements of the text of an ODT (`content.xml`, or a header or footer of `styles.xml`).
struct OdtBody {
  private(set) var flow = TextFlow()
  private(set) var notes: [FoundNote] = []
  private(set) var ownMarks = OwnMarks()

  private let styles: OdtStyles
  private var counter = ListCounter()
  private var open: [Paragraph] = []
  private var lists: [List] = []
  /// The keys of lists by name, and of the last list of each style.
  private var keys: [String: String] = [:]
  private var lastKeys: [String: String] = [:]
  private var keyCount = 0
  /// The state outside each open note.
  private var outside: [Outside] = []
  /// The number of open elements of a skipped one, including itself.
  private var skipped = 0
  private var isCitation = false
  /// The number of text boxes seen in each open frame, which may hold the same content in several
  /// forms.
  private var frames: [Int] = []

  private struct Paragraph {
    var text = ""
    var style: String?
    /// The look from the paragraph style.
    var look: Look
    /// The look inside each open span.
    var spans: [Look] = []
  }

  /// The effect of styles on text. A paragraph style cannot raise text.
  private struct Look {
    var isHidden: Bool?
    var isRaised: Bool?
  }

  private struct List {
    var style: String?
    /// The name by which another list may continue it.
    var id: String?
    /// The key of its counter: its own, or that of the list it continues.
    var key: String?
    /// The number of the next item, if the document sets it.
    var start: Int?
    /// Whether it continues the last list of its style, and the name of the list that it continues.
    var isContinued = false
    var continued: String?
    /// Whether the next paragraph is the first of an item, which gets the number.
    var expectsNumber = false
  }

  /// A note being read, and the state that it interrupts.
  private struct Outside {
    var flow: TextFlow
    var open: [Paragraph]
    var lists: [List]
    var citation = ""
    /// Whether the author chose the mark.
    var hasOwnMark = false
  }

  init(styles: OdtStyles) { self.styles = styles }

  mutating func read(_ event: XMLEvent) {
    switch event {
    case .start(let name, let attributes):
      if skipped > 0 {
        skipped += 1
      } else {
        start(name, attributes)
      }
    case .end(let name):
      if skipped > 0 {
        skipped -= 1
      } else {
        end(name)
      }
    case .text(let text):
      guard skipped == 0 else { return }
      if isCitation, !outside.isEmpty {
        outside[outside.count - 1].citation += text.prefix(20)
      } else {
        append(text.withoutBreaks)
      }
    }
  }

  /// Elements without printed text, such as deleted text, comments and phonetic guides.
  private static let silent: Set<String> = [
    "tracked-changes", "annotation", "ruby-text", "desc", "forms", "covered-table-cell",
    "sequence-decls", "variable-decls", "user-field-decls", "automatic-styles", "font-face-decls",
    "scripts", "image", "object", "note-continuation-notice-forward",
    "note-continuation-notice-backward",
  ]

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    // In a frame, `title` is the title of a picture; elsewhere it is a field that prints the
    // document's title.
    let isSilent = Self.silent.contains(name) || name == "title" && !frames.isEmpty
    if isSilent || attributes["is-hidden"] == "true" || attributes["display"] == "none" {
      skipped = 1
      return
    }
    switch name {
    case "p", "h":
      let name = attributes["style-name"]
      open.append(Paragraph(style: name, look: Look(isHidden: styles.style(name).isHidden)))
    case "span": beginSpan(attributes["style-name"])
    case "s", "tab": append(" ")
    case "line-break": append("\n")
    case "table-row": flow.beginRow()
    case "table-cell": flow.beginCell()
    case "frame": frames.append(0)
    case "text-box":
      if let last = frames.indices.last {
        frames[last] += 1
        if frames[last] > 1 { skipped = 1 }
      }
    case "note":
      outside.append(Outside(flow: flow, open: open, lists: lists))
      flow = TextFlow()
      open = []
      lists = []
    case "note-citation":
      isCitation = true
      if attributes["label"] != nil, !outside.isEmpty {
        outside[outside.count - 1].hasOwnMark = true
      }
    case "list": beginList(attributes)
    case "list-item": beginItem(attributes)
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p", "h": endParagraph()
    case "span": if !open.isEmpty { _ = open[open.count - 1].spans.popLast() }
    case "table-row": flow.endRow()
    case "table-cell": flow.endCell()
    case "frame": _ = frames.popLast()
    case "note": endNote()
    case "note-citation": isCitation = false
    case "list": endList()
    default: break
    }
  }

  private mutating func append(_ text: String) {
    guard let last = open.indices.last else { return }
    let look = open[last].spans.last ?? open[last].look
    guard look.isHidden != true else { return }
    open[last].text += look.isRaised == true ? text.withRaisedNumbers : text
  }

  private mutating func beginSpan(_ name: String?) {
    guard let last = open.indices.last else { return }
    let around = open[last].spans.last ?? open[last].look
    let style = styles.style(name)
    open[last].spans.append(
      Look(
        isHidden: style.isHidden ?? around.isHidden, isRaised: style.isRaised ?? around.isRaised))
  }

  private mutating func endParagraph() {
    guard let paragraph = open.popLast() else { return }
    flow.add(OfficeParagraph(text: paragraph.text, item: item(paragraph)))
  }

  // MARK: Notes

  private mutating func endNote() {
    guard let around = outside.popLast() else { return }
    let text = OfficeText.note(flow.paragraphs)
    flow = around.flow
    open = around.open
    lists = around.lists
    let mark = around.citation.trimmed
    let counted = around.hasOwnMark ? nil : Int(mark)
    let number =
      counted ?? (mark.isEmpty ? nil : ownMarks.number(for: mark)) ?? notes.count + 1
    append(Superscript.digits(number))
    notes.append(FoundNote(number: number, style: .raised, text: text, page: 0, line: 0))
  }

  // MARK: Lists

  private mutating func beginList(_ attributes: [String: String]) {
    lists.append(
      List(
        style: attributes["style-name"] ?? lists.last?.style, id: attributes["id"],
        isContinued: attributes["continue-numbering"] == "true",
        continued: attributes["continue-list"]))
  }

  private mutating func beginItem(_ attributes: [String: String]) {
    guard let last = lists.indices.last else { return }
    lists[last].expectsNumber = true
    lists[last].start = ListLevel.number(attributes["start-value"])
  }

  private mutating func endList() { _ = lists.popLast() }

  private mutating func item(_ paragraph: Paragraph) -> ListItem? {
    guard let last = lists.indices.last, lists[last].expectsNumber else { return nil }
    lists[last].expectsNumber = false
    let style = lists[last].style ?? styles.style(paragraph.style).list
    guard let style, let levels = styles.levels(of: style) else { return nil }
    let key = key(of: last, style)
    if let start = lists[last].start { counter.restart(key, level: last, at: start) }
    return counter.next(in: key, level: last, of: levels)
  }

  /// The key of a list's counter. A list starts again unless it continues another; a nested list is
  /// a level of the outer one.
  private mutating func key(of list: Int, _ style: String) -> String {
    if let key = lists[list].key { return key }
    var key: String?
    if list > 0 {
      key = self.key(of: 0, lists[0].style ?? style)
    } else if let continued = lists[list].continued {
      key = keys[continued] ?? lastKeys[style]
    } else if lists[list].isContinued {
      key = lastKeys[style]
    }
    if key == nil { keyCount += 1 }
    let found = key ?? "\(style) \(keyCount)"
    lists[list].key = found
    if list == 0 {
      lastKeys[style] = found
      if let id = lists[list].id { keys[id] = found }
    }
    return found
  }
}
