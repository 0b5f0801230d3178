/// The notes of a document in XML or HTML, in document order.
///
/// Numbers may start again, so a note is identified by a key. Until the passages are assembled, a
/// private-use character in the text represents each mark, so that no mark is lost or confused with
/// another.
struct MarkupNotes {
  struct Note: Hashable {
    /// The mark as printed, without brackets.
    var mark: String
    /// The text on one line.
    var text: String
  }

  private(set) var notes: [Note] = []
  /// The keys of notes apart from their marks, by the names that marks refer to.
  private var keys: [String: Int] = [:]
  /// The keys of the notes apart from their marks, in document order, and the place of the next one
  /// for a mark without a name.
  private var listed: [Int] = []
  private var next = 0
  private var used: Set<Int> = []
  /// Marks without a note.
  private(set) var unknown: [String] = []

  /// A mark in the text.
  enum Mark {
    case note(key: Int)
    /// A mark whose note is missing.
    case unknown(String)
  }

  // MARK: The register

  /// Registers the notes apart from their marks: those that a mark refers to, those in a list at
  /// the end, and the note boxes of a page.
  init(in root: MarkupElement) {
    var wanted: Set<String> = []
    root.forEach { element in
      guard element.name == "nootref" else { return }
      wanted.formUnion(element.attributes.values.map(Self.target))
    }
    var apart: [MarkupElement] = []
    root.forEach { element in
      for child in element.elements {
        let isWanted = child.attributes["id"].map { wanted.contains($0.lowercased()) } == true
        let isListed = Self.lists.contains(element.name)
        if child.isNoteBox || child.name == "noot" && (isWanted || isListed) {
          apart.append(child)
        }
      }
    }
    for note in apart {
      guard let key = register(note) else { continue }
      for name in Self.names(of: note) where keys[name] == nil { keys[name] = key }
      listed.append(key)
    }
  }

  /// The elements whose child notes are apart from the text.
  private static let lists: Set<String> = [
    "vragen", "reactie", "vraagdoc", "kamerwrk", "kamervragen", "body", "noten",
  ]

  /// Adds a note at the place of its mark, and returns its key; nil if it is already registered or
  /// empty.
  mutating func add(_ element: MarkupElement) -> Int? {
    if element.isNoteBox { return nil }
    if let id = element.attributes["id"], keys[id.lowercased()] != nil { return nil }
    return register(element)
  }

  /// The mark of an element that is a mark apart from its note; nil for other elements.
  mutating func mark(at element: MarkupElement) -> Mark? {
    let isMark =
      element.name == "nootref"
      || element.name == "a" && element.classes.contains { $0 == "nootnum" || $0 == "nootref" }
    guard isMark else { return nil }
    var targets = element.attributes.values.sorted().map(Self.target)
    targets += element.classes.compactMap(Self.clicked)
    let printed = Self.bare(element.flatText)
    for target in targets {
      if let key = keys[target] { return refer(to: key) }
    }
    // A mark without a known name refers to the next unused note, if it has that number or no
    // number.
    while next < listed.count, used.contains(listed[next]) { next += 1 }
    if next < listed.count, printed.isEmpty || notes[listed[next]].mark == printed {
      return refer(to: listed[next])
    }
    unknown.append(printed)
    return .unknown(printed)
  }

  private mutating func refer(to key: Int) -> Mark {
    used.insert(key)
    return .note(key: key)
  }

  /// A mark without its brackets.
  private static func bare(_ mark: String) -> String {
    mark.filter { !"()[].:".contains($0) }.trimmed
  }

  private mutating func register(_ element: MarkupElement) -> Int? {
    let number = element.first { part in
      ["noot.nr", "noot.lbl", "nr", "nummer"].contains(part.name)
        || part.classes.contains("nootnum")
    }
    let printed = number.map { Self.bare($0.flatText) } ?? ""
    var inner = MarkupText(notes: MarkupNotes())
    inner.add(Self.withoutNumber(element.children))
    inner.endParagraph()
    let text = inner.paragraphs.map { MarkupNotes.plain($0, inner.notes) }.joined(separator: " ")
    guard !text.isEmpty || !printed.isEmpty else { return nil }
    notes.append(Note(mark: printed.isEmpty ? String(notes.count + 1) : printed, text: text))
    return notes.count - 1
  }

  /// Makes an empty register.
  init() {}

  /// Adds a note and returns its key.
  mutating func add(mark: String, text: String) -> Int {
    notes.append(Note(mark: mark.isEmpty ? String(notes.count + 1) : mark, text: text))
    return notes.count - 1
  }

  /// Adds a mark without a note.
  mutating func addUnknown(_ mark: String) { unknown.append(mark) }

  /// A note without its number and without the page's controls ("X", "Noot").
  private static func withoutNumber(_ nodes: [MarkupNode]) -> [MarkupNode] {
    var isFirst = true
    return nodes.compactMap { node in
      guard case .element(var element) = node else { return node }
      if ["noot.nr", "noot.lbl"].contains(element.name) || element.classes.contains("nootnum")
        || element.classes.contains("note-close")
      {
        return nil
      }
      if isFirst, ["nr", "nummer"].contains(element.name) { return nil }
      isFirst = false
      element.children = withoutNumber(element.children)
      return .element(element)
    }
  }

  /// The names of a note box: its own, and those of the anchors in it.
  private static func names(of box: MarkupElement) -> [String] {
    var names: [String] = []
    box.forEach { element in
      for attribute in ["id", "name"] {
        guard let name = element.attributes[attribute]?.lowercased() else { continue }
        names.append(name)
        for prefix in ["supernote-note-", "supernote-"] where name.hasPrefix(prefix) {
          names.append(String(name.dropFirst(prefix.count)))
        }
      }
    }
    return names
  }

  /// The name that a mark's attribute refers to: the part after "#" of an address, or the whole
  /// value. It is in lower case, because pages use capitals inconsistently.
  private static func target(_ value: String) -> String {
    let name = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).last
    return (name.map(String.init) ?? value).lowercased()
  }

  /// The name of the note in a class like `supernote-click-n2`.
  private static func clicked(_ name: Substring) -> String? {
    let prefix = "supernote-click-"
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
  }
}

// MARK: Marks in a text

extension MarkupNotes {
  private static let firstKey: UInt32 = 0xF0000
  private static let keyCount: UInt32 = 0xFFFD

  private static func isKey(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= firstKey && scalar.value < firstKey + keyCount
  }

  /// The character that represents a note's mark; empty for a key out of range.
  static func text(of key: Int) -> String {
    guard key >= 0, key < Int(keyCount), let scalar = Unicode.Scalar(firstKey + UInt32(key)) else {
      return ""
    }
    return String(scalar)
  }

  /// A text of the document, with such characters replaced by U+FFFD.
  static func withoutKeys(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isKey) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isKey($0) ? "\u{FFFD}" : $0 }))
  }

  /// The text with marks glued to the words before them, as in print.
  static func attached(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isKey) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      while isKey(scalar), result.last == " " { result.removeLast() }
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether a text consists of marks.
  static func isMarksOnly(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isKey($0) || $0 == " " }
  }

  /// The keys of the marks in a text, each once.
  static func keys(in text: String) -> [Int] {
    text.unicodeScalars.filter(isKey).map { Int($0.value - firstKey) }.withoutRepeats
  }

  /// The text with printed marks: numbers as raised digits.
  static func plain(_ text: String, _ notes: MarkupNotes) -> String {
    guard text.unicodeScalars.contains(where: isKey) else { return text }
    var result = ""
    var isBehindMark = false
    for scalar in text.unicodeScalars {
      guard isKey(scalar) else {
        result.unicodeScalars.append(scalar)
        isBehindMark = false
        continue
      }
      if isBehindMark { result += " " }
      result += notes.printed(Int(scalar.value - firstKey))
      isBehindMark = true
    }
    return result
  }

  private func printed(_ key: Int) -> String {
    notes.indices.contains(key) ? Self.printed(notes[key].mark) : ""
  }

  /// A mark as in a text: raised digits, a letter in brackets, or a sign.
  static func printed(_ mark: String) -> String {
    if let raised = Superscript.raised(mark) { return raised }
    return mark.unicodeScalars.allSatisfy { $0.properties.isAlphabetic } ? "[\(mark)]" : mark
  }
}
