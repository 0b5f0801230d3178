/// An element of XML or HTML with its content.
struct MarkupElement: Hashable {
  /// The name without its namespace prefix, in lower case.
  var name: String
  /// The attributes by name; names are in lower case.
  var attributes: [String: String] = [:]
  var children: [MarkupNode] = []
  /// The signs of this element (`signs`) and of the elements inside it (`innerSigns`).
  var signs: Signs = []
  var innerSigns: Signs = []

  /// Properties that readers search a tree for, computed once while it is built.
  struct Signs: OptionSet, Hashable {
    let rawValue: UInt8
    /// A question, an answer, or another part recognised by its name or class.
    static let part = Signs(rawValue: 1)
    /// The heading of such a part.
    static let heading = Signs(rawValue: 2)
  }

  /// The child elements.
  var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element with one of some names in document order, including this one.
  func first(_ names: Set<String>) -> MarkupElement? { first { names.contains($0.name) } }

  /// The first element that fits in document order, including this one.
  func first(where fits: (MarkupElement) -> Bool) -> MarkupElement? {
    if fits(self) { return self }
    for element in elements {
      if let found = element.first(where: fits) { return found }
    }
    return nil
  }

  /// All elements with a name in document order, including this one.
  func all(_ name: String) -> [MarkupElement] {
    var found: [MarkupElement] = []
    forEach { if $0.name == name { found.append($0) } }
    return found
  }

  /// Whether an element inside this one fits.
  func contains(where fits: (MarkupElement) -> Bool) -> Bool {
    elements.contains { $0.first(where: fits) != nil }
  }

  /// Whether it is a note or a note box.
  var isNote: Bool { name == "noot" || isNoteBox }

  /// Whether it is a box with a note of a page.
  var isNoteBox: Bool {
    switch name {
    case "div", "li", "p", "aside": classes.contains("noot")
    default: false
    }
  }

  /// Calls a function with every element in document order, including this one.
  func forEach(_ body: (MarkupElement) -> Void) {
    body(self)
    for element in elements { element.forEach(body) }
  }

  /// All its text on one line.
  var flatText: String {
    var text = ""
    appendText(to: &text)
    return SourceText.oneLine(text)
  }

  /// The same, in raised digits if it is a number of at most three digits, like a note mark.
  var raisedText: String {
    let text = flatText
    return Superscript.raised(text) ?? text
  }

  private func appendText(to text: inout String) {
    for child in children {
      switch child {
      case .text(let piece): text += piece
      case .element(let element):
        // Parts of a name may be adjacent without spaces.
        if !MarkupText.isInline(element.name) || name == "naam" { text += " " }
        element.appendText(to: &text)
      }
    }
  }

  /// The element without notes and their marks, and these nodes. A heading may have some.
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

/// The content of an element.
enum MarkupNode: Hashable {
  case text(String)
  case element(MarkupElement)
}

/// Reads a document into a tree.
enum MarkupTree {
  /// The maximum nesting of notes and of table rows. The text of each is assembled again in the one
  /// around it.
  static let noteNesting = 10
  static let rowNesting = 20

  /// The root of a document.
  ///
  /// - Parameters:
  ///   - bytes: the file; HTML must be in UTF-8, whatever it declares.
  ///   - form: XML or HTML.
  ///   - signs: the function that determines the signs of an element.
  /// - Returns: the root; for HTML the element `html`.
  /// - Throws: `ReadError.damaged` if it is not XML, too large or nested too deeply;
  ///   `ReadError.exceedsBound` if notes or rows are nested too deeply.
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

  /// Builds a tree from events.
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

    /// Counts the open notes and rows.
    private mutating func count(_ element: MarkupElement, _ step: Int) throws(ReadError) {
      if element.isNote { openNotes += step }
      if element.name == "row" || element.name == "tr" { openRows += step }
      try SetBounds.check("noten in elkaar", openNotes, atMost: noteNesting)
      try SetBounds.check("rijen van tabellen in elkaar", openRows, atMost: rowNesting)
    }
  }
}
