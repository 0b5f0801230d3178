import PassageIndex
import Testing

@testable import vraagbaak

/// What `help --completions` writes. Only bash is always there to try it in.
@Suite("Completions of the shells")
struct CompletionTests {
  private static let scripts = Shell.allCases.map { shell in
    (shell, shell.script(for: Vraagbaak.subcommands))
  }

  /// The lines of a script for one command.
  private static func part(_ script: String, _ shell: Shell, of command: String) -> String {
    let lines = script.split(separator: "\n")
    switch shell {
    case .fish:
      return lines.filter { $0.contains("'__vraagbaak_has \(command)'") }.joined(separator: "\n")
    case .bash, .zsh:
      let own = lines.drop { $0.trimmingPrefix(while: { $0 == " " }) != "\(command))" }
      return own.prefix { $0.trimmingPrefix(while: { $0 == " " }) != ";;" }
        .joined(separator: "\n")
    }
  }

  @Test("Every shell has each command, its options and their words, and no internal option")
  func table() {
    for (shell, script) in Self.scripts {
      for command in Vraagbaak.subcommands {
        let part = Self.part(script, shell, of: command.name)
        for option in command.declarations {
          let name = shell == .fish ? "-l \(option.name)" : "--\(option.name)"
          #expect(
            part.contains(name) == (option.help != nil), "\(shell) \(command.name) \(option.name)")
          switch option.kind {
          case .choice(let words): #expect(part.contains(words.joined(separator: " ")))
          case .assignment(let names): #expect(part.contains(names.joined(separator: "= ") + "="))
          case .flag, .text, .form, .file, .number: break
          }
        }
      }
      for field in Field.allCases {
        for name in field.names { #expect(script.contains("\(name):")) }
      }
    }
  }

  @Test("The command writes each script as it is", arguments: Shell.allCases)
  func written(_ shell: Shell) throws {
    let run = try Workplace().run("help", "--completions", shell.rawValue)
    #expect(run == CommandRun(output: shell.script(for: Vraagbaak.subcommands) + "\n"))
  }

  @Test(
    "bash completes what is typed",
    arguments: [
      ("sea", "search"), ("search --fo", "--format"), ("search --format x", ""),
      ("search --format j", "json jsonl"), ("search --format = j", "json jsonl"),
      ("search --format =", "text json jsonl tsv csv"), ("search --limit 1", ""),
      ("search -n 1", ""), ("search part", "partij: party:"), ("search --facet s", "soort"),
      ("search --filter the", "thema="), ("search --filter partij = v", ""),
      ("search -- --fo", ""), ("index doc", "documents"), ("index -- doc", "documents"),
      ("index --words doc", "documents"), ("index --jobs doc", ""), ("status doc", ""),
      ("inspect doc", "documents"), ("show doc", ""), ("check --q", "--quiet"),
      ("check --inn", ""), ("help ev", "evaluate"), ("help --completions z", "zsh"),
      ("help --man vraagbaak-q", "vraagbaak-query.7"), ("zoek --f", ""),
    ])
  func bash(_ typed: String, _ completions: String) throws {
    let run = try Workplace().shell(
      """
      source <("$V" help --completions bash)
      COMP_WORDS=(vraagbaak \(typed)) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _vraagbaak
      echo "${COMPREPLY[*]}"
      """)
    #expect(run == CommandRun(output: completions + "\n"))
  }

  @Test("bash completes an empty word with everything that may stand there")
  func nothing() throws {
    let run = try Workplace().shell(
      """
      source <("$V" help --completions bash)
      for COMP_CWORD in 1 3; do
        COMP_WORDS=(vraagbaak '' '' '') COMPREPLY=()
        [[ $COMP_CWORD == 1 ]] || COMP_WORDS=(vraagbaak search --color '')
        _vraagbaak
        echo "${COMPREPLY[*]}"
      done
      """)
    let commands = Vraagbaak.subcommands.map { $0.name }.joined(separator: " ")
    #expect(run == CommandRun(output: "\(commands) --help --version\nauto always never\n"))
  }

  @Test("A file name with spaces is one completion")
  func spaces() throws {
    let place = try Workplace()
    try place.write("", to: "met een spatie.md")
    let run = try place.shell(
      """
      source <("$V" help --completions bash)
      COMP_WORDS=(vraagbaak inspect met) COMP_CWORD=2
      _vraagbaak
      printf '<%s>' "${COMPREPLY[@]}"
      """)
    #expect(run == CommandRun(output: "<met een spatie.md>"))
  }
}
