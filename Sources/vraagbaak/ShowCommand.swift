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
          + "(ah-tk-20242025-705#3; #0 is de tekst die bij geen vraag hoort), een vindplaats in "
          + "welke schrijfwijze ook (\"AH 705\", \"Aanhangsel 2024–2025, nr. 705, vraag 3\", een "
          + "officieel webadres) of de naam van een bestand. "
          + "Zo is ook te zien wat niet meer gezocht wordt, zoals vragen die al beantwoord zijn."
      ],
      exitCodes: [
        ([.ok], "gevonden"), ([.nothingFound], "iets niet gevonden"), ([.error], "fout"),
      ])
  }

  static let operands = Operands.references

  static var options: [Option<ShowCommand>] {
    IndexLocation.options.within(\.location) + [
      .choice(
        "format", "VORM", "text (standaard) of json: één passage per regel", sets: \.format),
      .text(
        "highlight", "ZOEKVRAAG",
        "markeer de woorden van deze zoekvraag: in kleur, zonder kleuren met **, in json met <b>",
        sets: \.highlight),
      .flag("source", "toon alleen het pad van het bestand", sets: \.showsSource),
    ] + DisplayOptions.options.within(\.display)
  }

  private enum Format: String, CaseIterable { case text, json }

  private var location = IndexLocation()
  private var format = Format.text
  /// The query whose words are marked; nil for none.
  private var highlight: String?
  private var showsSource = false
  private var display = DisplayOptions()
  private var references: [String] = []

  static func failure(_ code: ExitCode) -> ExitCode { .error }

  mutating func take(operands: [String]) throws(UsageError) {
    guard !operands.isEmpty else { throw UsageError("geef een ID om te tonen") }
    guard !showsSource || format == .text && highlight == nil else {
      throw UsageError("--source toont alleen het pad, zonder --format json en --highlight")
    }
    references = operands
  }

  func run(_ console: Console) async throws -> ExitCode {
    console.show(display, isForPeople: format == .text)
    let reader = try location.reader()
    var code = ExitCode.ok
    var notices: [QueryNotice] = []
    for reference in references {
      let passages = try reader.passages(of: reference)
      if passages.isEmpty {
        console.error("vraagbaak show: \(reference.withoutControls) staat niet in de index")
        code = .nothingFound
      }
      if showsSource {
        printSources(of: passages, console)
        continue
      }
      let shown = try ShownPassages(passages, highlighting: highlight, reader)
      // Each set has the same query, so its warnings are said once.
      if shown.notices != notices {
        notices = shown.notices
        for notice in notices { console.error("let op: \(notice.dutch)") }
      }
      switch format {
      case .text:
        console.print(PassageText(passages, shown.records, shown.highlighted).lines)
      case .json: for object in shown.objects { console.print(try JSONLine.of(object)) }
      }
    }
    return code
  }

  /// Prints the path of each file once. A program gets it as it is.
  private func printSources(of passages: [StoredPassage], _ console: Console) {
    var printed: Set<String> = []
    for passage in passages where printed.insert(passage.source).inserted {
      if console.isTerminal {
        console.print(passage.source)
      } else {
        console.print(styled: passage.source)
      }
    }
  }
}
