import Glibc
import Kamervragen
import PassageIndex
import VraagbaakReport

/// `vraagbaak open`: opens the file of a set, or its official page.
struct OpenCommand: Subcommand {
  static let name = "open"
  static let summary = "opent het bestand van een set, of de officiële pagina"
  static var help: Help {
    Help(
      usage: ["[opties] ID"],
      description: [
        "Opent het bestand waaruit de set is gelezen, met het programma dat het bureaublad "
          + "daarvoor heeft (xdg-open). Is dat bestand hier niet, dan de officiële pagina. Een ID "
          + "is wat 'vraagbaak show' aanneemt; van meer sets gaat alleen de eerste open."
      ],
      exitCodes: [
        ([.ok], "geopend"), ([.nothingFound], "niet in de index, of niets om te openen"),
        ([.error], "fout"),
      ])
  }

  static let operands = Operands.references

  static var options: [Option<OpenCommand>] {
    IndexLocation.options.within(\.location) + [
      .flag("source", "alleen het bestand, niet de officiële pagina", sets: \.onlySource),
      .flag("official", "de officiële pagina, ook als het bestand er is", sets: \.onlyOfficial),
      .flag("print", "toon alleen wat er geopend zou worden", sets: \.onlyPrints),
    ]
  }

  private var location = IndexLocation()
  private var onlySource = false
  private var onlyOfficial = false
  private var onlyPrints = false
  private var reference = ""

  static func failure(_ code: ExitCode) -> ExitCode { .error }

  mutating func take(operands: [String]) throws(UsageError) {
    guard let first = operands.first else { throw UsageError("geef een ID om te openen") }
    guard operands.count == 1 else { throw UsageError("geef één ID om te openen") }
    guard !onlySource || !onlyOfficial else {
      throw UsageError("--source en --official gaan niet samen")
    }
    reference = first
  }

  func run(_ console: Console) async throws -> ExitCode {
    let passages = try location.reader().passages(of: reference, includingCiting: false)
    guard let passage = passages.first else {
      console.error("vraagbaak open: \(reference.withoutControls) staat niet in de index")
      return .nothingFound
    }
    let sets = Set(passages.map(\.setKey)).count
    if sets > 1 {
      console.error(
        "vraagbaak open: \(reference.withoutControls) hoort bij \(sets) sets; dit is "
          + passage.setKey)
    }
    guard let target = target(of: passage) else {
      console.error("vraagbaak open: \(absence(of: passage))")
      return .nothingFound
    }
    if onlyPrints {
      console.print(target)
      return .ok
    }
    guard let failure = DesktopOpening.failure(toOpen: target) else { return .ok }
    console.error("vraagbaak open: \(failure.dutch); het is \(target)")
    return .error
  }

  /// The file or the address to open.
  private func target(of passage: StoredPassage) -> String? {
    let hasFile = !onlyOfficial && access(passage.source, R_OK) == 0
    return hasFile ? passage.source : onlySource ? nil : passage.officialAddress
  }

  private func absence(of passage: StoredPassage) -> String {
    let file = "het bestand \(passage.source) is hier niet, of niet te lezen"
    let page = "van \(passage.setKey) is geen officiële pagina bekend"
    return onlySource ? file : onlyOfficial ? page : "\(file), en \(page)"
  }
}

/// Opens a file or an address with the program that the desktop has for it.
enum DesktopOpening: Hashable {
  /// There is no graphical session.
  case noDesktop
  /// There is no `xdg-open`.
  case noProgram
  case notStarted(errno: Int32)
  /// It ended with this exit code.
  case failed(code: Int32)

  /// Opens it; returns why that failed.
  static func failure(toOpen target: String) -> DesktopOpening? {
    let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains { (name: String) in
      getenv(name).map { $0.pointee != 0 } ?? false
    }
    guard hasDesktop else { return .noDesktop }
    // A name that begins with a hyphen would be an option.
    let safe = target.hasPrefix("-") ? "./" + target : target
    var program = ChildProgram(program: "xdg-open", arguments: [safe])
    program.environment = nil
    do throws(ProcessFailure) {
      let status = ChildProgram.wait(for: try program.start([nil, nil, nil]))
      switch ProcessEnd(status: status) {
      case .exited(let code): return code == 0 ? nil : .failed(code: code)
      case .killed(let signal): return .failed(code: 128 + signal)
      }
    } catch .missing {
      return .noProgram
    } catch .notStarted(let code) {
      return .notStarted(errno: code)
    } catch {
      return .failed(code: -1)
    }
  }

  /// The reason in Dutch.
  var dutch: String {
    switch self {
    case .noDesktop: "er is hier geen bureaublad"
    case .noProgram: "xdg-open is niet geïnstalleerd (het pakket xdg-utils)"
    case .notStarted(let code): "xdg-open start niet: \(systemMessage(code))"
    case .failed(3): "xdg-open vindt geen programma dat dit opent"
    case .failed(let code): "xdg-open heeft het niet kunnen openen (afsluitcode \(code))"
    }
  }
}
