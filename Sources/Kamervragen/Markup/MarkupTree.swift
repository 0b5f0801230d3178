/// An element of XML or HTML with what stands in it.
struct MarkupElement: Hashable {
  /// The name without its prefix, in lower case.
  var name: String
  /// The attributes by their names, in lower case.
  var attributes: [String: String] = [:]
  var children: [MarkupNode] = []

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

  /// Whether an element that fits stands in this one; this one does not count.
  func contains(where fits: (MarkupElement) -> Bool) -> Bool {
    elements.contains { $0.first(where: fits) != nil }
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
    return MarkupText.clean(text)
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
  /// More elements than any publication has; what is larger is refused before it takes memory.
  static let elementLimit = 400_000

  /// The root of a document in XML.
  static func xml(_ bytes: [UInt8]) throws(ReadError) -> MarkupElement {
    try MarkupBounds.check(bytes, form: .xml)
    var builder = Builder()
    try XMLEvents.read(bytes, form: .xml) { event throws(ReadError) in builder.add(event) }
    guard let root = builder.root else {
      throw .damaged(form: .xml, reason: "er staat geen element in")
    }
    return root
  }

  /// The root of a page in HTML.
  ///
  /// - Parameter bytes: the page in UTF-8, whatever it says itself.
  static func html(_ bytes: [UInt8]) throws(ReadError) -> MarkupElement {
    try MarkupBounds.check(bytes, form: .html)
    var builder = Builder()
    try XMLEvents.readHTML(bytes) { event throws(ReadError) in builder.add(event) }
    guard let root = builder.root else {
      throw .damaged(form: .html, reason: "er staat geen element in")
    }
    return root
  }

  /// Puts a tree together from events.
  private struct Builder {
    private(set) var root: MarkupElement?
    private var open: [MarkupElement] = []

    mutating func add(_ event: XMLEvent) {
      switch event {
      case .start(let name, let attributes):
        var lower: [String: String] = [:]
        for (name, value) in attributes {
          lower[name.lowercased()] = MarkupNotes.withoutKeys(value)
        }
        open.append(MarkupElement(name: name.lowercased(), attributes: lower))
      case .text(let text):
        if !open.isEmpty {
          open[open.count - 1].children.append(.text(MarkupNotes.withoutKeys(text)))
        }
      case .end:
        guard let closed = open.popLast() else { return }
        if open.isEmpty {
          root = root ?? closed
        } else {
          open[open.count - 1].children.append(.element(closed))
        }
      }
    }
  }
}

/// Bounds of what libxml2 is given: it compares the attributes of an element with each other, and keeps every element.
struct MarkupBounds {
  /// More attributes than any element has.
  static let attributeLimit = 300

  private let bytes: [UInt8]
  private var at = 0

  /// Refuses a document with too many elements, or with too many attributes in one element.
  static func check(_ bytes: [UInt8], form: SourceForm) throws(ReadError) {
    var bounds = MarkupBounds(bytes: bytes)
    var elements = 0
    while let begin = bounds.nextTag() {
      elements += 1
      guard elements <= MarkupTree.elementLimit else {
        throw .damaged(
          form: form, reason: "het heeft meer dan \(MarkupTree.elementLimit) elementen")
      }
      guard bounds.attributes() <= attributeLimit else {
        throw .damaged(
          form: form, reason: "een element heeft meer dan \(attributeLimit) attributen")
      }
      // What looks like a tag in a program is none.
      if form == .html,
        ["script", "style"].contains(where: { Ascii.hasPrefix(bytes, at: begin, $0) })
      {
        bounds.skip(to: "</")
      }
    }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func skip(to text: String) {
    at = Ascii.find(text, in: bytes, from: at).map { $0 + text.utf8.count } ?? bytes.count
  }

  /// Goes to the name of the next element that begins; comments are passed.
  private mutating func nextTag() -> Int? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      at += 1
      if Ascii.hasPrefix(bytes, at: at, "!--") {
        skip(to: "-->")
      } else if Ascii.hasPrefix(bytes, at: at, "![CDATA[") {
        skip(to: "]]>")
      } else if at < bytes.count, Ascii.isLetter(bytes[at]) {
        return at
      }
    }
    return nil
  }

  /// Goes to the end of the element's tag; how many attributes it may have, by the spaces outside of their values.
  private mutating func attributes() -> Int {
    var count = 0
    var last: UInt8 = 0
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let byte = bytes[at]
      at += 1
      if byte <= Ascii.space {
        // Spaces do not part a sign of equality from its value.
        if last == UInt8(ascii: "=") { continue }
        if last > Ascii.space { count += 1 }
      } else if last == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        at = bytes[at...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
      }
      last = byte
      if count > Self.attributeLimit { break }
    }
    return count
  }
}
