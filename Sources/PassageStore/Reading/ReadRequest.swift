/// A document for a reader process. It is sent as three lengths, four bytes each, and then the
/// name, the document and the metadata.
struct ReadRequest: Sendable, Hashable {
  var name: String
  var document: [UInt8]
  var metadata: [UInt8]?

  /// The size of the three lengths, in bytes.
  static let headSize = 12

  /// The length that means: no metadata.
  private static let none = UInt32.max

  /// The largest document that is sent in one piece with the rest, in bytes: each piece wakes the
  /// process.
  static let pieceMaximum = 1 << 16

  /// The pieces in the order in which they are sent. A large document is not copied.
  var pieces: [[UInt8]] {
    let name = Array(name.utf8)
    let lengths = [
      UInt32(name.count), UInt32(document.count), metadata.map { UInt32($0.count) } ?? Self.none,
    ]
    let head = lengths.flatMap(FourBytes.encode) + name
    return document.count <= Self.pieceMaximum
      ? [head + document + (metadata ?? [])] : [head, document, metadata ?? []]
  }

  /// Reads a request; nil if the other side has ended.
  ///
  /// - Parameter take: returns the given number of bytes; nil if there are no more.
  init?(reading take: (Int) -> [UInt8]?) {
    guard let head = take(Self.headSize) else { return nil }
    let lengths = stride(from: 0, to: Self.headSize, by: 4).map { FourBytes.decode(head[$0...]) }
    guard let name = take(Int(lengths[0])), let document = take(Int(lengths[1])) else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
    self.document = document
    guard lengths[2] != Self.none else { return }
    guard let metadata = take(Int(lengths[2])) else { return nil }
    self.metadata = metadata
  }

  init(name: String, document: [UInt8], metadata: [UInt8]?) {
    self.name = name
    self.document = document
    self.metadata = metadata
  }

  /// The request for a file: its name, its content and the metadata beside it.
  init(for file: SourceFile, document: [UInt8]) throws(FileReadError) {
    self.init(
      name: String(
        decoding: file.path.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self),
      document: document, metadata: try file.metadata?.contents())
  }
}

/// A number as four bytes, little-endian.
enum FourBytes {
  static func encode(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// The number in the first four bytes.
  static func decode(_ bytes: some Sequence<UInt8>) -> UInt32 {
    zip(bytes, 0..<4).reduce(0) { $0 | UInt32($1.0) << (8 * UInt32($1.1)) }
  }
}
