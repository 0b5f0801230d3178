package import PassageStore

/// Another run holds the alerts, or delivers a message for them; `description` is a Dutch sentence.
package struct AlertsBusy: Error, Hashable, CustomStringConvertible {
  /// The directory of the alerts.
  package let directory: String

  package var description: String {
    "een andere run is bezig met de attenderingen in \(directory), of er wordt nog mail verstuurd"
  }
}

extension AlertDirectory {
  /// The lock of the directory, which exists. A child that delivers a message holds it too: if a
  /// run is killed, the next one waits until that message is gone.
  ///
  /// - Parameters:
  ///   - timeout: how long to wait, in seconds.
  ///   - isStopped: asked while waiting; true ends the wait.
  /// - Returns: the lock.
  /// - Throws: `AlertsBusy`, or `IndexError` if the lock cannot be made.
  package func locked(
    timeout: Int, isStopped: () -> Bool = { false }
  ) throws -> RunLock {
    do throws(IndexError) {
      return try RunLock(of: path, lockTimeout: timeout, isShared: true, isStopped: isStopped)
    } catch {
      guard case .busy = error else { throw error }
      throw AlertsBusy(directory: path)
    }
  }
}
