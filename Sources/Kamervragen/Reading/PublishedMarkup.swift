/// XML as an official source sends it, for whoever fetches it: a tree of elements, and what a
/// document says of itself.
package struct PublishedMarkup {
  private let root: MarkupElement

  /// Parses a document.
  ///
  /// - Throws: `ReadError` if it is not well-formed XML, exceeds the bounds of markup, or declares
  ///   entities.
  package init(_ bytes: [UInt8]) throws(ReadError) {
    let markup = try DecodedText(bytes).markup
    guard !Self.declaresEntities(markup) else {
      throw .damaged(form: .xml, reason: "het declareert entiteiten")
    }
    root = try MarkupTree.read(markup)
  }

  /// Whether the document type, which comes before the root, has entities of its own.
  private static func declaresEntities(_ markup: [UInt8]) -> Bool {
    guard let begin = Ascii.find("<!DOCTYPE", in: markup) else { return false }
    let rest = Array(markup[begin...])
    let end = Ascii.find("]>", in: rest) ?? rest.count
    return Ascii.find("<!ENTITY", in: Array(rest[..<end])) != nil
  }

  private init(root: MarkupElement) { self.root = root }

  /// The name of the root, in lower case and without a prefix, as are all names here.
  package var name: String { root.name }

  /// The child elements.
  package var elements: [PublishedMarkup] { root.elements.map(PublishedMarkup.init(root:)) }

  /// The value of an attribute; nil if there is none.
  package func attribute(_ name: String) -> String? { root.attributes[name] }

  /// The text of the element and of those inside it, with single spaces.
  package var text: String { SourceText.oneLine(root.flatText) }

  /// The child elements with a name.
  package func children(_ name: String) -> [PublishedMarkup] { elements.filter { $0.name == name } }

  /// The first element at a path of names below this one.
  package func first(at path: String...) -> PublishedMarkup? {
    path.reduce(self) { found, name in found?.elements.first { $0.name == name } }
  }

  /// All elements with a name, in document order.
  package func all(_ name: String) -> [PublishedMarkup] {
    root.all(name).map(PublishedMarkup.init(root:))
  }

  /// Whether the root is one of a publication's text.
  package var isPublication: Bool { Self.publicationRoots.contains(name) }

  /// Whether the root is one of a metadata file.
  package var isMetadata: Bool { MetadataFile.roots.contains(name) }

  private static let publicationRoots: Set<String> = [
    "officiele-publicatie", "kamervragen", "vraagdoc", "kamerwrk", "kvr",
  ]

  /// The identifiers that the document gives itself in its metadata; none if it gives none.
  package var identifiers: [String] {
    let pairs = isMetadata ? MetadataFile.pairs(in: root) : MetadataFile.metaPairs(in: root)
    return pairs.compactMap { name, value in
      switch name.split(whereSeparator: { $0 == "." || $0 == ":" }).last?.lowercased() {
      case "identifier": value
      // `https://zoek.officielebekendmakingen.nl/ah-tk-20202021-3235/metadata.xml`
      case "externmetadatarecord": value.split(separator: "/").dropLast().last.map(String.init)
      default: nil
      }
    }
  }
}
