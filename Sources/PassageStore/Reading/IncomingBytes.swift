/// Bytes from a socket, taken in pieces of known sizes. Bytes beyond a piece are kept for the next.
struct IncomingBytes {
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var waiting = 0..<0

  /// Takes the next bytes.
  ///
  /// - Parameters:
  ///   - size: the number of bytes.
  ///   - receive: waits for bytes, stores some and returns their number; 0 at the end.
  /// - Returns: the bytes; nil if the input ends before the last.
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
