/// Reads metadata files beside a publication, and the metadata in its own file.
enum MetadataFile {
  /// Reads `metadata.xml` or `metadata_owms.xml`.
  ///
  /// - Throws: `ReadError.damaged` if the file is not XML, `ReadError.notUTF8` if it cannot be
  ///   decoded.
  static func read(_ bytes: [UInt8]) throws(ReadError) -> Metadata {
    let text = try DecodedText(bytes)
    return Metadata(pairs(in: try MarkupTree.read(text.markup)))
  }

  /// The pairs of name and value in an element: attributes `name` and `content` of `metadata` and
  /// `meta`, which may be nested, and elements named after their content (`dcterms:identifier`).
  static func pairs(in root: MarkupElement) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    root.forEach { element in
      if let name = element.attributes["name"] ?? element.attributes["property"],
        let value = element.attributes["content"]
      {
        pairs.append((name, value))
      } else if element.elements.isEmpty, element.attributes["name"] == nil {
        pairs.append((element.name, element.flatText))
      }
    }
    return pairs
  }

  /// The pairs of the elements `meta` and `metadata` only, for a page or a publication.
  static func metaPairs(in root: MarkupElement) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    root.forEach { element in
      guard element.name == "meta" || element.name == "metadata",
        let name = element.attributes["name"] ?? element.attributes["property"],
        let value = element.attributes["content"]
      else { return }
      pairs.append((name, value))
    }
    return pairs
  }

  /// The roots of metadata files.
  static let roots: Set<String> = [
    "metadata_gegevens", "owms-metadata", "owmsmetadata", "metadata",
  ]
}
