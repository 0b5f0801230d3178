import Testing
import TestSupport

@testable import vraagbaak

/// The file in which an administrator sets what the command does without options.
@Suite("The configuration")
struct ConfigurationTests {
  private static func read(_ text: String) throws -> Configuration {
    try Configuration(Array(text.utf8), from: "v.conf")
  }

  @Test("A line is a key and a value; remarks, empty lines, tabs and carriage returns are nothing")
  func lines() throws {
    let configuration = try Self.read(
      """
      \u{FEFF}# van de beheerder
      index=/var/lib/polder/index\r

      \t documents\t= /srv/met spatie en = erin   # van de griffie
      documents = /srv/a#b
      base-url = https://vragen.example.nl/zoek#top
      # workers = 3
      workers = 12
      log = -
      """)
    #expect(configuration.value(of: .index) == "/var/lib/polder/index")
    #expect(configuration.values(of: .documents) == ["/srv/met spatie en = erin", "/srv/a#b"])
    #expect(configuration.value(of: .baseURL) == "https://vragen.example.nl/zoek#top")
    #expect(try configuration.number(of: .workers, in: 1...64) == 12)
    #expect(configuration.value(of: .log) == "-")
    #expect(configuration.value(of: .listen) == nil)
    #expect(configuration.values(of: .contact) == [])
  }

  @Test(
    "A line that is not understood is an error that names the file, the line and what is expected",
    arguments: [
      ("index", "regel 1: verwacht 'sleutel = waarde'"),
      ("\n\nindex =", "regel 3: verwacht een waarde na 'index ='"),
      ("log = # niets", "regel 1: verwacht een waarde na 'log ='"),
      (
        "Index = /a",
        "regel 1: verwacht een van index, documents, harvest, listen, base-url, workers, log, "
          + "contact, alerts, sendmail, mail-from, niet 'Index'"
      ),
      (
        "index = ~/index",
        "regel 1: verwacht na 'index =' een heel pad, dat begint met /, niet '~/index'"
      ),
      (
        "documents = \"/srv\"",
        "regel 1: verwacht na 'documents =' een heel pad, dat begint met /, niet '\"/srv\"'"
      ),
      (
        "listen = a:1\n\nlisten = b:2",
        "regel 3: verwacht 'listen' één keer; het staat al op regel 1"
      ),
      ("log = /a\u{0}b", "regel 1: verwacht tekst in UTF-8 zonder stuurtekens"),
      ("# \u{1B}[2J", "regel 1: verwacht tekst in UTF-8 zonder stuurtekens"),
    ])
  func misunderstood(_ text: String, _ message: String) {
    #expect(throws: UsageError("v.conf, \(message)")) { try Self.read(text) }
  }

  @Test("Bytes that are not UTF-8 are an error")
  func encoding() {
    #expect(throws: UsageError("v.conf, regel 2: verwacht tekst in UTF-8 zonder stuurtekens")) {
      try Configuration(Array("log = /a\nindex = /caf".utf8) + [0xE9], from: "v.conf")
    }
  }

  @Test("A value that a command does not understand is named with its line")
  func values() throws {
    let configuration = try Self.read("# x\nworkers = veel\nlisten = overal")
    #expect(
      throws: UsageError(
        "v.conf, regel 2: verwacht na 'workers =' een getal van 1 tot en met 64, niet 'veel'")
    ) { try configuration.number(of: .workers, in: 1...64) }
    #expect(
      configuration.error(of: .listen, expected: "ADRES:POORT")
        == UsageError("v.conf, regel 3: verwacht na 'listen =' ADRES:POORT, niet 'overal'"))
  }

  @Test("Random and damaged lines are read or refused, and never end the command")
  func random() {
    var generator = SeededGenerator(seed: 23)
    let pieces = [
      "index", "documents", " = ", "=", "/srv/a", "#", "\n", "\r\n", "\t", "\u{0}", "é", "12",
      "\u{FEFF}",
    ]
    var read = 0
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        bytes += pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8
      }
      if !bytes.isEmpty, Int.random(in: 0...3, using: &generator) == 0 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      if (try? Configuration(bytes, from: "v.conf")) != nil { read += 1 }
    }
    #expect((1..<2000).contains(read))
  }

  // MARK: The command

  @Test("The index of the configuration counts after --index and $VRAAGBAAK_INDEX")
  func index() throws {
    let place = try Workplace()
    try place.write(.harbour)
    try place.write("index = \(place.path)/van-de-beheerder\n", to: "v.conf")
    var environment: [String: String?] = [
      "VRAAGBAAK_CONFIG": "\(place.path)/v.conf", "VRAAGBAAK_INDEX": nil,
    ]
    #expect(try place.run(["index", "documents"], environment: environment).status == 0)
    #expect(place.exists("van-de-beheerder/XAPIANDB"))
    #expect(try place.run(["search", "fort"], environment: environment).status == 0)
    environment["VRAAGBAAK_INDEX"] = "\(place.path)/mijn"
    #expect(try place.run(["index", "documents"], environment: environment).status == 0)
    #expect(place.exists("mijn/XAPIANDB"))
    #expect(
      try place.run(["index", "--index", "derde", "documents"], environment: environment).status
        == 0)
    #expect(place.exists("derde/XAPIANDB"))
  }

  @Test("Without a path, index reads all documents of the configuration")
  func documents() throws {
    let place = try Workplace()
    try place.write(.harbour)
    try place.write(Publication.allowance.text, to: "elders/toeslag.md")
    try place.write(
      "documents = \(place.path)/documents\ndocuments = \(place.path)/elders\n", to: "v.conf")
    let environment: [String: String?] = ["VRAAGBAAK_CONFIG": "\(place.path)/v.conf"]
    #expect(try place.run(["index"], environment: environment).status == 0)
    #expect(try place.run(["search", "fort"], environment: environment).status == 0)
    #expect(try place.run(["search", "gezinnen"], environment: environment).status == 0)
  }

  @Test("Without a path and without documents, index says where to set them")
  func noDocuments() throws {
    let run = try Workplace().run("index")
    #expect(run.messages.first?.hasSuffix("of zet documents in /dev/null") == true)
    #expect(run.status == 64)
  }

  @Test("A file that cannot be read is an error: it was named, or is there", arguments: ["", "x/"])
  func unreadable(_ name: String) throws {
    let place = try Workplace()
    let run = try place.run(
      ["status"],
      environment: ["VRAAGBAAK_CONFIG": "\(place.path)/\(name)", "VRAAGBAAK_INDEX": nil])
    #expect(run.messages.first?.contains("de configuratie kan niet gelezen worden") == true)
    #expect(run.messages.first?.contains("\(place.path)/\(name): ") == true)
    #expect(run.status == 64)
  }

  @Test("A bad line ends search with 2 and index with 64")
  func exitCodes() throws {
    let place = try Workplace([.harbour])
    try place.write("indeks = /a\n", to: "v.conf")
    let environment: [String: String?] = [
      "VRAAGBAAK_CONFIG": "\(place.path)/v.conf", "VRAAGBAAK_INDEX": nil,
    ]
    for (arguments, status) in [(["search", "fort"], 2), (["index"], 64)] as [([String], Int32)] {
      let run = try place.run(arguments, environment: environment)
      #expect(run.messages.first?.contains("v.conf, regel 1: verwacht een van index,") == true)
      #expect(run.status == status)
    }
  }
}
