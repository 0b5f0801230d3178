internal import CXapianBridge

/// The result of a check of a database.
public struct CheckReport: Sendable, Hashable {
  /// The number of problems.
  public let problemCount: Int
  /// The lines that the check printed.
  public let report: String
  /// Whether the blocks were checked, for which Xapian must be able to write the files. If they
  /// were not, all contents were read.
  public var includesBlocks = true

  /// Whether there are no problems.
  public var isSound: Bool { problemCount == 0 }
}

extension Database {
  /// Checks a database: its files, block by block, if they may be written; and if these are sound,
  /// whether all contents are as they were written.
  ///
  /// Some kinds of damage end the process, so run it in a process of its own.
  ///
  /// - Parameters:
  ///   - path: The directory of a database on this machine.
  ///   - comparesContents: Whether to check the contents as well, in a pass over all of them.
  /// - Returns: The result. A database too damaged to be checked is one problem, not an error.
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
      // Xapian opens the files for writing even to check them. If they cannot be read either, the
      // next call says so.
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
      // Xapian also reports a senseless block with a general error.
      guard error.status == .corrupt || error.status == .unexpected else { throw error }
      return CheckReport(problemCount: 1, report: error.message)
    }
    return CheckReport(
      problemCount: Int(clamping: problems), report: List(owning: try present(report)).string)
  }

  /// Writes a compact copy of a database.
  ///
  /// The documents of a single database keep their numbers. Shards are merged and renumbered; a
  /// metadata key of several gets its value from the first.
  ///
  /// - Parameter destination: A directory that does not exist yet.
  /// - Throws: `corrupt`, `noSpace`, `inputOutput`, `invalidArgument` if the destination is the
  ///   source, `unexpected` for a remote database. An unfinished destination is left behind.
  public borrowing func compact(to destination: String) throws(XapianError) {
    try reader.compact(to: destination)
  }
}
