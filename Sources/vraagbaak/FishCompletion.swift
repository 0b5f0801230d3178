/// Completions of fish.
enum FishCompletion {
  static func script(for commands: [any Subcommand.Type]) -> String {
    let names = commands.map { command in
      "complete -c vraagbaak -n __vraagbaak_lacks_command -a \(command.name)"
        + " -d \(quoted(command.summary))"
    }
    return """
      # Completions of vraagbaak for fish; made by 'vraagbaak help --completions fish'.

      function __vraagbaak_lacks_command
        test (count (commandline -opc)) -eq 1
      end

      # Whether the command is this one.
      function __vraagbaak_has
        set -l words (commandline -opc)
        test (count $words) -gt 1; and test "$words[2]" = "$argv[1]"
      end

      complete -c vraagbaak -f
      complete -c vraagbaak -n __vraagbaak_lacks_command -l help -d 'toon de hulp'
      complete -c vraagbaak -n __vraagbaak_lacks_command -l version -d 'toon de versie'
      \((names + commands.flatMap { lines(of: $0) }).joined(separator: "\n"))
      """
  }

  private static func lines(of command: any Subcommand.Type) -> [String] {
    let start = "complete -c vraagbaak -n '__vraagbaak_has \(command.name)'"
    let options = command.publicDeclarations.map { option in
      "\(start) -l \(option.name)" + (option.letter.map { " -s \($0)" } ?? "")
        + arguments(of: option.kind) + " -d \(quoted(option.brief))"
    }
    let operands: [String] =
      switch command.operands {
      case .files: ["\(start) -F"]
      case .query: ["\(start) -a '\(fieldWords.joined(separator: " "))'"]
      case .commands:
        ["\(start) -a '\(Vraagbaak.subcommands.map { $0.name }.joined(separator: " "))'"]
      case .none, .references: []
      }
    return options + ["\(start) -l help -d 'toon de hulp'"] + operands
  }

  private static func arguments(of kind: OptionDeclaration.Kind) -> String {
    switch kind {
    case .flag: ""
    case .file: " -r -F"
    case .choice(let words): " -x -a '\(words.joined(separator: " "))'"
    case .assignment(let names):
      " -x -a '\(names.map { "\($0)=" }.joined(separator: " "))'"
    case .text, .form, .number: " -x"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
