import FoundationEssentials
import PassageIndex
import VraagbaakReport

/// `vraagbaak status`: how the index stands.
struct StatusCommand: Subcommand {
  static let name = "status"
  static let summary = "toont hoe de index ervoor staat"
  static var help: Help {
    Help(
      usage: ["[opties]"],
      description: ["Toont hoeveel er in de index is, hoe de laatste run liep en wat hij weigerde."]
    )
  }

  static var options: [Option<StatusCommand>] {
    IndexLocation.options.within(\.location) + [
      .choice("format", "VORM", "text (standaard) of json", sets: \.format),
      .flag(
        "refused", "noem de bestanden die geweigerd zijn, met reden en wanneer",
        sets: \.listsRefused),
      .flag(
        "coverage",
        "toon wat er van elk vergaderjaar is en wat ontbreekt, en wat op antwoord wacht",
        sets: \.showsCoverage),
    ]
  }

  private enum Format: String, CaseIterable { case text, json }

  private var location = IndexLocation()
  private var format = Format.text
  private var listsRefused = false
  private var showsCoverage = false

  func run(_ console: Console) async throws -> ExitCode {
    let index = try location.path()
    let reader = try IndexLocation.reader(of: index)
    if showsCoverage {
      let coverage = try reader.coverage()
      switch format {
      case .json: console.print(try JSONLine.of(coverage))
      case .text: for line in CoverageText.lines(coverage) { console.print(line) }
      }
      return .ok
    }
    let status = try reader.status()
    switch format {
    case .json:
      console.print(try JSONLine.of(Record(status: status, run: .last(of: index))))
    case .text:
      for line in StatusText.lines(status, .last(of: index)) { console.print(line) }
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

  /// The status and, beside its fields, `run`: the record of the last run, or null.
  private struct Record: Encodable {
    let status: IndexStatus
    let run: RunRecord?

    private enum CodingKeys: CodingKey { case run }

    func encode(to encoder: any Encoder) throws {
      try status.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(run, forKey: .run)
    }
  }
}

/// A number of bytes for people: `2,9 MB`.
func megabytes(_ bytes: Int) -> String {
  let tenths = (bytes * 10 + 500_000) / 1_000_000
  return "\(tenths / 10),\(tenths % 10) MB"
}
