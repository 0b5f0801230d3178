import PassageIndex
import VraagbaakReport

/// `vraagbaak cite`: cites sets in full.
struct CiteCommand: Subcommand {
  static let name = "cite"
  static let summary = "geeft de volledige vindplaats van een set of vraag"
  static var help: Help {
    Help(
      usage: ["[opties] ID…"],
      description: [
        "Geeft van elke set één vindplaats, zoals «Aanhangsel van de Handelingen, Tweede Kamer, "
          + "vergaderjaar 2024–2025, nr. 705 (vraag 3)». Een ID is wat 'vraagbaak show' aanneemt: "
          + "een kenmerk, een zaaknummer of een vindplaats in welke schrijfwijze ook."
      ],
      exitCodes: [
        ([.ok], "gevonden"), ([.nothingFound], "iets niet gevonden"), ([.error], "fout"),
      ])
  }

  static let operands = Operands.references

  static var options: [Option<CiteCommand>] {
    IndexLocation.options.within(\.location) + [
      .choice(
        "style", "STIJL",
        "text (standaard), bibtex, ris of markdown: met onderwerp, indieners en adres",
        sets: \.style)
    ]
  }

  private var location = IndexLocation()
  private var style = FullCitation.Style.text
  private var references: [String] = []

  static func failure(_ code: ExitCode) -> ExitCode { .error }

  mutating func take(operands: [String]) throws(UsageError) {
    guard !operands.isEmpty else { throw UsageError("geef een ID om te citeren") }
    references = operands
  }

  func run(_ console: Console) async throws -> ExitCode {
    let reader = try location.reader()
    var code = ExitCode.ok
    for reference in references {
      let passages = try reader.passages(of: reference, includingCiting: false)
      if passages.isEmpty {
        console.error("vraagbaak cite: \(reference.withoutControls) staat niet in de index")
        code = .nothingFound
      }
      var cited: Set<String> = []
      for passage in passages where cited.insert(passage.setKey).inserted {
        let found = passages.filter { $0.setKey == passage.setKey }
        let whole = try reader.passages(of: passage.setKey).count
        let questions = found.count < whole ? found.flatMap(\.passage.questions).sorted() : []
        console.print(FullCitation(passage, questions: questions).written(in: style))
      }
    }
    return code
  }
}
