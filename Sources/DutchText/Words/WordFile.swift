/// A file of `Resources`: words, a few a line, with comments after `#`.
struct WordFile {
  /// The words of each line that has any.
  let lines: [[[UInt8]]]

  /// Reads a file of `PackageResources`.
  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = line.prefix { $0 != UInt8(ascii: "#") }.split(separator: UInt8(ascii: " "))
      return words.isEmpty ? nil : words.map(Array.init)
    }
  }

  /// The first words of the lines that have a role after it.
  func words(_ role: StaticString) -> [[UInt8]] {
    lines.filter { $0.dropFirst().contains { $0 == [UInt8](role) } }.map { $0[0] }
  }
}
