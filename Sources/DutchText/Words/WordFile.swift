/// A file of `Resources`: words, a few a line, with comments after `#`.
struct WordFile {
  /// The words of each line that has any.
  let lines: [[ArraySlice<UInt8>]]

  /// Reads a file of `PackageResources`.
  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = line.prefix { $0 != UInt8(ascii: "#") }.split(separator: UInt8(ascii: " "))
      return words.isEmpty ? nil : words
    }
  }

  /// The first word of each line that has a role after it.
  func words(_ role: StaticString) -> [[UInt8]] {
    role.withUTF8Buffer { role in
      lines.filter { $0.dropFirst().contains { $0.elementsEqual(role) } }.map { Array($0[0]) }
    }
  }
}
