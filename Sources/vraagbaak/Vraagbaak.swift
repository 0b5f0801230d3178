import CCommit
import Glibc
import PassageIndex
import VraagbaakReport

/// The program: finds the subcommand, runs it, and ends with its exit code.
@main
struct Vraagbaak {
  static var subcommands: [any Subcommand.Type] {
    [
      HarvestCommand.self, IndexCommand.self, AlertCommand.self, SearchCommand.self,
      ShowCommand.self, CiteCommand.self, OpenCommand.self, InspectCommand.self,
      ExplainCommand.self, StemCommand.self, StatusCommand.self, CheckCommand.self,
      CompactCommand.self, EvaluateCommand.self, ServeCommand.self, HelpCommand.self,
    ]
  }

  static func main() async {
    // Swift's threads ask for a priority that an ordinary user may not have, and would write that
    // to the system log, some lines in each run.
    setenv("LIBDISPATCH_LOG", "NO", 0)
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == [ReaderService.command] { exit(Reading.serve()) }
    signal(SIGPIPE, SIG_IGN)
    // The parent program may have ignored it; then the status of a child would be lost.
    signal(SIGCHLD, SIG_DFL)
    // Makes writing too large a file an error of the call.
    signal(SIGXFSZ, SIG_IGN)
    // Only the owner may write the files made here; the user's umask decides who may read them.
    umask(umask(0o022) | 0o022)
    let console = Console()
    var code = await run(arguments, console)
    if !console.finish(), let loss = console.loss {
      console.error("vraagbaak: de uitvoer kan niet geschreven worden: \(loss)")
      code = arguments.first.flatMap(subcommand)?.failure(.inputOutput) ?? .inputOutput
    }
    exit(code.rawValue)
  }

  static func run(_ arguments: [String], _ console: Console) async -> ExitCode {
    guard let first = arguments.first else {
      for line in overview.split(separator: "\n", omittingEmptySubsequences: false) {
        console.error(String(line))
      }
      return .usage
    }
    let name = ["--help", "-h"].contains(first) ? HelpCommand.name : first
    if name == "--version" {
      for line in versionLines { console.print(line) }
      return .ok
    }
    guard let subcommand = subcommand(named: name) else { return unknown(name, console) }
    // Words after `--` are a query. -h asks for help: nobody excludes the word "h".
    if arguments.dropFirst().prefix(while: { $0 != "--" }).contains(where: {
      ["--help", "-h"].contains($0)
    }) {
      console.show(DisplayOptions())
      console.print(subcommand.helpText(width: console.display.width))
      return .ok
    }
    do {
      let command = try subcommand.init(arguments: arguments.dropFirst())
      command.handleCrashes()
      try subcommand.capacity.claim()
      return try await command.run(console)
    } catch let error as UsageError {
      console.error("vraagbaak \(name): \(error.message)")
      console.error("Zie 'vraagbaak help \(name)'")
      return subcommand.failure(.usage)
    } catch {
      console.error("vraagbaak \(name): \(message(of: error))")
      return subcommand.failure(ExitCode(error))
    }
  }

  /// Says that there is no such command.
  static func unknown(_ name: String, _ console: Console) -> ExitCode {
    console.error("vraagbaak: onbekende opdracht '\(name)'; 'vraagbaak help' toont ze allemaal")
    return .usage
  }

  /// The command of a name.
  static func subcommand(named name: String) -> (any Subcommand.Type)? {
    subcommands.first { $0.name == name }
  }

  /// What was built, from which commit, and what it searches with.
  private static var versionLines: [String] {
    let commit = vraagbaak_commit().map { String(cString: $0) } ?? "onbekend"
    return [
      "vraagbaak \(Release.version)", "commit       \(commit)",
      "zoekmachine  \(Release.engine)", "analyse      \(Release.analysis)",
    ]
  }

  /// The commands, for who asks for help with none of them.
  static var overview: String {
    let rows = subcommands.map { subcommand in (subcommand.name, subcommand.summary) }
    let width = rows.reduce(0) { max($0, $1.0.count) }
    let lines = rows.map { name, summary in "  " + name.padded(to: width + 2) + summary }
    return """
      vraagbaak: doorzoekt Kamervragen en hun antwoorden

      gebruik: vraagbaak OPDRACHT [opties] …

      \(lines.joined(separator: "\n"))

      'vraagbaak help OPDRACHT' toont de opties van een opdracht.
      """
  }
}
