internal import Glibc

/// The right to write an index, held until the value is gone. The kernel gives it back when the process dies, so a
/// dead holder leaves nothing to clean.
struct IndexLock: ~Copyable {
  private let descriptor: Int32

  /// How long a run that waits sleeps before it asks again, in microseconds.
  private static let pause: UInt32 = 100_000

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - directory: the directory of an index; it is there.
  ///   - patience: how many seconds to wait where another run has the lock.
  ///   - isStopped: asked while waiting; true ends the wait.
  /// - Throws: `IndexError.busy` with the holder's name where another run has it until the end of the wait.
  init(
    of directory: IndexDirectory, patience: Int = 0, isStopped: () -> Bool = { false }
  ) throws(IndexError) {
    let path = "\(directory.path)/lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .making(path) }
    let end = Timestamp.monotonic + Double(patience)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      if reason == EWOULDBLOCK, Timestamp.monotonic < end, !isStopped() {
        usleep(Self.pause)
        continue
      }
      let holder = Self.holder(in: descriptor)
      close(descriptor)
      guard reason == EWOULDBLOCK else {
        throw .inputOutput(path: path, reason: systemMessage(reason))
      }
      throw .busy(path: directory.path, holder: holder)
    }
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, 255)
    let name = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let line = Array("proces \(getpid()) op \(name), sinds \(Timestamp.now)\n".utf8)
    ftruncate(descriptor, 0)
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    self.descriptor = descriptor
  }

  /// Who holds a lock, as it wrote itself.
  private static func holder(in descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = max(0, pread(descriptor, &buffer, buffer.count, 0))
    let line = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").first
    return line.map(String.init) ?? "een andere run"
  }

  /// Gives the lock back.
  consuming func release() {}

  deinit {
    // Closing is not enough: a child that is being started has the descriptor too, until it runs its own program.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
