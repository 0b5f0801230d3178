import Glibc

/// A file as the command reads it: whole, but never more than one set can be.
enum SourceFile {
  /// Why a file cannot be read from the disk.
  struct Failure: Error, Hashable {
    let message: String
  }

  /// The bytes of a file; one more than the limit where it is larger.
  static func bytes(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(message: "dit is een map, geen bestand")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(status.st_size) + 1, limit + 1))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure()
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  private static func failure() -> Failure {
    switch errno {
    case ENOENT, ENOTDIR: Failure(message: "het bestand bestaat niet")
    case EACCES, EPERM: Failure(message: "het bestand mag niet gelezen worden")
    default: Failure(message: "het bestand is niet te lezen (\(String(cString: strerror(errno))))")
    }
  }
}
