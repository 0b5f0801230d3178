import PassageIndex

/// A shell that can complete the command line.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// What the shell reads to complete these commands.
  func script(for commands: [any Subcommand.Type]) -> String {
    switch self {
    case .bash: BashCompletion.script(for: commands)
    case .zsh: ZshCompletion.script(for: commands)
    case .fish: FishCompletion.script(for: commands)
    }
  }
}

extension Subcommand {
  /// The options that people use.
  static var publicDeclarations: [OptionDeclaration] { declarations.filter { $0.help != nil } }
}

extension OptionDeclaration {
  /// What it does, in a few words: the help up to its first pause.
  var brief: String {
    let help = help ?? ""
    let words = String(help.prefix { !";,(:".contains($0) })
    let text = words.split(separator: " ").joined(separator: " ")
    // The help of a choice may list its words.
    if case .choice(let choices) = kind, choices.contains(where: text.hasSuffix) {
      return valueName?.lowercased() ?? ""
    }
    return text
  }
}

/// The words of a query that a shell can complete: the names of the fields, with their colon.
let fieldWords = Field.allCases.flatMap { field in field.names.map { "\($0):" } }
