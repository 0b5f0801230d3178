internal import CXapianBridge

extension [UInt8] {
  /// Lends the bytes to the bridge.
  func withText<Answer>(_ body: (xapian_text) -> Answer) -> Answer {
    withUnsafeBufferPointer { body(xapian_text(bytes: $0.baseAddress, count: $0.count)) }
  }
}

extension String {
  /// Lends the UTF-8 bytes to the bridge.
  func withText<Answer>(_ body: (xapian_text) -> Answer) -> Answer {
    var copy = self
    return copy.withUTF8 { body(xapian_text(bytes: $0.baseAddress, count: $0.count)) }
  }
}

extension xapian_text {
  /// The borrowed bytes, valid as long as they are lent.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

  /// A copy of a part of the bytes.
  func bytes(_ span: xapian_span) -> [UInt8] {
    Array(UnsafeBufferPointer(rebasing: buffer[span.offset..<span.offset + span.count]))
  }

  /// A part of the bytes as a string; bytes that are not UTF-8 become U+FFFD.
  func string(_ span: xapian_span) -> String {
    String(
      decoding: UnsafeBufferPointer(rebasing: buffer[span.offset..<span.offset + span.count]),
      as: UTF8.self)
  }
}
