internal import DutchText
internal import Glibc

/// An index on disk: a directory with generations of the databases, and a Xapian stub file `XAPIANDB` that names those in
/// use. Xapian opens the directory as it is; a new generation takes its place when the stub is replaced, in one step.
/// A comment in the stub names the generation that the last rebuild took the place of, so that the way back is changed in
/// the same step.
///
/// ```
/// DIR/XAPIANDB                  auto generation-3/shard-1
///                               # previous generation-1/shard-1
/// DIR/generation-3/shard-1/     a database
/// DIR/generation-3/lexicon      a copy of the words that its databases know, which opens at once
/// DIR/generation-3/gathered     how large its first database was when it was written compactly
/// DIR/generation-3/unsettled    there while the shards of the generation may not agree
/// DIR/lock                      held by the run that writes, with its name
/// DIR/last-run.json             the record of the last run
/// ```
struct IndexDirectory {
  let path: String

  private var stubPath: String { "\(path)/XAPIANDB" }

  /// The databases of an index, which are searched as one.
  struct Generation: Sendable, Hashable {
    /// From 1, rising.
    var number: Int
    /// Their paths, from the directory of the index.
    var shards: [String]

    /// A new generation.
    init(number: Int, shardCount: Int) {
      self.number = number
      shards = (1...max(1, shardCount)).map { "generation-\(number)/shard-\($0)" }
    }

    /// The same with more databases after those that there are.
    func grown(by count: Int) -> Generation {
      var grown = self
      for place in shards.count..<shards.count + count {
        grown.shards.append("generation-\(number)/shard-\(place + 1)")
      }
      return grown
    }

    /// Takes the paths of its databases; nil where they are none, or not of one generation.
    fileprivate init?(shards: [Substring]) {
      self.shards = []
      number = 0
      for path in shards {
        guard let directory = path.split(separator: "/").first, isGeneration(directory),
          let number = Int(directory.dropFirst("generation-".count)),
          number > 0, self.shards.isEmpty || number == self.number
        else { return nil }
        self.number = number
        self.shards.append(String(path))
      }
      if self.shards.isEmpty { return nil }
    }
  }

  /// What the stub file says.
  struct Generations: Sendable, Hashable {
    /// What is searched.
    var inUse: Generation
    /// What the last rebuild took the place of, and can be gone back to.
    var previous: Generation?

    init(inUse: Generation, previous: Generation? = nil) {
      self.inUse = inUse
      self.previous = previous
    }

    private static let mark: [Substring] = ["#", "previous"]

    /// Reads the lines of a stub file; nil where they say other things.
    fileprivate init?(stub: String) {
      var (inUse, previous): ([Substring], [Substring]) = ([], [])
      for line in stub.split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.count == 2, words[0] == "auto" {
          inUse.append(words[1])
        } else if words.count == 3, words.starts(with: Self.mark) {
          previous.append(words[2])
        } else {
          return nil
        }
      }
      guard let generation = Generation(shards: inUse) else { return nil }
      self.inUse = generation
      guard !previous.isEmpty else { return }
      guard let old = Generation(shards: previous) else { return nil }
      self.previous = old
    }

    fileprivate var stub: String {
      let mark = Self.mark.joined(separator: " ")
      return inUse.shards.map { "auto \($0)\n" }.joined()
        + (previous?.shards ?? []).map { "\(mark) \($0)\n" }.joined()
    }
  }

  /// The generation in use, or nil where there is no index yet.
  ///
  /// - Throws: As `generations()`.
  func generation() throws(IndexError) -> Generation? { try generations()?.inUse }

  /// The number of a generation to be made after another one: no other has it.
  func numberAfter(_ generation: Generation?) throws(IndexError) -> Int {
    let known = try generations()
    let taken = [generation, known?.inUse, known?.previous].compactMap { $0?.number }
    return (taken.max() ?? 0) + 1
  }

  /// What the stub file says, or nil where there is no index yet.
  ///
  /// - Throws: `IndexError` where the path is something that this program did not make.
  func generations() throws(IndexError) -> Generations? {
    guard let stub = try readIfPresent(stubPath) else {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .cannotCreate(
          path: path,
          reason: "het is geen directory (een stub-bestand is er alleen om in te zoeken)")
      }
      return nil
    }
    guard let generations = Generations(stub: stub) else {
      throw .damaged(
        path: path,
        reason: "XAPIANDB noemt niet één generatie (verwacht: 'auto generation-N/shard-M')")
    }
    return generations
  }

  /// Where the databases of a generation are.
  func paths(of generation: Generation) -> [String] { generation.shards.map { "\(path)/\($0)" } }

  /// Makes the directory that the databases of a new generation come in, in place of one that was not finished.
  func makeRoom(for generation: Generation) throws(IndexError) {
    let directory = "\(path)/generation-\(generation.number)"
    if Self.isRemovable(directory) { Self.remove(directory) }
    guard mkdir(directory, 0o777) == 0 else { throw .making(directory) }
  }

  /// Makes the directory and those above it where they are missing.
  func create() throws(IndexError) {
    var partial = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      partial += name
      if mkdir(partial, 0o777) != 0, errno != EEXIST { throw .making(partial) }
      partial += "/"
    }
  }

  /// Lets the directory name a generation from now on, and the one that can be gone back to. Readers see the old one or
  /// the new one.
  func use(_ generation: Generation, previous: Generation?) throws(IndexError) {
    let temporary = stubPath + ".new"
    let stub = Generations(inUse: generation, previous: previous).stub
    try Self.writeDurably(Array(stub.utf8), to: temporary)
    guard rename(temporary, stubPath) == 0 else {
      throw .inputOutput(path: stubPath, reason: systemMessage())
    }
    // The new name must survive a power cut as well.
    Self.sync(path)
  }

  /// Writes a file that survives a power cut.
  static func writeDurably(_ bytes: [UInt8], to file: String) throws(IndexError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .making(file) }
    let isWritten =
      bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
      && fsync(descriptor) == 0
    let failure = systemMessage()
    close(descriptor)
    guard isWritten else { throw .inputOutput(path: file, reason: failure) }
  }

  private static func sync(_ file: String) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Sees to it that the files of a generation survive a power cut. (What Xapian commits does already.)
  func sync(_ generation: Generation) {
    for shard in paths(of: generation) {
      for file in Self.files(in: shard) { Self.sync(file) }
      Self.sync(shard)
    }
    Self.sync("\(path)/generation-\(generation.number)")
  }

  // MARK: Words

  /// Where the words of a generation are in a file, given one of its databases; nil where that lies elsewhere.
  static func lexiconPath(ofDatabase path: String) -> String? {
    // DIR/generation-N/shard-M
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return names.count > 2 ? names.dropLast().joined(separator: "/") + "/lexicon" : nil
  }

  /// Where the words of a generation are in a file.
  func lexiconPath(of generation: Generation) -> String {
    "\(path)/generation-\(generation.number)/lexicon"
  }

  /// Keeps the lexicon of a generation in a file that is never written to again.
  func keep(_ lexicon: Lexicon?, in generation: Generation) throws(IndexError) {
    let kept = lexiconPath(of: generation)
    guard let lexicon else {
      unlink(kept)
      return
    }
    guard (try? Lexicon(mapping: kept))?.digest != lexicon.digest else { return }
    let temporary = kept + ".new"
    try Self.writeDurably(lexicon.bytes, to: temporary)
    guard rename(temporary, kept) == 0 else {
      throw .inputOutput(path: kept, reason: systemMessage())
    }
  }

  /// Gives a copy of a generation the file of its lexicon. Where that cannot be, the next run makes it.
  func shareLexicon(of generation: Generation, with copy: Generation) {
    link(lexiconPath(of: generation), lexiconPath(of: copy))
  }

  // MARK: Growth

  private func sizePath(_ generation: Generation) -> String {
    "\(path)/generation-\(generation.number)/gathered"
  }

  /// Notes how large the first database of a generation is that has just been written compactly.
  func noteSize(of generation: Generation) throws(IndexError) {
    let size = "\(tableBytes(of: generation))\n"
    try Self.writeDurably(Array(size.utf8), to: sizePath(generation))
  }

  /// How large the first database of a generation was when it was written compactly, in bytes; nil where it never was.
  func sizeWhenGathered(_ generation: Generation) -> Int? {
    guard let text = try? readIfPresent(sizePath(generation)) else { return nil }
    return Int(text.prefix { $0.isNumber })
  }

  /// The size of the tables of the first database of a generation, in bytes; without what is kept for replicas.
  func tableBytes(of generation: Generation) -> Int {
    let files = paths(of: generation).prefix(1).flatMap(Self.files(in:))
    return Self.bytes(of: files.filter { $0.hasSuffix(".glass") })
  }

  // MARK: Several shards

  private func unsettledPath(_ generation: Generation) -> String {
    "\(path)/generation-\(generation.number)/unsettled"
  }

  /// Whether a run has ended between the commits of one shard and another, so that they may not agree.
  func isUnsettled(_ generation: Generation) -> Bool {
    access(unsettledPath(generation), F_OK) == 0
  }

  /// Says that shards are being written one after another.
  func beginUnsettled(_ generation: Generation) throws(IndexError) {
    try Self.writeDurably([], to: unsettledPath(generation))
    Self.sync("\(path)/generation-\(generation.number)")
  }

  /// Says that all shards agree.
  func endUnsettled(_ generation: Generation) { unlink(unsettledPath(generation)) }

  /// Removes a database that a run has begun and no stub names.
  func removeUnused(_ shard: String) {
    guard Self.files(in: shard).allSatisfy(Self.isDatabaseFile) else { return }
    for file in Self.files(in: shard) { unlink(file) }
    rmdir(shard)
  }

  // MARK: Old generations

  /// Removes the files of every generation but those that the stub names: what an earlier run replaced or did not finish.
  func removeOtherGenerations() throws(IndexError) {
    let named = try generations()
    let kept = [named?.inUse, named?.previous].compactMap { $0.map { "generation-\($0.number)" } }
    for directory in Self.files(in: path) {
      let name = directory.dropFirst(path.utf8.count + 1)
      guard isGeneration(name), !kept.contains(String(name)), Self.isRemovable(directory) else {
        continue
      }
      Self.remove(directory)
    }
  }

  /// Whether nothing of a user's is in the directory of a generation.
  private static func isRemovable(_ directory: String) -> Bool {
    files(in: directory).allSatisfy { file in
      isDatabaseFile(file) || ["unsettled", "gathered"].contains(name(of: file))
        || name(of: file).hasPrefix("lexicon")
        || name(of: file).hasPrefix("shard-") && files(in: file).allSatisfy(isDatabaseFile)
    }
  }

  private static func remove(_ directory: String) {
    for file in files(in: directory) where unlink(file) != 0 {
      for inner in files(in: file) { unlink(inner) }
      rmdir(file)
    }
    rmdir(directory)
  }

  /// Whether a file is one that Xapian makes: a directory with any other is somebody's own.
  private static func isDatabaseFile(_ file: String) -> Bool {
    let name = name(of: file)
    return name == "flintlock" || name == "v.tmp" || name.hasPrefix("iamglass")
      || name.contains(".glass")
      || name.hasPrefix("changes") && name.dropFirst("changes".count).allSatisfy(\.isNumber)
  }

  /// Refuses a directory that holds other things and no index: nothing of a user's is mixed with it.
  func refuseForeignDirectory() throws(IndexError) {
    let foreign = Self.files(in: path).filter { file in
      let name = Self.name(of: file)
      return name != "lock" && !name.hasPrefix("last-run.json") && !isGeneration(name)
        && !name.hasPrefix("XAPIANDB")
    }
    guard let file = foreign.min() else { return }
    throw .cannotCreate(
      path: path, reason: "de directory heeft al iets anders (\(file)); geef een lege of een nieuwe"
    )
  }

  /// The size of the files of a generation and of its words, in bytes.
  func bytes(of generation: Generation) -> Int {
    Self.bytes(of: paths(of: generation).flatMap(Self.files(in:)) + [lexiconPath(of: generation)])
  }

  private static func bytes(of files: [String]) -> Int {
    files.reduce(0) { total, file in
      var status = stat()
      return stat(file, &status) == 0 ? total + Int(status.st_size) : total
    }
  }

  private static func name(of file: String) -> Substring { file.split(separator: "/").last ?? "" }

  private static func files(in directory: String) -> [String] {
    guard let handle = opendir(directory) else { return [] }
    defer { closedir(handle) }
    var files: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { files.append("\(directory)/\(name)") }
    }
    return files
  }

  private func readIfPresent(_ file: String) throws(IndexError) -> String? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .inputOutput(path: file, reason: systemMessage())
    }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw .inputOutput(path: file, reason: systemMessage()) }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }
}

private func isGeneration(_ name: some StringProtocol) -> Bool {
  let number = name.dropFirst("generation-".count)
  return name.hasPrefix("generation-") && !number.isEmpty
    && number.allSatisfy { $0.isASCII && $0.isNumber }
}
