internal import CLazyLibrary
internal import CProcess
internal import Glibc
internal import Kamervragen

/// The work of a process of a `ReaderPool`: it reads documents from its standard input, a socket,
/// until there are no more. It limits itself before it sees the first one.
public enum ReaderService {
  /// The argument with which a pool starts its program, unless another is given.
  public static let command = "read-documents"

  /// The limits for reading one document.
  struct Limits {
    var processorSeconds: Int
    /// In bytes.
    var memory: Int

    static let standard = Limits(processorSeconds: 6, memory: 256 << 20)
  }

  /// The exit code of a process that reached its own memory limit.
  static let memoryCode: Int32 = 3

  /// The exit code of a process that ran out of memory because it was started with lower limits.
  private static let shortageCode: Int32 = 4

  /// The exit code of a process that was not started by a pool.
  private static let usageCode: Int32 = 64

  /// A process that holds more memory than this after a document ends and is replaced; in bytes.
  private static let keptMemoryMaximum = 64 << 20

  /// The descriptor of a pipe whose other end closes when the pool ends.
  private static let lifeline: Int32 = 3

  /// The descriptor for reporting a missing library.
  static let reports: Int32 = 4

  /// The exit code of a process that lacks a library: that of the dynamic loader.
  static let libraryCode: Int32 = 127

  /// Reads until the pool ends.
  ///
  /// - Returns: the exit code of the process.
  public static func run() -> Int32 {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK,
      process_end_with(lifeline, getpgrp()) == 0
    else { return usageCode }
    lazy_library_report_to(reports)
    // The parent sees the signal of a crash. The runtime's own report would take time and go
    // nowhere.
    for crash in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT] {
      signal(crash, SIG_DFL)
    }
    let limits = Limits.standard
    limitMemory(limits)
    var incoming = IncomingBytes()
    var limitedSeconds = 0
    var documents = 0
    while let request = ReadRequest(reading: { incoming.take($0, receive: receive) }) {
      limitTime(limits, &limitedSeconds)
      documents += 1
      let result = Result { () throws(ReadError) in
        try SourceReader.read(
          request.document, name: request.name, metadata: request.metadata, converterGroup: .ours)
      }
      // Reading the memory use takes as long as a short document.
      let mayBeLarge = request.document.count > 1 << 16 || documents.isMultiple(of: 32)
      let isLast = mayBeLarge && residentMemory > keptMemoryMaximum
      guard let answer = try? ReadAnswer(result, isLast: isLast).encoded(), send(answer), !isLast
      else { break }
    }
    return 0
  }

  /// Ends the process when memory cannot be allocated. For the hook of an allocator: it allocates
  /// nothing itself.
  public static func endForWantOfMemory() -> Never {
    _exit(isConfined ? shortageCode : memoryCode)
  }

  // MARK: Limits

  /// Whether the process was started with less memory than its own limit, so that running out is
  /// not the document's fault.
  private static let isConfined: Bool = {
    let needed = Limits.standard.memory
    // The program and its libraries take addresses too.
    return Resource.memory.limit < needed || Resource.addresses.limit < needed * 2
  }()

  private static func limitMemory(_ limits: Limits) {
    guard !isConfined else { return }
    Resource.memory.limit(0, soft: limits.memory, hard: limits.memory)
    Resource.coreSize.limit(0, soft: 0, hard: 0)
  }

  /// Makes the system end the process if the coming document takes too much processor time.
  /// `limited` holds the seconds used when the limit was last set.
  private static func limitTime(_ limits: Limits, _ limited: inout Int) {
    let used = Resource.usedSeconds + 1
    guard used != limited else { return }
    limited = used
    Resource.processorTime.limit(0, soft: used + limits.processorSeconds)
  }

  /// In bytes.
  private static var residentMemory: Int {
    guard let file = fopen("/proc/self/statm", "re") else { return 0 }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 128)
    let count = fread(&line, 1, line.count, file)
    let words = String(decoding: line.prefix(count), as: UTF8.self).split(separator: " ")
    return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
  }

  // MARK: The socket

  /// Waits for bytes; 0 if the pool has ended.
  private static func receive(_ room: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = recv(STDIN_FILENO, room.baseAddress, room.count, 0)
      if count >= 0 || errno != EINTR { return max(0, count) }
    }
  }

  private static func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(STDIN_FILENO, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
