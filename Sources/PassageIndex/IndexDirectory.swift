internal import Glibc

/// An index on disk: a directory with generations of the database, and a Xapian stub file `XAPIANDB` that names the one
/// in use. Xapian opens the directory as it is; a new generation takes its place when the stub is replaced, in one step.
///
/// ```
/// DIR/XAPIANDB          auto generation-1
/// DIR/generation-1/     the database
/// DIR/lock              held by the run that writes, with its name
/// ```
struct IndexDirectory {
  let path: String

  private var stubPath: String { "\(path)/XAPIANDB" }

  /// The number of the generation in use, or nil where there is no index yet.
  ///
  /// - Throws: `IndexError` where the path is something that this program did not make.
  func generation() throws(IndexError) -> Int? {
    guard let stub = try readIfPresent(stubPath) else {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .cannotCreate(path: path, reason: "het is geen directory")
      }
      return nil
    }
    let words = stub.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0] == "auto", words[1].hasPrefix("generation-"),
      let number = Int(words[1].dropFirst("generation-".count)), number > 0
    else {
      throw .damaged(
        path: path, reason: "XAPIANDB noemt niet één generatie (verwacht: 'auto generation-N')")
    }
    return number
  }

  func generationPath(_ number: Int) -> String { "\(path)/generation-\(number)" }

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
  func use(generation number: Int) throws(IndexError) {
    let temporary = stubPath + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotCreate(path: temporary, reason: systemMessage()) }
    let line = Array("auto generation-\(number)\n".utf8)
    let isWritten =
      line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == line.count
      && fsync(descriptor) == 0
    let failure = systemMessage()
    close(descriptor)
    guard isWritten else { throw .inputOutput(path: temporary, reason: failure) }
    guard rename(temporary, stubPath) == 0 else {
      throw .inputOutput(path: stubPath, reason: systemMessage())
    }
    // The new name must survive a power cut as well.
    let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// Removes the files of every generation but one: what an earlier run replaced or did not finish.
  func removeGenerations(except kept: Int?) {
    guard let directory = opendir(path) else { return }
    defer { closedir(directory) }
    var stale: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if Self.isGeneration(name), name != kept.map({ "generation-\($0)" }),
        files(in: "\(path)/\(name)").allSatisfy(Self.isDatabaseFile)
      {
        stale.append("\(path)/\(name)")
      }
    }
    for path in stale { removeFiles(in: path) }
  }

  private static func isGeneration(_ name: String) -> Bool {
    let number = name.dropFirst("generation-".count)
    return name.hasPrefix("generation-") && !number.isEmpty
      && number.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Whether a file is one that Xapian makes: a directory with any other is somebody's own.
  private static func isDatabaseFile(_ file: String) -> Bool {
    let name = file.split(separator: "/").last ?? ""
    return name == "flintlock" || name.hasPrefix("iamglass") || name.contains(".glass")
  }

  /// Refuses a directory that holds other things and no index: nothing of a user's is mixed with it.
  func refuseForeignDirectory() throws(IndexError) {
    let foreign = files(in: path).filter { file in
      let name = file.dropFirst(path.utf8.count + 1)
      return name != "lock" && !Self.isGeneration(String(name)) && !name.hasPrefix("XAPIANDB")
    }
    guard let file = foreign.min() else { return }
    throw .cannotCreate(
      path: path, reason: "de directory heeft al iets anders (\(file)); geef een lege of een nieuwe"
    )
  }

  /// The size of the files of a generation, in bytes.
  func bytes(ofGeneration number: Int) -> Int {
    files(in: generationPath(number)).reduce(0) { total, file in
      var status = stat()
      return stat(file, &status) == 0 ? total + Int(status.st_size) : total
    }
  }

  private func removeFiles(in directory: String) {
    for file in files(in: directory) { unlink(file) }
    rmdir(directory)
  }

  private func files(in directory: String) -> [String] {
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
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw .inputOutput(path: file, reason: systemMessage()) }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }
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
