/// Where documents are, as a pattern of an address.
package struct DocumentAddresses: Sendable, Hashable {
  /// The official site, which permits programs at a low pace.
  package static let official = "https://zoek.officielebekendmakingen.nl/{file}"

  private let pattern: String

  /// Reads a pattern with `{id}` (the identifier), `{form}` (`xml`, `html`, `pdf`, `metadata`) and
  /// `{file}` (the name of the file). The official site has the metadata of a publication in a
  /// directory of its own, so if the pattern has no `{id}`, `{file}` is `ID/metadata.xml` for it.
  ///
  /// - Throws: `AddressError` if it is no address of an official site or of this machine, or if all
  ///   publications would have the same one.
  package init(_ pattern: String) throws(AddressError) {
    self.pattern = pattern
    let first = try address(of: "a-1", .xml)
    let second = try address(of: "a-2", .xml)
    guard first != second else { throw .noPlaceholder(pattern) }
    _ = try address(of: "a-1", .metadata)
  }

  /// The address of a form of a publication.
  func address(of identifier: String, _ form: DocumentForm) throws(AddressError) -> WebAddress {
    let name = form.fileName(of: identifier)
    let file = form == .metadata && !pattern.contains("{id}") ? "\(identifier)/\(name)" : name
    return try WebAddress(
      pattern.replacing("{id}", with: identifier).replacing("{form}", with: form.rawValue)
        .replacing("{file}", with: file))
  }
}
