import TestSupport
import Testing

@testable import vraagbaak

/// A command says so if the system has no room; it neither hangs nor dies.
@Suite("Shortages of the system")
struct ShortageTests {
  @Test(
    "With few descriptors every command ends with a message, or does its work",
    arguments: [4, 6, 8, 10, 12, 16, 20, 30, 40])
  func descriptors(_ limit: Int) throws {
    let place = try Workplace([.harbour])
    for (command, codes) in [
      ("search fort", [0, 2]), ("index documents", [0, 74]),
      ("index --rebuild documents", [0, 74]),
      ("check", [0, 74]), ("compact", [0, 74]), ("inspect documents/*", [0, 74]),
    ] as [(String, Set<Int32>)] {
      // A library in the process of the tests may have left one open.
      let closing = (3...9).map { "\($0)>&-" }.joined(separator: " ")
      let run = try place.shell("exec \(closing); ulimit -n \(limit); exec \"$V\" \(command)")
      #expect(codes.contains(run.status), "\(command): \(run.status) \(run.errors)")
      #expect(run.status == 0 || run.messages.count == 1, "\(command): \(run.errors)")
    }
    #expect(try place.run("search", "fort").status == 0)
    #expect(try place.run("check").status == 0)
  }

  @Test("A shortage is named, with how much there is")
  func messages() throws {
    let place = try Workplace([.harbour])
    let run = try place.shell("ulimit -n 20; exec \"$V\" index documents")
    #expect(
      run.errors.wholeMatch(
        of:
          #/vraagbaak index: er kunnen maar \d+ bestanden tegelijk open, en er zijn er 32 nodig \(er zijn te veel bestanden open\); zie 'ulimit -n'\n/#
      ) != nil, "\(run.errors)")
    #expect(throws: Capacity.Shortage.self) { try Capacity(megabytes: 1 << 40).claim() }
    #expect(throws: Never.self) { try Capacity(descriptors: 4, threads: 4).claim() }
  }

  @Test("An index that is removed while a run makes it anew is reported once")
  func vanished() throws {
    let place = try Workplace([.harbour])
    for set in Publication.many(40) { try place.write(set) }
    let run = try place.start("index", "--verbose", "--jobs", "1", "--rebuild", "documents")
    run.awaitLines(1)
    try place.remove("index")
    let end = run.finish()
    #expect(end.status == 74)
    let failures = end.messages.filter { !$0.contains(" passage") }
    #expect(
      failures == [
        "vraagbaak index: lezen of schrijven mislukt bij \(place.path)/index: de index is verdwenen terwijl de run bezig was"
      ])
  }
}
