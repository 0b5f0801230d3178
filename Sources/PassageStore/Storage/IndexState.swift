internal import Glibc
internal import Xapian

/// A committed state of an index: equal states have equal contents.
public struct IndexState: Sendable, Hashable {
  /// The identities of the databases, separated by colons. A database gets one when it is created.
  public let databases: String
  /// The number of the last commit of each database.
  public let revisions: [UInt64]
}

extension OpenIndex {
  /// The state that is read now; nil if a database is on a server, which does not tell.
  package func state() throws(IndexError) -> IndexState? {
    guard !database.hasServers else { return nil }
    return try onDatabase { () throws(XapianError) in
      IndexState(databases: try database.uuid(), revisions: try database.revisions())
    }
  }
}

/// What the files of an index show of its state, without opening it. Another stamp means that there
/// may be a later commit, a rebuild or a rollback.
package struct IndexStamp: Sendable, Hashable {
  private let shards: [Shard]
  /// For each shard on this machine the file that every commit replaces.
  private let files: [FileStamp?]

  /// Whether a part is on a server, of which a stamp shows nothing.
  package let hasServers: Bool

  /// Looks at the index at a path; nil if it cannot be read.
  package init?(path: String) {
    guard let shards = try? Shard.all(at: path) else { return nil }
    self.shards = shards
    files = shards.map { shard in
      guard case .local(let database) = shard else { return nil }
      // A database is a directory or a single file.
      return FileStamp("\(database)/iamglass") ?? FileStamp(database)
    }
    hasServers = shards.contains { shard in
      if case .remote = shard { true } else { false }
    }
  }
}

/// What tells one content of a file from another without reading it: which file it is, its size and
/// when it was changed.
package struct FileStamp: Sendable, Hashable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// Looks at a file; nil if it is not there.
  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
