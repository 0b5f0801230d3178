internal import Glibc

/// The place of one of the databases that are read as one.
public enum Shard: Sendable, Hashable {
  /// On this machine: a directory or a single-file database.
  case local(path: String)
  /// On a server, `xapian-tcpsrv`.
  case remote(host: String, port: UInt16)
}

extension Shard {
  /// The databases that a path names.
  ///
  /// A stub file has a line for each database: `auto PATH`, `glass PATH` or `remote HOST:PORT`; `#`
  /// begins a comment line. A path is relative to the directory of the stub, and may be another
  /// stub. A directory with a stub file named `XAPIANDB` names the databases in that. The format is
  /// Xapian's, but it is read here, since Xapian does not list the databases that it opened from a
  /// stub.
  ///
  /// - Parameter path: A directory or a file. Opening it checks whether it is a database.
  /// - Returns: The databases, in the order of the lines.
  /// - Throws: `badStub` for a line that is not one of these, `endlessStub`, `inputOutput`.
  public static func all(at path: String) throws(XapianError) -> [Shard] {
    try all(at: path, depth: 0)
  }

  /// The maximum depth of stubs that name stubs. One may name itself.
  private static let maximumDepth = 8

  private static func all(at path: String, depth: Int) throws(XapianError) -> [Shard] {
    guard let stub = stubPath(for: path), let lines = try lines(ofStub: stub) else {
      return [.local(path: path)]
    }
    guard depth < maximumDepth else {
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

  /// The stub file at a path or in that directory; nil if there is none.
  private static func stubPath(for path: String) -> String? {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFDIR else { return path }
    let inside = path + "/XAPIANDB"
    // Without permission to look, reading reports it.
    return access(inside, F_OK) == 0 || errno == EACCES ? inside : nil
  }

  /// The lines of a stub file; nil if the file is a database.
  private static func lines(ofStub path: String) throws(XapianError) -> [Substring]? {
    guard let file = fopen(path, "re") else {
      // Another may be replacing it.
      if errno == ENOENT { return nil }
      throw XapianError(
        status: .inputOutput, message: "\(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    // Room for thousands of servers.
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

  /// `HOST:PORT`, with an IPv6 address in brackets.
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
