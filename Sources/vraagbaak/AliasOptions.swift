import PassageIndex

/// Which names also find others: the options that `search` and `explain` share.
struct AliasOptions {
  static var options: [Option<AliasOptions>] {
    [
      .flag(
        "no-aliases",
        "namen en afkortingen vinden alleen zichzelf (OM niet ook openbaar ministerie)",
        sets: \.isOff),
      .text(
        "aliases", "BESTAND",
        "ook de namen in dit bestand: regels als «afkorting: OM; openbaar ministerie»",
        sets: \.file),
    ]
  }

  private var isOff = false
  private var file: String?

  /// The most bytes of a file of names: some ten thousand of them.
  private static let sizeMaximum = 1 << 20

  /// The aliases to search with.
  ///
  /// - Throws: `FileError`, `AliasError`.
  func aliases() throws -> Aliases {
    let standard = isOff ? Aliases.none : Aliases.standard
    guard let file else { return standard }
    let text = String(
      decoding: try FileAccess.readSettings(file, limit: Self.sizeMaximum), as: UTF8.self)
    return try standard.adding(text, from: file)
  }
}
