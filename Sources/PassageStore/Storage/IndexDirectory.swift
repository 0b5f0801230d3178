internal import DutchText
internal import Glibc
internal import Xapian

/// An index on disk: a directory with generations of databases, and a Xapian stub file `XAPIANDB`
/// that names those in use. Xapian can open the directory itself. Replacing the stub puts a new
/// generation in use in one step. A comment in the stub names the generation kept for a rollback,
/// so that both change in the same step.
///
/// ```
/// DIR/XAPIANDB                  auto generation-3/shard-1
///                               # previous generation-1/shard-1
/// DIR/generation-3/shard-1/     a database
/// DIR/generation-3/lexicon      a copy of its lexicon, which is mapped and so opens at once
/// DIR/generation-3/gathered     the size of its first database when it was compacted, in bytes
/// DIR/generation-3/unsettled    exists while the shards of the generation may not agree
/// DIR/generation-3/settled      the revision of each of several shards when they last agreed
/// DIR/generation-3/unfinished   exists while it is made; `unnamed` once complete but not in use
/// DIR/lock                      locked by the run that writes; has its name
/// DIR/last-run.json             the record of the last run
/// ```
package struct IndexDirectory {
  let path: String

  package init(path: String) { self.path = path }

  private var stubPath: String { "\(path)/XAPIANDB" }

  /// The generation in use, or nil if there is no index yet.
  ///
  /// - Throws: As `generations()`.
  func generation() throws(IndexError) -> Generation? { try generations()?.inUse }

  /// Whether there is an index, or the remains of one.
  ///
  /// - Throws: As `generations()`.
  func isThere() throws(IndexError) -> Bool {
    try generations() != nil || !numbersOfDirectories().isEmpty
  }

  /// Throws `inputOutput` if somebody has removed the index while a run holds it.
  func confirmPresence() throws(IndexError) {
    guard access("\(path)/lock", F_OK) != 0, errno == ENOENT || errno == ENOTDIR else { return }
    throw .inputOutput(path: path, reason: .indexRemoved)
  }

  /// The number for a new generation: higher than that of any generation directory.
  func nextNumber() throws(IndexError) -> Int {
    let known = try generations()
    let named = [known?.inUse, known?.previous].compactMap { $0?.number }
    return ((named + numbersOfDirectories()).max() ?? 0) + 1
  }

  /// The contents of the stub file; nil if there is no index yet.
  ///
  /// - Throws: `IndexError.badStub` for a line that this program did not write; other errors if the
  ///   path is not a directory or cannot be read.
  package func generations() throws(IndexError) -> Generations? {
    guard let stub = try FileIO.readIfPresent(stubPath) else {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .cannotCreate(path: path, reason: .notDirectory)
      }
      return nil
    }
    return try Generations(stub: stub, file: stubPath)
  }

  /// The directory of a generation.
  func directory(of generation: Generation) -> String { "\(path)/generation-\(generation.number)" }

  /// The paths of the databases of a generation.
  func paths(of generation: Generation) -> [String] { generation.shards.map { "\(path)/\($0)" } }

  /// The databases of a generation, as Xapian opens them.
  func shards(of generation: Generation) -> [Shard] {
    paths(of: generation).map { .local(path: $0) }
  }

  /// Writes the stub with the generation in use and the one kept for a rollback. Readers see the
  /// old stub or the new one.
  func name(_ generation: Generation, previous: Generation?) throws(IndexError) {
    let stub = Generations(inUse: generation, previous: previous).stub
    try FileIO.replaceDurably(stubPath, with: Array(stub.utf8))
  }

  /// Makes the files of a generation survive a power cut. (What Xapian commits already does.)
  func sync(_ generation: Generation) {
    for shard in paths(of: generation) {
      for file in FileIO.files(in: shard) { FileIO.sync(file) }
      FileIO.sync(shard)
    }
    FileIO.sync(directory(of: generation))
  }

  // MARK: Words

  /// The path of the lexicon file of the generation that a database belongs to; nil if the database
  /// is not in a generation's directory.
  static func lexiconPath(ofDatabase path: String) -> String? {
    // DIR/generation-N/shard-M
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return names.count > 2 ? names.dropLast().joined(separator: "/") + "/lexicon" : nil
  }

  /// The path of the lexicon file of a generation.
  func lexiconPath(of generation: Generation) -> String {
    "\(directory(of: generation))/lexicon"
  }

  /// Writes the lexicon file of a generation; readers map it, so it is replaced, never changed.
  func keep(_ lexicon: Lexicon?, in generation: Generation) throws(IndexError) {
    let kept = lexiconPath(of: generation)
    guard let lexicon else {
      unlink(kept)
      return
    }
    guard (try? Lexicon(mapping: kept))?.digest != lexicon.digest else { return }
    try FileIO.replaceDurably(kept, with: lexicon.bytes)
  }

  /// Links the lexicon file of a generation into its copy. If that fails, the next run writes it.
  func shareLexicon(of generation: Generation, with copy: Generation) {
    link(lexiconPath(of: generation), lexiconPath(of: copy))
  }

  // MARK: Growth

  private func sizePath(_ generation: Generation) -> String {
    "\(directory(of: generation))/gathered"
  }

  /// Records the size of the first database of a generation that was just compacted.
  func noteSize(of generation: Generation) throws(IndexError) {
    let size = "\(tableBytes(of: generation))\n"
    try FileIO.writeDurably(Array(size.utf8), to: sizePath(generation))
  }

  /// The size of the first database of a generation when it was compacted, in bytes; nil if it
  /// never was.
  func sizeWhenMerged(_ generation: Generation) -> Int? {
    guard let text = try? FileIO.readIfPresent(sizePath(generation)) else { return nil }
    return Int(text.prefix { $0.isNumber })
  }

  /// The size of the tables of the first database of a generation, in bytes, without changesets for
  /// replicas.
  func tableBytes(of generation: Generation) -> Int {
    let files = paths(of: generation).prefix(1).flatMap(FileIO.files(in:))
    return Self.bytes(of: files.filter { $0.hasSuffix(".glass") })
  }

  /// Throws `cannotCreate` if the directory has files that do not belong to an index.
  func refuseForeignDirectory() throws(IndexError) {
    let foreign = FileIO.files(in: path).filter { file in
      let name = FileIO.name(of: file)
      return name != "lock" && !name.hasPrefix("last-run.json") && name.generationNumber == nil
        && !name.hasPrefix("XAPIANDB")
    }
    guard let file = foreign.min() else { return }
    throw .cannotCreate(path: path, reason: .foreignFile(file))
  }

  /// The size of the databases and the lexicon of a generation, in bytes.
  package func bytes(of generation: Generation) -> Int {
    Self.bytes(of: paths(of: generation).flatMap(FileIO.files(in:)) + [lexiconPath(of: generation)])
  }

  private static func bytes(of files: [String]) -> Int {
    files.reduce(0) { total, file in
      var status = stat()
      return stat(file, &status) == 0 ? total + Int(status.st_size) : total
    }
  }
}
