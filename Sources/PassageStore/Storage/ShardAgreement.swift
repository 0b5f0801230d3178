internal import Glibc
internal import Xapian

/// Whether the shards of a generation agree, and whether they belong to the same state of the
/// index.
///
/// A file `unsettled` exists while shards are being committed. Before it is removed, `settled` is
/// written, with the identity and the revision of each shard. If there is no `unsettled` and shards
/// are at other revisions than those, they were copied from a disk or a backup at different times:
/// no run leaves them so.
extension IndexDirectory {
  private func unsettledPath(_ generation: Generation) -> String {
    "\(directory(of: generation))/unsettled"
  }

  private func settledPath(_ generation: Generation) -> String {
    "\(directory(of: generation))/settled"
  }

  /// Whether a run ended between the commits of two shards, so that these may disagree.
  func isUnsettled(_ generation: Generation) -> Bool {
    access(unsettledPath(generation), F_OK) == 0
  }

  /// Marks that shards are being committed, so that they may not agree.
  func beginUnsettled(_ generation: Generation) throws(IndexError) {
    try FileIO.writeDurably([], to: unsettledPath(generation))
    FileIO.sync(directory(of: generation))
  }

  /// Marks that all shards are committed and agree.
  func endUnsettled(_ generation: Generation) throws(IndexError) {
    try noteMoments(of: generation)
    unlink(unsettledPath(generation))
  }

  /// Records the revision of each shard.
  func noteMoments(of generation: Generation) throws(IndexError) {
    let lines = try accessing(path) { () throws(XapianError) in
      var lines = ""
      for shard in paths(of: generation) { lines += "\(try Self.moment(of: shard))\n" }
      return lines
    }
    try FileIO.replaceDurably(settledPath(generation), with: Array(lines.utf8))
  }

  /// The UUID and the revision of a database.
  private static func moment(of shard: String) throws(XapianError) -> String {
    let database = try Database(shards: [.local(path: shard)])
    return "\(try database.uuid()) \(try database.revisions()[0])"
  }

  /// Why the shards of a generation cannot belong to the same state; nil if they can, or if that is
  /// unknown because nothing was recorded or a run is writing.
  func disagreement(within generation: Generation) -> IndexError.Disagreement? {
    guard generation.shards.count > 1, !isUnsettled(generation),
      let noted = try? FileIO.readIfPresent(settledPath(generation))
    else { return nil }
    let moments = noted.split(separator: "\n")
    guard moments.count <= generation.shards.count else {
      return .tooFewNamed(
        generation.shards.count, generation: generation.number, had: moments.count)
    }
    for (place, shard) in generation.shards.enumerated() {
      let file = "\(path)/\(shard)"
      let fits =
        if place < moments.count {
          // A shard that cannot be opened is damaged; the check reports that.
          (try? Self.moment(of: file)).map { $0 == moments[place] } ?? true
        } else {
          // A run added it and was cut off before writing to it.
          !Self.mayHaveDocuments(file)
        }
      guard fits else { return .otherMoment(shard, generation: generation.number) }
    }
    return nil
  }

  /// Whether a database has documents; true if it cannot be opened.
  static func mayHaveDocuments(_ shard: String) -> Bool {
    do throws(XapianError) {
      return try Database(shards: [.local(path: shard)]).documentCount() > 0
    } catch {
      return true
    }
  }
}
