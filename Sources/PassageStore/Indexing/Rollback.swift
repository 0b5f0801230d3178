/// Returns to the generation that the last rebuild replaced.
public enum Rollback {
  /// Puts the previous generation in use in one step, if it passes the check. The one that was in
  /// use is kept, so a second rollback undoes the first. Searches continue meanwhile. The next run
  /// of the indexer updates the generation then in use.
  ///
  /// - Parameters:
  ///   - path: the directory of an index.
  ///   - lockTimeout: how long to wait for another run that holds the index, in seconds.
  ///   - reader: how the check reads documents.
  ///   - isStopped: asked while waiting; true ends the wait.
  /// - Returns: the numbers of the generation that was in use and of the one now in use.
  /// - Throws: `IndexError.noPrevious` if no generation is kept; `.incompatible` if it was made by
  ///   another version of this program, which must then be reinstalled first; `.unsound`,
  ///   `.missing`, `.busy` and others. The generation in use is then unchanged.
  public static func run(
    path: String, lockTimeout: Int = 0, reader: DocumentReader = .thisProcess,
    isStopped: () -> Bool = { false }
  ) throws(IndexError) -> (from: Int, to: Int) {
    let directory = IndexDirectory(path: path)
    guard try directory.isThere() else { throw .missing(path: path) }
    let lock = try RunLock(of: directory.path, lockTimeout: lockTimeout, isStopped: isStopped)
    guard let named = try directory.clear() else { throw .missing(path: path) }
    guard let previous = named.previous else { throw .noPrevious(path: path) }
    try OpenIndex(directory, previous).passCheck(of: previous, reading: reader)
    try directory.use(previous, previous: named.inUse)
    lock.release()
    return (named.inUse.number, previous.number)
  }
}
