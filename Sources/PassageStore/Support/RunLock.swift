internal import Glibc

/// The lock of a run that writes a directory, such as an index, held while the value lives. The
/// kernel releases it when the process dies, so nothing needs cleaning up.
///
/// Only the owner of the directory can open the lock file: anyone else who could might keep every
/// run out.
package struct RunLock: ~Copyable {
  /// A child that is given it holds the lock too, if the lock is shared.
  package let descriptor: Int32
  private let isShared: Bool

  /// The interval between attempts while waiting, in microseconds.
  private static let pause: UInt32 = 100_000

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - directory: a directory, which exists; the lock is its file `lock`.
  ///   - lockTimeout: how long to wait for another run, in seconds.
  ///   - isShared: whether children hold the lock as well, until they end.
  ///   - isStopped: asked while waiting; true ends the wait.
  /// - Throws: `IndexError.busy` with the holder's name if another run keeps the lock until the
  ///   wait ends; `.cannotCreate` if this user may not write there; `.inputOutput` otherwise.
  package init(
    of directory: String, lockTimeout: Int = 0, isShared: Bool = false,
    isStopped: () -> Bool = { false }
  ) throws(IndexError) {
    let path = "\(directory)/lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .making(path) }
    // Earlier versions made it readable for others.
    fchmod(descriptor, 0o600)
    let end = Timestamp.monotonic + Double(lockTimeout)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      if reason == EWOULDBLOCK, Timestamp.monotonic < end, !isStopped() {
        usleep(Self.pause)
        continue
      }
      let holder = Self.holder(in: descriptor)
      close(descriptor)
      guard reason == EWOULDBLOCK else {
        throw .inputOutput(path: path, reason: .system(reason))
      }
      throw .busy(path: directory, holder: holder)
    }
    let line = Array("proces \(getpid()) op \(Self.host), sinds \(Timestamp.now)\n".utf8)
    ftruncate(descriptor, 0)
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    self.descriptor = descriptor
    self.isShared = isShared
  }

  private static var host: String {
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, 255)
    return String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The holder as it named itself in the file. A killed run leaves its name, and the present
  /// holder may not have written its own yet.
  private static func holder(in descriptor: Int32) -> IndexError.Holder {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = max(0, pread(descriptor, &buffer, buffer.count, 0))
    let text = String(decoding: buffer[..<count], as: UTF8.self)
    guard let line = text.split(separator: "\n").first else { return .unnamedRun }
    let words = line.split(separator: " ")
    guard words.count > 3, words[0] == "proces", let process = pid_t(words[1]) else {
      return .unnamedRun
    }
    // Whether a process on another machine lives is unknown.
    let isAlive = words[3] != "\(host)," || kill(process, 0) == 0 || errno == EPERM
    return isAlive ? .run(String(line)) : .unnamedRun
  }

  /// Releases the lock.
  package consuming func release() {}

  deinit {
    if !isShared {
      ftruncate(descriptor, 0)
      // Closing is not enough: a child has the descriptor between its fork and exec.
      flock(descriptor, LOCK_UN)
    }
    close(descriptor)
  }
}
