import PassageIndex
import Testing
import TestSupport

@testable import vraagbaak

/// What `help --man` writes.
@Suite("The manual")
struct ManualTests {
  /// A page without its head, as lines.
  private static func lines(of page: ManualPage) -> [Substring] {
    page.roff.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("There is a page for the program, each command, the queries and the configuration")
  func names() throws {
    let commands = Vraagbaak.subcommands.map { "vraagbaak-\($0.name).1" }
    #expect(Manual.files == ["vraagbaak.1"] + commands + ["vraagbaak-query.7", "vraagbaak.conf.5"])
    #expect(Manual.pages.map(\.file) == Manual.files)
    let run = try Workplace().run("help", "--man", "lijst")
    #expect(run.lines == Manual.files)
    #expect(run.status == 0)
  }

  @Test("The command writes each page as it is", arguments: Manual.files)
  func written(_ file: String) throws {
    let run = try Workplace().run("help", "--man", file)
    let page = try #require(Manual.pages.first { $0.file == file })
    #expect(run == CommandRun(output: page.roff + "\n"))
  }

  @Test("The page of a command has each of its options, with the name of the value and the help")
  func options() throws {
    for command in Vraagbaak.subcommands {
      let page = try #require(Manual.pages.first { $0.name == "vraagbaak-\(command.name)" })
      let text = page.roff.replacing("\n", with: " ")
      for option in command.declarations {
        guard let help = option.help else {
          #expect(!text.contains(Roff.escaped("--\(option.name)")))
          continue
        }
        let value = option.valueName.map { " " + Roff.italic($0) } ?? ""
        let row = ".TP \(Roff.bold(option.names))\(value) \(Roff.escaped(help)) "
        #expect(text.contains(row), "\(command.name) --\(option.name)")
      }
    }
  }

  @Test("The page of the queries has each operator and each name of a field")
  func queries() {
    let text = Manual.queries.roff
    for row in SearchCommand.help.sections.flatMap(\.rows) {
      #expect(text.contains(Roff.bold(row.written)))
    }
    for field in Field.allCases {
      for name in field.names + field.synonyms { #expect(text.contains("\(name):")) }
    }
  }

  @Test("The page of the configuration has each key")
  func keys() throws {
    let page = try #require(Manual.pages.last)
    for key in Configuration.Key.allCases { #expect(page.roff.contains(Roff.bold(key.rawValue))) }
  }

  @Test("A page is correct: known macros, short lines, no hyphen that a copy would change")
  func language() {
    let macros: Set<Substring> = [
      ".TH", ".SH", ".TP", ".PP", ".br", ".nf", ".fi", ".RS", ".RE", ".nh", ".ad",
    ]
    for page in Manual.pages {
      let lines = Self.lines(of: page)
      #expect(lines[0] == #"'\" -*- coding: UTF-8 -*-"#)
      #expect(lines[1].hasPrefix(#".\" "#))
      #expect(lines[2].hasPrefix(".TH "))
      for line in lines.dropFirst(3) {
        #expect(!line.isEmpty)
        #expect(!line.contains("-") || line.replacing("\\-", with: "").firstIndex(of: "-") == nil)
        #expect(!line.hasPrefix("'") && !line.hasSuffix(" "))
        let length = line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
        #expect(length <= 80)
        if line.hasPrefix(".") { #expect(macros.contains(line.prefix { $0 != " " })) }
      }
    }
  }

  @Test(
    "Text has no instructions",
    arguments: [
      ("a-b", #"a\-b"#), (#"C:\new \fBx"#, #"C:\(rsnew \(rsfBx"#), ("'x", #"\(aqx"#),
      ("`a^~", #"\(gaa\(ha\(ti"#), ("…é", "…é"),
    ])
  func escaped(_ text: String, _ roff: String) {
    #expect(Roff.escaped(text) == roff)
  }

  @Test("A line that would begin with a full stop begins with nothing")
  func fullStop() {
    #expect(Roff.line(".so /etc/passwd") == #"\&.so /etc/passwd"#)
    #expect(Roff.lines(".a") == [#"\&.a"#])
    let lines = Roff.lines(String(repeating: "woord ", count: 13) + "...x")
    #expect(lines.count == 2)
    #expect(lines[1] == #"\&...x"#)
    #expect(Roff.argument(#"a "b"#) == #""a \(dqb""#)
  }

  @Test("Random text stays text: no line of it is an instruction, and no word is lost")
  func random() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [".", "'", "\\", "-", "\"", "\n", " ", "a", "é", ".SH", "\\fB", "…"]
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let lines = Roff.lines(text)
      #expect(lines.allSatisfy { !$0.hasPrefix(".") && !$0.hasPrefix("'") })
      let words = lines.joined(separator: " ").replacing("\\&", with: "").split(separator: " ")
      #expect(words == Roff.escaped(text).split(separator: " "))
    }
  }

  @Test("A page that is not there is refused with the names of those that are")
  func unknown() throws {
    let run = try Workplace().run("help", "--man", "vraagbaak-zoek.1")
    #expect(run.messages.first?.contains("kies uit vraagbaak.1, vraagbaak-harvest.1, ") == true)
    #expect(run.status == 64)
  }
}
