internal import CXapianBridge

/// What a check of a database's files found.
public struct CheckReport: Sendable, Hashable {
  /// How many problems there are.
  public let problemCount: Int
  /// What Xapian printed about it.
  public let report: String
  /// Whether the blocks were looked at by themselves, for which Xapian has to be able to write the files. All that can be
  /// read was looked at in any case.
  public var includesBlocks = true

  /// Whether there are no problems.
  public var isSound: Bool { problemCount == 0 }
}

extension Database {
  /// Checks a database: its files, block by block, where they may be written; and where these are sound, whether all that
  /// it has is as it was written.
  ///
  /// Some kinds of damage end the process; so do it in one that may end.
  ///
  /// - Parameters:
  ///   - path: The directory of a database on this machine.
  ///   - comparesContents: Whether to look at more than the blocks: a pass over all of it.
  /// - Returns: What was found. A database too damaged to be checked is one problem, not an error.
  /// - Throws: `notFound`, `incompatible`, `invalidArgument` (a remote database), `inputOutput`.
  public static func check(
    path: String, comparesContents: Bool = true
  ) throws(XapianError) -> CheckReport {
    let blocks: CheckReport?
    do {
      blocks = try report { problems, report, error in
        path.withText { xapian_database_check($0, &problems, &report, &error) }
      }
    } catch {
      // Xapian opens the files for writing, also to check them. What cannot be read either is found in a moment.
      guard error.status == .inputOutput else { throw error }
      blocks = nil
    }
    if let blocks, !blocks.isSound || !comparesContents { return blocks }
    var whole = try report { problems, report, error in
      path.withText { xapian_database_verify($0, &problems, &report, &error) }
    }
    whole.includesBlocks = blocks != nil
    if whole.isSound, let blocks { return blocks }
    return whole
  }

  private static func report(
    _ function: (inout UInt64, inout OpaquePointer?, inout xapian_error) -> xapian_status
  ) throws(XapianError) -> CheckReport {
    var problems: UInt64 = 0
    var report: OpaquePointer?
    do {
      try call { error in function(&problems, &report, &error) }
    } catch {
      // Of a block that makes no sense Xapian also says so with an error that has no kind of its own.
      guard error.status == .corrupt || error.status == .unexpected else { throw error }
      return CheckReport(problemCount: 1, report: error.message)
    }
    return CheckReport(
      problemCount: Int(clamping: problems), report: List(owning: try present(report)).string)
  }

  /// Writes a compact copy of a database.
  ///
  /// The documents of a single database keep their numbers. Shards are merged and numbered one after another; a metadata
  /// key that more than one of them has gets its value from the first.
  ///
  /// - Parameter destination: A directory that is not there yet.
  /// - Throws: `corrupt`, `noSpace`, `inputOutput`, `invalidArgument` for a destination that is the source, `unexpected`
  ///   for a remote database. What was written of the destination is then left behind.
  public borrowing func compact(to destination: String) throws(XapianError) {
    try reader.compact(to: destination)
  }
}
