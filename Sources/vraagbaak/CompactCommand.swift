import PassageIndex

/// `vraagbaak compact`: makes the index smaller.
struct CompactCommand: Subcommand {
  static let name = "compact"
  static let summary = "maakt de index kleiner"
  static var capacity: Capacity { Capacity(descriptors: 32, megabytes: 64) }
  static let help = """
    gebruik: vraagbaak compact [opties]

    Schrijft een compacte kopie van de index, die in één stap de plaats van de oude inneemt. Er
    kan ondertussen gezocht worden. Er is tijdelijk ruimte voor beide nodig. De generatie van voor
    de laatste herbouw gaat weg. Wat later bij de index komt, ligt in een tweede database
    ernaast, zodat de compacte niet opengebroken wordt.

    \(IndexLocation.help)
      --quiet          zeg niets als het gelukt is

    Eindcodes: 0 gedaan; 66 er is geen index; 73, 74 lees- of schrijffout; 75 bezet.
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
    let outcome = try Compaction.run(path: index)
    if !isQuiet {
      let previous = outcome.previous.map { "; de vorige generatie (\(megabytes($0))) is weg" }
      console.error(
        "vraagbaak compact: van \(megabytes(outcome.before)) naar \(megabytes(outcome.after))"
          + (previous ?? ""))
    }
    return .ok
  }
}
