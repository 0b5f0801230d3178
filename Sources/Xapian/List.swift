internal import CXapianBridge

/// A text or a list returned by the bridge.
struct List: ~Copyable {
  private let handle: OpaquePointer

  /// Takes ownership of the result of a call.
  init(owning handle: OpaquePointer) {
    self.handle = handle
  }

  deinit { xapian_list_free(handle) }

  /// The text.
  var bytes: [UInt8] { Array(xapian_list_read(handle).bytes.buffer) }

  /// The text as a string; bytes that are not UTF-8 become U+FFFD.
  var string: String { String(decoding: xapian_list_read(handle).bytes.buffer, as: UTF8.self) }

  /// Copies each item out of the buffer.
  borrowing func map<Item>(_ item: (xapian_item, xapian_text) -> Item) -> [Item] {
    let contents = xapian_list_read(handle)
    return UnsafeBufferPointer(start: contents.items, count: contents.item_count)
      .map { item($0, contents.bytes) }
  }
}
