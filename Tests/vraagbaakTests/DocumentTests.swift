import Foundation
import Testing

/// The documents say what the command does.
@Suite("The documents of the project")
struct DocumentTests {
  /// The root of the checkout.
  private static let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

  private static func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(root)/\(name)")), as: UTF8.self)
  }

  /// README.md and the other documents for readers, by their paths below the root.
  private static func documents() throws -> [String] {
    let files = FileManager.default
    return try ["", "docs/"].flatMap { directory in
      try files.contentsOfDirectory(atPath: "\(root)/\(directory)")
        .filter { $0.hasSuffix(".md") }.map { directory + $0 }
    }.sorted()
  }

  @Test("Every example of the query language finds as many passages as the page says")
  func queries() throws {
    let place = try Workplace()
    #expect(try place.run("index", "--quiet", "\(Self.root)/Corpus").status == 0)
    var examples = 0
    for line in try Self.read("docs/query-language.md").split(separator: "\n") {
      // `\|` is a bar inside a cell.
      let cells = line.replacing(#"\|"#, with: "\0").split(separator: "|")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard let count = cells.last.flatMap(Double.init), cells.count >= 2 else { continue }
      let query = cells[cells.count - 2].replacing("\0", with: "|")
        .trimmingCharacters(in: CharacterSet(charactersIn: "`"))
      let run = try place.run("search", "--format", "json", "--", query)
      let total = try JSONValue(run.output)["total"]
      #expect(total?["lower"]?.asNumber == count, "\(query)")
      #expect(total?["upper"]?.asNumber == count, "\(query)")
      examples += 1
    }
    #expect(examples == 34)
  }

  @Test("Every link from one document to another leads to a heading that is there")
  func links() throws {
    var links = 0
    for document in try Self.documents() {
      let directory = document.contains("/") ? "docs/" : ""
      for link in try Self.read(document).matches(of: /\]\(([^)\s]*)\)/) where !link.1.contains(":")
      {
        let parts = link.1.split(separator: "#", omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? document : "\(directory)\(parts[0])"
        let text = try? Self.read(target)
        #expect(text != nil, "\(document): \(link.1)")
        if parts.count > 1, let text {
          #expect(Self.anchors(of: text).contains(String(parts[1])), "\(document): \(link.1)")
        }
        links += 1
      }
    }
    #expect(links > 20)
  }

  @Test("Every script that a document names is there")
  func scripts() throws {
    var names: Set<Substring> = []
    for document in try Self.documents() {
      names.formUnion(try Self.read(document).matches(of: /scripts\/[a-z.-]*[a-z]/).map(\.output))
    }
    for name in names {
      #expect(FileManager.default.fileExists(atPath: "\(Self.root)/\(name)"), "\(name)")
    }
    #expect(names.count > 20)
  }

  @Test("README has at most 120 lines")
  func length() throws {
    #expect(try Self.read("README.md").count(where: \.isNewline) <= 120)
  }

  /// The names that headings have in links: letters and digits in lower case, hyphens for spaces.
  private static func anchors(of text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        line.drop { $0 == "#" || $0 == " " }.lowercased().replacing(" ", with: "-")
          .filter { $0.isLetter || $0.isNumber || $0 == "-" }
      })
  }
}
