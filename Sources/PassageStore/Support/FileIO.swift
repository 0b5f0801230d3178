internal import Glibc

/// The files of an index: listed, read, and written so that they survive a power cut.
extension IndexDirectory {
  /// Writes a file that survives a power cut.
  static func writeDurably(_ bytes: [UInt8], to file: String) throws(IndexError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .making(file) }
    let isWritten =
      bytes.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          let chunk = UnsafeRawBufferPointer(rebasing: rest)
          let count = write(descriptor, chunk.baseAddress, chunk.count)
          if count < 0, errno != EINTR { return false }
          rest = rest.dropFirst(max(0, count))
        }
        return true
      } && fsync(descriptor) == 0
    let failure = systemMessage()
    close(descriptor)
    guard isWritten else { throw .inputOutput(path: file, reason: failure) }
  }

  /// Gives a file new content in one step, which survives a power cut: readers see the old or the new.
  static func replaceDurably(_ file: String, with bytes: [UInt8]) throws(IndexError) {
    let temporary = file + ".new"
    try writeDurably(bytes, to: temporary)
    guard rename(temporary, file) == 0 else {
      throw .inputOutput(path: file, reason: systemMessage())
    }
    sync(directory(of: file))
  }

  /// Lets what was written to a file, or which files a directory has, survive a power cut.
  static func sync(_ file: String) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The content of a small file, or nil where there is none.
  static func readIfPresent(_ file: String) throws(IndexError) -> String? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .inputOutput(path: file, reason: systemMessage())
    }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw .inputOutput(path: file, reason: systemMessage()) }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// The paths of what a directory has; none where it cannot be read.
  static func files(in directory: String) -> [String] {
    guard let handle = opendir(directory) else { return [] }
    defer { closedir(handle) }
    var files: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { files.append("\(directory)/\(name)") }
    }
    return files
  }

  /// The last part of a path.
  static func name(of file: String) -> Substring { file.split(separator: "/").last ?? "" }

  private static func directory(of file: String) -> String {
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// Whether a path is a directory, and no link to one.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
