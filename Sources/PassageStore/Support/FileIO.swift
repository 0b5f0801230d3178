internal import Glibc

/// Lists and reads files, and writes them so that they survive a power cut.
package enum FileIO {
  /// Writes a file that survives a power cut; a symbolic link is an error.
  package static func writeDurably(_ bytes: [UInt8], to file: String) throws(IndexError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .making(file) }
    let isWritten = write(bytes, to: descriptor) && fsync(descriptor) == 0
    let failure = errno
    close(descriptor)
    guard isWritten else { throw .inputOutput(path: file, reason: .system(failure)) }
  }

  /// Replaces a file in one step that survives a power cut: readers see the old content or the new.
  package static func replaceDurably(_ file: String, with bytes: [UInt8]) throws(IndexError) {
    let temporary = file + ".new"
    try writeDurably(bytes, to: temporary)
    guard rename(temporary, file) == 0 else {
      throw .inputOutput(path: file, reason: .system(errno))
    }
    sync(directory(of: file))
  }

  /// Makes the content of a file, or the list of files of a directory, survive a power cut. Errors
  /// are ignored.
  package static func sync(_ file: String) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The content of a small file; nil if there is none. Reading stops once it has more than 64 KiB.
  package static func readIfPresent(_ file: String) throws(IndexError) -> String? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .inputOutput(path: file, reason: .system(errno))
    }
    defer { close(descriptor) }
    guard let bytes = read(descriptor, limit: 1 << 16) else {
      throw .inputOutput(path: file, reason: .system(errno))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads the rest of an open file. Reading stops once it has more than `limit` bytes.
  ///
  /// - Returns: the bytes; nil with `errno` set if reading fails.
  package static func read(_ descriptor: Int32, limit: Int = .max) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        return nil
      }
    }
    return bytes
  }

  /// Writes all bytes, in as many steps as the system needs; false with `errno` set if writing
  /// fails.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  /// The paths of the entries of a directory; none if it cannot be read.
  package static func files(in directory: String) -> [String] {
    entries(of: Array(directory.utf8)).map {
      "\(directory)/\(String(decoding: $0.name, as: UTF8.self))"
    }
  }

  /// The entries of a directory, except `.` and `..`; none if it cannot be read.
  package static func entries(of directory: [UInt8]) -> [(name: [UInt8], isDirectory: Bool)] {
    guard let handle = opendir(directory.map(CChar.init(bitPattern:)) + [0]) else { return [] }
    defer { closedir(handle) }
    var entries: [(name: [UInt8], isDirectory: Bool)] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard name != [UInt8(ascii: ".")], name != Array("..".utf8) else { continue }
      entries.append((name, entry.pointee.d_type == UInt8(DT_DIR)))
    }
    return entries
  }

  /// The last part of a path.
  static func name(of file: String) -> Substring { file.split(separator: "/").last ?? "" }

  private static func directory(of file: String) -> String {
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// Makes a directory and its parents if they are missing.
  package static func createDirectory(_ path: String) throws(IndexError) {
    var partial = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      partial += name
      if mkdir(partial, 0o777) != 0, errno != EEXIST { throw .making(partial) }
      partial += "/"
    }
  }

  /// Whether a path is a directory and not a link to one.
  package static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
