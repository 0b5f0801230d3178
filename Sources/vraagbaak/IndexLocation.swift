import Glibc
import PassageIndex

/// Where the index is: `--index DIR`, else `$VRAAGBAAK_INDEX`, else the user's data directory.
enum IndexLocation {
  static func resolve(_ arguments: inout ArgumentReader) throws(UsageError) -> String {
    if let path = try arguments.option("index") {
      guard !path.isEmpty else { throw UsageError("--index verlangt een pad") }
      return path
    }
    if let path = environment("VRAAGBAAK_INDEX") { return path }
    if let data = environment("XDG_DATA_HOME") { return "\(data)/vraagbaak" }
    guard let home = environment("HOME") else {
      throw UsageError("waar is de index? geef --index DIR of zet VRAAGBAAK_INDEX")
    }
    return "\(home)/.local/share/vraagbaak"
  }

  static let help = """
      --index DIR      de index; anders $VRAAGBAAK_INDEX, anders
                       ${XDG_DATA_HOME:-~/.local/share}/vraagbaak
    """

  /// Opens an index for reading.
  static func reader(of index: String) throws(IndexError) -> IndexReader {
    try IndexReader(path: index, cacheDirectory: cacheDirectory)
  }

  /// The user's directory for what can be fetched again; nil where there is none.
  private static var cacheDirectory: String? {
    if let cache = environment("XDG_CACHE_HOME") { return "\(cache)/vraagbaak" }
    return environment("HOME").map { "\($0)/.cache/vraagbaak" }
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
