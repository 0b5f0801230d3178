internal import DutchText
internal import Glibc

/// An index on disk: a directory with generations of the databases, and a Xapian stub file `XAPIANDB` that names those in
/// use. Xapian opens the directory as it is; a new generation takes its place when the stub is replaced, in one step.
///
/// ```
/// DIR/XAPIANDB                  auto generation-1/shard-1
/// DIR/generation-1/shard-1/     a database
/// DIR/lexicon-DIGEST            a copy of the words that the databases know, which opens at once
/// DIR/lock                      held by the run that writes, with its name
/// DIR/unsettled                 there while the shards of the generation may not agree
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

    /// Reads the lines of a stub file; nil where they name other things.
    fileprivate init?(stub: String) {
      shards = []
      number = 0
      for line in stub.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.count == 2, words[0] == "auto",
          let directory = words[1].split(separator: "/").first, isGeneration(directory),
          let number = Int(directory.dropFirst("generation-".count)),
          number > 0, shards.isEmpty || number == self.number
        else { return nil }
        self.number = number
        shards.append(String(words[1]))
      }
      if shards.isEmpty { return nil }
    }

    fileprivate var stub: String { shards.map { "auto \($0)\n" }.joined() }
  }

  /// The generation in use, or nil where there is no index yet.
  ///
  /// - Throws: `IndexError` where the path is something that this program did not make.
  func generation() throws(IndexError) -> Generation? {
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
    guard let generation = Generation(stub: stub) else {
      throw .damaged(
        path: path,
        reason: "XAPIANDB noemt niet één generatie (verwacht: 'auto generation-N/shard-M')")
    }
    return generation
  }

  /// Where the databases of a generation are.
  func paths(of generation: Generation) -> [String] { generation.shards.map { "\(path)/\($0)" } }

  /// Makes the directory that the databases of a new generation come in, in place of one that was not finished.
  func makeRoom(for generation: Generation) throws(IndexError) {
    let directory = "\(path)/generation-\(generation.number)"
    if Self.isRemovable(directory) { Self.remove(directory) }
    guard mkdir(directory, 0o777) == 0 else {
      throw .cannotCreate(path: directory, reason: systemMessage())
    }
  }

  /// Makes the directory and those above it where they are missing.
  func create() throws(IndexError) {
    var partial = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      partial += name
      if mkdir(partial, 0o777) != 0, errno != EEXIST {
        throw .cannotCreate(path: partial, reason: systemMessage())
      }
      partial += "/"
    }
  }

  /// Lets the directory name a generation from now on. Readers see the old one or the new one.
  func use(_ generation: Generation) throws(IndexError) {
    let temporary = stubPath + ".new"
    try Self.writeDurably(Array(generation.stub.utf8), to: temporary)
    guard rename(temporary, stubPath) == 0 else {
      throw .inputOutput(path: stubPath, reason: systemMessage())
    }
    // The new name must survive a power cut as well.
    Self.sync(path)
  }

  private static func writeDurably(_ bytes: [UInt8], to file: String) throws(IndexError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotCreate(path: file, reason: systemMessage()) }
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

  private static let lexiconPrefix = "lexicon-"

  /// Where the file of a lexicon is.
  func lexiconPath(_ digest: String) -> String { "\(path)/\(Self.lexiconPrefix)\(digest)" }

  /// Keeps a lexicon in a file that is never written to again, and removes others.
  func keep(_ lexicon: Lexicon?) throws(IndexError) {
    let kept = lexicon.map { lexiconPath($0.digest) }
    if let lexicon, let kept, access(kept, F_OK) != 0 {
      let temporary = kept + ".new"
      try Self.writeDurably(lexicon.bytes, to: temporary)
      guard rename(temporary, kept) == 0 else {
        throw .inputOutput(path: kept, reason: systemMessage())
      }
    }
    for file in lexiconFiles where file != kept { unlink(file) }
  }

  private var lexiconFiles: [String] {
    Self.files(in: path).filter { Self.name(of: $0).hasPrefix(Self.lexiconPrefix) }
  }

  // MARK: Several shards

  private var unsettledPath: String { "\(path)/unsettled" }

  /// Whether a run has ended between the commits of one shard and another, so that they may not agree.
  var isUnsettled: Bool { access(unsettledPath, F_OK) == 0 }

  /// Says that shards are being written one after another.
  func beginUnsettled() throws(IndexError) {
    try Self.writeDurably([], to: unsettledPath)
    Self.sync(path)
  }

  /// Says that all shards agree.
  func endUnsettled() { unlink(unsettledPath) }

  /// Removes a database that a run has begun and no stub names.
  func removeUnused(_ shard: String) {
    guard Self.files(in: shard).allSatisfy(Self.isDatabaseFile) else { return }
    for file in Self.files(in: shard) { unlink(file) }
    rmdir(shard)
  }

  // MARK: Old generations

  /// Removes the files of every generation but one: what an earlier run replaced or did not finish.
  func removeGenerations(except kept: Generation?) {
    for directory in Self.files(in: path) {
      let name = directory.dropFirst(path.utf8.count + 1)
      guard isGeneration(name), name != "generation-\(kept?.number ?? 0)",
        Self.isRemovable(directory)
      else { continue }
      Self.remove(directory)
    }
  }

  /// Whether nothing of a user's is in the directory of a generation.
  private static func isRemovable(_ directory: String) -> Bool {
    files(in: directory).allSatisfy { file in
      isDatabaseFile(file)
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
    return name == "flintlock" || name.hasPrefix("iamglass") || name.contains(".glass")
      || name.hasPrefix("changes") && name.dropFirst("changes".count).allSatisfy(\.isNumber)
  }

  /// Refuses a directory that holds other things and no index: nothing of a user's is mixed with it.
  func refuseForeignDirectory() throws(IndexError) {
    let foreign = Self.files(in: path).filter { file in
      let name = Self.name(of: file)
      return name != "lock" && name != "unsettled" && !isGeneration(name)
        && !name.hasPrefix("XAPIANDB") && !name.hasPrefix(Self.lexiconPrefix)
    }
    guard let file = foreign.min() else { return }
    throw .cannotCreate(
      path: path, reason: "de directory heeft al iets anders (\(file)); geef een lege of een nieuwe"
    )
  }

  /// The size of the files of a generation and of its words, in bytes.
  func bytes(of generation: Generation) -> Int {
    (paths(of: generation).flatMap(Self.files(in:)) + lexiconFiles).reduce(0) { total, file in
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

/// The system's words for the last error.
func systemMessage(_ code: Int32 = errno) -> String {
  String(cString: strerror(code))
}

/// Moments: in UTC as ISO 8601 to the second, `2026-11-23T07:00:00Z`.
enum Timestamp {
  static var now: String { string(time(nil)) }

  /// Seconds on a clock that never jumps.
  static var monotonic: Double {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }

  static func string(_ seconds: time_t) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
