import Testing

@testable import vraagbaak

/// The options of every command, as its table declares them: a new one is tested by being there.
struct OptionTests {
  private static var commands: [any Subcommand.Type] { Vraagbaak.subcommands }

  /// What each command takes besides options, so that it is complete.
  private static let operands = [
    "index": ["."], "search": ["fort"], "show": ["901"], "cite": ["901"], "open": ["901"],
    "inspect": ["a"], "explain": ["fort"],
    "evaluate": ["a", "b"], "alert": ["run"], "harvest": ["--contact", "x", "map"],
  ]

  /// An option of a command, and arguments that give it a value.
  struct Use: CustomTestStringConvertible, Sendable {
    let command: String
    let option: OptionDeclaration
    let arguments: [String]
    var testDescription: String { ([command] + arguments).joined(separator: " ") }
  }

  private static func uses(_ values: (OptionDeclaration) -> [[String]]) -> [Use] {
    commands.flatMap { command in
      command.declarations.flatMap { option in
        values(option).map { Use(command: command.name, option: option, arguments: $0) }
      }
    }
  }

  static let right = uses { option in
    let name = "--\(option.name)"
    return switch option.kind {
    case .flag: [[name]]
    case .text, .file: [[name, "x"], ["\(name)=x"], [name, "--x"]]
    case .form(let example): [[name, example], ["\(name)=\(example)"]]
    case .number(let range): [[name, "\(range.lowerBound)"], ["\(name)=\(range.upperBound)"]]
    case .choice(let words): words.map { [name, $0] }
    case .assignment(let words): words.flatMap { [[name, "\($0)=x"], [name, "\($0)=a=b"]] }
    }
  }

  static let wrong = uses { option in
    let name = "--\(option.name)"
    return switch option.kind {
    case .flag: [["\(name)="], ["\(name)=x"]]
    case .text, .file: [[name]]
    case .form: [[name], [name, "x"], ["\(name)="]]
    case .number(let range):
      [
        [name], [name, ""], [name, "x"], ["\(name)=\(range.lowerBound - 1)"],
        [name, "\(range.upperBound + 1)"],
      ]
    case .choice: [[name], [name, ""], [name, "kleur"]]
    case .assignment(let words):
      [[name], [name, ""], [name, "kleur=x"], [name, words[0]], [name, "\(words[0])="]]
    }
  }

  @Test("A command takes every option of its table, with every kind of value", arguments: right)
  func accepted(_ use: Use) throws {
    let command = try #require(Self.commands.first { $0.name == use.command })
    // Going back reads nothing.
    let operands = use.option.name == "rollback" ? [] : Self.operands[use.command] ?? []
    #expect(throws: Never.self) { try command.init(arguments: use.arguments + operands) }
  }

  @Test(
    "A wrong value is refused by name; search, show, cite and open end with 2, others with 64",
    arguments: wrong
  )
  func refused(_ use: Use) throws {
    let place = try Workplace()
    let operands = use.arguments.count > 1 ? Self.operands[use.command] ?? [] : []
    let run = try place.run([use.command] + operands + use.arguments)
    #expect(run.output == "")
    #expect(run.messages.count == 2)
    #expect(run.messages.first?.contains("--\(use.option.name)") == true)
    #expect(run.messages.last == "Zie 'vraagbaak help \(use.command)'")
    #expect(run.status == (["search", "show", "cite", "open"].contains(use.command) ? 2 : 64))
    #expect(!place.exists("index"))
  }

  @Test("An option that is not in the table is refused", arguments: CommandLineTests.commands)
  func unknown(_ command: String) throws {
    for word in ["--frobnicate", "--frobnicate=x", "--=x"] {
      let run = try Workplace().run(command, word, "woord")
      #expect(
        run
          == CommandRun(
            errors: """
              vraagbaak \(command): onbekende optie '\(word)'
              Zie 'vraagbaak help \(command)'

              """,
            status: ["search", "show", "cite", "open"].contains(command) ? 2 : 64))
    }
  }

  @Test("Help names each option of the table and no other", arguments: CommandLineTests.commands)
  func help(_ name: String) throws {
    let run = try Workplace().run("help", name)
    let command = try #require(Self.commands.first { $0.name == name })
    for option in command.declarations where option.help != nil {
      #expect(run.output.contains("\n  \(option.label) "))
    }
    let named = Set(run.output.matches(of: #/--([a-z]+(?:-[a-z]+)*)/#).map { String($0.1) })
    #expect(named == Set(command.declarations.filter { $0.help != nil }.map(\.name)))
    #expect(run.output.hasPrefix("gebruik: vraagbaak \(name)"))
    #expect(run.lines.allSatisfy { $0.count <= 96 })
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("Names are given once in a command, and only a flag has no name for its value")
  func declarations() {
    for command in Self.commands {
      let names = command.declarations.map(\.name)
      #expect(Set(names).count == names.count)
      for option in command.declarations {
        #expect((option.kind == .flag) == (option.valueName == nil))
      }
    }
  }

  @Test("Of an option that is given twice the last value counts, and a facet adds to the others")
  func repeated() throws {
    let place = try Workplace([.harbour])
    let run = try place.run(
      "search", "--format", "xml", "--format=tsv", "--format", "json", "--facet", "lid", "--facet",
      "jaar", "fort")
    let facets = try JSONValue(run.output)["facets"]
    #expect(facets?.keys == ["lid", "jaar"])
    #expect(run.status == 0)
  }
}
