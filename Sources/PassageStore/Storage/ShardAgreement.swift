internal import Glibc
internal import Xapian

/// Whether the shards of a generation agree, and whether they are of one moment.
///
/// While they are committed one after another there is a file `unsettled`. Before that goes,
/// `settled` is written: the identity and the commit of each shard. If it is gone, shards that are
/// at other commits have not been left so by any run: they were taken from a disk or a backup at
/// different moments.
extension IndexDirectory {
  private func unsettledPath(_ generation: Generation) -> String {
    "\(directory(of: generation))/unsettled"
  }

  private func settledPath(_ generation: Generation) -> String {
    "\(directory(of: generation))/settled"
  }

  /// Whether a run has ended between the commits of one shard and another, so that they may not
  /// agree.
  func isUnsettled(_ generation: Generation) -> Bool {
    access(unsettledPath(generation), F_OK) == 0
  }

  /// Says that shards are being written one after another.
  func beginUnsettled(_ generation: Generation) throws(IndexError) {
    try FileIO.writeDurably([], to: unsettledPath(generation))
    FileIO.sync(directory(of: generation))
  }

  /// Says that all shards agree; they are committed.
  func endUnsettled(_ generation: Generation) throws(IndexError) {
    try noteMoments(of: generation)
    unlink(unsettledPath(generation))
  }

  /// Notes which commit each shard is at.
  func noteMoments(of generation: Generation) throws(IndexError) {
    let lines = try accessing(path) { () throws(XapianError) in
      var lines = ""
      for shard in paths(of: generation) { lines += "\(try Self.moment(of: shard))\n" }
      return lines
    }
    try FileIO.replaceDurably(settledPath(generation), with: Array(lines.utf8))
  }

  /// The identity and the commit of a database.
  private static func moment(of shard: String) throws(XapianError) -> String {
    let database = try Database(shards: [.local(path: shard)])
    return "\(try database.uuid()) \(try database.revision())"
  }

  /// Why the shards of a generation cannot be of one moment, nil if they can. Of a generation that
  /// was never noted, or is being written, nothing is known.
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
          // What cannot be opened is damaged, which is another matter.
          (try? Self.moment(of: file)).map { $0 == moments[place] } ?? true
        } else {
          // It was added, and the run did not come to write in it.
          !Self.mayHaveDocuments(file)
        }
      guard fits else { return .otherMoment(shard, generation: generation.number) }
    }
    return nil
  }

  /// Whether a database has documents, or cannot be opened and may have.
  static func mayHaveDocuments(_ shard: String) -> Bool {
    do throws(XapianError) {
      return try Database(shards: [.local(path: shard)]).documentCount() > 0
    } catch {
      return true
    }
  }
}
