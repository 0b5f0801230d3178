internal import CXXHash

/// The XXH3 digest (128 bits, xxhash.com) of some bytes: tells whether content changed, not who changed it.
struct ContentDigest: Sendable, Hashable {
  private let high: UInt64
  private let low: UInt64

  /// The digest of bytes.
  init(of bytes: [UInt8]) {
    let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    high = hash.high64
    low = hash.low64
  }

  /// Reads the hexadecimal form back; nil where it is none.
  init?(hexadecimal text: some StringProtocol) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.high = high
    self.low = low
  }

  /// Half of it, where a collision would do no harm.
  var half: UInt64 { low }

  /// 32 hexadecimal digits.
  var hexadecimal: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
