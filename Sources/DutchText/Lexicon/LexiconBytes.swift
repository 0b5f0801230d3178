internal import Glibc

/// Bytes that never change, in memory or in a file that is mapped: the words of a language are some megabytes, of which
/// a query touches a few pages.
final class LexiconBytes: Sendable {
  // Unsafe since a pointer is not Sendable: nobody writes to these bytes as long as this object lives.
  nonisolated(unsafe) let buffer: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// A copy of some bytes.
  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    bytes.withUnsafeBytes { copy.copyMemory(from: $0) }
    buffer = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  /// The bytes of a file, which must never be written to again; nil where it cannot be mapped.
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
