import Kamervragen
import PassageIndex

/// `vraagbaak inspect`: shows how files are read, without an index.
struct InspectCommand: Subcommand {
  static let name = "inspect"
  static let summary = "toont hoe een bestand gelezen wordt"
  static let usesIndex = false
  static var capacity: Capacity { Capacity(descriptors: 16, megabytes: 128) }
  static let help = """
    gebruik: vraagbaak inspect [--format text|json] BESTAND…

    Leest elk bestand zoals 'index' het leest, met de metadata die ernaast staan, en toont wat erin gevonden is: wie vroeg, wie antwoordde, wanneer,
    en de vragen met hun antwoorden, noten en opmerkingen. Er is geen index voor nodig.

    opties:
      --format text   een overzicht om te lezen (zo staat het, als er niets gevraagd is)
      --format json   één JSON-object per regel, met de hele tekst

    afloop:
      0   alle bestanden zijn gelezen
      64  de opdracht is niet begrepen
      65  een bestand is geweigerd: het zijn geen Kamervragen, of de vorm wordt niet gelezen
      66  een bestand bestaat niet of mag niet gelezen worden
      74  een bestand is nu niet te lezen, en een volgende keer misschien wel

    voorbeelden:
      vraagbaak inspect Corpus/ah-tk-20242025-705.md
      vraagbaak inspect --format json *.txt | jq .members
    """

  /// The forms of output.
  enum Format: String, CaseIterable {
    case text, json
  }

  let format: Format
  let files: [String]

  init(_ arguments: consuming ArgumentReader) throws(UsageError) {
    format = try arguments.choice("format", default: .text)
    files = try arguments.finish()
    guard !files.isEmpty else { throw UsageError("geen bestand genoemd") }
  }

  func run(_ console: Console) async throws -> ExitCode {
    let reader = Reading.reader()
    var code = ExitCode.ok
    for (index, file) in files.enumerated() {
      do {
        let bytes = try FileAccess.read(file, limit: SourceReader.sizeLimit)
        let set = try reader.read(fileAt: file, holding: bytes)
        switch format {
        case .json: console.print(try InspectionJSON.line(set, source: file))
        case .text:
          if index > 0 { console.print("") }
          for line in InspectionText.lines(set, source: file, width: console.width) {
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
