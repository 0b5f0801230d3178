import PassageIndex
import VraagbaakReport

/// `vraagbaak show`: shows a whole passage or set.
struct ShowCommand: Subcommand {
  static let name = "show"
  static let summary = "toont een passage of een hele set"
  static var help: Help {
    Help(
      usage: ["[opties] ID…"],
      description: [
        "Een ID is een set (ah-tk-20242025-705, kv-tk-2024Z18775, 2024Z18775), een vraag daarvan "
          + "(ah-tk-20242025-705#3; #0 is wat bij geen vraag hoort) of de naam van een bestand. "
          + "Ook wat niet meer gezocht wordt, zoals vragen die beantwoord zijn, is zo te zien."
      ],
      exitCodes: [
        ([.ok], "gevonden"), ([.nothingFound], "iets niet gevonden"), ([.error], "fout"),
      ])
  }

  static var options: [Option<ShowCommand>] {
    IndexLocation.options.within(\.location) + [
      .choice(
        "format", "VORM", "text (standaard) of json: één passage per regel", sets: \.format)
    ]
  }

  private enum Format: String, CaseIterable { case text, json }

  private var location = IndexLocation()
  private var format = Format.text
  private var references: [String] = []

  static func failure(_ code: ExitCode) -> ExitCode { .error }

  mutating func take(operands: [String]) throws(UsageError) {
    guard !operands.isEmpty else { throw UsageError("geef een ID om te tonen") }
    references = operands
  }

  func run(_ console: Console) async throws -> ExitCode {
    let reader = try location.reader()
    var code = ExitCode.ok
    for reference in references {
      let passages = try reader.passages(of: reference)
      if passages.isEmpty {
        console.error("vraagbaak show: \(reference) is niet in de index")
        code = .nothingFound
      }
      var records: [String: SetRecord] = [:]
      for passage in passages where records[passage.source] == nil {
        records[passage.source] = try reader.record(of: passage)
      }
      switch format {
      case .text: console.print(PassageText(passages, records).lines)
      case .json:
        for passage in passages {
          console.print(try JSONLine.of(PassageRecord(passage, records[passage.source])))
        }
      }
    }
    return code
  }
}
