/// Completions of bash, without the package bash-completion.
enum BashCompletion {
  static func script(for commands: [any Subcommand.Type]) -> String {
    let names = commands.map { $0.name }.joined(separator: " ")
    return """
      # Completions of vraagbaak for bash; made by 'vraagbaak help --completions bash'.
      _vraagbaak() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        local command=${COMP_WORDS[1]} options='' kind='' words='' place
        local fields='\(fieldWords.joined(separator: " "))'
        COMPREPLY=()
        # --name=value is three words, and so is a name and its value after --filter.
        if [[ $current == = ]]; then
          current=''
          [[ $previous == --* ]] || return
        elif [[ $previous == = ]] && ((COMP_CWORD > 2)); then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
          [[ $previous == --* ]] || return
        fi
        if ((COMP_CWORD == 1)); then
          words='\(names) --help --version'
          mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
          return
        fi
        for ((place = 2; place < COMP_CWORD; place++)); do
          [[ ${COMP_WORDS[place]} != -- ]] || { command+=' --' previous=''; break; }
        done
        case $command in
      \(commands.map { self.command($0) }.joined(separator: "\n"))
        esac
        if [[ -z $kind && $current == -* ]]; then
          kind=words words=$options
        fi
        case $kind in
          file)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            ;;
          beginning)
            compopt -o nospace 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
            ;;
          words) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current") ;;
        esac
      }
      complete -F _vraagbaak vraagbaak
      """
  }

  private static func command(_ command: any Subcommand.Type) -> String {
    let options = command.publicDeclarations
    let values = options.filter { $0.kind != .flag }.map { option in
      "        \(pattern(of: option))) \(action(for: option.kind)) ;;"
    }
    let written = options.map { option in
      (option.letter.map { "-\($0) " } ?? "") + "--\(option.name)"
    }.joined(separator: " ")
    return """
          \(command.name))
            options='\(written) --help'
            case $previous in
      \((values + ["        *) [[ $current == -* ]] || \(action(for: command.operands)) ;;"])
        .joined(separator: "\n"))
            esac
            ;;
          '\(command.name) --') \(action(for: command.operands)) ;;
      """
  }

  private static func pattern(of option: OptionDeclaration) -> String {
    (option.letter.map { "-\($0) | " } ?? "") + "--\(option.name)"
  }

  private static func action(for kind: OptionDeclaration.Kind) -> String {
    switch kind {
    case .file: "kind=file"
    case .choice(let words): "kind=words words='\(words.joined(separator: " "))'"
    case .assignment(let names):
      "kind=beginning words='\(names.map { "\($0)=" }.joined(separator: " "))'"
    // Nobody can guess the value.
    case .flag, .text, .form, .number: "kind=none"
    }
  }

  private static func action(for operands: Operands) -> String {
    switch operands {
    case .files: "kind=file"
    case .query: "kind=beginning words=$fields"
    case .commands:
      "kind=words words='\(Vraagbaak.subcommands.map { $0.name }.joined(separator: " "))'"
    case .none, .references: "kind=none"
    }
  }
}
