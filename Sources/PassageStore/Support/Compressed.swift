internal import CZlib
internal import Xapian

/// Bytes compressed by zlib, after their number (LEB128). Xapian compresses its documents, but not
/// its metadata.
enum Compressed {
  /// The fastest level: the list of words takes a quarter of a second, and a twentieth more room
  /// than at the usual level, which takes three times as long.
  private static let level: Int32 = 1

  /// No deflated byte stands for more.
  private static let maximumRatio = 1032

  /// Compresses bytes.
  ///
  /// - Throws: `outOfMemory`.
  static func bytes(of plain: [UInt8]) throws(XapianError) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(plain.count)
    let start = writer.bytes.count
    var size = compressBound(uLong(plain.count))
    writer.bytes += [UInt8](repeating: 0, count: Int(size))
    let status = writer.bytes.withUnsafeMutableBufferPointer { room in
      compress2(room.baseAddress.map { $0 + start }, &size, plain, uLong(plain.count), level)
    }
    guard status == Z_OK else {
      throw XapianError(status: .outOfMemory, message: "zlib has no memory")
    }
    return Array(writer.bytes.prefix(start + Int(size)))
  }

  /// The bytes before they were compressed.
  ///
  /// - Throws: `StoredRecordError` if these are not compressed bytes.
  static func plain(of bytes: [UInt8]) throws(StoredRecordError) -> [UInt8] {
    var reader = RecordReader(bytes)
    let count = try reader.number()
    let data = reader.rest
    guard count / maximumRatio <= data.count else { throw reader.error }
    var plain = [UInt8](repeating: 0, count: count)
    var size = uLong(count)
    let status = data.withUnsafeBufferPointer { data in
      uncompress(&plain, &size, data.baseAddress, uLong(data.count))
    }
    guard status == Z_OK, Int(size) == count else { throw reader.error }
    return plain
  }
}
