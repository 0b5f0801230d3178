import Glibc
import TestSupport
import Testing

@testable import vraagbaak

/// What a run writes: where, with whose permission, and never into what somebody has put in its
/// way.
@Suite("Writing safely")
struct SafeWritingTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test(
    "The index is its owner's alone to change, and others read it as far as the user lets them",
    arguments: [("000", 0o644, 0o755), ("022", 0o644, 0o755), ("077", 0o600, 0o700)])
  func permissions(_ mask: String, _ file: Int, _ directory: Int) throws {
    let place = try Workplace()
    try place.write(.harbour)
    let run = try place.shell(
      "umask \(mask); \"$V\" index --report report.json --metrics m.prom documents")
    #expect(run.status == 0)
    for name in [
      "index/XAPIANDB", "index/last-run.json", "index/generation-1/shard-1/postlist.glass",
      "index/generation-1/shard-1/iamglass", "report.json", "m.prom",
    ] { #expect(mode("\(place.path)/\(name)") == mode_t(file), "\(name)") }
    for name in ["index", "index/generation-1", "index/generation-1/shard-1"] {
      #expect(mode("\(place.path)/\(name)") == mode_t(directory), "\(name)")
    }
    #expect(mode("\(place.path)/index/lock") == 0o600)
  }

  @Test("A lock that an earlier version let others open is closed to them by the next run")
  func oldLock() throws {
    let place = try Workplace([.harbour])
    #expect(chmod("\(place.path)/index/lock", 0o666) == 0)
    #expect(try place.run("index", "documents").status == 0)
    #expect(mode("\(place.path)/index/lock") == 0o600)
  }

  @Test("A lock names its holder only while there is one")
  func staleHolder() throws {
    let place = try Workplace([.harbour])
    #expect(try place.read("index/lock") == "")
    // What a killed run has left, and somebody who holds the lock without a name.
    try place.write("proces 999999999 op $HOST, sinds 2020-01-01T00:00:00Z\n", to: "line")
    let run = try place.shell(
      """
      sed "s/\\$HOST/$(hostname)/" line > index/lock
      exec 9<> index/lock; flock 9; "$V" index documents
      """)
    #expect(
      run.errors == "vraagbaak index: de index \(place.path)/index is bezet: een andere run\n")
    #expect(run.status == 75)
  }

  @Test("A report and metrics are never written into the index", arguments: ["report", "metrics"])
  func inIndex(_ option: String) throws {
    let place = try Workplace([.harbour])
    #expect(symlink("index", "\(place.path)/elders") == 0)
    for name in [
      "index/XAPIANDB", "elders/lock", "./index/../index/x.json", "index/generation-1/x",
    ] {
      let run = try place.run("index", "--\(option)", name, "documents")
      #expect(run.messages.first?.contains("ligt in de index") == true, "\(name)")
      #expect(run.status == 64)
    }
    #expect(try place.run("search", "fort").status == 0)
    #expect(try place.run("index", "--\(option)", "index-x", "documents").status == 0)
  }

  @Test("A pipe that nobody reads does not hold a run up")
  func pipe() throws {
    let place = try Workplace([.harbour])
    let run = try place.shell("mkfifo pijp; \"$V\" index --report pijp documents")
    #expect(run.errors == "vraagbaak index: pijp: niemand leest wat hier geschreven wordt\n")
    #expect(run.status == 74)
    let read = try place.shell(
      "cat pijp > out & \"$V\" index --report pijp documents; s=$?; wait; exit $s")
    #expect(read.status == 0)
    #expect(try JSONValue(try place.read("out"))["exitCode"] == 0)
  }

  @Test("Devices and this process's own streams are written to as they are")
  func streams() throws {
    let place = try Workplace([.harbour])
    #expect(try place.run("index", "--report", "/dev/null", "documents").status == 0)
    for stream in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
      let run = try place.run("index", "--report", stream, "documents")
      #expect(run.status == 0)
      #expect(try JSONValue(run.output)["exitCode"] == 0)
    }
    let piped = try place.shell("\"$V\" index --report /dev/stdout documents | cat")
    #expect(try JSONValue(piped.output)["exitCode"] == 0)
    #expect(try place.run("index", "--report", "/dev/full", "documents").status == 74)
  }

  @Test("A symbolic link of one's own is followed; another one stays, with what it points to")
  func links() throws {
    let place = try Workplace([.harbour])
    try place.write("oud", to: "echt.json")
    #expect(symlink("echt.json", "\(place.path)/link.json") == 0)
    #expect(try place.run("index", "--report", "link.json", "documents").status == 0)
    #expect(try JSONValue(try place.read("echt.json"))["exitCode"] == 0)
    guard geteuid() == 0 else { return }
    #expect(lchown("\(place.path)/link.json", 65534, 65534) == 0)
    try place.write("oud", to: "echt.json")
    let run = try place.run("index", "--report", "link.json", "documents")
    #expect(run.status == 74)
    #expect(run.errors.contains("de symbolische link link.json is van een andere gebruiker"))
    #expect(try place.read("echt.json") == "oud")
  }

  @Test("Nothing is left of a report that could not be written")
  func leftovers() throws {
    let place = try Workplace([.harbour])
    try place.makeDirectory("uit")
    let run = try place.shell(
      "mkdir uit/r.json; \"$V\" index --report uit/r.json documents; ls uit")
    #expect(run.output == "r.json\n")
    let limited = try place.shell(
      "(ulimit -f 0; \"$V\" index --report uit/x.json documents); echo $?; ls uit")
    #expect(limited.output == "74\nr.json\n")
  }

  @Test("A file that may not grow is an error with a message, and no signal")
  func fileSize() throws {
    let place = try Workplace(Publication.many(20))
    for set in Publication.many(60) { try place.write(set) }
    let run = try place.shell("ulimit -f 100; \"$V\" index --rebuild documents")
    #expect(run.status == 74)
    #expect(run.errors.hasPrefix("vraagbaak index: lezen of schrijven mislukt bij "))
    #expect(try place.run("search", "dossier1000").status == 0)
  }

  @Test(
    "Settings files must be regular files",
    arguments: [
      ["search", "--aliases"], ["index", "--rebuild", "--words"],
      ["index", "--rebuild", "--exceptions"],
    ])
  func settings(_ arguments: [String]) throws {
    let place = try Workplace([.harbour])
    let shell = try place.shell("mkfifo pijp; truncate -s 17M groot; mkdir map")
    #expect(shell.status == 0)
    for (file, reason) in [
      ("/dev/zero", "dit is geen gewoon bestand"),
      ("pijp", "dit is geen gewoon bestand"),
      ("groot", "groter dan "), ("map", "dit is geen gewoon bestand"),
      ("nergens", "nergens"),
    ] {
      let run = try place.run(arguments + [file, arguments[0] == "search" ? "fort" : "documents"])
      #expect(run.errors.contains(file), "\(file)")
      #expect(run.errors.contains(reason), "\(file): \(run.errors)")
      #expect(run.status == (arguments[0] == "search" ? 2 : 74), "\(file)")
    }
    #expect(try place.run("search", "fort").status == 0)
  }
}
