import Foundation
import TestSupport
import Testing

@Suite("The layout of the project")
struct LayoutTests {
  private static let layers =
    (try? Project.text(of: "ARCHITECTURE.md")).map { Layers.all(in: $0) } ?? []

  private func contents(of directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(Project.path)/\(directory)").sorted()
  }

  private func isDirectory(_ path: String) -> Bool {
    var isDirectory = ObjCBool(false)
    return FileManager.default.fileExists(
      atPath: "\(Project.path)/\(path)", isDirectory: &isDirectory) && isDirectory.boolValue
  }

  /// The Swift files of a target by their paths below it, with their texts.
  private func sources(of target: String) throws -> [String: String] {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: "\(Project.path)/Sources/\(target)")
    return try Dictionary(
      uniqueKeysWithValues: paths.filter { $0.hasSuffix(".swift") }.map {
        ($0, try Project.text(of: "Sources/\(target)/\($0)"))
      })
  }

  @Test("The top level has the package, its directories and its documents, and nothing else")
  func topLevel() throws {
    let visible = try contents(of: "").filter { !$0.hasPrefix(".") }
    #expect(visible.filter(isDirectory) == ["Corpus", "Sources", "Tests", "docs", "scripts"])
    let files = visible.filter { !isDirectory($0) && !$0.hasSuffix(".md") }
    #expect(files == ["LICENSE", "Package.swift"])
  }

  @Test("ARCHITECTURE.md orders the folders of every target that has some")
  func everyFolder() throws {
    let targets = try contents(of: "Sources").compactMap { target -> String? in
      let folders = Set(
        try sources(of: target).keys.filter { $0.contains("/") }.compactMap {
          $0.split(separator: "/").first.map(String.init)
        })
      guard !folders.isEmpty else { return nil }
      let ordered = Self.layers.first { $0.target == target }?.folders ?? []
      #expect(ordered.sorted() == folders.sorted(), "\(target)")
      return target
    }
    #expect(Self.layers.map(\.target).sorted() == targets)
  }

  @Test("No file uses what a higher folder declares", arguments: layers)
  func noUpwardUse(layers: Layers) throws {
    let sources = try sources(of: layers.target)
    #expect(sources.count >= layers.folders.count)
    #expect(layers.upwardUses(in: sources) == [])
  }

  @Test("The check of layers sees uses in code, and not those in comments and strings")
  func check() throws {
    let layers = try #require(Layers(line: "Target: Low < High"))
    let sources = [
      "Low/One.swift":
        "struct One {\n  let two: Two // Three\n}\n/// Three\npublic func four() {}\n",
      "Low/Other.swift":
        "let text = \"Two \\\" Two\" + #\"Two \"Two\"# + \"\"\"\n  Two \"\n  \"\"\"\n",
      "High/Two.swift":
        "@available(*, unavailable) package final class Two {\n  struct Inner {}\n}\n",
      "High/Three.swift": "enum Three { case three }\nprivate struct Five {}\n",
      "Low/Five.swift": "extension One { typealias A = Five; typealias B = Inner }\n",
      "Top.swift": "struct Top { let two: Two }\n", "Low/Up.swift": "let top = Top()\n",
    ]
    #expect(
      layers.upwardUses(in: sources) == [
        "Low/One.swift uses Two of High", "Low/Up.swift uses Top of Target",
      ])
  }

  @Test("Layers are read from the block below their heading alone")
  func reading() {
    let document = "A: B < C\n\n## Layers\n\nWords: all.\n\n```\nA: B < C\nD: E\n```\n\nF: G < H\n"
    let layers = Layers.all(in: document)
    #expect(layers.map(\.target) == ["A", "D"])
    #expect(layers.map(\.folders) == [["B", "C"], ["E"]])
  }
}
