import FoundationEssentials
import PassageIndex

/// `vraagbaak status`: how the index stands.
struct StatusCommand: Subcommand {
  static let name = "status"
  static let summary = "toont hoe de index ervoor staat"
  static let help = """
    gebruik: vraagbaak status [opties]

    \(IndexLocation.help)
      --format VORM    text (standaard) of json
      --refused        noem de bestanden die geweigerd zijn
    """

  private enum Format: String, CaseIterable { case text, json }

  private let index: String
  private let format: Format
  private let listsRefused: Bool

  init(_ arguments: consuming ArgumentReader) throws(UsageError) {
    var arguments = arguments
    index = try IndexLocation.resolve(&arguments)
    format = try arguments.choice("format", default: Format.text)
    listsRefused = arguments.flag("refused")
    try arguments.finishWithoutOperands(of: Self.name)
  }

  func run(_ console: Console) async throws -> ExitCode {
    let status = try IndexReader(path: index).status()
    switch format {
    case .json:
      console.print(try JSONOutput.line(status))
    case .text:
      console.print("index          \(status.index)")
      console.print("sets           \(status.sets)")
      console.print("passages       \(status.passages)")
      console.print("termen         \(status.terms)")
      console.print("bestanden      \(status.sources)")
      console.print("geweigerd      \(status.refused)")
      console.print("laatste run    \(status.lastRun ?? "onbekend")")
      console.print("omvang         \(megabytes(status.bytes))")
      console.print("vingerafdruk   \(status.fingerprint)")
      if listsRefused {
        for refusal in status.refusals { console.print("\(refusal.path): \(refusal.reason)") }
      }
    }
    return .ok
  }
}

/// A number of bytes for people: `2,9 MB`.
func megabytes(_ bytes: Int) -> String {
  let tenths = (bytes * 10 + 500_000) / 1_000_000
  return "\(tenths / 10),\(tenths % 10) MB"
}
