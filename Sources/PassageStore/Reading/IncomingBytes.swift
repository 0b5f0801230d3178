/// Bytes that come over a socket, taken in pieces of known sizes: what has come beyond a piece is
/// kept for the next.
struct IncomingBytes {
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var waiting = 0..<0

  /// Takes a number of bytes.
  ///
  /// - Parameters:
  ///   - size: how many.
  ///   - receive: waits until there are bytes, fills in some, and says how many; 0 at the end.
  /// - Returns: the bytes, or nil if the end comes before the last.
  /// - Throws: What `receive` throws.
  mutating func take<Failure>(
    _ size: Int, receive: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    while bytes.count < size {
      if waiting.isEmpty {
        var count = 0
        var failure: Failure?
        buffer.withUnsafeMutableBytes { room in
          do throws(Failure) { count = try receive(room) } catch { failure = error }
        }
        if let failure { throw failure }
        guard count > 0 else { return nil }
        waiting = 0..<count
      }
      let piece = waiting.prefix(size - bytes.count)
      bytes.append(contentsOf: buffer[piece])
      waiting = piece.upperBound..<waiting.upperBound
    }
    return bytes
  }
}
