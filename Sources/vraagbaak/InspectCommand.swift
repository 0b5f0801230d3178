/// `vraagbaak inspect`: shows how files are read, without an index.
struct InspectCommand: Subcommand {
  static let name = "inspect"
  static let summary = "toont hoe een bestand gelezen wordt"
  static let help = ""

  init(_ arguments: consuming ArgumentReader) throws(UsageError) {
    _ = try arguments.finish()
  }

  func run(_ console: Console) async throws -> ExitCode {
    .ok
  }
}
