import Glibc

/// A file that cannot be read or written; `description` names it and gives the reason in Dutch.
struct FileError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "\(path): \(reason)" }

  /// The reason is that of the last system call.
  init(_ path: String) {
    self.path = path
    reason =
      switch errno {
      case ENOENT, ENOTDIR: "het bestand bestaat niet"
      case EACCES, EPERM: "het bestand mag niet gelezen of geschreven worden"
      case EISDIR: "dit is een directory, geen bestand"
      default: String(cString: strerror(errno))
      }
  }
}

/// Whole files, read and written.
enum FileAccess {
  /// The bytes of a file; reading stops once there are more than `limit`.
  static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw FileError(path)
      }
    }
    return bytes
  }

  /// Writes a file so that readers see the old content or the new one, never a part. What is no regular file (a device,
  /// a pipe) is written to as it is, and a symbolic link is followed.
  static func replace(_ given: String, with text: String) throws(FileError) {
    let resolved = realpath(given, nil)
    defer { free(resolved) }
    let path = resolved.map { String(cString: $0) } ?? given
    var status = stat()
    let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    let temporary = isSpecial ? path : "\(path).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path) }
    var text = text
    let isWritten = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno != EINTR { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(0, count)))
      }
      return true
    }
    let isInPlace = isSpecial || fsync(descriptor) == 0 && rename(temporary, path) == 0
    guard isWritten, isInPlace else {
      let error = FileError(path)
      close(descriptor)
      if !isSpecial { unlink(temporary) }
      throw error
    }
    close(descriptor)
  }
}
