import PassageIndex
import VraagbaakReport

/// `vraagbaak stem`: shows the analysis of words, one per line from standard input.
struct StemCommand: Subcommand {
  static let name = "stem"
  static let summary = "toont hoe woorden herleid worden (van standaardinvoer)"
  static var help: Help {
    Help(
      usage: ["[opties] < WOORDEN"],
      description: [
        "Leest één woord per regel en schrijft, gescheiden door tabs: het woord, de gepubliceerde "
          + "stam (Kraaij-Pohlmann), de term waaronder het in de index staat, en de delen van een "
          + "samenstelling met + ertussen (leeg als het geen samenstelling is).",
        "Met --index is het de analyse van die index, anders die van een nieuwe.",
      ])
  }

  static var options: [Option<StemCommand>] {
    [.file("index", "DIR", "de index", sets: \.index)]
      + VocabularyOptions.options.within(\.vocabulary)
  }

  private var index: String?
  private var vocabulary = VocabularyOptions()

  mutating func take(operands: [String]) throws(UsageError) {
    if index != nil, vocabulary.isGiven {
      throw UsageError(
        "een index heeft zijn eigen woorden: geef --index, of --words en --exceptions")
    }
    if let extra = operands.first {
      throw UsageError("stem leest van standaardinvoer, niet '\(extra)'")
    }
  }

  func run(_ console: Console) async throws -> ExitCode {
    let analysis =
      try index.map { WordAnalysis(of: try IndexLocation.reader(of: $0)) }
      ?? WordAnalysis(try vocabulary.files.read())
    while let line = readLine() {
      // A tab in a word would begin another column.
      let word = line.withoutControls
      let (stem, term, parts) = analysis.analyze(word)
      console.print("\(word)\t\(stem)\t\(term)\t\(parts.joined(separator: "+"))")
    }
    return .ok
  }
}
