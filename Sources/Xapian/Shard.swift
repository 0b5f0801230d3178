internal import Glibc

/// Where one of the databases is that are read as one.
public enum Shard: Sendable, Hashable {
  /// On this machine: a directory, or a file that is a database of its own.
  case local(path: String)
  /// With a server, `xapian-tcpsrv`.
  case remote(host: String, port: UInt16)
}

extension Shard {
  /// What a path stands for.
  ///
  /// A stub file has a line for each database: `auto PATH`, `glass PATH` or `remote HOST:PORT`; a line that begins with
  /// `#` is a comment. A path is taken from the directory of the stub, and may be a stub in its turn. A directory with a
  /// stub file named `XAPIANDB` stands for what that names. The format is Xapian's; it is read here since a database
  /// that Xapian makes of a stub cannot be asked for its parts.
  ///
  /// - Parameter path: a directory or a file. Whether it is a database is seen when it is opened.
  /// - Returns: the databases, in the order of the lines.
  /// - Throws: `badStub` where a line is not understood, `endlessStub`, `inputOutput`.
  public static func all(at path: String) throws(XapianError) -> [Shard] {
    try all(at: path, depth: 0)
  }

  /// Stubs name stubs, and one of them may name itself.
  private static let deepest = 8

  private static func all(at path: String, depth: Int) throws(XapianError) -> [Shard] {
    guard let stub = stubPath(for: path), let lines = try lines(ofStub: stub) else {
      return [.local(path: path)]
    }
    guard depth < deepest else {
      throw XapianError(status: .endlessStub, message: stub)
    }
    var shards: [Shard] = []
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 1)
      let argument = words.count == 2 ? String(words[1]) : ""
      switch words.first {
      case "auto" where !argument.isEmpty, "glass" where !argument.isEmpty:
        shards += try all(at: resolve(argument, beside: stub), depth: depth + 1)
      case "remote":
        guard let server = server(argument) else { fallthrough }
        shards.append(server)
      default:
        throw XapianError(status: .badStub, message: "\(stub):\(number + 1)")
      }
    }
    return shards
  }

  /// The stub file that a path is or has, or nil where it is none or there is nothing.
  private static func stubPath(for path: String) -> String? {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFDIR else { return path }
    let inside = path + "/XAPIANDB"
    // Where one may not look, reading it says so.
    return access(inside, F_OK) == 0 || errno == EACCES ? inside : nil
  }

  /// The lines of a stub file, or nil where the file is a database.
  private static func lines(ofStub path: String) throws(XapianError) -> [Substring]? {
    guard let file = fopen(path, "re") else {
      // A new one may be taking its place.
      if errno == ENOENT { return nil }
      throw XapianError(
        status: .inputOutput, message: "\(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    // Thousands of servers fit in that.
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    guard ferror(file) == 0 else {
      throw XapianError(
        status: .inputOutput, message: "\(path): \(String(cString: strerror(errno)))")
    }
    guard count < bytes.count, !bytes[..<count].contains(0), bytes.first != 0x0F else { return nil }
    return String(decoding: bytes[..<count], as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  private static func resolve(_ path: String, beside stub: String) -> String {
    guard !path.hasPrefix("/"), let slash = stub.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return path
    }
    return String(stub[...slash]) + path
  }

  /// `HOST:PORT`; a host that is an address of IPv6 stands between brackets.
  private static func server(_ text: String) -> Shard? {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")),
      let port = UInt16(text[text.index(after: colon)...]), port > 0
    else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty, !host.contains(" ") else { return nil }
    return .remote(host: String(host), port: port)
  }
}
