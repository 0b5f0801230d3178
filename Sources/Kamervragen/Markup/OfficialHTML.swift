/// Reads pages of officielebekendmakingen.nl, and other pages with the same text under headings.
enum OfficialHTML {
  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: the page in UTF-8.
  ///   - name: the file's name.
  /// - Returns: the set, with warnings about parts that were not understood.
  /// - Throws: `ReadError.damaged` if libxml2 cannot read it, `ReadError.noKamervragen` if it is
  ///   another page.
  static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> QuestionSet {
    let root = try MarkupTree.read(bytes, form: .html, signs: Walk.signs)
    let document = document(of: root)
    if let refusal = Unavailable.notice(in: document) { throw .noKamervragen(expected: refusal) }
    return try document.set(name: name)
  }

  /// The publication in a page: the first block with all questions and the header sentence.
  private static func document(of root: MarkupElement) -> MarkupDocument {
    var first: MarkupDocument?
    for block in blocks(of: root) {
      var walk = Walk(page: root)
      walk.read(block)
      walk.finish()
      var document = walk.document
      document.metadata = Metadata(MetadataFile.metaPairs(in: root) + walk.facts)
      let texts =
        document.header + document.parts.filter { $0.kind == .loose }.flatMap(\.paragraphs)
      if texts.contains(where: { QuestionSentence.opens($0) || AnswerSentence.opens($0) }) {
        return document
      }
      first = first ?? document
    }
    return first ?? MarkupDocument(form: .html, notes: MarkupNotes())
  }

  /// The blocks that may be the publication: those with "stuk" in their class; on newer pages the
  /// main part.
  private static func blocks(of root: MarkupElement) -> [MarkupElement] {
    let names: Set<String> = ["div", "article", "section", "main"]
    let kinds: [(MarkupElement) -> Bool] = [
      { element in
        names.contains(element.name) && element.classes.contains { $0.contains("stuk") }
      },
      { $0.name == "main" && $0.classes.contains("global-main") },
      { $0.name == "article" },
      { names.contains($0.name) && $0.attributes["id"] == "content" },
      { $0.name == "main" },
      { $0.name == "body" },
      { _ in true },
    ]
    // A block with only some of the questions is not the whole publication.
    let count = parts(in: root)
    return kinds.compactMap { root.first(where: $0) }.filter { parts(in: $0) == count }
  }

  private static func parts(in element: MarkupElement) -> Int {
    var count = 0
    element.forEach { if $0.signs.contains(.part) { count += 1 } }
    return count
  }

  /// Walks over the elements of a page and divides it into parts.
  private struct Walk {
    private(set) var document: MarkupDocument
    /// The page's table of facts, under the names of metadata.
    private(set) var facts: [(name: String, value: String)] = []
    private var pending: [String] = []
    /// Whether classes mark the parts; otherwise headings may.
    private let hasClasses: Bool
    private let hasHeadings: Bool

    init(page: MarkupElement) {
      document = MarkupDocument(form: .html, notes: MarkupNotes(in: page))
      hasClasses = page.innerSigns.contains(.part)
      hasHeadings = page.innerSigns.contains(.heading)
    }

    /// The signs of an element, for the tree.
    static func signs(_ element: MarkupElement) -> MarkupElement.Signs {
      var signs: MarkupElement.Signs = []
      if kind(element) != nil { signs.insert(.part) }
      if heading(element) != nil { signs.insert(.heading) }
      return signs
    }

    static func kind(_ element: MarkupElement) -> DocumentPart.Kind? {
      guard ["div", "section", "article", "li"].contains(element.name) else { return nil }
      for name in element.classes {
        switch name {
        case "vraag": return .question
        case "antwoord": return .answer
        case "kamervraagopmerking", "toelicht", "mededeling": return .remark
        case "kamervraagbijlage", "bijlage": return .attachment
        default: continue
        }
      }
      return nil
    }

    private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

    /// The kind of part that a heading element opens; nil if none.
    static func heading(_ element: MarkupElement) -> DocumentPart.Kind? {
      guard headings.contains(element.name) else { return nil }
      let text = element.withoutNotes.element.flatText
      if let heading = Heading(text), heading.rest.isEmpty {
        return heading.side == .question ? .question : .answer
      }
      return SectionTitle(text).map { _ in .remark }
    }

    mutating func read(_ element: MarkupElement) {
      if hasClasses {
        readClasses(element)
      } else if hasHeadings {
        readHeadings(element)
      } else {
        add(element.children)
      }
    }

    mutating func finish() { endPending() }

    private mutating func readClasses(_ element: MarkupElement) {
      for node in element.children {
        guard case .element(let child) = node else {
          add([node])
          continue
        }
        if let kind = Self.kind(child) {
          endPending()
          readPart(child, kind)
        } else if isTableOfFacts(child) {
          readFacts(child)
        } else if child.innerSigns.contains(.part) {
          readClasses(child)
        } else {
          add([node])
        }
      }
    }

    private mutating func readPart(_ element: MarkupElement, _ kind: DocumentPart.Kind) {
      var part = DocumentPart(kind: kind)
      var rest: [MarkupNode] = []
      var marks: [MarkupNode] = []
      for node in element.children {
        if case .element(let child) = node, part.number == nil,
          kind == .question || kind == .answer,
          Self.headings.contains(child.name) && !rest.contains(where: { $0.hasText })
            || child.classes.contains("nummer")
        {
          let (bare, notes) = child.withoutNotes
          part.number = bare.flatText
          marks = notes
        } else {
          rest.append(node)
        }
      }
      part.paragraphs = MarkupText.paragraphs(rest + marks, &document.notes)
      document.add(part)
    }

    private mutating func readHeadings(_ element: MarkupElement) {
      for node in element.children {
        guard case .element(let child) = node else {
          add([node])
          continue
        }
        if let kind = Self.heading(child) {
          endPending()
          let (bare, marks) = child.withoutNotes
          let text = bare.flatText
          document.add(
            kind == .remark
              ? DocumentPart(kind: kind, paragraphs: [text])
              : DocumentPart(kind: kind, number: text))
          add(marks)
        } else if isTableOfFacts(child) {
          readFacts(child)
        } else if child.innerSigns.contains(.heading) {
          readHeadings(child)
        } else {
          add([node])
        }
      }
    }

    /// Adds text outside a part: before the first part it is the header, after a heading its text.
    private mutating func add(_ nodes: [MarkupNode]) {
      pending += MarkupText.paragraphs(nodes, &document.notes)
    }

    private mutating func endPending() {
      guard !pending.isEmpty else { return }
      if document.parts.isEmpty {
        document.header += pending
      } else if hasClasses {
        document.addLoose(pending)
      } else {
        document.extendLast(with: pending)
      }
      pending = []
    }

    // MARK: The table of facts

    private static let labels: [String: String] = [
      "datum publicatie": "issued", "datum indiening": "datumIndiening",
      "datum ontvangst": "datumOntvangst", "organisatie": "creator",
      "vergaderjaar": "vergaderjaar", "nummer": "aanhangselNummer", "vraagnummer": "vraagnummer",
      "aanhangselnummer": "aanhangselNummer", "publicatie": "publicationName",
      "indiener": "indiener", "ontvanger": "ontvanger",
    ]

    /// Whether it is a table before the text with at least two known labels: "Datum publicatie",
    /// "Organisatie", "Vergaderjaar".
    private func isTableOfFacts(_ element: MarkupElement) -> Bool {
      guard element.name == "table" || element.name == "dl", document.parts.isEmpty else {
        return false
      }
      return Self.cells(element).joined().count { Self.labels[$0.lowercased()] != nil } >= 2
    }

    private mutating func readFacts(_ table: MarkupElement) {
      let rows = Self.cells(table)
      let isAcross = rows.first?.filter { Self.labels[$0.lowercased()] != nil }.count ?? 0 >= 2
      var pairs: [(String, String)] = []
      if isAcross, rows.count > 1 {
        pairs = Array(zip(rows[0], rows[1]))
      } else {
        pairs = rows.compactMap { $0.count >= 2 ? ($0[0], $0[1]) : nil }
      }
      for (label, value) in pairs {
        if let name = Self.labels[label.lowercased()] { facts.append((name, value)) }
      }
    }

    private static func cells(_ table: MarkupElement) -> [[String]] {
      var rows: [[String]] = []
      table.forEach { element in
        switch element.name {
        case "tr", "dt": rows.append([])
        case "th", "td": if !rows.isEmpty { rows[rows.count - 1].append(element.flatText) }
        default: break
        }
        if ["dt", "dd"].contains(element.name), !rows.isEmpty {
          rows[rows.count - 1].append(element.flatText)
        }
      }
      return rows
    }
  }
}

extension MarkupNode {
  /// Whether there is any text in it.
  fileprivate var hasText: Bool {
    switch self {
    case .text(let text): !SourceText.oneLine(text).isEmpty
    case .element(let element): !element.flatText.isEmpty
    }
  }
}
