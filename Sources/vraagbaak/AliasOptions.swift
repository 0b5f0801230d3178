import PassageIndex

/// Which names also find others: the options that `search` and `explain` share.
struct AliasOptions {
  static let help = """
      --no-aliases         namen en afkortingen vinden alleen zichzelf (OM niet ook openbaar
                           ministerie)
      --aliases BESTAND    ook de namen in dit bestand: regels als «afkorting: OM; openbaar
                           ministerie»
    """

  private let isOff: Bool
  private let file: String?

  init(_ arguments: inout ArgumentReader) throws(UsageError) {
    isOff = arguments.flag("no-aliases")
    file = try arguments.option("aliases")
  }

  /// The most bytes of a file of names: some ten thousand of them.
  private static let sizeLimit = 1 << 20

  /// The aliases to search with.
  ///
  /// - Throws: `FileError`, `AliasError`.
  func aliases() throws -> Aliases {
    let standard = isOff ? Aliases.none : Aliases.standard
    guard let file else { return standard }
    let text = String(
      decoding: try FileAccess.readSettings(file, limit: Self.sizeLimit), as: UTF8.self)
    return try standard.adding(text, from: file)
  }
}
