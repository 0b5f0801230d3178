internal import CXapianBridge
internal import Glibc

/// Terms in one array of bytes, so that thousands of them need no array each.
public struct TermList: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var spans: [xapian_span] = []

  /// No terms.
  public init() {}

  /// Some terms, in their order.
  public init(_ terms: some Sequence<some Collection<UInt8>>) {
    for term in terms { append(term) }
  }

  /// The number of terms.
  public var count: Int { spans.count }

  /// The bytes of a term, by its index from 0.
  public subscript(place: Int) -> ArraySlice<UInt8> {
    let span = spans[place]
    return bytes[span.offset..<span.offset + span.count]
  }

  /// A term as text, by its index from 0.
  public func string(at place: Int) -> String { String(decoding: self[place], as: UTF8.self) }

  /// Adds a term, given in up to three pieces.
  public mutating func append(
    _ head: some Collection<UInt8>, _ middle: some Collection<UInt8> = EmptyCollection(),
    _ tail: some Collection<UInt8> = EmptyCollection()
  ) {
    let offset = bytes.count
    bytes += head
    bytes += middle
    bytes += tail
    spans.append(xapian_span(offset: offset, count: bytes.count - offset))
  }

  /// Puts the terms in byte order, each once.
  public mutating func sort() {
    bytes.withUnsafeBytes { bytes in
      func order(_ one: xapian_span, _ other: xapian_span) -> Int {
        guard let start = bytes.baseAddress else { return 0 }
        let common = memcmp(
          start + one.offset, start + other.offset, min(one.count, other.count))
        return common != 0 ? Int(common) : one.count - other.count
      }
      spans.sort { order($0, $1) < 0 }
      var kept: [xapian_span] = []
      kept.reserveCapacity(spans.count)
      for span in spans where kept.last.map({ order($0, span) != 0 }) ?? true { kept.append(span) }
      spans = kept
    }
  }
}
