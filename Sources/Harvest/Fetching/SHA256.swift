internal import CCurl

/// The SHA-256 of bytes (FIPS 180-4), as 64 hexadecimal digits in lower case.
func sha256(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: Int(sha256_size))
  sha256_digest(bytes, bytes.count, &digest)
  var text: [UInt8] = []
  text.reserveCapacity(2 * digest.count)
  for byte in digest {
    for half in [byte >> 4, byte & 15] { text.append(half < 10 ? half + 0x30 : half + 0x57) }
  }
  return String(decoding: text, as: UTF8.self)
}
