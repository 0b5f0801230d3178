import FoundationEssentials
import Glibc
import Testing

@testable import Kamervragen

/// Programs that misbehave, for real: they hang, flood, eat memory, crash.
@Suite struct BoundedProcessTests {
  private func shell(
    _ script: String, _ limits: BoundedProcess.Limits = BoundedProcess.Limits()
  ) -> BoundedProcess {
    BoundedProcess(
      program: ChildProgram(program: "/bin/sh", arguments: ["-c", script]), limits: limits)
  }

  private func run(
    _ script: String, on input: String = "", _ limits: BoundedProcess.Limits = .init()
  ) throws -> BoundedProcess.Output {
    try shell(script, limits).run(on: Array(input.utf8))
  }

  private func failure(
    _ script: String, _ limits: BoundedProcess.Limits
  ) -> ProcessFailure? {
    do {
      _ = try shell(script, limits).run(on: [])
      return nil
    } catch {
      return error
    }
  }

  private func isAlive(_ process: String) -> Bool {
    guard let number = pid_t(process.trimmed) else { return false }
    // A zombie of someone else's is still there for a moment; its state tells.
    guard let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else {
      return false
    }
    return !state.contains(") Z ")
  }

  /// Whether a process that was killed is gone; nobody says when the kernel has come to that, so it
  /// gets ten seconds.
  private func hasEnded(_ process: String) -> Bool {
    for _ in 0..<1000 where isAlive(process) { usleep(10_000) }
    return !isAlive(process)
  }

  @Test("The bytes are standard input, which can be opened as a file and read twice")
  func input() throws {
    let output = try run("cat; wc -c < /dev/stdin; head -c 3 /dev/stdin >&2; exit 7", on: "héllo")
    #expect(String(decoding: output.bytes, as: UTF8.self) == "héllo6\n")
    #expect(String(decoding: output.messages, as: UTF8.self) == "hé")
    #expect(output.exitCode == 7)
  }

  @Test("Large input and output pass")
  func large() throws {
    let text = String(repeating: "0123456789abcdef", count: 200_000)
    #expect(try run("cat", on: text).bytes == Array(text.utf8))
  }

  @Test("Messages beyond a few pages are let go")
  func messages() throws {
    let output = try run("head -c 1000000 /dev/zero >&2; echo done")
    #expect(String(decoding: output.bytes, as: UTF8.self) == "done\n")
    #expect(output.messages.count == 16 << 10)
  }

  @Test("A program that is not there is missing, one that may not run does not start")
  func missing() {
    func start(_ program: String) throws {
      _ = try BoundedProcess(program: ChildProgram(program: program, arguments: [])).run(on: [])
    }
    #expect(throws: ProcessFailure.missing) { try start("pdftohtml-that-is-not-there") }
    #expect(throws: ProcessFailure.notStarted(errno: EACCES)) { try start("/etc/passwd") }
  }

  @Test("A program that hangs is ended, and what it started with it")
  func hangs() throws {
    let limits = BoundedProcess.Limits(wallTime: .seconds(2))
    let note = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pid").path
    defer { try? FileManager.default.removeItem(atPath: note) }
    // The file limit is for the program; a named pipe is none.
    #expect(mkfifo(note, 0o600) == 0)
    let reader = open(note, O_RDWR | O_CLOEXEC)
    defer { close(reader) }
    #expect(
      failure("sleep 1000 & echo $! > \(note); echo $$ > \(note); wait", limits) == .tooSlow)
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = read(reader, &buffer, buffer.count)
    let processes = String(decoding: buffer[..<max(0, count)], as: UTF8.self).split(separator: "\n")
    #expect(processes.count == 2)
    for process in processes { #expect(hasEnded(String(process))) }
  }

  @Test("A program that closes its output and hangs is ended")
  func hangsSilently() {
    let limits = BoundedProcess.Limits(wallTime: .milliseconds(300))
    #expect(failure("exec >&- 2>&-; sleep 1000", limits) == .tooSlow)
  }

  @Test("A program that ends before what it started is not waited for beyond the wall time")
  func leavesChildren() {
    let limits = BoundedProcess.Limits(wallTime: .milliseconds(300))
    #expect(failure("sleep 1000 & exit 0", limits) == .tooSlow)
  }

  @Test("A program that floods its output is ended")
  func floods() {
    let limits = BoundedProcess.Limits(output: 100_000)
    #expect(
      failure("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done", limits) == .tooMuchOutput
    )
  }

  @Test("A program that eats memory does not get it")
  func eatsMemory() throws {
    let limits = BoundedProcess.Limits(memory: 100 << 20)
    let script = "head -c 400000000 /dev/zero | tail -c 300000000 | wc -c"
    let output = try run("sleep 0.05; \(script)", limits)
    #expect(String(decoding: output.bytes, as: UTF8.self).trimmed == "0\n")
    #expect(String(decoding: output.messages, as: UTF8.self).contains("memory"))
  }

  @Test("A program that uses up its processor time is ended")
  func spins() {
    let limits = BoundedProcess.Limits(processorSeconds: 1)
    #expect(failure("while :; do :; done", limits) == .tooMuchTime)
  }

  @Test("A crash is a crash")
  func crashes() {
    #expect(failure("kill -SEGV $$", .init()) == .killed(signal: SIGSEGV))
    #expect(failure("kill -PIPE $$", .init()) == .killed(signal: SIGPIPE))
  }

  @Test("It gets three descriptors, no file, and an environment of its own")
  func surroundings() throws {
    let open = Glibc.open("/dev/null", O_RDONLY)
    defer { close(open) }
    // The listing has a descriptor of its own.
    let listing = try run("ls /proc/self/fd | wc -l; env | cut -d= -f1 | grep -v -e _ -e PWD")
    #expect(String(decoding: listing.bytes, as: UTF8.self) == "4\nPATH\n")
    let name = "/tmp/\(UUID())"
    // Linux ends a program that writes where it may not.
    #expect(failure("sleep 0.05; echo much > \(name)", .init()) == .killed(signal: SIGXFSZ))
    try? FileManager.default.removeItem(atPath: name)
  }

  @Test("Many threads at once")
  func threads() async throws {
    let good = shell("cat")
    let bad = shell("sleep 1000", .init(wallTime: .milliseconds(50)))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<60 {
        group.addTask {
          let text = Array(String(repeating: "\(number) ", count: 20_000).utf8)
          let copy = try good.run(on: text).bytes
          #expect(copy == text)
          if number % 10 == 0 {
            #expect(throws: ProcessFailure.tooSlow) { try bad.run(on: text) }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("What the system lacks is a shortage, and what the document does is a refusal")
  func refusals() {
    func refusal(_ converter: BoundedProcess) -> ReadError? {
      do {
        _ = try PDFReader.convert([], with: converter)
        return nil
      } catch {
        return error
      }
    }
    let missing = BoundedProcess(program: ChildProgram(program: "pdftohtml-weg", arguments: []))
    #expect(
      refusal(missing).map { "\($0)" }
        == "dit PDF-bestand is nu niet te lezen: het programma pdftohtml-weg ontbreekt; installeer het pakket poppler-utils"
    )
    #expect(
      refusal(BoundedProcess(program: ChildProgram(program: "/etc/passwd", arguments: [])))
        == .shortage(reason: "het programma /etc/passwd start niet: Permission denied"))
    #expect(
      refusal(shell("sleep 1000", .init(wallTime: .seconds(1))))
        == .shortage(reason: "het programma /bin/sh is na 1 seconden nog niet klaar"))
    for signal in [SIGKILL, SIGTERM, SIGINT] {
      #expect(
        refusal(shell("kill -\(signal) $$"))
          == .shortage(reason: "het programma /bin/sh is van buiten gestopt (signaal \(signal))"))
    }
    #expect(
      refusal(shell("while :; do :; done", .init(processorSeconds: 1)))
        == .tooCostly(reason: "het uitlezen kost meer dan 1 seconden rekentijd"))
    #expect(
      refusal(shell("cat /dev/zero", .init(output: 1000)))
        == .tooCostly(reason: "het bevat meer dan 1000 bytes aan tekst"))
    #expect(
      refusal(shell("kill -ABRT $$"))
        == .damaged(form: .pdf, reason: "/bin/sh brak het uitlezen af (signaal 6)"))
    #expect(
      refusal(shell("echo 'Syntax Error: niets' >&2"))
        == .damaged(form: .pdf, reason: "het is beschadigd of afgebroken: Syntax Error: niets"))
  }
}
