import VraagbaakReport

/// `vraagbaak help`: shows how the commands are used, to people and to shells.
struct HelpCommand: Subcommand {
  static let name = "help"
  static let summary = "toont deze hulp, de handleiding en de aanvullingen voor een shell"
  static let usesIndex = false
  static let operands = Operands.commands
  static var help: Help {
    Help(
      usage: ["[OPDRACHT]", "--man NAAM", "--completions SHELL"],
      description: [
        "Toont alle opdrachten, of hoe één opdracht gebruikt wordt. Het Debian-pakket installeert "
          + "de handleiding en de aanvullingen."
      ],
      examples: [
        "vraagbaak help search",
        "vraagbaak help --man vraagbaak-query.7 > /tmp/q && man /tmp/q",
        "source <(vraagbaak help --completions bash)",
      ])
  }

  static var options: [Option<HelpCommand>] {
    [
      .word(
        "man", "NAAM", of: Manual.files + [list],
        "schrijf een bladzijde van de handleiding voor man; \(list) noemt alle namen",
        sets: \.page),
      .word(
        "completions", "SHELL", of: Shell.allCases.map(\.rawValue),
        "schrijf wat deze shell nodig heeft om opties en waarden aan te vullen: "
          + Shell.allCases.map(\.rawValue).joined(separator: ", "),
        sets: \.shell),
    ]
  }

  /// The word that stands for the names of all pages.
  private static let list = "lijst"

  private var page: String?
  private var shell: String?
  private var topic: String?

  mutating func take(operands: [String]) throws(UsageError) {
    topic = operands.first
    if operands.count > 1 || topic != nil && (page != nil || shell != nil)
      || page != nil && shell != nil
    {
      throw UsageError("geef één opdracht, of --man, of --completions")
    }
  }

  func run(_ console: Console) async throws -> ExitCode {
    if let page {
      if page == Self.list {
        for file in Manual.files { console.print(file) }
      } else if let found = Manual.pages.first(where: { $0.file == page }) {
        console.print(found.roff)
      }
      return .ok
    }
    if let shell = shell.flatMap(Shell.init) {
      console.print(shell.script(for: Vraagbaak.subcommands))
      return .ok
    }
    console.show(DisplayOptions())
    guard let topic else {
      console.print(Vraagbaak.overview)
      return .ok
    }
    guard let subcommand = Vraagbaak.subcommand(named: topic) else {
      return Vraagbaak.unknown(topic, console)
    }
    console.print(subcommand.helpText(width: console.display.width))
    return .ok
  }
}
