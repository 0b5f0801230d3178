import Glibc
import PassageIndex
import VraagbaakReport

/// A file that cannot be read or written; `description` names it and gives the reason in Dutch.
struct FileError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "\(path): \(reason)" }

  init(_ path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The reason comes from an error number, by default that of the last system call.
  init(_ path: String, code: Int32 = errno) {
    self.path = path
    reason =
      switch code {
      case ENOENT, ENOTDIR: "het bestand bestaat niet"
      case EACCES, EPERM: "het bestand mag niet gelezen of geschreven worden"
      case EISDIR: "dit is een map, geen bestand"
      case ENXIO: "niemand leest wat hier geschreven wordt"
      case ELOOP: "te veel symbolische links"
      case EFBIG: "het bestand wordt groter dan toegestaan is"
      default: systemMessage(code)
      }
  }
}

/// Reads and writes whole files.
enum FileAccess {
  /// The bytes of a file. Reading stops once there are more than `limit`.
  static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path) }
    defer { close(descriptor) }
    guard let bytes = FileIO.read(descriptor, limit: limit) else { throw FileError(path) }
    return bytes
  }

  /// The bytes of a file that a user wrote for this command; see `SettingsFile`.
  static func readSettings(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    do {
      return try SettingsFile.read(path, limit: limit)
    } catch {
      throw if case .system(let code) = error { FileError(path, code: code) } else {
        FileError(path, error.dutch)
      }
    }
  }

  private static func kind(of status: stat) -> mode_t { status.st_mode & S_IFMT }
}

// MARK: Writing

extension FileAccess {
  /// Writes a file so that readers see the old content or the new one, never a part.
  ///
  /// The new content is written to a temporary file beside it with an unpredictable name. A device
  /// or a pipe is written to directly, and one of this process's own streams (`/dev/stdout`) gets
  /// the text after its earlier output. A symbolic link is followed only if it belongs to this user
  /// or root: others could use one to have another file overwritten.
  static func replace(_ given: String, with text: String) throws(FileError) {
    if let stream = ownStream(given) {
      guard fcntl(stream, F_GETFD) >= 0 else { throw FileError(given) }
      return try write(text, to: stream, given)
    }
    let path = try target(of: given)
    var status = stat()
    if lstat(path, &status) == 0, kind(of: status) != S_IFREG {
      return try writeInPlace(path, text)
    }
    let temporary = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36))"
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path) }
    defer { close(descriptor) }
    do throws(FileError) {
      try write(text, to: descriptor, path)
      guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw FileError(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// The stream of this process that a path names, or nil.
  private static func ownStream(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default: break
    }
    for directory in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(directory) {
      return Int32(path.dropFirst(directory.count)).flatMap { $0 < 0 ? nil : $0 }
    }
    return nil
  }

  /// The path that symbolic links lead to.
  private static func target(of given: String) throws(FileError) -> String {
    var path = given
    var status = stat()
    // The system follows as many links.
    for _ in 0..<40 {
      guard lstat(path, &status) == 0, kind(of: status) == S_IFLNK else { return path }
      guard status.st_uid == geteuid() || status.st_uid == 0 else {
        throw FileError(given, "de symbolische link \(path) is van een andere gebruiker")
      }
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &buffer, buffer.count)
      guard count > 0 else { throw FileError(given) }
      let next = String(decoding: buffer[..<count], as: UTF8.self)
      let directory = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = next.hasPrefix("/") ? next : directory + next
    }
    errno = ELOOP
    throw FileError(given)
  }

  /// How long to wait until a pipe has room again, in milliseconds.
  private static let pipeTimeout: Int32 = 10_000

  private static func writeInPlace(_ path: String, _ text: String) throws(FileError) {
    // Do not wait for a reader of a pipe: none may ever come.
    let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path) }
    defer { close(descriptor) }
    try write(text, to: descriptor, path)
  }

  private static func write(
    _ text: String, to descriptor: Int32, _ path: String
  ) throws(FileError) {
    let bytes = Array(text.utf8)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&room, 1, pipeTimeout) != 0 else {
          throw FileError(path, "niemand leest wat hier geschreven wordt")
        }
      } else if errno != EINTR {
        throw FileError(path)
      }
    }
  }

  /// Whether a path is a directory or lies in it, however both are written. Neither needs to exist.
  static func lies(_ path: String, in directory: String) -> Bool {
    let (path, directory) = (whole(path), whole(directory))
    return path == directory || path.hasPrefix(directory == "/" ? "/" : directory + "/")
  }

  /// The absolute path, with links resolved as far as it exists.
  private static func whole(_ path: String) -> String {
    var there = path.hasPrefix("/") ? path : "./" + path
    var missing: [Substring] = []
    while true {
      if let resolved = realpath(there, nil) {
        defer { free(resolved) }
        return ([String(cString: resolved)[...]] + missing.reversed()).joined(separator: "/")
      }
      guard let slash = there.lastIndex(of: "/"), slash > there.startIndex else { return path }
      let name = there[there.index(after: slash)...]
      if !name.isEmpty { missing.append(name) }
      there = String(there[..<slash])
    }
  }
}
