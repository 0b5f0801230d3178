import PassageIndex

/// The options for aliases, shared by `search` and `explain`.
struct AliasOptions {
  static var options: [Option<AliasOptions>] {
    [
      .flag(
        "no-aliases",
        "namen en afkortingen vinden alleen zichzelf (OM niet ook openbaar ministerie)",
        sets: \.isOff),
      .file(
        "aliases", "BESTAND",
        "ook de namen in dit bestand: regels als «afkorting: OM; openbaar ministerie»",
        sets: \.file),
    ]
  }

  private var isOff = false
  private var file: String?

  /// The largest file of names in bytes: some ten thousand names.
  private static let sizeMaximum = 1 << 20

  /// The aliases to search with.
  ///
  /// - Throws: `FileError` if the file cannot be read, `AliasError` if a line is not understood.
  func aliases() throws -> Aliases {
    let standard = isOff ? Aliases.none : Aliases.standard
    guard let file else { return standard }
    let text = String(
      decoding: try FileAccess.readSettings(file, limit: Self.sizeMaximum), as: UTF8.self)
    return try standard.adding(text, from: file)
  }
}
