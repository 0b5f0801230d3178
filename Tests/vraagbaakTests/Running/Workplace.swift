import Foundation
import Glibc
import TestSupport

/// A temporary directory for one test, with documents, an index and the command; gone with its last
/// owner.
struct Workplace {
  private let directory: TemporaryDirectory

  var path: String { directory.path }

  /// What the command finds in its environment unless a test says otherwise.
  var environment: [String: String] {
    [
      "HOME": "\(path)/home", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm",
      "VRAAGBAAK_CONFIG": "/dev/null", "VRAAGBAAK_INDEX": "\(path)/index",
      // The system's list is not the same everywhere, and a build for tests is slow to read it.
      "VRAAGBAAK_WORDS": "/dev/null",
    ]
  }

  /// Makes the directory; with documents, these are written and indexed.
  init(_ documents: [Publication] = []) throws {
    directory = try TemporaryDirectory()
    try makeDirectory("documents")
    for document in documents { try write(document) }
    guard !documents.isEmpty else { return }
    let run = try run("index", "documents")
    guard run.status == 0 else { throw IndexingFailed(run: run) }
  }

  /// The documents of a test could not be indexed.
  struct IndexingFailed: Error { let run: CommandRun }

  // MARK: Files

  func makeDirectory(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: directory[name], withIntermediateDirectories: true)
  }

  /// Writes a file below the directory.
  func write(_ text: String, to name: String) throws {
    try directory.write(text, to: name)
  }

  /// Writes a set below `documents`, under its own name.
  func write(_ set: Publication) throws { try write(set.text, to: "documents/\(set.name).md") }

  func remove(_ name: String) throws { try directory.remove(name) }

  func exists(_ name: String) -> Bool { directory.exists(name) }

  func read(_ name: String) throws -> String { try directory.read(name) }

  // MARK: The command

  /// Runs the command to its end and catches what it prints in files.
  func run(
    _ arguments: String..., input: String = "", environment changes: [String: String?] = [:]
  ) throws -> CommandRun {
    try run(arguments, input: input, environment: changes)
  }

  func run(
    _ arguments: [String], input: String = "", environment changes: [String: String?] = [:]
  ) throws -> CommandRun {
    let given = try Descriptor(scratchIn: path)
    let bytes = Array(input.utf8)
    guard Glibc.write(given.number, bytes, bytes.count) == bytes.count else {
      throw SystemFailure("write")
    }
    lseek(given.number, 0, SEEK_SET)
    let output = try Descriptor(scratchIn: path)
    let errors = try Descriptor(scratchIn: path)
    let status = try run(
      arguments, input: given, output: output, errors: errors, environment: changes)
    return CommandRun(
      output: String(decoding: output.whole(), as: UTF8.self),
      errors: String(decoding: errors.whole(), as: UTF8.self), status: status)
  }

  /// Runs the command to its end with the given standard streams, nil for a closed one.
  func run(
    _ arguments: [String], input: Descriptor?, output: Descriptor?, errors: Descriptor?,
    environment changes: [String: String?] = [:]
  ) throws -> Int32 {
    var environment = environment
    for (name, value) in changes { environment[name] = value }
    let spawn = Spawn(
      arguments: arguments, environment: environment,
      directory: path, input: input?.number, output: output?.number, errors: errors?.number)
    return Spawn.wait(for: try spawn.start())
  }

  /// Runs a line of shell, in which `$V` is the command.
  func shell(_ line: String) throws -> CommandRun {
    let output = try Descriptor(scratchIn: path)
    let errors = try Descriptor(scratchIn: path)
    let nothing = try Descriptor(opening: "/dev/null", O_RDONLY)
    let spawn = Spawn(
      executable: "/bin/bash", arguments: ["-c", line],
      environment: environment.merging(["V": BuiltCommand.path]) { $1 }, directory: path,
      input: nothing.number, output: output.number, errors: errors.number)
    let status = Spawn.wait(for: try spawn.start())
    return CommandRun(
      output: String(decoding: output.whole(), as: UTF8.self),
      errors: String(decoding: errors.whole(), as: UTF8.self), status: status)
  }

  /// Starts the command with its error stream on a pipe that holds one page and has little room
  /// left, or all of it where it is not filled. Nobody reads it until the test does, so a run that
  /// names each file as it goes stops in the middle of its work and waits.
  func start(_ arguments: String..., isFilled: Bool = true) throws -> RunningCommand {
    let nothing = try Descriptor(opening: "/dev/null", O_RDWR)
    let (reading, writing) = try Descriptor.pipe()
    // F_SETPIPE_SZ of <fcntl.h>, which Swift leaves out with the other extensions of Linux.
    guard fcntl(writing.number, 1031, 4096) >= 0 else { throw SystemFailure("F_SETPIPE_SZ") }
    let filler = [UInt8](repeating: 0x20, count: isFilled ? RunningCommand.filler : 0)
    guard Glibc.write(writing.number, filler, filler.count) == filler.count else {
      throw SystemFailure("write")
    }
    let spawn = Spawn(
      arguments: arguments, environment: environment, directory: path, input: nothing.number,
      output: nothing.number, errors: writing.number)
    return RunningCommand(process: try spawn.start(), errors: reading)
  }
}

/// A command at work, held up by its error stream.
final class RunningCommand {
  /// So many spaces stand in the error stream before the command's first message.
  fileprivate static let filler = 3072

  private let process: pid_t
  private let errors: Descriptor
  private var seen: [UInt8] = []
  private var isFinished = false

  init(process: pid_t, errors: Descriptor) {
    self.process = process
    self.errors = errors
  }

  deinit {
    guard !isFinished else { return }
    kill(process, SIGKILL)
    _ = Spawn.wait(for: process)
  }

  /// Reads messages until so many lines have come; the command goes on a page further and waits
  /// again.
  func awaitLines(_ count: Int) {
    var byte: UInt8 = 0
    var lines = 0
    while lines < count, read(errors.number, &byte, 1) == 1 {
      seen.append(byte)
      if byte == 0x0A { lines += 1 }
    }
  }

  /// The messages that were read.
  var messages: String { String(decoding: seen, as: UTF8.self) }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits until the error stream has no room for another message, so that the command waits.
  func awaitFullStream() {
    var waiting: Int32 = 0
    while ioctl(errors.number, UInt(FIONREAD), &waiting) == 0, waiting < 4096 - 200 { usleep(1000) }
  }

  /// Waits for the end of the command, of which nobody reads the messages.
  ///
  /// - Returns: its exit code.
  func end() -> Int32 {
    isFinished = true
    return Spawn.wait(for: process)
  }

  /// Lets the command go on to its end.
  func finish() -> CommandRun {
    seen += errors.rest()
    isFinished = true
    return CommandRun(
      errors: String(decoding: seen.dropFirst(Self.filler), as: UTF8.self),
      status: Spawn.wait(for: process))
  }
}
