/// Goes back to the generation that the last rebuild took the place of.
public enum Rollback {
  /// Lets that generation take the place of the one in use, in one step, if it passes the check;
  /// the one that was in use is kept, so that going back once more undoes it. Searches go on
  /// meanwhile. The next run of the indexer brings what is in use then in line with the files.
  ///
  /// - Parameters:
  ///   - path: the directory of an index.
  ///   - lockTimeout: how many seconds to wait if another run holds the index.
  ///   - reader: how the check reads documents again.
  ///   - isStopped: asked while waiting; true ends the wait.
  /// - Returns: the number of the generation that was in use, and of the one that is now.
  /// - Throws: `IndexError.noPrevious` if none is kept; `.incompatible` if it was made by another
  ///   version, which has to be put back first; `.unsound`, `.missing`, `.busy` and others. The
  ///   index is then as it was.
  public static func run(
    path: String, lockTimeout: Int = 0, reader: DocumentReader = .thisProcess,
    isStopped: () -> Bool = { false }
  ) throws(IndexError) -> (from: Int, to: Int) {
    let directory = IndexDirectory(path: path)
    guard try directory.isThere() else { throw .missing(path: path) }
    let lock = try IndexLock(of: directory, lockTimeout: lockTimeout, isStopped: isStopped)
    guard let named = try directory.clear() else { throw .missing(path: path) }
    guard let previous = named.previous else { throw .noPrevious(path: path) }
    try OpenIndex(directory, previous).passCheck(of: previous, reading: reader)
    try directory.use(previous, previous: named.inUse)
    lock.release()
    return (named.inUse.number, previous.number)
  }
}
