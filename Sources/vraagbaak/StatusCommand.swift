import FoundationEssentials
import Harvest
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
        "Toont hoeveel er in de index staat, hoe de laatste run liep en wat hij weigerde. Van een "
          + "map van 'vraagbaak harvest' toont het hoe ver het ophalen is."
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
      .file(
        "harvest", "MAP",
        "een map van 'vraagbaak harvest' (standaard harvest in de configuratie)", sets: \.harvest),
    ] + DisplayOptions.options.within(\.display)
  }

  private enum Format: String, CaseIterable { case text, json }

  private var location = IndexLocation()
  private var format = Format.text
  private var listsRefused = false
  private var showsCoverage = false
  private var harvest: String?
  private var display = DisplayOptions()

  func run(_ console: Console) async throws -> ExitCode {
    console.show(display, isForPeople: format == .text)
    let index = try location.path()
    let mirror = try mirror()
    let reader: IndexReader
    do throws(IndexError) {
      reader = try IndexLocation.reader(of: index)
    } catch {
      // Before there is an index, one wants to know how far its sources are.
      if let mirror, format == .text, !showsCoverage {
        for line in StatusText.lines(mirror) { console.print(line) }
      }
      throw error
    }
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
      console.print(try JSONLine.of(StatusRecord(status, .last(of: index), mirror)))
    case .text:
      for line in StatusText.lines(status, .last(of: index), listsRefused: listsRefused) {
        console.print(line)
      }
      if let mirror { for line in StatusText.lines(mirror) { console.print(line) } }
    }
    return .ok
  }

  private func mirror() throws -> MirrorStatus? {
    guard let directory = try harvest ?? Configuration.load().value(of: .harvest),
      let today = Timestamp.today
    else { return nil }
    return try MirrorStatus(of: directory, today: today)
  }
}
