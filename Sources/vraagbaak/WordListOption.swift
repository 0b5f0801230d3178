import Glibc

/// Which list of words tells inflection from accident: the option that `index` and `stem` share.
struct WordListOption {
  static let help = """
        --words BESTAND      de woordenlijst, een woord per regel (standaard \(system))
    """

  /// Where Debian's package `wdutch` installs the list of Dutch words.
  private static let system = "/usr/share/dict/dutch"

  private let file: String?

  init(_ arguments: inout ArgumentReader) throws(UsageError) {
    file = try arguments.option("words")
  }

  /// The list; empty where none is given and the system has none.
  func words() throws(FileError) -> [UInt8] {
    if file == nil, access(Self.system, F_OK) != 0 { return [] }
    return try FileAccess.read(file ?? Self.system)
  }
}
