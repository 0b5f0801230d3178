import Glibc
import HTTPServer
import PassageIndex
import Synchronization
import VraagbaakReport

/// A file with a line for each request, in the Common Log Format of web servers with the seconds
/// that it took at the end. A hyphen stands for the address of the client unless that was asked
/// for.
final class AccessLog: Sendable {
  private let path: String
  private let file: Mutex<Int32>
  /// Lines that wait. A thread of its own writes them: a disk or a pipe that hangs must not keep
  /// requests waiting.
  private let waiting = Mutex<[UInt8]>([])
  private static let maximumWaiting = 1 << 20
  /// How often lines are written, in microseconds.
  private static let pause: UInt32 = 100_000

  /// Opens a log.
  ///
  /// - Parameter path: the file, which is made if it is missing; `-` is standard error.
  /// - Throws: `FileError` if it cannot be opened.
  init(_ path: String) throws(FileError) {
    self.path = path
    let descriptor = path == "-" ? dup(STDERR_FILENO) : Self.open(path)
    guard descriptor >= 0 else { throw FileError(path) }
    file = Mutex(descriptor)
    var thread = pthread_t()
    let log = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        let log = Unmanaged<AccessLog>.fromOpaque(pointer).takeUnretainedValue()
        while true {
          usleep(AccessLog.pause)
          log.flush()
        }
      }, log)
    pthread_detach(thread)
  }

  private static func open(_ path: String) -> Int32 {
    Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0o640)
  }

  /// Opens the file again: another program may have moved it. Returns whether that succeeded; if
  /// not, the old one is written on.
  func reopen() -> Bool {
    guard path != "-" else { return true }
    flush()
    let descriptor = Self.open(path)
    guard descriptor >= 0 else { return false }
    file.withLock { file in
      close(file)
      file = descriptor
    }
    return true
  }

  /// Adds the line of a request. If too many wait, or it cannot be written, it is lost: requests go
  /// on.
  func write(_ exchange: HTTPExchange) {
    let line = Self.line(of: exchange, at: Timestamp.seconds)
    waiting.withLock { waiting in
      if waiting.count < Self.maximumWaiting { waiting += line.utf8 }
    }
  }

  /// Writes the lines that wait.
  func flush() {
    file.withLock { file in
      let bytes = waiting.withLock { waiting in
        defer { waiting = [] }
        return waiting
      }
      guard !bytes.isEmpty else { return }
      _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    }
  }

  /// The line of a request that was answered at a time, in seconds since 1970.
  static func line(of exchange: HTTPExchange, at seconds: Int) -> String {
    var seconds = time_t(seconds)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, "%d/%b/%Y:%H:%M:%S +0000", &parts)
    let time = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    let request = "\(escaped(exchange.method)) \(escaped(exchange.target)) HTTP/1.1"
    let took = exchange.seconds.written(decimals: 4, mark: ".")
    return "\(exchange.client ?? "-") - - [\(time)] \"\(request)\" "
      + "\(exchange.status) \(exchange.isComplete ? "\(exchange.bytes)" : "-") \(took)\n"
  }

  /// A text from outside, in which whatever could end the field or the line is written as `\xHH`.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        bytes.append(byte)
      } else {
        let digits = String(byte, radix: 16)
        bytes += Array("\\x\(digits.count < 2 ? "0" : "")\(digits)".utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
