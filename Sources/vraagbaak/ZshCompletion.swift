/// Completions of zsh.
enum ZshCompletion {
  static func script(for commands: [any Subcommand.Type]) -> String {
    let rows = commands.map { "    '\(quoted("\($0.name):\($0.summary)"))'" }
    return """
      #compdef vraagbaak
      # Completions of vraagbaak for zsh; made by 'vraagbaak help --completions zsh'.

      _vraagbaak_fields() {
        compadd -S '' -- \(fieldWords.joined(separator: " "))
      }

      _vraagbaak() {
        local curcontext=$curcontext state
        local -a commands
        typeset -A opt_args
        commands=(
      \(rows.joined(separator: "\n"))
        )
        _arguments -C '(- *)--help[toon de hulp]' '(- *)--version[toon de versie]' \\
          '1: :->command' '*:: :->rest'
        case $state in
          command) _describe -t commands opdracht commands ;;
          rest)
            case $words[1] in
      \(commands.map { self.command($0) }.joined(separator: "\n"))
            esac
            ;;
        esac
      }

      if [[ $funcstack[1] == _vraagbaak ]]; then
        _vraagbaak "$@"
      else
        compdef _vraagbaak vraagbaak
      fi
      """
  }

  private static func command(_ command: any Subcommand.Type) -> String {
    var arguments = command.publicDeclarations.map { argument($0) }
    arguments.append("'(- *)--help[toon de hulp]'")
    switch command.operands {
    case .files: arguments.append("'*:bestand:_files'")
    case .query: arguments.append("'*:zoekvraag:_vraagbaak_fields'")
    case .references: arguments.append("'*:vindplaats: '")
    case .commands:
      let names = Vraagbaak.subcommands.map { $0.name }.joined(separator: " ")
      arguments.append("'1:opdracht:(\(names))'")
    case .none: break
    }
    return """
              \(command.name))
                _arguments -S \\
                  \(arguments.joined(separator: " \\\n            "))
                ;;
      """
  }

  private static func argument(_ option: OptionDeclaration) -> String {
    let isFlag = option.kind == .flag
    let name = "--\(option.name)" + (isFlag ? "" : "=")
    let description = "[\(plain(option.brief))]"
    let value = isFlag ? "" : ":\(plain(option.valueName ?? "")):\(action(for: option.kind))"
    if let letter = option.letter {
      return "'(-\(letter) --\(option.name))'{-\(letter),\(name)}'\(description)\(value)'"
    }
    return "'\(option.isRepeatable ? "*" : "")\(name)\(description)\(value)'"
  }

  private static func action(for kind: OptionDeclaration.Kind) -> String {
    switch kind {
    case .file: "_files"
    case .choice(let words): "(\(words.joined(separator: " ")))"
    case .assignment(let names):
      "{compadd -S \"\" -- \(names.map { "\($0)=" }.joined(separator: " "))}"
    case .flag, .text, .form, .number: " "
    }
  }

  /// Text inside a specification of `_arguments` and single quotes.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\[]:".contains(character) { result.append("\\") }
      result.append(character)
    }
    return quoted(result)
  }

  /// Text between single quotes.
  private static func quoted(_ text: String) -> String { text.replacing("'", with: #"'\''"#) }
}
