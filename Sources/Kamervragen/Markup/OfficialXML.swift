/// Reads the official XML of both generations: `kamervragen` (op-xsd-2012-2), and `vraagdoc` and
/// `kamerwrk` with `vragen` and `reactie` from before about 2010.
enum OfficialXML {
  /// Reads a publication.
  ///
  /// - Parameters:
  ///   - bytes: the file; libxml2 decodes it by its declaration.
  ///   - name: the file's name.
  /// - Returns: the set, with warnings about parts that were not understood.
  /// - Throws: `ReadError.damaged` if it is not XML, `ReadError.noKamervragen` if it is something
  ///   else or has no text.
  static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> QuestionSet {
    let root = try MarkupTree.read(bytes) { Walk.isKnown($0) ? .part : [] }
    guard let body = root.first(["kamervragen", "vraagdoc", "kamerwrk"]) ?? oldBody(root) else {
      throw .noKamervragen(expected: expected(of: root))
    }
    var walk = Walk(notes: MarkupNotes(in: body))
    walk.read(body)
    walk.finish()
    if let refusal = Unavailable.notice(in: walk.document) {
      throw .noKamervragen(expected: refusal)
    }
    if walk.document.header.isEmpty, walk.document.parts.isEmpty {
      throw .noKamervragen(expected: "de tekst (het bestand heeft alleen metadata)")
    }
    var document = walk.document
    document.metadata = Metadata(
      MetadataFile.metaPairs(in: root) + walk.facts.map { ($0.name, $0.value) })
    return try document.set(name: name)
  }

  private static func oldBody(_ root: MarkupElement) -> MarkupElement? {
    ["vragen", "reactie"].contains(root.name) ? root : nil
  }

  private static func expected(of root: MarkupElement) -> String {
    if MetadataFile.roots.contains(root.name) {
      return "de tekst (dit zijn de metadata bij een publicatie)"
    }
    if let notice = Unavailable.notice(in: root.flatText) { return notice }
    if root.name == "officiele-publicatie" {
      return root.contains { !["metadata", "meta"].contains($0.name) }
        ? "het element «kamervragen»" : "de tekst (het bestand heeft alleen metadata)"
    }
    return "het element «kamervragen» of «vraagdoc» (de wortel is «\(root.name.opening)»)"
  }

  /// Walks over the elements of a publication and divides it into parts.
  private struct Walk {
    private(set) var document: MarkupDocument
    /// The facts in the page head, under the names of metadata.
    private(set) var facts: [(name: String, value: String)] = []
    /// Text in no element of a known kind.
    private var loose: [String] = []

    init(notes: MarkupNotes) { document = MarkupDocument(form: .xml, notes: notes) }

    private static let parts: [String: DocumentPart.Kind] = [
      "vraag": .question, "antwoord": .answer, "kamervraagopmerking": .remark,
      "toelicht": .remark, "toelichting": .remark, "mededeling": .remark, "opmerking": .remark,
      "kamervraagbijlage": .attachment, "bijlage": .attachment,
    ]

    private static let heads: Set<String> = [
      "kamervraagkop", "kamervraagnummer", "kamervraagomschrijving", "vraagnummer", "omschr",
      "nummer", "titel", "kop",
    ]

    /// The head elements that may follow the questions, as answer sentences did until 2009.
    private static let sentences: Set<String> = ["omschr", "kamervraagomschrijving"]

    static func isKnown(_ element: MarkupElement) -> Bool {
      parts[element.name] != nil || heads.contains(element.name)
    }

    mutating func read(_ element: MarkupElement) {
      for node in element.children {
        switch node {
        case .text(let text):
          addLoose([.text(text)])
        case .element(let child):
          // Notes here are already registered.
          if MarkupText.isSilent(child.name) || ["noot", "noten"].contains(child.name) { continue }
          if let kind = Self.parts[child.name] {
            endLoose()
            readPart(child, kind)
          } else if Self.heads.contains(child.name),
            document.parts.isEmpty || Self.sentences.contains(child.name)
          {
            endLoose()
            readHead(child)
          } else if child.innerSigns.contains(.part), !child.isNote {
            read(child)
          } else {
            addLoose([.element(child)])
          }
        }
      }
    }

    mutating func finish() { endLoose() }

    private mutating func readPart(_ element: MarkupElement, _ kind: DocumentPart.Kind) {
      var part = DocumentPart(kind: kind)
      var rest: [MarkupNode] = []
      var inner: [MarkupElement] = []
      var marks: [MarkupNode] = []
      for node in element.children {
        guard case .element(let child) = node else {
          rest.append(node)
          continue
        }
        let isNumber = ["nr", "nummer", "kop"].contains(child.name)
        if isNumber, part.number == nil, rest.allSatisfy(Self.isBlank),
          kind == .question || kind == .answer
        {
          let (bare, notes) = child.withoutNotes
          part.number = bare.flatText
          marks = notes
        } else if kind != .attachment,
          ["vraag", "antwoord", "kamervraagopmerking"].contains(child.name)
        {
          inner.append(child)
        } else {
          rest.append(node)
        }
      }
      part.paragraphs = MarkupText.paragraphs(rest + marks, &document.notes)
      document.add(part)
      for child in inner { if let kind = Self.parts[child.name] { readPart(child, kind) } }
    }

    private static func isBlank(_ node: MarkupNode) -> Bool {
      if case .text(let text) = node { SourceText.oneLine(text).isEmpty } else { false }
    }

    private mutating func readHead(_ element: MarkupElement) {
      switch element.name {
      case "kamervraagkop":
        for line in element.elements {
          let text = line.flatText
          facts.append((line.attributes["inhoud"] ?? "", text))
          if line.attributes["inhoud"] == "kameraanduiding" { facts.append(("creator", text)) }
          if let session = Self.session(text) { facts.append(("vergaderjaar", session)) }
          if !Self.isFurniture(text) { document.header.append(text) }
        }
      case "kamervraagnummer", "vraagnummer", "nummer":
        // Until 2009 question numbers had only digits, more than any answer number.
        let text = element.flatText
        if text.utf8.count > 5, text.utf8.allSatisfy(Ascii.isDigit) {
          facts.append(("vraagnummer", text))
        } else {
          addHeader(element)
        }
      default: addHeader(element)
      }
    }

    /// Whether a line is page furniture, or has no words.
    private static func isFurniture(_ line: String) -> Bool {
      !line.utf8.contains(where: Ascii.isLetter) || PageFurniture.strip(line)?.rest.isEmpty == true
    }

    /// "Vergaderjaar 2024-2025" without its first word.
    private static func session(_ text: String) -> String? {
      var scanner = TextScanner(text)
      guard scanner.takeWord("Vergaderjaar") else { return nil }
      return scanner.rest
    }

    private mutating func addHeader(_ element: MarkupElement) {
      element.forEach { if $0.name == "datum" { document.dates.append(MarkupDate($0)) } }
      let paragraphs = MarkupText.paragraphs(element.children, &document.notes)
      document.header += paragraphs
    }

    private mutating func addLoose(_ nodes: [MarkupNode]) {
      loose += MarkupText.paragraphs(nodes, &document.notes)
    }

    /// Text before the first question belongs to the header.
    private mutating func endLoose() {
      guard !loose.isEmpty else { return }
      if document.parts.isEmpty {
        document.header += loose
      } else {
        document.addLoose(loose)
      }
      loose = []
    }
  }
}

/// Recognises placeholders for a publication whose text is missing.
enum Unavailable {
  private static let signs = [
    "niet beschikbaar in html", "niet beschikbaar in xml",
    "op verzoek van publicerende organisatie", "publicatie is verwijderd", "is niet beschikbaar",
  ]

  /// A description of the missing text for the refusal; nil if the text is not a placeholder.
  static func notice(in text: String) -> String? {
    guard text.utf8.count < 2000 else { return nil }
    let bytes = Array(text.utf8)
    guard signs.contains(where: { Ascii.find($0, in: bytes) != nil }) else { return nil }
    return "de tekst van de publicatie (het bestand meldt: «\(text.trimmed.opening)»)"
  }

  /// The same for a document without a question or an answer.
  static func notice(in document: MarkupDocument) -> String? {
    guard !document.parts.contains(where: { $0.kind == .question || $0.kind == .answer }) else {
      return nil
    }
    let texts = document.header + document.parts.flatMap(\.paragraphs)
    return texts.lazy.compactMap { notice(in: $0) }.first
  }
}
