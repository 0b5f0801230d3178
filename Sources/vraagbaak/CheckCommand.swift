import PassageIndex

/// `vraagbaak check`: whether the index is sound.
struct CheckCommand: Subcommand {
  static let name = "check"
  static let summary = "controleert of de index gaaf is"
  static let help = """
    gebruik: vraagbaak check [opties]

    Controleert de bestanden van de database, en of elke passage bij een bestand hoort en elk
    bestand al zijn passages heeft.

    \(IndexLocation.help)
      --quiet          zeg niets als de index gaaf is

    Eindcodes: 0 gaaf; 65 niet gaaf; 66 er is geen index; 74 leesfout; 78 andere versie.
    """

  private let index: String
  private let isQuiet: Bool

  init(_ arguments: consuming ArgumentReader) throws(UsageError) {
    var arguments = arguments
    index = try IndexLocation.resolve(&arguments)
    isQuiet = arguments.flag("quiet")
    try arguments.finishWithoutOperands(of: Self.name)
  }

  func run(_ console: Console) async throws -> ExitCode {
    let check = try IndexReader.check(path: index)
    for problem in check.problems { console.error("vraagbaak check: \(problem)") }
    for server in check.unreachable {
      console.error("vraagbaak check: \(server): controleer de bestanden op die machine zelf")
    }
    guard check.isSound else { return .dataRefused }
    if !isQuiet {
      console.print("gaaf: \(check.passages) passages uit \(check.sources) bestanden")
    }
    return .ok
  }
}
