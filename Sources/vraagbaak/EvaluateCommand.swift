import PassageIndex
import VraagbaakReport

/// `vraagbaak evaluate`: measures the ranking.
struct EvaluateCommand: Subcommand {
  static let name = "evaluate"
  static let summary = "meet de rangorde aan beoordeelde passages"
  static var help: Help {
    Help(
      usage: ["[opties] ZOEKVRAGEN OORDELEN"],
      description: [
        "ZOEKVRAGEN heeft per regel, met tabs ertussen: nummer, klasse, zoekvraag. OORDELEN heeft "
          + "per regel: nummer, passage (een id, of de naam van het bestand met # en een "
          + "vraagnummer), oordeel (0 niet, 1 deels, 2 geheel). Schrijft per klasse en over alles "
          + "nDCG@10, MRR@10 en recall@20."
      ],
      exitCodes: [
        ([.ok], "gemeten"), ([.usage], "verkeerd gebruik"),
        ([.dataRefused], "een regel is niet te lezen"), ([.noInput], "geen bestand of index"),
      ])
  }

  static let operands = Operands.files

  static var options: [Option<EvaluateCommand>] {
    IndexLocation.options.within(\.location) + [
      .file(
        "run", "BESTAND", "schrijf de gevonden passages in het formaat van TREC", sets: \.run),
      .file(
        "compare", "BESTAND",
        "vergelijk met een eerder geschreven run: het verschil, en de kans (p) dat het toeval is "
          + "(gepaarde randomisatietoets)", sets: \.earlier),
    ]
  }

  private var location = IndexLocation()
  private var queries = ""
  private var judgements = ""
  private var run: String?
  private var earlier: String?

  mutating func take(operands: [String]) throws(UsageError) {
    guard operands.count == 2 else {
      throw UsageError("geef een bestand met zoekvragen en een met oordelen")
    }
    (queries, judgements) = (operands[0], operands[1])
  }

  func run(_ console: Console) async throws -> ExitCode {
    let evaluation: Evaluation
    do {
      evaluation = try Evaluation(
        queries: String(decoding: try FileAccess.read(queries), as: UTF8.self),
        judgements: String(decoding: try FileAccess.read(judgements), as: UTF8.self))
    } catch let error as FileError {
      console.error("vraagbaak evaluate: \(error)")
      return .noInput
    } catch let error as Evaluation.FormatError {
      console.error("vraagbaak evaluate: \(error)")
      return .dataRefused
    }
    let reader = try location.reader()
    let outcomes = try evaluation.run(on: reader)
    var others: [Evaluation.Outcome]?
    if let earlier {
      do {
        others = try evaluation.outcomes(
          ofRun: String(decoding: try FileAccess.read(earlier), as: UTF8.self), on: reader)
      } catch let error as FileError {
        console.error("vraagbaak evaluate: \(error)")
        return .noInput
      } catch let error as Evaluation.FormatError {
        console.error("vraagbaak evaluate: \(earlier): \(error)")
        return .dataRefused
      }
    }
    if let run { try FileAccess.replace(run, with: Evaluation.trecRun(outcomes)) }

    console.print("klasse\tvragen\tnDCG@10\tMRR@10\trecall@20")
    var categories: [String] = []
    for outcome in outcomes where !categories.contains(outcome.query.category) {
      categories.append(outcome.query.category)
    }
    for category in categories {
      console.print(Self.row(category, outcomes.filter { $0.query.category == category }))
    }
    console.print(Self.row("alle", outcomes))
    if let others { console.print(Self.comparison(outcomes, others)) }
    return .ok
  }

  private static func comparison(
    _ these: [Evaluation.Outcome], _ others: [Evaluation.Outcome]
  ) -> String {
    func compare(_ measure: (Evaluation.Measures) -> Double) -> String {
      let compared = PairedComparison(
        these.map { measure($0.measures) }, against: others.map { measure($0.measures) })
      let sign = compared.difference < 0 ? "-" : "+"
      return "\(sign)\(thousandths(abs(compared.difference))) (p \(thousandths(compared.pValue)))"
    }
    return [
      "verschil", "\(these.count)", compare(\.nDCG), compare(\.reciprocalRank), compare(\.recall),
    ]
    .joined(separator: "\t")
  }

  private static func row(_ name: String, _ outcomes: [Evaluation.Outcome]) -> String {
    let mean = Evaluation.mean(outcomes)
    let numbers = [mean.nDCG, mean.reciprocalRank, mean.recall].map(thousandths)
    return ([name, "\(outcomes.count)"] + numbers).joined(separator: "\t")
  }

  private static func thousandths(_ number: Double) -> String {
    number.written(decimals: 3, mark: ".")
  }
}
