internal import Glibc

/// Immutable bytes in memory or of a mapped file. A lexicon has some megabytes, of which a query
/// reads a few pages.
final class LexiconBytes: Sendable {
  // A pointer is not Sendable, but threads may share this one: it never changes, nothing writes to
  // the bytes before `deinit`, and the file behind a mapping is never written to, only replaced by
  // renaming another over it, which leaves the mapped one as it is.
  nonisolated(unsafe) let buffer: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// A copy of some bytes.
  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    bytes.withUnsafeBytes { copy.copyMemory(from: $0) }
    buffer = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  /// The bytes of a file that is never written to again; nil if it cannot be mapped.
  init?(mapping path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { return nil }
    buffer = UnsafeRawBufferPointer(start: address, count: Int(status.st_size))
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: buffer.baseAddress), buffer.count)
    } else {
      buffer.deallocate()
    }
  }
}
