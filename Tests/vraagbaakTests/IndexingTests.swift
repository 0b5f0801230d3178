import TestSupport
import Testing
import Xapian

/// Runs of `index`, as cron does them.
@Suite("vraagbaak index")
struct IndexingTests {
  @Test("A run prints one line on stderr; a second one that finds nothing to do prints nothing")
  func summaryLine() throws {
    let place = try Workplace()
    try place.write(.allowance)
    try place.write(.harbour)
    let first = try place.run("index", "documents")
    #expect(first.output == "")
    #expect(
      withoutSeconds(first.errors)
        == """
        vraagbaak index: 2 bestanden (2 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 verdwenen); \
        2 sets, 3 passages in de index; N s

        """)
    #expect(first.status == 0)
    #expect(try place.run("index", "documents") == CommandRun())
    let verbose = try place.run("index", "--verbose", "documents")
    #expect(
      withoutSeconds(verbose.errors)
        == """
        vraagbaak index: 2 bestanden (0 nieuw, 0 gewijzigd, 2 ongewijzigd, 0 verdwenen); \
        2 sets, 3 passages in de index; N s

        """)
    #expect(verbose.status == 0)
  }

  @Test("A quiet run that goes well says nothing at all")
  func quiet() throws {
    let place = try Workplace()
    try place.write(.allowance)
    #expect(try place.run("index", "--quiet", "documents") == CommandRun())
    #expect(try place.run("index", "--quiet", "documents") == CommandRun())
  }

  @Test("A verbose run names each file that it reads, and only those")
  func verbose() throws {
    let place = try Workplace([.harbour])
    try place.write(.allowance)
    let run = try place.run("index", "--verbose", "documents")
    #expect(
      run.messages.first
        == "\(place.path)/documents/ah-tk-20242025-901.md: ah-tk-20242025-901, 2 passages")
    #expect(run.messages.count == 2)
    #expect(run.output == "")
  }

  @Test("A changed file replaces its passages, and a vanished one goes")
  func changes() throws {
    let place = try Workplace([.allowance, .harbour])
    var changed = Publication.harbour
    changed.passages = [("1", "Hoe staat het met de vuurtoren?", "Goed.")]
    try place.write(changed)
    try place.remove("documents/ah-tk-20242025-901.md")
    let run = try place.run("index", "documents")
    #expect(run.errors.contains("0 nieuw, 1 gewijzigd, 0 ongewijzigd, 1 verdwenen"))
    #expect(run.status == 0)
    #expect(try place.run("search", "vuurtoren").status == 0)
    #expect(try place.run("search", "reparatie").status == 1)
    #expect(try place.run("search", "gezinnen").status == 1)
    #expect(try place.run("show", "ah-tk-20242025-901").status == 1)
  }

  @Test(
    "A refused file is named and counted, the others are indexed, and the run ends with 65"
  )
  func refused() throws {
    let place = try Workplace()
    try place.write(.harbour)
    try place.write("boodschappen: melk\n", to: "documents/lijst.txt")
    let run = try place.run("index", "--quiet", "documents")
    #expect(run.output == "")
    #expect(run.messages.count == 1)
    #expect(
      run.errors.hasPrefix(
        "vraagbaak index: \(place.path)/documents/lijst.txt: dit zijn geen Kamervragen"))
    #expect(run.status == 65)
    #expect(try place.run("search", "fort").status == 0)

    let again = try place.run("index", "documents")
    #expect(again.errors.contains("1 geweigerd"))
    #expect(again.status == 65)
    let status = try place.run("status", "--refused")
    #expect(status.output.contains("\(place.path)/documents/lijst.txt: dit zijn geen"))

    try place.remove("documents/lijst.txt")
    #expect(try place.run("index", "documents").status == 0)
  }

  @Test("A file that is broken keeps what it last said until it can be read again")
  func broken() throws {
    let place = try Workplace([.allowance, .harbour])
    try place.write("\u{0}\u{1}\u{2}", to: "documents/ah-tk-20242025-902.md")
    let run = try place.run("index", "documents")
    #expect(run.errors.contains("ah-tk-20242025-902.md: "))
    #expect(run.status == 65)
    #expect(try place.run("search", "fort").status == 0)
    try place.write(.harbour)
    #expect(try place.run("index", "documents").status == 0)
  }

  @Test("A path that does not exist ends with 66 and what is there is indexed")
  func missingPath() throws {
    let place = try Workplace()
    try place.write(.harbour)
    let run = try place.run("index", "documents", "verdwenen")
    #expect(run.errors.contains("vraagbaak index: verdwenen: "))
    #expect(run.status == 66)
    #expect(try place.run("search", "fort").status == 0)
  }

  @Test("A file that may not be read is named and keeps its passages, and the run ends with 74")
  func unreadable() throws {
    let place = try Workplace()
    try place.write(.harbour)
    try place.makeDirectory("documents/map")
    try place.write(Publication.allowance.text, to: "documents/map/ah-tk-20242025-901.md")
    // Root may read everything, so there the command runs as nobody.
    let run = try place.shell(
      """
      chmod -R a+rwX .
      as() { if [ $(id -u) = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }
      as "$V" index --quiet documents || exit
      echo >> documents/ah-tk-20242025-902.md
      chmod 0 documents/ah-tk-20242025-902.md documents/map
      as "$V" index documents
      code=$?
      chmod -R a+rwX documents
      exit $code
      """)
    #expect(
      run.messages.prefix(2).sorted() == [
        "vraagbaak index: \(place.path)/documents/ah-tk-20242025-902.md: kan niet gelezen worden: geen toestemming",
        "vraagbaak index: \(place.path)/documents/map: kan niet gelezen worden: geen toestemming",
      ])
    #expect(run.status == 74)
    #expect(try passages(of: place) == 3)
  }

  @Test("A pipe that is given as a path ends with 66 and is not waited for")
  func pipe() throws {
    let run = try Workplace().shell("mkfifo pijp; \"$V\" index pijp")
    #expect(run.errors.contains("pijp: dit is geen bestand en geen map"))
    #expect(run.status == 66)
  }

  @Test("A directory without a single file ends with 66")
  func emptyDirectory() throws {
    let run = try Workplace().run("index", "documents")
    #expect(run.errors.contains("geen enkel bestand"))
    #expect(run.status == 66)
  }

  @Test("A directory that has become empty removes nothing, and the run ends with 66")
  func emptied() throws {
    let place = try Workplace([.harbour])
    try place.remove("documents/ah-tk-20242025-902.md")
    let run = try place.run("index", "documents")
    #expect(run.errors.contains("\(place.path)/documents"))
    #expect(run.status == 66)
    #expect(try place.run("search", "fort").status == 0)
  }

  @Test(
    "An index that cannot be made ends with 73",
    arguments: ["note.txt", "note.txt/index", "/proc/vraagbaak"])
  func cannotCreate(_ index: String) throws {
    let place = try Workplace()
    try place.write(.harbour)
    try place.write("", to: "note.txt")
    let run = try place.run("index", "--index", index, "documents")
    #expect(run.output == "")
    #expect(run.errors.contains("kan niet gemaakt worden"))
    #expect(run.status == 73)
  }

  @Test("A disk that refuses to be written ends with 74, and the index is as it was")
  func cannotWrite() throws {
    let place = try Workplace([.harbour])
    for set in Publication.many(10) { try place.write(set) }
    // The limit on the size of a file fails as a full disk does.
    let run = try place.shell("trap '' XFSZ; ulimit -f 64; exec \"$V\" index documents")
    #expect(run.output == "")
    #expect(run.status == 74)
    #expect(try place.run("search", "fort").status == 0)
    #expect(try place.run("search", "dossier1001").status == 1)
    #expect(try place.run("index", "documents").status == 0)
    #expect(try passages(of: place) == 201)
  }

  @Test("A second run beside the first ends with 75 and names the first")
  func busy() throws {
    let place = try Workplace()
    for set in Publication.many(40) { try place.write(set) }
    let first = try place.start("index", "--verbose", "--jobs", "1", "documents")
    first.awaitLines(1)
    let second = try place.run("index", "documents")
    #expect(second.output == "")
    #expect(second.errors.contains("is bezet: proces "))
    #expect(second.status == 75)
    #expect(first.finish().status == 0)
    #expect(try passages(of: place) == 800)
  }

  @Test("Searching goes on while a run writes")
  func searchDuringRun() throws {
    let place = try Workplace([.harbour])
    for set in Publication.many(40) { try place.write(set) }
    let run = try place.start("index", "--verbose", "--jobs", "1", "documents")
    run.awaitLines(1)
    #expect(try place.run("search", "fort").status == 0)
    #expect(try passages(of: place) == 1)
    #expect(run.finish().status == 0)
    #expect(try passages(of: place) == 801)
  }

  @Test("--rebuild-outdated makes an index of another version again, and no other")
  func rebuildOutdated() throws {
    let place = try Workplace([.harbour])
    #expect(try place.run("index", "--rebuild-outdated", "documents").errors == "")
    #expect(!place.exists("index/generation-2"))
    let database = try WritableDatabase(
      path: "\(place.path)/index/generation-1/shard-1", mode: .open)
    try database.setMetadata(Array("schema-0 reader-0".utf8), forKey: "fingerprint")
    try database.close()
    #expect(try place.run("index", "documents").status == 78)
    let run = try place.run(
      "index", "--rebuild-outdated", "--report", "run.json", "documents")
    #expect(run.messages.first?.contains("een andere versie heeft de index gemaakt") == true)
    #expect(run.status == 0)
    #expect(place.exists("index/generation-2"))
    #expect(try JSONValue(try place.read("run.json"))["action"]?.asText == "rebuild")
    #expect(try place.run("search", "fort").status == 0)
    #expect(try place.run("index", "--rollback", "--rebuild-outdated").status == 64)
    // An index that is not there is not outdated.
    try place.remove("index")
    #expect(try place.run("index", "--rebuild-outdated", "documents").status == 0)
  }

  @Test("An index of another analyser ends with 78 until it is rebuilt; search says so with 2")
  func incompatible() throws {
    let place = try Workplace([.harbour])
    let database = try WritableDatabase(
      path: "\(place.path)/index/generation-1/shard-1", mode: .open)
    try database.setMetadata(Array("schema-0 reader-0".utf8), forKey: "fingerprint")
    try database.close()
    for (arguments, status): ([String], Int32) in [
      (["index", "documents"], 78), (["search", "fort"], 2), (["show", "ah-tk-20242025-902"], 2),
      (["status"], 78),
    ] {
      let run = try place.run(arguments)
      #expect(run.output == "")
      #expect(run.errors.contains("schema-0 reader-0"))
      #expect(run.errors.contains("--rebuild"))
      #expect(run.status == status)
    }
    #expect(try place.run("index", "--rebuild", "documents").status == 0)
    #expect(try place.run("search", "fort").status == 0)
  }

  @Test("A rebuild keeps the generation before it, and gives the same answers")
  func rebuild() throws {
    let place = try Workplace([.allowance, .harbour])
    let before = try place.run("search", "toeslag")
    #expect(try place.run("index", "--rebuild", "--quiet", "documents") == CommandRun())
    #expect(try place.run("search", "toeslag") == before)
    #expect(place.exists("index/generation-2"))
    #expect(place.exists("index/generation-1"))
  }

  @Test(
    "A rebuild with a missing path, or with empty ones only, keeps the index and ends with 66",
    arguments: [["nergens"], ["empty"], ["documents", "nergens"]])
  func rebuildFromNothing(_ paths: [String]) throws {
    let place = try Workplace([.allowance])
    try place.makeDirectory("archive")
    try place.makeDirectory("empty")
    try place.write(Publication.harbour.text, to: "archive/ah-tk-20242025-902.md")
    #expect(try place.run("index", "documents", "archive").status == 0)
    try place.remove("archive")
    let run = try place.run(["index", "--rebuild"] + paths)
    #expect(run.status == 66)
    #expect(try passages(of: place) == 3)
    #expect(try place.run("check").status == 0)
    #expect(!place.exists("index/generation-2"))
  }

  @Test("An index inside the directory it indexes does not index itself")
  func indexInside() throws {
    let place = try Workplace()
    try place.write(.harbour)
    for _ in 1...2 {
      let run = try place.run(
        "index", "--verbose", "--index", "documents/index", "documents")
      #expect(run.errors.contains(" 1 bestand"))
      #expect(run.status == 0)
    }
  }

  /// The summary with its duration taken out.
  private func withoutSeconds(_ errors: String) -> String {
    errors.replacing(#/\d+,\d s\n/#, with: "N s\n")
  }
}

/// The number of passages that the status of the index gives.
func passages(of place: Workplace) throws -> Int {
  let status = try JSONValue(try place.run("status", "--format", "json").output)
  return Int(status["passages"]?.asNumber ?? -1)
}
