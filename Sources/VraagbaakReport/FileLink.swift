internal import Glibc

/// The address of a file of this machine, for a link that a terminal opens.
enum FileLink {
  /// `file://host/path`; nil if the path is not absolute or this machine has no such file: an index
  /// may have been made elsewhere.
  static func address(of path: String) -> String? {
    guard path.hasPrefix("/"), access(path, F_OK) == 0 else { return nil }
    return address(of: path, host: host)
  }

  /// The same without looking for the file. Every byte that is not a letter, a digit or one of
  /// `-._~/` is percent-encoded (RFC 3986).
  static func address(of path: String, host: String) -> String {
    "file://" + encoded(host) + encoded(path)
  }

  private static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name of this machine: a terminal must not look for the file on another one.
  private static let host: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }()
}
