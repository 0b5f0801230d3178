/// The folders of a target, lowest first: what lies in one may use what lies in it and below, and
/// nothing above.
struct Layers {
  let target: String
  let folders: [String]

  /// Reads a line like `PassageSearch: Query < Search < Diagnostics`; nil for any other.
  init?(line: some StringProtocol) {
    let sides = line.split(separator: ":", omittingEmptySubsequences: false)
    guard sides.count == 2, sides[0].allSatisfy(\.isLetter), sides[1].hasPrefix(" ") else {
      return nil
    }
    target = String(sides[0])
    folders = sides[1].split(separator: "<").map { String($0.filter { !$0.isWhitespace }) }
  }

  /// The lines of layers that a document has in the block of code below the heading `## Layers`.
  static func all(in document: String) -> [Layers] {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0 != "## Layers" }.drop { !$0.hasPrefix("```") }.dropFirst()
      .prefix { $0 != "```" }.compactMap { Layers(line: $0) }
  }

  /// Sentences that say where a file uses what a higher folder declares.
  ///
  /// Only names at the top level of a file are known, and of those only such as one folder alone
  /// declares. Members of extensions are not seen.
  ///
  /// - Parameter sources: The text of each file, by its path below the target. A file that lies
  ///   in no folder stands above them all.
  /// - Returns: A sentence for each file and name, in order.
  func upwardUses(in sources: [String: String]) -> [String] {
    let files = sources.map { (path: $0, layer: layer(of: $0), words: SwiftWords($1)) }
    var layers: [Substring: Set<Int>] = [:]
    for file in files {
      for name in file.words.declared { layers[name, default: []].insert(file.layer) }
    }
    return files.flatMap { file in
      file.words.used.compactMap { name in
        guard let found = layers[name], found.count == 1, let other = found.first,
          other > file.layer
        else { return nil }
        return "\(file.path) uses \(name) of \(other < folders.count ? folders[other] : target)"
      }
    }.sorted()
  }

  private func layer(of path: String) -> Int {
    let parts = path.split(separator: "/")
    guard parts.count > 1 else { return folders.count }
    return folders.firstIndex { $0 == parts[0] } ?? folders.count
  }
}

/// The words of a Swift file, without those of its comments and of its strings.
struct SwiftWords {
  /// The names of types and functions that are declared at the top level and seen by other files.
  private(set) var declared: Set<Substring> = []
  /// All words.
  private(set) var used: Set<Substring> = []

  init(_ source: String) {
    let code = Self.code(of: source)
    for line in code.split(separator: "\n") {
      used.formUnion(line.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
      let attributes = line.prefixMatch(of: /(@\w+(\([^)]*\))? )+/)?.range.upperBound
      let words = line[(attributes ?? line.startIndex)...].split(separator: " ").drop {
        Self.modifiers.contains($0)
      }
      guard line.first != " ", words.count > 1, let kind = words.first,
        Self.kinds.contains(kind)
      else { continue }
      declared.insert(
        words.dropFirst().first?.prefix { $0.isLetter || $0.isNumber || $0 == "_" } ?? "")
    }
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "final", "indirect", "nonisolated",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "actor", "protocol", "typealias", "func",
  ]

  /// The source without comments, and with nothing between the quotation marks of its strings.
  private static func code(of source: String) -> String {
    var rest = Substring(source)
    var code = ""
    while let first = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if first == "\"" || rest.hasPrefix("#\"") {
        let opening = rest.hasPrefix("\"\"\"") ? "\"\"\"" : first == "#" ? "#\"" : "\""
        let closing = String(opening.reversed())
        rest = rest.dropFirst(opening.count)
        while !rest.isEmpty, !rest.hasPrefix(closing) {
          rest = rest.dropFirst(rest.first == "\\" && first != "#" ? 2 : 1)
        }
        rest = rest.dropFirst(closing.count)
        code += "\"\""
      } else {
        code.append(rest.removeFirst())
      }
    }
    return code
  }
}
