/// The head of an answer, read line by line as it comes.
struct ResponseHead {
  private(set) var status = 0
  private(set) var mediaType: String?
  private(set) var entityTag: String?
  private(set) var lastModified: String?
  private(set) var location: String?
  private(set) var retryAfter: String?
  /// The coding of the content, if it is not the identity.
  private(set) var contentEncoding: String?
  private var contentLength: Int?
  private var isChunked = false
  /// Whether the server closes the connection after the answer.
  private(set) var closesConnection = false
  /// Whether the empty line has come that ends a head.
  private(set) var isComplete = false
  private var size = 0

  /// The most bytes of a head, with those of earlier answers (100 Continue) and of a trailer.
  static let maximumSize = 64 << 10
  private static let maximumValueSize = 8192

  /// The length of the body that the server declared. Chunks have their own lengths.
  var declaredLength: Int? { isChunked ? nil : contentLength }

  /// Reads a line; returns whether the head is still of a bearable size.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    size += line.count
    guard size <= Self.maximumSize else { return false }
    if line.starts(with: "HTTP/".utf8) {
      readStatus(line)
    } else if line.allSatisfy(Self.isSpace) {
      isComplete = true
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon <= 64 {
      let value = Self.trimmed(line[(colon + 1)...])
      if value.count <= Self.maximumValueSize {
        read(name: Self.text(line[..<colon]).lowercased(), value)
      }
    }
    return true
  }

  /// The status line begins a head: what an earlier answer had is not this one's.
  private mutating func readStatus(_ line: UnsafeBufferPointer<UInt8>) {
    let read = size
    self = ResponseHead()
    size = read
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    if parts.count > 1, parts[1].prefix(3).allSatisfy({ $0 &- 0x30 < 10 }) {
      status = Int(Self.text(parts[1].prefix(3))) ?? 0
    }
    closesConnection = line.starts(with: "HTTP/1.0".utf8)
  }

  /// The first header of a name counts.
  private mutating func read(name: String, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let value = Self.text(bytes)
    switch name {
    case "content-type":
      let type = value.prefix { $0 != ";" && $0 != " " }.lowercased()
      if mediaType == nil, !type.isEmpty { mediaType = type }
    case "etag": entityTag = entityTag ?? Self.sendable(value)
    case "last-modified": lastModified = lastModified ?? Self.sendable(value)
    case "location": location = location ?? value
    case "retry-after": retryAfter = retryAfter ?? value
    case "content-encoding":
      if !value.isEmpty, value.lowercased() != "identity" {
        contentEncoding = contentEncoding ?? value
      }
    case "content-length": contentLength = contentLength ?? Self.length(value)
    case "transfer-encoding": isChunked = true
    case "connection", "proxy-connection":
      closesConnection = closesConnection || value.lowercased().contains("close")
    default: break
    }
  }

  private static func length(_ value: String) -> Int? {
    !value.isEmpty && value.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(value) : nil
  }

  /// A validator that can stand in a header of a request; nil for any other.
  private static func sendable(_ value: String) -> String? {
    let isPlain = value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    return isPlain && !value.isEmpty && value.utf8.count <= 1000 ? value : nil
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  private static func trimmed(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var rest = bytes
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
