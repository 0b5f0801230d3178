internal import CFTS
internal import Glibc

/// A file that may be a set of Kamervragen, with its metadata in the file system.
struct SourceFile: Sendable, Hashable {
  /// The absolute path, as bytes: a file name need not be UTF-8.
  var path: [UInt8]
  /// In bytes.
  var size: Int
  /// The time of the last change, in nanoseconds since 1970.
  var modified: Int
  /// The metadata file beside it.
  var metadata: MetadataSidecar?

  /// The path for display; invalid UTF-8 is replaced.
  var displayPath: String { String(decoding: path, as: UTF8.self) }

  /// The path as a C string.
  var systemPath: [CChar] { path.map(CChar.init(bitPattern:)) + [0] }
}

/// The result of a walk through the given paths.
struct FileScan: Sendable {
  /// The files, sorted by path, each once, without metadata files.
  var files: [SourceFile] = []
  /// The absolute paths of the given paths that exist.
  var roots: [[UInt8]] = []
  /// Given paths that cannot be walked.
  var missing: [MissingPath] = []
  /// The paths of `missing` that do not exist, with their absolute paths.
  var missingRoots: [(path: [UInt8], missing: MissingPath)] = []
  /// Directories and files that could not be read, with the reason. Files below them may still
  /// exist.
  var unreadable: [(path: [UInt8], reason: FileProblem)] = []
  /// What a directory holds that cannot be a source, with the reason: sockets, pipes, devices, and
  /// links back to a directory above them.
  var passedOver: [(path: [UInt8], reason: PassedOver)] = []
  /// Directories whose metadata is ignored because they hold documents of several publications.
  var ambiguousMetadata: Set<[UInt8]> = []

  /// Walks directories and takes given files as they are. In a directory, names that begin with a
  /// full stop or with README are skipped. Symbolic links are followed, also out of the directory;
  /// a loop is entered once.
  ///
  /// - Parameters:
  ///   - paths: files and directories, absolute or relative to the working directory.
  ///   - excluded: the directory of the index, which is not entered.
  init(paths: [String], excluding excluded: String) {
    let excludedPath = realpath(excluded, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    var known: Set<[UInt8]> = []
    for path in paths {
      guard let resolved = realpath(path, nil) else {
        let isAbsent = errno == ENOENT
        let missingPath = MissingPath(path: path, reason: .system(errno))
        missing.append(missingPath)
        if isAbsent, let absolute = Self.absolutePath(ofMissing: path) {
          missingRoots.append((absolute, missingPath))
        }
        continue
      }
      defer { free(resolved) }
      let root = bytes(resolved)
      guard known.insert(root).inserted else { continue }
      var status = stat()
      if stat(resolved, &status) == 0, !Self.isWalked(status.st_mode) {
        missing.append(MissingPath(path: path, reason: .notWalked))
        continue
      }
      roots.append(root)
      walk(resolved, excluding: excludedPath)
    }
    files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    var seen: Set<[UInt8]> = []
    files.removeAll { !seen.insert($0.path).inserted }
    addMetadata()
  }

  private static func isWalked(_ mode: mode_t) -> Bool {
    [S_IFREG, S_IFDIR].contains(mode & S_IFMT)
  }

  /// The absolute path that a missing file would have: that of the nearest existing directory above
  /// it, and the names below that. Nil if these include `.` or `..`.
  private static func absolutePath(ofMissing path: String) -> [UInt8]? {
    var above = path.split(separator: "/").map(String.init)
    var below: [String] = []
    while let name = above.popLast() {
      guard name != "..", name != "." else { return nil }
      below.insert(name, at: 0)
      let parent = above.joined(separator: "/")
      let candidate = path.hasPrefix("/") ? "/" + parent : parent.isEmpty ? "." : parent
      guard let resolved = realpath(candidate, nil) else { continue }
      defer { free(resolved) }
      let base = String(cString: resolved)
      return Array(((base == "/" ? "" : base) + "/" + below.joined(separator: "/")).utf8)
    }
    return nil
  }

  /// Whether any file was found at a path or below it; a binary search, since the files are sorted.
  func hasFiles(atOrBelow root: [UInt8]) -> Bool {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.lexicographicallyPrecedes(root) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    // `a-b` sorts between `a` and `a/b`: some characters of names sort before the slash.
    while low < files.count, files[low].path.starts(with: root) {
      if files[low].path.isAt(orBelow: root) { return true }
      low += 1
    }
    return false
  }

  private mutating func walk(_ root: UnsafeMutablePointer<CChar>, excluding excluded: String?) {
    var arguments: [UnsafeMutablePointer<CChar>?] = [root, nil]
    guard let tree = fts_open(&arguments, FTS_LOGICAL | FTS_NOCHDIR, nil) else {
      unreadable.append((bytes(root), .system(errno)))
      return
    }
    defer { fts_close(tree) }
    while let entry = fts_read(tree) {
      let isRoot = walked_level(entry) == 0
      let path = bytes(walked_path(entry))
      let name = path.split(separator: UInt8(ascii: "/")).last ?? []
      let isHidden = !isRoot && name.first == UInt8(ascii: ".")
      switch walked_info(entry) {
      case FTS_D:
        if isHidden || excluded.map({ path.elementsEqual($0.utf8) }) == true {
          fts_set(tree, entry, FTS_SKIP)
        }
      case FTS_F:
        let isReadme = !isRoot && name.starts(with: Array("README".utf8))
        guard !isHidden, !isReadme, !MetadataSidecar.isName(name),
          let status = walked_status(entry)
        else { continue }
        let modified = status.pointee.st_mtim
        files.append(
          SourceFile(
            path: path, size: Int(status.pointee.st_size),
            modified: nanoseconds(modified)))
      case FTS_DNR, FTS_ERR, FTS_NS:
        unreadable.append((path, .system(walked_errno(entry))))
      case FTS_SLNONE:
        if !isHidden { unreadable.append((path, .danglingLink)) }
      case FTS_DC:
        passedOver.append((path, .loop))
      case FTS_DEFAULT:
        if !isHidden { passedOver.append((path, .notRegular)) }
      default:
        continue
      }
    }
  }

  /// Assigns the metadata file of each directory to its documents.
  private mutating func addMetadata() {
    var known: [[UInt8]: MetadataSidecar.Beside] = [:]
    for index in files.indices {
      let directory = files[index].path.directory
      let beside = known[directory] ?? MetadataSidecar.Beside(directory)
      known[directory] = beside
      files[index].metadata = beside.file
      if beside.isAmbiguous { ambiguousMetadata.insert(directory) }
    }
  }

  private func bytes(_ string: UnsafePointer<CChar>?) -> [UInt8] {
    guard let string else { return [] }
    return Array(UnsafeRawBufferPointer(start: string, count: strlen(string)))
  }
}

/// Why a file cannot be read.
enum FileReadError: Error, Sendable, Hashable {
  case unreadable(FileProblem)
  case tooLarge(size: Int)
}

extension SourceFile {
  /// Reads the whole file.
  ///
  /// - Throws: `tooLarge` above `limit` bytes; `unreadable`, also if the file has changed since the
  ///   tree was walked.
  func contents(limit: Int) throws(FileReadError) -> [UInt8] {
    guard size <= limit else { throw .tooLarge(size: size) }
    let descriptor = open(systemPath, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(.system(errno)) }
    defer { close(descriptor) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let got = read(descriptor, rest.baseAddress, rest.count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { break }
        count += got
      }
    }
    guard failure == 0 else { throw .unreadable(.system(failure)) }
    var status = stat()
    guard bytes.count == size, fstat(descriptor, &status) == 0, Int(status.st_size) == size,
      nanoseconds(status.st_mtim) == modified
    else { throw .unreadable(.changing) }
    return bytes
  }
}

extension SourceFile {
  /// The file at a path as it is now, with its metadata; nil if there is none.
  init?(at path: [UInt8]) {
    self.init(path: path, size: 0, modified: 0)
    var status = stat()
    guard stat(systemPath, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    modified = nanoseconds(status.st_mtim)
    metadata = MetadataSidecar.Beside(path.directory).file
  }
}

/// A time in nanoseconds since 1970. Times after 2262 wrap: they are only compared for equality.
func nanoseconds(_ moment: timespec) -> Int {
  moment.tv_sec &* 1_000_000_000 &+ moment.tv_nsec
}

extension [UInt8] {
  /// Whether the path is `root` or lies below it.
  func isAt(orBelow root: [UInt8]) -> Bool {
    starts(with: root)
      && (count == root.count || self[root.count] == UInt8(ascii: "/")
        || root.last == UInt8(ascii: "/"))
  }
}
