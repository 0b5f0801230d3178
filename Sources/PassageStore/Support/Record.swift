/// A stored record cannot be decoded: this version did not write it.
public struct StoredRecordError: Error, Hashable {
  /// The place in the record, in bytes from 0.
  public let offset: Int
}

/// Writes numbers as LEB128 and texts as length and bytes.
struct RecordWriter {
  var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes any bytes, after their count.
  mutating func write(_ data: [UInt8]) {
    write(data.count)
    bytes.append(contentsOf: data)
  }

  /// Writes a number that may be negative or very large as its eight bytes.
  mutating func write(whole number: Int) {
    let bits = UInt64(bitPattern: Int64(number))
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  /// Writes a case as its place among all, from 1; nil as 0. Every index depends on their order.
  mutating func write<Case: CaseIterable & Equatable>(_ value: Case?) {
    let cases = Array(Case.allCases)
    write(value.flatMap(cases.firstIndex).map { $0 + 1 } ?? 0)
  }

  /// Writes an optional text after its length plus one; nil as 0.
  mutating func write(_ text: String?) {
    guard let text else { return write(0) }
    write(text.utf8.count + 1)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes an optional text, as one byte if it is the expected one.
  mutating func write(_ text: String?, unless expected: String?) {
    guard let text else { return write(0) }
    guard text != expected else { return write(1) }
    write(text.utf8.count + 2)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write<Element>(
    _ list: [Element], _ element: (inout RecordWriter, Element) -> Void
  ) {
    write(list.count)
    for item in list { element(&self, item) }
  }
}

/// Reads what `RecordWriter` wrote. It accepts any bytes and throws if they are not a record.
struct RecordReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What has not been read yet.
  var rest: ArraySlice<UInt8> { bytes[at...] }

  /// Whether everything has been read.
  var isAtEnd: Bool { at == bytes.count }

  var error: StoredRecordError { StoredRecordError(offset: at) }

  mutating func number() throws(StoredRecordError) -> Int {
    var result: UInt = 0
    var shift: UInt = 0
    while at < bytes.count, shift < 56 {
      let byte = bytes[at]
      at += 1
      result |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(result) }
      shift += 7
    }
    throw error
  }

  /// Reads a number that `write(whole:)` wrote.
  mutating func whole() throws(StoredRecordError) -> Int {
    guard bytes.count - at >= 8 else { throw error }
    defer { at += 8 }
    return Int(Int64(bitPattern: bytes[at..<at + 8].reduce(0) { $0 << 8 | UInt64($1) }))
  }

  /// A case of an enumeration; nil if there is none.
  mutating func optionalCase<Case: CaseIterable>(
    of type: Case.Type
  ) throws(StoredRecordError) -> Case? {
    let place = try number()
    guard place > 0 else { return nil }
    guard place <= Case.allCases.count else { throw error }
    return Case.allCases.dropFirst(place - 1).first
  }

  /// A case of an enumeration.
  mutating func oneCase<Case: CaseIterable>(
    of type: Case.Type
  ) throws(StoredRecordError) -> Case {
    guard let found = try optionalCase(of: type) else { throw error }
    return found
  }

  mutating func text() throws(StoredRecordError) -> String {
    try text(length: number())
  }

  mutating func optionalText() throws(StoredRecordError) -> String? {
    let length = try number()
    return length == 0 ? nil : try text(length: length - 1)
  }

  /// Reads what `write(_:unless:)` wrote.
  mutating func optionalText(unless expected: String?) throws(StoredRecordError) -> String? {
    let length = try number()
    if length == 0 { return nil }
    guard length == 1 else { return try text(length: length - 2) }
    guard let expected else { throw error }
    return expected
  }

  /// Reads any bytes.
  mutating func data() throws(StoredRecordError) -> [UInt8] {
    let length = try number()
    guard length <= bytes.count - at else { throw error }
    defer { at += length }
    return Array(bytes[at..<at + length])
  }

  mutating func list<Element>(
    _ element: (inout RecordReader) throws(StoredRecordError) -> Element
  ) throws(StoredRecordError) -> [Element] {
    let count = try number()
    // Each element takes at least a byte: a larger count is damage, and must not reserve memory.
    guard count <= bytes.count - at else { throw error }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  private mutating func text(length: Int) throws(StoredRecordError) -> String {
    guard length <= bytes.count - at else { throw error }
    defer { at += length }
    return String(decoding: bytes[at..<at + length], as: UTF8.self)
  }
}
