import PassageIndex
import VraagbaakReport

/// `vraagbaak explain`: shows how a query is understood.
struct ExplainCommand: Subcommand {
  static let name = "explain"
  static let summary = "toont hoe een zoekvraag begrepen wordt"
  static var help: Help {
    Help(
      usage: ["[opties] ZOEKVRAAG…"],
      description: [
        "Toont per woord de tokens (plaats:term; = exacte vorm, ~ stam, / deel), de termen in de "
          + "index met het aantal passages dat ze heeft, en de zoekvraag zoals Xapian die ziet."
      ],
      notes: [
        "Een term begint met de letter van zijn veld: Q vraag, A antwoord, S onderwerp, F voetnoot, "
          + "R toelichting, M lid, P partij, B bewindspersoon."
      ])
  }

  static let operands = Operands.query

  static var options: [Option<ExplainCommand>] {
    IndexLocation.options.within(\.location) + [
      .text(
        "why", "ID",
        "waarom deze passage (of elke van deze set) gevonden wordt of niet: per woord waar het "
          + "staat, wat het bijdraagt aan de score, en wat er anders het meest op lijkt",
        sets: \.why),
      .flag(
        "complete",
        "waarmee het laatste woord van ZOEKVRAAG kan worden aangevuld, en welke zoekvraag "
          + "misschien bedoeld is (JSON)", sets: \.completes),
      .flag("exact", "woorden alleen in de getypte vorm", sets: \.isExact),
    ] + AliasOptions.options.within(\.aliases) + DisplayOptions.options.within(\.display)
  }

  private var location = IndexLocation()
  private var query = ""
  private var isExact = false
  private var aliases = AliasOptions()
  private var display = DisplayOptions()
  /// Whether to complete the query instead of explaining it.
  private var completes = false
  /// The passage or set to explain; nil to explain the query alone.
  private var why: String?

  mutating func take(operands: [String]) throws(UsageError) {
    query = operands.joined(separator: " ")
    guard !query.isEmpty else { throw UsageError("geef een zoekvraag") }
  }

  func run(_ console: Console) async throws -> ExitCode {
    console.show(display)
    let reader = try location.reader()
    if completes {
      let record = CompletionRecord(
        query: query, suggestion: try reader.suggestion(for: query),
        completions: try reader.completions(of: query))
      console.print(try JSONLine.of(record))
      return .ok
    }
    if let why {
      let explanations = try reader.explainMatch(
        of: why, query, isExact: isExact, aliases: try aliases.aliases())
      guard !explanations.isEmpty else {
        console.error("vraagbaak explain: \(why.withoutControls) staat niet in de index")
        return .nothingFound
      }
      for notice in explanations[0].notices { console.error("let op: \(notice.dutch)") }
      for explanation in explanations { console.print(MatchText(explanation).lines) }
      return .ok
    }
    let explanation = try reader.explain(
      query, isExact: isExact, aliases: try aliases.aliases())
    for notice in explanation.notices { console.error("let op: \(notice.dutch)") }
    console.print("begrepen als  \(explanation.interpretation.dutch)")
    for word in explanation.words {
      console.print("")
      console.print("woord         \(word.part.label)")
      console.print("  tokens      \(word.tokens)")
      if word.isStopword {
        console.print("  functiewoord: telt alleen mee als er geen ander woord is")
      }
      if word.terms.isEmpty { console.print("  geen term hiervan staat in de index") }
      for term in word.terms {
        let passages = term.documentFrequency == 1 ? "passage" : "passages"
        console.print("  term        \(term.term)  in \(term.documentFrequency) \(passages)")
      }
    }
    console.print("")
    console.print("alles         \(explanation.full)")
    if let partial = explanation.partial { console.print("een deel      \(partial)") }
    return .ok
  }
}
