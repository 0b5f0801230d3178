import Foundation
import Glibc
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Walking directories")
struct SourceTreeTests {
  private static let text = Publication(number: "101", passages: [("1", "Eik?", "Ja.")]).text

  private func names(_ tree: FileScan) -> [String] {
    tree.files.map { String(decoding: $0.path.split(separator: 0x2F).last ?? [], as: UTF8.self) }
  }

  @Test("A loop of symbolic links is entered once, and reported")
  func loop() throws {
    let place = try TestIndex()
    try place.write(Self.text, to: "map/a.md")
    #expect(symlink(place.texts, place.path("map/terug")) == 0)
    #expect(symlink("zelf", place.path("zelf")) == 0)
    let tree = FileScan(paths: [place.texts], excluding: place.index)
    #expect(names(tree) == ["a.md"])
    #expect(tree.passedOver.map(\.reason) == [.loop])
    #expect(tree.passedOver.map(\.path) == [Array(place.path("map/terug").utf8)])
    #expect(tree.unreadable.map(\.path) == [Array(place.path("zelf").utf8)])
  }

  @Test("A symbolic link out of the directory is followed; one that points nowhere is reported")
  func outside() throws {
    let place = try TestIndex()
    try FileManager.default.createDirectory(
      atPath: "\(place.root)/elders", withIntermediateDirectories: true)
    try Data(Self.text.utf8).write(to: URL(filePath: "\(place.root)/elders/b.md"))
    #expect(symlink("\(place.root)/elders", place.path("elders")) == 0)
    #expect(symlink("\(place.root)/nergens", place.path("nergens")) == 0)
    let tree = FileScan(paths: [place.texts], excluding: place.index)
    #expect(tree.files.map(\.path) == [Array(place.path("elders/b.md").utf8)])
    #expect(tree.unreadable.map(\.reason) == [.danglingLink])
  }

  @Test("Pipes, sockets and devices in a directory are passed over, and reported")
  func special() throws {
    let place = try TestIndex()
    try place.write(Self.text, to: "a.md")
    #expect(mkfifo(place.path("pijp.md"), 0o666) == 0)
    #expect(symlink("/dev/zero", place.path("nul.md")) == 0)
    let tree = FileScan(paths: [place.texts], excluding: place.index)
    #expect(names(tree) == ["a.md"])
    #expect(tree.passedOver.map(\.reason) == [.notRegular, .notRegular])
    #expect(tree.unreadable.isEmpty)
  }

  @Test("A pipe or device that is given as a path is no source: it is missing")
  func specialRoot() throws {
    let place = try TestIndex()
    let tree = FileScan(paths: ["/dev/null"], excluding: place.index)
    #expect(tree.files == [])
    #expect(tree.roots == [])
    #expect(tree.missing == [MissingPath(path: "/dev/null", reason: .notWalked)])
  }

  @Test("A file whose name is not UTF-8 is a source like any other, from run to run")
  func otherEncoding() async throws {
    let place = try TestIndex()
    let path = Array("\(place.texts)/caf".utf8) + [0xE9] + Array(".md".utf8)
    let descriptor = open(path.map(CChar.init(bitPattern:)) + [0], O_WRONLY | O_CREAT, 0o666)
    #expect(descriptor >= 0)
    #expect(write(descriptor, Self.text, Self.text.utf8.count) == Self.text.utf8.count)
    close(descriptor)
    #expect(try await place.run().added == 1)
    let second = try await place.run()
    #expect(second.unchanged == 1)
    #expect(second.removed == 0)
    #expect(try IndexCheck.run(path: place.index).compared == 1)
  }

  @Test("A file that has grown since it was looked at is read the next time")
  func growing() throws {
    let place = try TestIndex()
    try place.write(Self.text, to: "a.md")
    let file = try #require(FileScan(paths: [place.texts], excluding: place.index).files.first)
    try place.write(Self.text + "Vraag 2", to: "a.md")
    #expect(throws: FileReadError.unreadable(.changing)) { try file.contents(limit: 1 << 20) }
    guard case .unreadable(.changing) = Preparation(schema: Schema()).prepare(file)
    else {
      Issue.record("it was read")
      return
    }
  }

  @Test(
    "A time in the future or long ago is a time like any other: the file is read once",
    arguments: [4e9, -2e9])
  func clock(_ seconds: Double) async throws {
    let place = try TestIndex()
    try place.write(Self.text, to: "a.md")
    try place.setTime(seconds, of: "a.md")
    #expect(try await place.run().added == 1)
    #expect(try await place.run().unchanged == 1)
    // Back to now: the content tells that nothing has changed.
    try place.setTime(0, of: "a.md")
    let again = try await place.run()
    #expect(again.changed == 0)
    #expect(again.unchanged == 1)
  }

  @Test("A lock whose holder is dead is free, whatever name it left")
  func deadHolder() async throws {
    let place = try TestIndex()
    try place.write(Self.text, to: "a.md")
    try await place.run()
    try Data("proces 999999 op elders, sinds 2001-01-01T00:00:00Z\n".utf8)
      .write(to: URL(filePath: "\(place.index)/lock"))
    #expect(try await place.run().unchanged == 1)
  }
}
