import FoundationEssentials
import PassageIndex
import VraagbaakReport

/// `vraagbaak status`: shows the state of the index.
struct StatusCommand: Subcommand {
  static let name = "status"
  static let summary = "toont de toestand van de index"
  static var help: Help {
    Help(
      usage: ["[opties]"],
      description: [
        "Toont hoeveel er in de index staat, hoe de laatste run liep en wat hij weigerde."
      ])
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
    ] + DisplayOptions.options.within(\.display)
  }

  private enum Format: String, CaseIterable { case text, json }

  private var location = IndexLocation()
  private var format = Format.text
  private var listsRefused = false
  private var showsCoverage = false
  private var display = DisplayOptions()

  func run(_ console: Console) async throws -> ExitCode {
    console.show(display, isForPeople: format == .text)
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
      console.print(try JSONLine.of(StatusRecord(status, .last(of: index))))
    case .text:
      for line in StatusText.lines(status, .last(of: index), listsRefused: listsRefused) {
        console.print(line)
      }
    }
    return .ok
  }
}
