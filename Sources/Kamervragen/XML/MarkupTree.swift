/// An element of XML or HTML with what stands in it.
struct MarkupElement: Hashable {
  /// The name without its prefix, in lower case.
  var name: String
  /// The attributes by their names, in lower case.
  var attributes: [String: String] = [:]
  var children: [MarkupNode] = []
  /// What the document's reader looks for, if this element, or one inside it, is that.
  var signs: Signs = []
  var innerSigns: Signs = []

  /// What readers look for in a tree, found out once while it grows.
  struct Signs: OptionSet, Hashable {
    let rawValue: UInt8
    /// A question, an answer, or another part that its name or class tells.
    static let part = Signs(rawValue: 1)
    /// The heading of such a part.
    static let heading = Signs(rawValue: 2)
  }

  /// The elements among the children.
  var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element with one of some names, this one included, in the order of the document.
  func first(_ names: Set<String>) -> MarkupElement? { first { names.contains($0.name) } }

  /// The first element that fits, this one included, in the order of the document.
  func first(where fits: (MarkupElement) -> Bool) -> MarkupElement? {
    if fits(self) { return self }
    for element in elements {
      if let found = element.first(where: fits) { return found }
    }
    return nil
  }

  /// The elements of a name in it, in the order of the document.
  func all(_ name: String) -> [MarkupElement] {
    var found: [MarkupElement] = []
    forEach { if $0.name == name { found.append($0) } }
    return found
  }

  /// Whether an element that fits stands in this one; this one does not count.
  func contains(where fits: (MarkupElement) -> Bool) -> Bool {
    elements.contains { $0.first(where: fits) != nil }
  }

  /// Whether it is a note, or a box with one.
  var isNote: Bool { name == "noot" || isNoteBox }

  /// Whether it is the box in which a page shows a note.
  var isNoteBox: Bool {
    switch name {
    case "div", "li", "p", "aside": classes.contains("noot")
    default: false
    }
  }

  /// Hands every element to a function, this one first.
  func forEach(_ body: (MarkupElement) -> Void) {
    body(self)
    for element in elements { element.forEach(body) }
  }

  /// All text in it on one line.
  var flatText: String {
    var text = ""
    appendText(to: &text)
    return SourceText.oneLine(text)
  }

  /// The same, in raised digits if it is a number as marks of notes are.
  var raisedText: String {
    let text = flatText
    return Superscript.raised(text) ?? text
  }

  private func appendText(to text: inout String) {
    for child in children {
      switch child {
      case .text(let piece): text += piece
      case .element(let element):
        // Parts of a name may stand without a space between them.
        if !MarkupText.isInline(element.name) || name == "naam" { text += " " }
        element.appendText(to: &text)
      }
    }
  }

  /// The element without the notes and their marks, and those: a heading may carry some.
  var withoutNotes: (element: MarkupElement, notes: [MarkupNode]) {
    var element = self
    var notes: [MarkupNode] = []
    element.children = children.compactMap { node in
      guard case .element(let child) = node else { return node }
      if ["noot", "nootref"].contains(child.name) || child.classes.contains("nootnum") {
        notes.append(node)
        return nil
      }
      let (bare, inner) = child.withoutNotes
      notes += inner
      return .element(bare)
    }
    return (element, notes)
  }

  /// The words of the attribute `class`, in lower case.
  var classes: [Substring] { (attributes["class"] ?? "").lowercased().split(separator: " ") }
}

/// What stands in an element.
enum MarkupNode: Hashable {
  case text(String)
  case element(MarkupElement)
}

/// Reads a document into a tree.
enum MarkupTree {
  /// How deep notes, and rows of tables, may nest: the text of each is assembled again in the one
  /// around it.
  static let noteNesting = 10
  static let rowNesting = 20

  /// The root of a document.
  ///
  /// - Parameters:
  ///   - bytes: the file; a page in HTML in UTF-8, whatever it says itself.
  ///   - form: XML or HTML.
  ///   - signs: what an element is.
  /// - Returns: the root; of a page `html`.
  /// - Throws: `ReadError.damaged` if it is no XML, too large or nested too deeply.
  static func read(
    _ bytes: [UInt8], form: SourceForm = .xml,
    signs: @escaping (MarkupElement) -> MarkupElement.Signs = { _ in [] }
  ) throws(ReadError) -> MarkupElement {
    var builder = Builder(signs: signs)
    try XMLEvents.read(bytes, form: form) { event throws(ReadError) in try builder.add(event) }
    guard let root = builder.root else {
      throw .damaged(form: form, reason: "er staat geen element in")
    }
    return root
  }

  /// Puts a tree together from events.
  private struct Builder {
    private(set) var root: MarkupElement?
    private var open: [MarkupElement] = []
    private let signs: (MarkupElement) -> MarkupElement.Signs
    private var openNotes = 0
    private var openRows = 0

    init(signs: @escaping (MarkupElement) -> MarkupElement.Signs) { self.signs = signs }

    mutating func add(_ event: XMLEvent) throws(ReadError) {
      switch event {
      case .start(let name, let attributes):
        var lower: [String: String] = [:]
        for (name, value) in attributes {
          lower[name.lowercased()] = MarkupNotes.withoutKeys(value)
        }
        let element = MarkupElement(name: name.lowercased(), attributes: lower)
        try count(element, 1)
        open.append(element)
      case .text(let text):
        if !open.isEmpty {
          open[open.count - 1].children.append(.text(MarkupNotes.withoutKeys(text)))
        }
      case .end:
        guard var closed = open.popLast() else { return }
        try count(closed, -1)
        closed.signs = signs(closed)
        if let last = open.indices.last {
          open[last].innerSigns.formUnion(closed.signs.union(closed.innerSigns))
        }
        if open.isEmpty {
          root = root ?? closed
        } else {
          open[open.count - 1].children.append(.element(closed))
        }
      }
    }

    /// Counts the notes and rows that are open.
    private mutating func count(_ element: MarkupElement, _ step: Int) throws(ReadError) {
      if element.isNote { openNotes += step }
      if element.name == "row" || element.name == "tr" { openRows += step }
      try SetBounds.check("noten in elkaar", openNotes, atMost: noteNesting)
      try SetBounds.check("rijen van tabellen in elkaar", openRows, atMost: rowNesting)
    }
  }
}
