internal import Glibc

/// A file that a user wrote for Vraagbaak: names, exceptions or a word list. Only regular files and
/// `/dev/null` are read, so that no pipe or device can block a command or fill its memory.
package enum SettingsFile {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the largest accepted size, in bytes.
  /// - Returns: the bytes.
  /// - Throws: `SettingsFileError`.
  package static func read(_ path: String, limit: Int) throws(SettingsFileError) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe without a writer would block.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    let isNull = status.st_mode & S_IFMT == S_IFCHR && status.st_rdev == nullDevice
    guard status.st_mode & S_IFMT == S_IFREG || isNull else { throw .notRegular }
    guard let bytes = FileIO.read(descriptor, limit: limit) else { throw .system(errno) }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }

  /// The device number of `/dev/null` on Linux: major 1, minor 3.
  private static let nullDevice: dev_t = 0x103
}
