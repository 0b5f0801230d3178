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
      --refused        noem de bestanden die geweigerd zijn, met reden en wanneer
      --coverage       toont wat er van elk vergaderjaar is en wat ontbreekt, en wat op antwoord
                       wacht
    """

  private enum Format: String, CaseIterable { case text, json }

  private let index: String
  private let format: Format
  private let listsRefused: Bool
  private let showsCoverage: Bool

  init(_ arguments: consuming ArgumentReader) throws(UsageError) {
    var arguments = arguments
    index = try IndexLocation.resolve(&arguments)
    format = try arguments.choice("format", default: Format.text)
    listsRefused = arguments.flag("refused")
    showsCoverage = arguments.flag("coverage")
    try arguments.finishWithoutOperands(of: Self.name)
  }

  func run(_ console: Console) async throws -> ExitCode {
    let reader = try IndexReader(path: index)
    if showsCoverage {
      let coverage = try reader.coverage()
      switch format {
      case .json: console.print(try JSONOutput.line(coverage))
      case .text: for line in CoverageText.lines(coverage) { console.print(line) }
      }
      return .ok
    }
    let status = try reader.status()
    switch format {
    case .json:
      console.print(try JSONOutput.line(status))
    case .text:
      console.print("index          \(status.index)")
      console.print("sets           \(status.sets)\(searchedElsewhere(status))")
      console.print("passages       \(status.passages)")
      console.print("termen         \(status.terms)")
      console.print("bestanden      \(status.sources)\(duplicates(status))")
      console.print("geweigerd      \(status.refused)")
      console.print("laatste run    \(status.lastRun ?? "onbekend")")
      console.print("omvang         \(megabytes(status.bytes))")
      console.print("vingerafdruk   \(status.fingerprint)")
      if listsRefused {
        for refusal in status.refusals {
          console.print("\(refusal.path): \(refusal.reason)")
          let again = refusal.tries > 1 ? ", voor het laatst \(refusal.last)" : ""
          let times = refusal.tries == 1 ? "1 keer" : "\(refusal.tries) keer"
          console.print("    geweigerd sinds \(refusal.first)\(again); \(times) geprobeerd")
        }
      }
    }
    return .ok
  }

  private func searchedElsewhere(_ status: IndexStatus) -> String {
    status.superseded == 0
      ? ""
      : ", waarvan \(status.superseded) elders gezocht: beantwoord, of later opnieuw verschenen"
  }

  private func duplicates(_ status: IndexStatus) -> String {
    status.duplicates == 0 ? "" : ", waarvan \(status.duplicates) naast een ander met dezelfde set"
  }
}

/// A number of bytes for people: `2,9 MB`.
func megabytes(_ bytes: Int) -> String {
  let tenths = (bytes * 10 + 500_000) / 1_000_000
  return "\(tenths / 10),\(tenths % 10) MB"
}
