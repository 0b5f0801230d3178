internal import CXapianBridge

/// The number of a document, from 1.
public typealias DocumentID = UInt32

/// A document: terms with positions and frequencies, values, and data. One buffer has all terms,
/// and the whole crosses into Xapian in one call.
public struct Document: Sendable {
  /// The terms and values, back to back.
  @usableFromInline var bytes: [UInt8] = []
  private var postings: [xapian_posting] = []
  private var values: [xapian_value] = []

  /// Stored as it is and returned with each hit.
  public var data: [UInt8] = []

  /// Makes an empty document.
  public init() {}

  /// Reserves memory.
  ///
  /// - Parameters:
  ///   - bytes: The number of bytes of terms and values.
  ///   - postings: The number of postings.
  public mutating func reserve(bytes: Int, postings: Int) {
    self.bytes.reserveCapacity(bytes)
    self.postings.reserveCapacity(postings)
  }

  /// Adds one occurrence of a term.
  ///
  /// A term has 1 to 245 bytes, its prefix included and a zero byte counted twice; adding the
  /// document to a database checks that.
  ///
  /// - Parameters:
  ///   - term: The bytes of the term.
  ///   - prefix: Bytes before the term that are part of it.
  ///   - position: The position, from 1; or 0 for a term without one.
  ///   - frequency: Added to the frequency of the term in the document; 0 for a term that only
  ///     filters.
  @inlinable
  public mutating func addPosting(
    _ term: some Sequence<UInt8>, prefix: [UInt8] = [], position: UInt32, frequency: UInt32
  ) {
    let offset = bytes.count
    if !prefix.isEmpty { bytes.append(contentsOf: prefix) }
    bytes.append(contentsOf: term)
    appendPosting(from: offset, position: position, frequency: frequency)
  }

  /// Adds a posting of the bytes from an offset on. Apart from `addPosting`, which is inlined into
  /// code without C types.
  @usableFromInline
  mutating func appendPosting(from offset: Int, position: UInt32, frequency: UInt32) {
    // A document of over 4 GB is refused when it is added.
    postings.append(
      xapian_posting(
        offset: UInt32(clamping: offset), count: UInt32(clamping: bytes.count - offset),
        position: position, frequency: frequency))
  }

  /// Sets the value in a slot. The later of two in the same slot counts; an empty one is none.
  ///
  /// - Parameters:
  ///   - value: Any bytes; values are compared byte by byte.
  ///   - slot: The number of the slot.
  public mutating func setValue(_ value: [UInt8], slot: UInt32) {
    values.append(
      xapian_value(
        slot: slot, offset: UInt32(clamping: bytes.count), count: UInt32(clamping: value.count)))
    bytes.append(contentsOf: value)
  }

  /// Removes all terms that begin with one of some bytes.
  public mutating func removeTerms(beginningWith letters: [UInt8]) {
    postings.removeAll { $0.count > 0 && letters.contains(bytes[Int($0.offset)]) }
  }

  /// Lends the document to the bridge, as it lies in memory.
  func withFlat<Answer>(_ body: (UnsafePointer<xapian_document>) -> Answer) -> Answer {
    bytes.withText { bytes in
      data.withText { data in
        postings.withUnsafeBufferPointer { postings in
          values.withUnsafeBufferPointer { values in
            var flat = xapian_document(
              bytes: bytes, postings: postings.baseAddress, posting_count: postings.count,
              values: values.baseAddress, value_count: values.count, data: data)
            return withUnsafePointer(to: &flat, body)
          }
        }
      }
    }
  }
}

extension Document {
  /// Each term with its frequency in the document, as a database returns them.
  public var frequencies: [String: Int] {
    Dictionary(
      postings.map { (text($0.offset, $0.count), Int($0.frequency)) }, uniquingKeysWith: +)
  }
}

extension Document: CustomStringConvertible {
  /// A line for each posting and value: `lid @3 ×1`, `[7] = a<1F>b`, and the length of the data.
  /// The bytes of a value that are not ASCII are in hexadecimal.
  public var description: String {
    let terms = postings.map { posting in
      let position = posting.position == 0 ? "" : " @\(posting.position)"
      return "\(text(posting.offset, posting.count))\(position) ×\(posting.frequency)"
    }
    let slots = values.map { "[\($0.slot)] = \(printed($0.offset, $0.count))" }
    return (terms + slots + ["\(data.count) bytes of data"]).joined(separator: "\n")
  }

  private func printed(_ offset: UInt32, _ count: UInt32) -> String {
    bytes[Int(offset)..<Int(offset) + Int(count)].map { byte in
      (0x20..<0x7F).contains(byte)
        ? String(Unicode.Scalar(byte)) : "<" + String(byte, radix: 16, uppercase: true) + ">"
    }.joined()
  }

  private func text(_ offset: UInt32, _ count: UInt32) -> String {
    String(decoding: bytes[Int(offset)..<Int(offset) + Int(count)], as: UTF8.self)
  }
}
