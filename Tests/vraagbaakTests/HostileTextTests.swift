import TestSupport
import Testing

/// A document, a file name or a query may hold anything; a terminal and a program that reads JSON
/// must not suffer.
@Suite("Hostile text in the output")
struct HostileTextTests {
  /// Colour, the title of a window, a bell, the one-byte CSI, an override of the writing direction,
  /// DEL, and markup.
  private static let hostile =
    "\u{1B}[31mrood\u{1B}[0m \u{1B}]0;titel\u{7} \u{9B}31m \u{202E}omgekeerd\u{202C} \u{2066}los\u{2069} "
    + "\u{7F}\u{8}\u{85}\u{2028}\u{2029}\u{200E}\u{200F}\u{61C}\u{FEFF}\u{B}\u{C} <script>alert(1)</script> &amp; & <b>vet</b>"

  /// What may never be printed as it is.
  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    case 0x061C, 0x200E, 0x200F, 0xFEFF: true
    default: false
    }
  }

  private static func place() throws -> Workplace {
    let set = Publication.answered(
      903, subject: "het gevaar \(hostile)", members: "het lid **Jan\(hostile)sen** (D66)",
      passages: [("1", "Is de vuurtoren \(hostile) veilig?¹", "Ja, \(hostile) zeker.")],
      end: "¹ De Courant \(hostile).")
    return try Workplace([set])
  }

  @Test(
    "Nothing of a hostile document is printed raw",
    arguments: [
      ["search", "vuurtoren"], ["search", "--format", "tsv", "vuurtoren"],
      ["search", "--format", "json", "vuurtoren"], ["search", "--format", "jsonl", "vuurtoren"],
      ["search", "--facet", "lid", "vuurtoren"], ["show", "ah-tk-20242025-903"],
      ["show", "--format", "json", "ah-tk-20242025-903"], ["explain", "vuurtoren"], ["status"],
      ["inspect", "documents/ah-tk-20242025-903.md"],
      ["inspect", "--format", "json", "documents/ah-tk-20242025-903.md"],
      ["index", "--verbose", "--rebuild", "documents"],
    ])
  func document(_ arguments: [String]) throws {
    let run = try Self.place().run(arguments)
    #expect(run.status == 0)
    #expect(!(run.output + run.errors).unicodeScalars.contains(where: Self.isHostile))
  }

  @Test("Markup of the text is escaped in a snippet, so that only hits are <b>")
  func markup() throws {
    let run = try Self.place().run("search", "--format", "json", "vuurtoren")
    let result = try #require(try JSONValue(run.output)["results"]?[0])
    for key in ["questionSnippet", "answerSnippet"] {
      let snippet = try #require(result[key]?.asText)
      #expect(snippet.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
      #expect(snippet.contains("&lt;b&gt;vet&lt;/b&gt;"))
      let tags = snippet.matches(of: #/<[^>]*>/#).map { String($0.output) }
      #expect(tags == (key == "questionSnippet" ? ["<b>", "</b>"] : []))
    }
  }

  @Test("The name of a file is not printed raw, read or refused")
  func fileNames() throws {
    let place = try Workplace()
    let name = "a\u{1B}[31mb\nc\u{202E}d"
    try place.write(Publication.harbour.text, to: "documents/\(name).md")
    try place.write("melk", to: "documents/\(name).txt")
    var runs = [try place.run("index", "--verbose", "documents")]
    #expect(runs[0].status == 65)
    #expect(runs[0].messages.count == 3)
    runs.append(try place.run("status", "--refused"))
    runs.append(try place.run("status", "--format", "json"))
    runs.append(try place.run("search", "--format", "json", "fort"))
    runs.append(try place.run("search", "--format", "tsv", "fort"))
    runs.append(try place.run("show", "ah-tk-20242025-902"))
    runs.append(try place.run("inspect", "documents/\(name).md", "documents/\(name).txt"))
    for run in runs {
      #expect(!(run.output + run.errors).unicodeScalars.contains(where: Self.isHostile))
    }
  }

  @Test("The query is not printed raw either")
  func typed() throws {
    let place = try Workplace([.harbour])
    for arguments in [
      ["search", Self.hostile], ["search", "lid:\(Self.hostile)"],
      ["search", "datum:\(Self.hostile)"],
      ["search", "--format", "json", Self.hostile], ["explain", Self.hostile],
      ["show", Self.hostile], [Self.hostile], ["search", "--\(Self.hostile)"],
      ["index", Self.hostile], ["inspect", Self.hostile],
    ] {
      let run = try place.run(arguments)
      #expect(!(run.output + run.errors).unicodeScalars.contains(where: Self.isHostile))
    }
  }

  @Test("Bytes that are no UTF-8 and null bytes in a document are refused or read, never a crash")
  func bytes() throws {
    let place = try Workplace()
    let made = try place.shell(
      #"printf 'Vraag 1\n\nIs de caf\xe9 \xff\xfe open?\n' > documents/a.txt; printf 'Vraag 1\n\n\0\n' > documents/b.txt"#
    )
    #expect(made.status == 0)
    let run = try place.run("index", "documents")
    #expect([0, 65].contains(run.status))
    #expect(run.output == "")
  }
}
