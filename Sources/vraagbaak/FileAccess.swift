import Glibc

/// A file that cannot be read or written; `description` names it and gives the system's reason.
struct FileError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "\(path): \(reason)" }

  init(_ path: String) {
    self.path = path
    reason = String(cString: strerror(errno))
  }
}

/// Whole files, read and written.
enum FileAccess {
  /// The bytes of a file.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw FileError(path)
      }
    }
  }

  /// Writes a file so that readers see the old content or the new one, never a part.
  static func replace(_ path: String, with text: String) throws(FileError) {
    let temporary = "\(path).\(getpid())"
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
    guard isWritten, fsync(descriptor) == 0 || errno == EINVAL, rename(temporary, path) == 0 else {
      let error = FileError(path)
      close(descriptor)
      unlink(temporary)
      throw error
    }
    close(descriptor)
  }
}
