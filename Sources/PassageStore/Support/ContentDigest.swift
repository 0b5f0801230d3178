internal import CXXHash

/// The XXH3 digest (128 bits, xxhash.com) of some bytes. It detects changes but is not
/// cryptographic.
package struct ContentDigest: Sendable, Hashable {
  private let high: UInt64
  private let low: UInt64

  /// The digest of bytes.
  package init(of bytes: [UInt8]) {
    let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    high = hash.high64
    low = hash.low64
  }

  /// Reads the hexadecimal form back; nil if the text is not 32 hexadecimal digits.
  package init?(hexadecimal text: some StringProtocol) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.high = high
    self.low = low
  }

  /// Reads the sixteen bytes of a digest back; nil for any other number of bytes.
  init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    func half(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    (high, low) = (half(bytes[..<8]), half(bytes[8...]))
  }

  /// The digest as sixteen bytes.
  var bytes: [UInt8] {
    [high, low].flatMap { half in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> $0) }
    }
  }

  /// Nine of its bytes, for names of which there are millions at most: two of ten million are the
  /// same with a chance of one in a hundred million.
  package var name: [UInt8] { Array(bytes.prefix(9)) }

  /// The name as twelve letters, digits and signs (base64url, RFC 4648), since keys are text.
  package var shortText: String { Self.text(ofName: name) }

  /// What such texts begin with.
  static let firstDigits = digits.map { String(Unicode.Scalar($0)) }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The text of a name that was stored as bytes.
  static func text(ofName name: [UInt8]) -> String {
    var text: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in name {
      bits = bits << 8 | Int(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(digits[bits >> count & 63])
      }
      bits &= (1 << count) - 1
    }
    if count > 0 { text.append(digits[bits << (6 - count) & 63]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Half of the digest, for uses where a collision does no harm.
  package var half: UInt64 { low }

  /// 32 hexadecimal digits.
  package var hexadecimal: String {
    [high, low].map { half in
      String(half, radix: 16).padded(to: 16)
    }.joined()
  }
}

extension String {
  /// The text with zeros before it, up to a width.
  func padded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - utf8.count)) + self
  }
}

extension RecordWriter {
  /// Writes a digest as its bytes; nil as no bytes.
  mutating func write(_ digest: ContentDigest?) { write(digest?.bytes ?? []) }
}

extension RecordReader {
  mutating func digest() throws(StoredRecordError) -> ContentDigest? {
    let bytes = try data()
    guard !bytes.isEmpty else { return nil }
    guard let digest = ContentDigest(bytes: bytes) else { throw error }
    return digest
  }
}
