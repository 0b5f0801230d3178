internal import CXapianBridge

/// An answer of the bridge that is a text or a list.
struct List: ~Copyable {
  private let handle: OpaquePointer

  /// Takes over what a call returned.
  init(owning handle: OpaquePointer) {
    self.handle = handle
  }

  deinit { xapian_list_free(handle) }

  /// The answer as one text.
  var bytes: [UInt8] { Array(xapian_list_read(handle).bytes.buffer) }

  /// The answer as one text; what is not UTF-8 in it becomes U+FFFD.
  var string: String { String(decoding: xapian_list_read(handle).bytes.buffer, as: UTF8.self) }

  /// Copies each item out of the buffer.
  borrowing func map<Item>(_ item: (xapian_item, xapian_text) -> Item) -> [Item] {
    let contents = xapian_list_read(handle)
    return UnsafeBufferPointer(start: contents.items, count: contents.item_count)
      .map { item($0, contents.bytes) }
  }
}
