import Foundation
import Testing

/// Documents that are read in one process by many threads, as a program that has the library inside
/// may do.
@Suite("Reading in several threads")
struct ConcurrentReadingTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func read(_ names: [String], environment: [String: String] = [:]) throws -> CommandRun {
    let directory = BuiltCommand.path.dropLast("/vraagbaak".count)
    let settings = environment.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return try place.shell(
      "\(settings) \(directory)/ConcurrentReading \(names.joined(separator: " "))")
  }

  @Test(
    "libxml2 is ready before the first threads use it, however long one of them takes for its tables"
  )
  func firstThreads() throws {
    var names: [String] = []
    for number in 1...8 {
      let encoding = number % 2 == 0 ? "UTF-8" : "ISO-8859-1"
      try place.write(
        """
        <?xml version="1.0" encoding="\(encoding)"?>
        <kamervragen><vraag nr="1"><al>Wat is uw reactie op bericht \(number)?</al></vraag></kamervragen>
        """, to: "\(number).xml")
      try place.write(
        """
        <html><body><h1>Vragen van het lid Jansen (SP)</h1><p>Vraag 1</p><p>Wat vindt u van bericht \(number)?</p>
        <p>Antwoord 1</p><p>Niets.</p></body></html>
        """, to: "\(number).html")
      names += ["\(number).xml", "\(number).html"]
    }
    let directory = BuiltCommand.path.dropLast("/vraagbaak".count)
    let delayed = ["LD_PRELOAD": "\(directory)/libDelayedAllocation.so"]
    let run = try read(names, environment: delayed)
    #expect(run == (try read(names)))
    #expect(run.output == "16 gelezen, 0 geweigerd\n")
    #expect(run.status == 0)
  }

  @Test("Messages of libxml2 about a document reach nobody")
  func silence() throws {
    // It says of each of these on standard error what bytes they have, whatever its parser was
    // told.
    let wrong: [[UInt8]] = [
      [0xFF, 0xFE, 0x80], [0x8F, 0xA1, 0x9B], Array("\u{1B}[31m".utf8) + [0xFF],
    ]
    var names: [String] = []
    for encoding in ["EUC-JP", "ISO-2022-JP", "UTF-7", "GB18030", "Shift_JIS", "UTF-32"] {
      for (number, bytes) in wrong.enumerated() {
        let name = "\(encoding)-\(number).xml"
        let head = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<kamervragen>"
        try Data(Array(head.utf8) + bytes + Array("\n</kamervragen>".utf8))
          .write(to: URL(filePath: "\(place.path)/\(name)"))
        names.append(name)
      }
    }
    let run = try read(names)
    #expect(run.errors == "")
    #expect(run.output == "0 gelezen, 18 geweigerd\n")
    #expect(run.status == 0)
  }
}
