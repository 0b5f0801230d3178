import PassageIndex
import VraagbaakReport

/// `vraagbaak compact`: rewrites the index compactly.
struct CompactCommand: Subcommand {
  static let name = "compact"
  static let summary = "maakt de index kleiner"
  static var capacity: Capacity { Capacity(descriptors: 32, megabytes: 64) }
  static var help: Help {
    Help(
      usage: ["[opties]"],
      description: [
        "Schrijft een compacte kopie van de index, die in één stap de plaats van de oude inneemt. "
          + "Er kan ondertussen gezocht worden. Er is tijdelijk ruimte voor beide nodig. De "
          + "generatie van voor de laatste herbouw wordt verwijderd. Wat er later bij komt, staat "
          + "in een tweede database ernaast, zodat de eerste compact blijft."
      ],
      exitCodes: [
        ([.ok], "gedaan"), ([.noInput], "er is geen index"),
        ([.cannotCreate, .inputOutput], "lees- of schrijffout"), ([.busy], "de index is bezet"),
      ])
  }

  static var options: [Option<CompactCommand>] {
    IndexLocation.options.within(\.location) + [
      .flag("quiet", "zeg niets als het gelukt is", sets: \.isQuiet)
    ]
  }

  private var location = IndexLocation()
  private var isQuiet = false

  func run(_ console: Console) async throws -> ExitCode {
    let outcome = try Compaction.run(path: location.path())
    if !isQuiet {
      let previous = outcome.previous.map {
        "; de vorige generatie (\(megabytes($0))) is verwijderd"
      }
      console.error(
        "vraagbaak compact: van \(megabytes(outcome.before)) naar \(megabytes(outcome.after))"
          + (previous ?? ""))
    }
    return .ok
  }
}
