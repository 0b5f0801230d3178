internal import Glibc
internal import PassageStore

/// Another run holds the alerts, or delivers a message for them; `description` is a Dutch sentence.
package struct AlertsBusy: Error, Hashable, CustomStringConvertible {
  /// The directory of the alerts.
  package let directory: String

  package var description: String {
    "een andere run is bezig met de attenderingen in \(directory), of er wordt nog mail verstuurd"
  }
}

/// The lock of a directory of alerts, held while the value or a child with its descriptor lives:
/// if a run is killed, the next one waits until the message that was being delivered is gone.
package struct AlertLock: ~Copyable {
  /// A child that gets it holds the lock too.
  let descriptor: Int32

  /// The interval between attempts while waiting, in microseconds.
  private static let pause: UInt32 = 50_000

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - directory: the directory, which exists.
  ///   - timeout: how long to wait, in seconds.
  ///   - isStopped: asked while waiting; true ends the wait.
  /// - Throws: `AlertsBusy`, or `IndexError` if the lock cannot be made.
  package init(
    of directory: AlertDirectory, timeout: Int = 0, isStopped: () -> Bool = { false }
  ) throws {
    let descriptor = open(directory.lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw IndexError.cannotCreate(path: directory.lock, reason: .system(errno))
    }
    var left = timeout * 1_000_000 / Int(Self.pause)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      guard reason == EWOULDBLOCK else {
        close(descriptor)
        throw IndexError.inputOutput(path: directory.lock, reason: .system(reason))
      }
      guard left > 0, !isStopped() else {
        close(descriptor)
        throw AlertsBusy(directory: directory.path)
      }
      left -= 1
      usleep(Self.pause)
    }
    self.descriptor = descriptor
  }

  /// Releases the lock.
  package consuming func release() {}

  deinit { close(descriptor) }
}
