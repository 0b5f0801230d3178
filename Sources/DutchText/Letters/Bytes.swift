extension BidirectionalCollection<UInt8> {
  func ends(_ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { self.suffix($0.count).elementsEqual($0) }
  }

  func begins(_ beginning: StaticString) -> Bool {
    beginning.withUTF8Buffer { self.starts(with: $0) }
  }
}

extension [UInt8] {
  /// The bytes of a literal.
  init(_ text: StaticString) {
    self = text.withUTF8Buffer { Array($0) }
  }

  static func + (left: [UInt8], right: StaticString) -> [UInt8] {
    right.withUTF8Buffer { left + $0 }
  }
}

extension ArraySlice<UInt8> {
  static func + (left: ArraySlice<UInt8>, right: StaticString) -> [UInt8] {
    right.withUTF8Buffer { Array(left) + $0 }
  }
}
