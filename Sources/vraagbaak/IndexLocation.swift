import Glibc
import PassageIndex

/// The location of the index: `--index DIR`, else `$VRAAGBAAK_INDEX`, else as the configuration
/// says, else in the user's data directory.
struct IndexLocation {
  static var options: [Option<IndexLocation>] {
    [
      .file(
        "index", "DIR",
        "de index; anders $VRAAGBAAK_INDEX, anders index in \(Configuration.standardPath), anders "
          + "${XDG_DATA_HOME:-~/.local/share}/vraagbaak",
        sets: \.given)
    ]
  }

  /// The value of `--index`, if given.
  private var given: String?

  /// The path of the index.
  func path() throws(UsageError) -> String {
    if let given {
      guard !given.isEmpty else { throw UsageError("--index verwacht een pad") }
      return given
    }
    if let path = Self.environment("VRAAGBAAK_INDEX") { return path }
    if let path = try Configuration.load().value(of: .index) { return path }
    if let data = Self.environment("XDG_DATA_HOME") { return "\(data)/vraagbaak" }
    guard let home = Self.environment("HOME") else {
      throw UsageError("waar is de index? geef --index DIR of zet VRAAGBAAK_INDEX")
    }
    return "\(home)/.local/share/vraagbaak"
  }

  /// Opens the index for reading.
  func reader() throws -> IndexReader { try Self.reader(of: path()) }

  /// Opens an index for reading.
  static func reader(of index: String) throws(IndexError) -> IndexReader {
    try IndexReader(path: index, cacheDirectory: cacheDirectory)
  }

  /// The user's cache directory for Vraagbaak; nil if there is none.
  static var cacheDirectory: String? {
    if let cache = environment("XDG_CACHE_HOME") { return "\(cache)/vraagbaak" }
    return environment("HOME").map { "\($0)/.cache/vraagbaak" }
  }

  /// The value of a variable of the environment; nil if it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
