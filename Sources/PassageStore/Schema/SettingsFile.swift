internal import Glibc

/// A file that somebody wrote for Vraagbaak: names, exceptions, a list of words. It is a regular
/// one, or `/dev/null`, which is an empty one; no pipe or device can hold a command up or fill its
/// memory.
package enum SettingsFile {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the most bytes that it may have.
  /// - Returns: the bytes.
  /// - Throws: `SettingsFileError`.
  package static func read(_ path: String, limit: Int) throws(SettingsFileError) -> [UInt8] {
    // A pipe that nobody writes to would hold up opening it.
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

  /// The number of `/dev/null` on Linux: major 1, minor 3.
  private static let nullDevice: dev_t = 0x103
}
