internal import Glibc
internal import PassageStore

/// A directory with what was fetched, and its ledger. The path of a file follows from the
/// identifier alone: `ah-tk/2024/ah-tk-20242025-705/ah-tk-20242025-705.xml`, and
/// `tk/2024/2024D12345/2024D12345.pdf` of a document that comes from the Tweede Kamer itself.
///
/// The ledger `.harvest/ledger.tsv` is written line by line, each after what it is about, so a run
/// that is killed at any moment leaves at most files without a line; these are fetched again.
struct Mirror: ~Copyable {
  /// The directory.
  let directory: String
  private(set) var state = MirrorState()
  /// The numbers of the ledger's lines that were not understood, from 1.
  private(set) var damagedLines: [Int] = []

  private let descriptor: Int32
  let isReadOnly: Bool
  private let lock: RunLock?

  /// The directory with the ledger and the lock. The index does not look into it.
  static let stateDirectory = ".harvest"
  /// The name of a file that is being written.
  private static let temporaryName = ".incoming"
  private static let version = "1"
  private static let header = LedgerLine(["vraagbaak", "harvest", version])
  /// The maximum size of a ledger, in bytes; all publications have some 100 million.
  private static let maximumLedger = 2 << 30

  /// Opens a mirror, or begins one. A mirror that is only read is not locked, and is empty if it
  /// does not exist.
  ///
  /// - Throws: `IndexError.busy` if another run has it; `.cannotCreate` and `.inputOutput`.
  static func opened(
    _ directory: String, isReadOnly: Bool = false
  ) throws(IndexError) -> Mirror {
    let lock = isReadOnly ? nil : try lock(directory)
    let (descriptor, bytes) = try openLedger(of: directory, isReadOnly: isReadOnly)
    var mirror = Mirror(directory, isReadOnly: isReadOnly, lock, descriptor)
    try mirror.read(bytes)
    return mirror
  }

  private init(
    _ directory: String, isReadOnly: Bool, _ lock: consuming RunLock?, _ descriptor: Int32
  ) {
    self.directory = directory
    self.isReadOnly = isReadOnly
    self.lock = lock
    self.descriptor = descriptor
  }

  /// The ledger's descriptor, -1 if there is none to read, and its bytes.
  private static func openLedger(
    of directory: String, isReadOnly: Bool
  ) throws(IndexError) -> (Int32, [UInt8]) {
    let path = ledger(in: directory)
    let flags = isReadOnly ? O_RDONLY : O_RDWR | O_CREAT | O_APPEND
    let descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0o666)
    if descriptor < 0, isReadOnly, errno == ENOENT || errno == ENOTDIR { return (-1, []) }
    guard descriptor >= 0 else { throw failure(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .inputOutput(path: path, reason: .system(EINVAL))
    }
    guard let bytes = FileIO.read(descriptor, limit: maximumLedger) else {
      let code = errno
      close(descriptor)
      throw .inputOutput(path: path, reason: .system(code))
    }
    return (descriptor, bytes)
  }

  private static func lock(_ directory: String) throws(IndexError) -> RunLock {
    let stateDirectory = "\(directory)/\(stateDirectory)"
    try FileIO.createDirectory(stateDirectory)
    return try RunLock(of: stateDirectory)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The path of the ledger of a directory.
  static func ledger(in directory: String) -> String {
    "\(directory)/\(stateDirectory)/ledger.tsv"
  }

  private static func failure(_ path: String) -> IndexError {
    let code = errno
    return [ENOSPC, EDQUOT, EFBIG, EIO].contains(code)
      ? .inputOutput(path: path, reason: .system(code))
      : .cannotCreate(path: path, reason: .system(code))
  }

  // MARK: The ledger

  private mutating func read(_ bytes: [UInt8]) throws(IndexError) {
    let path = Self.ledger(in: directory)
    guard bytes.count <= Self.maximumLedger else {
      throw .inputOutput(path: path, reason: .system(EFBIG))
    }
    let reading = Self.reading(of: bytes)
    if let version = reading.version, version != Self.version {
      throw .incompatible(
        path: path, found: "harvest-\(version)", expected: "harvest-\(Self.version)")
    }
    state = reading.state
    damagedLines = reading.damaged
    guard !isReadOnly else { return }
    if bytes.isEmpty {
      try write(Self.header.bytes)
      FileIO.sync("\(directory)/\(Self.stateDirectory)")
    } else if !damagedLines.isEmpty {
      try rewrite(bytes, reading)
    } else if reading.end < bytes.count {
      // The last line was cut off by a kill.
      guard ftruncate(descriptor, off_t(reading.end)) == 0 else {
        throw .inputOutput(path: path, reason: .system(errno))
      }
    }
  }

  /// What the bytes of a ledger say.
  struct Reading {
    var state = MirrorState()
    /// The version of the ledger; nil if the first line does not say.
    var version: String?
    /// The numbers of lines that were not understood, from 1, and where these lie.
    var damaged: [Int] = []
    var damagedRanges: [Range<Int>] = []
    /// Where the last whole line ends.
    var end = 0
  }

  /// Reads the bytes of a ledger.
  static func reading(of bytes: [UInt8]) -> Reading {
    var reading = Reading()
    var number = 0
    while let end = bytes[reading.end...].firstIndex(of: UInt8(ascii: "\n")) {
      number += 1
      let range = reading.end..<end + 1
      reading.end = end + 1
      let line = LedgerLine(bytes: bytes[range].dropLast())
      if let event = line.flatMap({ LedgerEvent($0) }) {
        reading.state.add(event)
      } else if number == 1, let fields = line?.fields, fields.count == 3,
        Array(fields[..<2]) == Array(header.fields[..<2])
      {
        reading.version = fields[2]
      } else {
        reading.damaged.append(number)
        reading.damagedRanges.append(range)
      }
    }
    return reading
  }

  /// Replaces the ledger by one without the lines that were not understood. They may have been
  /// about publications that nobody knows of now, so all days and feeds are open again.
  private mutating func rewrite(_ bytes: [UInt8], _ reading: Reading) throws(IndexError) {
    let path = Self.ledger(in: directory)
    // The damaged ledger is kept for whoever wants to know what it had.
    var number = 1
    while link(path, "\(path).damaged-\(number)") != 0 {
      guard errno == EEXIST, number < 1000 else {
        throw .inputOutput(path: path, reason: .system(errno))
      }
      number += 1
    }
    var kept: [UInt8] = reading.damaged.first == 1 ? Self.header.bytes : []
    var begin = 0
    for range in reading.damagedRanges {
      kept += bytes[begin..<range.lowerBound]
      begin = range.upperBound
    }
    kept += bytes[begin..<reading.end]
    var events = FeedCategory.allCases.map { LedgerEvent.cursor($0, place: 0) }
    if let days = state.closed.bounds { events.append(.opened(days)) }
    for event in events {
      state.add(event)
      kept += event.line(at: Timestamp.now).bytes
    }
    try FileIO.replaceDurably(path, with: kept)
    let new = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    guard new >= 0, dup2(new, descriptor) >= 0 else { throw Self.failure(path) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    close(new)
  }

  /// Writes an event into the ledger and adds it to the state.
  mutating func record(_ event: LedgerEvent) throws(IndexError) {
    state.add(event)
    try write(event.line(at: Timestamp.now).bytes)
  }

  /// Makes everything that was recorded survive a power cut.
  func settle() throws(IndexError) {
    guard isReadOnly || fdatasync(descriptor) == 0 else {
      throw .inputOutput(path: Self.ledger(in: directory), reason: .system(errno))
    }
  }

  private func write(_ bytes: [UInt8]) throws(IndexError) {
    guard !isReadOnly else { return }
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count == bytes.count else {
      // The beginning of a line would spoil the next one.
      let failure = IndexError.inputOutput(
        path: Self.ledger(in: directory), reason: .system(count < 0 ? errno : ENOSPC))
      if count > 0 {
        let size = lseek(descriptor, 0, SEEK_END)
        _ = ftruncate(descriptor, size - off_t(count))
      }
      throw failure
    }
  }

  // MARK: Files

  /// The directory of a publication, relative to the mirror's.
  static func place(of identifier: String) -> String {
    guard !Publication.isDocumentNumber(identifier) else {
      return "tk/\(identifier.prefix(4))/\(identifier)"
    }
    let bytes = Array(identifier.utf8)
    let digit = bytes.firstIndex { $0 &- UInt8(ascii: "0") < 10 } ?? bytes.count
    let family = String(decoding: bytes[..<digit], as: UTF8.self)
    let digits = bytes[digit...].prefix { $0 &- UInt8(ascii: "0") < 10 }.prefix(4)
    let trimmed = family.split(separator: "-").joined(separator: "-")
    let group = String(decoding: digits, as: UTF8.self)
    return "\(trimmed.isEmpty ? "0" : trimmed)/\(group.isEmpty ? "0" : group)/\(identifier)"
  }

  /// The path of a file of a publication.
  func path(of identifier: String, _ form: DocumentForm) -> String {
    "\(directory)/\(Self.place(of: identifier))/\(form.fileName(of: identifier))"
  }

  /// Writes a file so that it survives a power cut; readers see the old one or the new one.
  func store(_ bytes: [UInt8], of identifier: String, _ form: DocumentForm) throws(IndexError) {
    let place = "\(directory)/\(Self.place(of: identifier))"
    try FileIO.createDirectory(place)
    let temporary = "\(place)/\(Self.temporaryName)"
    try FileIO.writeDurably(bytes, to: temporary)
    let path = self.path(of: identifier, form)
    guard rename(temporary, path) == 0 else {
      throw .inputOutput(path: path, reason: .system(errno))
    }
    FileIO.sync(place)
  }

  /// Removes the files of a publication but those of some forms, and its directory if none is left.
  func remove(_ identifier: String, but kept: DocumentForms = []) throws(IndexError) {
    for form in DocumentForm.allCases where !kept.contains(form) {
      let path = self.path(of: identifier, form)
      guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
        throw .inputOutput(path: path, reason: .system(errno))
      }
    }
    let place = "\(directory)/\(Self.place(of: identifier))"
    if kept == [] {
      unlink("\(place)/\(Self.temporaryName)")
      rmdir(place)
    } else {
      FileIO.sync(place)
    }
  }

  /// Whether a file is there with the size that it had; its bytes are not looked at.
  func has(_ file: StoredFile, of identifier: String) -> Bool {
    var status = stat()
    return lstat(path(of: identifier, file.form), &status) == 0
      && status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) == file.size
  }

  /// The bytes of a file; nil if there is none or it cannot be read.
  func contents(of identifier: String, _ form: DocumentForm) -> [UInt8]? {
    let descriptor = open(path(of: identifier, form), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return FileIO.read(descriptor, limit: form.maximumSize)
  }
}
