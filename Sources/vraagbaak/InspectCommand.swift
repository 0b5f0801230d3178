import Kamervragen
import PassageIndex
import VraagbaakReport

/// `vraagbaak inspect`: shows how files are read, without an index.
struct InspectCommand: Subcommand {
  static let name = "inspect"
  static let summary = "toont hoe een bestand gelezen wordt"
  static let usesIndex = false
  static var capacity: Capacity { Capacity(descriptors: 16, megabytes: 128) }
  static var help: Help {
    Help(
      usage: ["[opties] BESTAND…"],
      description: [
        "Leest elk bestand zoals 'index' het leest, met de metadata die ernaast staan, en toont "
          + "wat erin gevonden is: wie vroeg, wie antwoordde, wanneer, en de vragen met hun "
          + "antwoorden, noten en opmerkingen. Er is geen index voor nodig."
      ],
      exitCodes: [
        ([.ok], "alle bestanden zijn gelezen"), ([.usage], "verkeerd gebruik"),
        (
          [.dataRefused],
          "een bestand is geweigerd: het zijn geen Kamervragen, of de vorm wordt niet gelezen"
        ),
        ([.noInput], "een bestand bestaat niet of mag niet gelezen worden"),
        (
          [.inputOutput],
          "een bestand is nu niet te lezen, en een volgende keer misschien wel"
        ),
      ],
      examples: [
        "vraagbaak inspect Corpus/ah-tk-20242025-705.md",
        "vraagbaak inspect --format json *.txt | jq .members",
      ])
  }

  static let operands = Operands.files

  static var options: [Option<InspectCommand>] {
    [
      .choice(
        "format", "VORM",
        "text (standaard): een overzicht; json: één object per regel, met de hele tekst",
        sets: \.format)
    ] + DisplayOptions.options.within(\.display)
  }

  /// The forms of output.
  enum Format: String, CaseIterable {
    case text, json
  }

  private(set) var format = Format.text
  private(set) var files: [String] = []
  private var display = DisplayOptions()

  mutating func take(operands: [String]) throws(UsageError) {
    guard !operands.isEmpty else { throw UsageError("geef een bestand om te lezen") }
    files = operands
  }

  func run(_ console: Console) async throws -> ExitCode {
    console.show(display, isForPeople: format == .text)
    let reader = Reading.reader()
    var code = ExitCode.ok
    for (index, file) in files.enumerated() {
      do {
        let bytes = try FileAccess.read(file, limit: SourceReader.sizeLimit)
        let set = try reader.read(fileAt: file, holding: bytes)
        switch format {
        case .json: console.print(try JSONLine.of(InspectionRecord(set, source: file)))
        case .text:
          if index > 0 { console.print("") }
          for line in InspectionText.lines(set, source: file, width: console.display.width) {
            console.print(line)
          }
        }
      } catch let error as ReadError {
        console.error("vraagbaak inspect: \(file): \(error)")
        if case .shortage = error {
          code = .inputOutput
        } else if code == .ok {
          code = .dataRefused
        }
      } catch let error as FileError {
        console.error("vraagbaak inspect: \(error)")
        code = .noInput
      }
    }
    return code
  }
}
