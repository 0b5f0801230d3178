import PassageIndex

/// `vraagbaak stem`: what becomes of words, one a line from standard input.
struct StemCommand: Subcommand {
  static let name = "stem"
  static let summary = "toont wat er van woorden wordt (van standaardinvoer)"
  static let help = """
    gebruik: vraagbaak stem [--words BESTAND] < WOORDEN

    Leest één woord per regel en schrijft, gescheiden door tabs: het woord, de gepubliceerde stam
    (Kraaij-Pohlmann), de term waaronder het in de index staat, en de delen van een samenstelling
    met + ertussen (leeg als het geen samenstelling is).

    Opties:
    \(WordListOption.help)
    """

  private let list: WordListOption

  init(_ arguments: consuming ArgumentReader) throws(UsageError) {
    list = try WordListOption(&arguments)
    if let extra = try arguments.finish().first {
      throw UsageError("stem leest van standaardinvoer, niet '\(extra)'")
    }
  }

  func run(_ console: Console) async throws -> ExitCode {
    let analysis = WordAnalysis(words: try list.words())
    while let line = readLine() {
      // A tab in a word would be another column.
      let word = line.withoutControls
      let (stem, term, parts) = analysis.analyze(word)
      console.print("\(word)\t\(stem)\t\(term)\t\(parts.joined(separator: "+"))")
    }
    return .ok
  }
}
