import TestSupport
import Xapian

extension TemporaryDirectory {
  /// Makes a database of some documents and returns its path.
  func database(_ documents: [Document], name: String = "db") throws -> String {
    let writer = try WritableDatabase(path: self[name], mode: .create)
    for document in documents { try writer.add(document) }
    try writer.close()
    return self[name]
  }
}

extension Document {
  /// The words of a text at the positions 1, 2, 3, ….
  init(_ text: String, values: [UInt32: String] = [:], data: String = "") {
    self.init()
    for (index, word) in text.split(separator: " ").enumerated() {
      addPosting(word.utf8, position: UInt32(index + 1), frequency: 1)
    }
    for (slot, value) in values.sorted(by: { $0.key < $1.key }) {
      setValue(Array(value.utf8), slot: slot)
    }
    self.data = Array(data.utf8)
  }
}

extension Database {
  /// The numbers of the documents that match, in the order of the hits.
  borrowing func ids(
    _ query: Query, _ change: (inout SearchOptions) -> Void = { _ in }
  ) throws -> [DocumentID] {
    var options = SearchOptions()
    options.limit = 1000
    change(&options)
    return try search(query, options).hits.map(\.id)
  }
}

/// The error that a piece of work throws, if any.
func failure(of work: () throws -> Void) -> XapianError? {
  do {
    try work()
    return nil
  } catch {
    return error as? XapianError
  }
}

extension String {
  /// The bytes of the string.
  var bytes: [UInt8] { Array(utf8) }
}
