import Foundation
import Glibc
import Kamervragen
import PassageIndex
import TestSupport
import Testing

/// What a document does to the process that reads it, and what the system does to it, harms nothing
/// else. The program `pdftohtml` is one of the test's own here: what it does happens in the middle
/// of reading a document.
@Suite("The processes that read")
struct ReadingProcessTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    for set in Publication.many(3) { try place.write(set) }
    try place.write("%PDF-1.4\n", to: "documents/brief.pdf")
    try place.makeDirectory("bin")
  }

  private var environment: [String: String?] {
    ["PATH": "\(place.path)/bin:/usr/bin:/bin"]
  }

  private func convertPDF(by script: String) throws {
    try place.write("#!/bin/sh\n\(script)\n", to: "script")
    // A program that this process has open for writing cannot be started by the child of another
    // test.
    #expect(try place.shell("install -m 755 script bin/pdftohtml").status == 0)
  }

  private func index() throws -> CommandRun {
    try place.run("index", "documents", environment: environment)
  }

  /// The reader is the one that starts the program.
  private static let endReader = "kill -s %SIGNAL% $PPID; sleep 1000"

  @Test("A document that breaks its reader is refused, and all others are indexed")
  func breakdown() throws {
    try convertPDF(by: Self.endReader.replacing("%SIGNAL%", with: "SEGV"))
    let run = try index()
    #expect(
      run.messages.first
        == "vraagbaak index: \(place.path)/documents/brief.pdf: dit bestand vraagt te veel: het leesproces loopt erop vast (signaal 11)"
    )
    #expect(run.errors.contains("3 sets, 60 passages in de index"))
    #expect(run.status == 65)
    #expect(try index().messages.contains { $0.contains("4 ongewijzigd") })
  }

  @Test("The end of a reader is seen even if the command was started with that signal ignored")
  func ignoredSignal() throws {
    try convertPDF(by: Self.endReader.replacing("%SIGNAL%", with: "SEGV"))
    try place.write(
      """
      import os, signal, sys
      signal.signal(signal.SIGCHLD, signal.SIG_IGN)
      os.execv(sys.argv[1], sys.argv[1:])
      """, to: "start.py")
    let run = try place.shell(
      "PATH=\(place.path)/bin:$PATH exec python3 start.py \"$V\" index documents")
    #expect(run.errors.contains("het leesproces loopt erop vast (signaal 11)"))
    #expect(run.status == 65)
  }

  @Test("A document whose reader is killed is unreadable now, and is read the next time")
  func killed() throws {
    try convertPDF(by: Self.endReader.replacing("%SIGNAL%", with: "KILL"))
    let run = try index()
    #expect(
      run.messages.first
        == "vraagbaak index: \(place.path)/documents/brief.pdf: kan niet gelezen worden: het leesproces is van buiten gestopt (signaal 9)"
    )
    #expect(run.errors.contains("3 sets, 60 passages in de index"))
    #expect(run.status == 74)
    try convertPDF(by: "echo 'Syntax Error: niets' >&2")
    let next = try index()
    #expect(
      next.messages.first
        == "vraagbaak index: \(place.path)/documents/brief.pdf: dit PDF-bestand is niet te lezen: het is beschadigd of afgebroken: Syntax Error: niets"
    )
    #expect(next.status == 65)
  }

  @Test("A program that is killed while it helps to read is a shortage too")
  func killedHelper() throws {
    try convertPDF(by: "kill -s KILL $$")
    let run = try index()
    #expect(run.errors.contains("het programma pdftohtml is van buiten gestopt (signaal 9)"))
    #expect(run.status == 74)
    #expect(try place.run("inspect", "documents/brief.pdf", environment: environment).status == 74)
  }

  /// Whether a process ends; nobody says when the kernel has come to that, so it gets ten seconds.
  private func ends(_ process: pid_t) -> Bool {
    for _ in 0..<1000 {
      let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      guard let state, !state.contains(") Z ") else { return true }
      usleep(10_000)
    }
    return false
  }

  @Test(
    "A run that is stopped or killed while a document hangs ends, with its reader and what that started",
    arguments: zip([SIGTERM, SIGINT, SIGKILL], [Int32(143), 130, -SIGKILL]))
  func stopped(_ signal: Int32, _ status: Int32) throws {
    // A note by way of a pipe: no program may write a file.
    let note = "\(place.path)/note"
    #expect(mkfifo(note, 0o600) == 0)
    let reading = open(note, O_RDWR | O_CLOEXEC)
    defer { close(reading) }
    try convertPDF(by: "echo $PPID $$ > \(note); exec sleep 1000")
    let nothing = try Descriptor(opening: "/dev/null", O_RDWR)
    let environment = place.environment.merging(["PATH": "\(place.path)/bin:/usr/bin:/bin"]) { $1 }
    let run = try Spawn(
      arguments: ["index", "documents"], environment: environment, directory: place.path,
      input: nothing.number, output: nothing.number, errors: nothing.number
    ).start()
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = read(reading, &buffer, buffer.count)
    let processes = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
      .split { $0 == " " || $0 == "\n" }.compactMap { pid_t($0) }
    #expect(processes.count == 2)
    kill(run, signal)
    #expect(Spawn.wait(for: run) == status)
    for process in processes { #expect(ends(process)) }
    try place.remove("documents/brief.pdf")
    #expect(try place.run("index", "documents").status == 0)
    #expect(try place.run("check").status == 0)
  }

  @Test("A reader limits its time and memory and leaves no core before it reads")
  func limits() throws {
    let note = "\(place.path)/note"
    #expect(mkfifo(note, 0o600) == 0)
    let reading = open(note, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    defer { close(reading) }
    try convertPDF(
      by: "grep -E 'cpu time|data size|core file' /proc/$PPID/limits | tr -s ' ' > \(note)")
    _ = try index()
    var buffer = [UInt8](repeating: 0, count: 1000)
    let count = read(reading, &buffer, buffer.count)
    let lines = String(decoding: buffer[..<max(0, count)], as: UTF8.self).split(separator: "\n")
    // One second has begun.
    #expect(lines.first?.hasPrefix("Max cpu time 7 ") == true, "\(lines)")
    #expect(lines.dropFirst().first?.hasPrefix("Max data size 268435456 268435456 ") == true)
    #expect(lines.last?.hasPrefix("Max core file size 0 0 ") == true)
  }

  @Test("A reader that needs more memory than it may have says so, whosever limit it is")
  func memory() {
    let large = [UInt8](repeating: 0, count: 300 << 20)
    func error(_ pool: ReaderPool) -> ReadError? {
      do {
        _ = try DocumentReader.processes(pool).read([1], name: "a.txt", metadata: large)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      error(ReaderPool(program: BuiltCommand.path))
        == .tooCostly(reason: "het lezen kost meer dan 256 MB geheugen"))
    let confined = ReaderPool(
      program: "/bin/sh",
      arguments: ["-c", "ulimit -d 200000; exec \(BuiltCommand.path) \(ReaderService.command)"])
    #expect(
      error(confined) == .shortage(reason: "een leesproces is niet op gang gekomen (code 4)"))
  }

  @Test("The process that reads is of no use by hand")
  func byHand() throws {
    #expect(try place.run("read-documents").status == 64)
  }
}
