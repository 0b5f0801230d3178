import Glibc
import Kamervragen
import Synchronization
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

/// Readers that misbehave, for real: they end, hang, flood, and talk nonsense.
@Suite("A pool of processes that read")
struct ReaderPoolTests {
  private func pool(_ script: String) -> ReaderPool {
    ReaderPool(program: "/bin/sh", arguments: ["-c", script])
  }

  private func error(
    of script: String, isStopped: @Sendable () -> Bool = { false }
  ) -> ReadError? {
    do {
      _ = try DocumentReader.processes(pool(script)).read(
        Array("Vraag 1".utf8), name: "a.txt", isStopped: isStopped)
      return nil
    } catch {
      return error
    }
  }

  @Test("A reader that uses up its time or memory makes the document too costly")
  func costly() {
    #expect(
      error(of: "kill -XCPU $$")
        == .tooCostly(reason: "het lezen kost meer dan 6 seconden rekentijd"))
    #expect(error(of: "exit 3") == .tooCostly(reason: "het lezen kost meer dan 256 MB geheugen"))
    // A length of two thousand million bytes.
    #expect(
      error(of: #"printf '\377\377\377\177\0\0' >&0; sleep 1000"#)
        == .tooCostly(reason: "het levert meer dan 33554432 bytes op"))
  }

  @Test("A reader that breaks down on a document twice makes it too costly")
  func breakdown() {
    #expect(
      error(of: "kill -SEGV $$")
        == .tooCostly(reason: "het leesproces loopt erop vast (signaal 11)"))
  }

  @Test(
    "A reader that is killed from outside, or that does not get going, is a shortage",
    arguments: [
      ("kill -KILL $$", "het leesproces is van buiten gestopt (signaal 9)"),
      ("kill -TERM $$", "het leesproces is van buiten gestopt (signaal 15)"),
      ("exit 4", "een leesproces is niet op gang gekomen (code 4)"),
      ("exit 0", "een leesproces is niet op gang gekomen (code 0)"),
    ])
  func shortage(_ script: String, _ reason: String) {
    #expect(error(of: script) == .shortage(reason: reason))
  }

  @Test("A program that is not there is a shortage that names it")
  func missing() {
    let pool = ReaderPool(program: "/weg/vraagbaak")
    #expect(
      throws: ReadError.shortage(reason: "een leesproces start niet: /weg/vraagbaak ontbreekt")
    ) {
      try DocumentReader.processes(pool).read([1], name: "a.txt")
    }
  }

  @Test("Bytes that are no answer are an error")
  func nonsense() {
    #expect(
      error(of: #"printf '\5\0\0\0\0\0abcde' >&0; sleep 1000"#)
        == .shortage(reason: "een leesproces is niet op gang gekomen (code 0)"))
    #expect(
      error(of: #"printf '\5\0\0\0\7\0abcde' >&0; sleep 1000"#)
        == .shortage(reason: "een leesproces is niet op gang gekomen (code 0)"))
  }

  @Test("A stop ends the wait for a reader that hangs, and the reader")
  func stopped() {
    let asked = Atomic(0)
    let answer = error(of: "sleep 1000") { asked.add(1, ordering: .relaxed).newValue > 3 }
    #expect(answer == .stopped)
  }

  @Test("A reader that broke down once is replaced by a fresh one")
  func replaced() throws {
    let note = "/tmp/\(UInt64.random(in: 0...UInt64.max))"
    defer { unlink(note) }
    // The second one answers with an error as JSON: {"empty":{}}
    let script = """
      if [ -e \(note) ]; then printf '\\14\\0\\0\\0\\1\\0{"empty":{}}' >&0; sleep 1000; fi
      : > \(note); kill -ABRT $$
      """
    #expect(error(of: script) == .empty)
  }

  @Test("One document that ends the reader is refused, and no other that is read together with it")
  func together() throws {
    // Answers two documents with {"empty":{}}, and the end comes at the third.
    let script = #"""
      printf '\14\0\0\0\1\0{"empty":{}}\14\0\0\0\1\0{"empty":{}}' >&0; exit 3
      """#
    var results: [Result<QuestionSet, ReadError>] = []
    let requests = (1...6).map { ReadRequest(name: "\($0)", document: [UInt8($0)], metadata: nil) }
    DocumentReader.processes(pool(script)).read(requests, isStopped: { false }) { place, result in
      #expect(place == results.count)
      results.append(result)
    }
    let costly = ReadError.tooCostly(reason: "het lezen kost meer dan 256 MB geheugen")
    let once: [Result<QuestionSet, ReadError>] = [
      .failure(.empty), .failure(.empty), .failure(costly),
    ]
    #expect(results == once + once)
  }

  @Test("A reader that says that it ends is followed by another, which goes on where it was")
  func last() throws {
    let script = #"""
      printf '\14\0\0\0\1\1{"empty":{}}' >&0; sleep 1000
      """#
    var count = 0
    let requests = (1...5).map { ReadRequest(name: "\($0)", document: [UInt8($0)], metadata: nil) }
    DocumentReader.processes(pool(script)).read(requests, isStopped: { false }) { _, result in
      #expect(result == .failure(.empty))
      count += 1
    }
    #expect(count == 5)
  }

  @Test("A set goes through the socket and comes back as it was")
  func wholeSet() throws {
    var set = QuestionSet(kind: .delay)
    set.identifier = "ah-tk-20242025-705"
    set.form = .odt
    set.answeredIn = ["ah-tk-20172018-1715"]
    set.chamber = .eersteKamer
    set.session = "2024-2025"
    set.number = "6a"
    set.caseNumber = "2024Z16543"
    set.subject = "de haven\u{0} van Delfzijl"
    set.members = [Member(name: "Van der Plas", party: "BBB"), Member(name: "Öz")]
    set.addressees = ["Minister van Justitie en Veiligheid"]
    set.respondents = [Respondent(role: "Minister", name: "Van Weel", portfolio: nil)]
    set.onBehalfOf = ["Minister-President"]
    set.submitted = CalendarDate(iso: "2024-10-17")
    set.received = CalendarDate(iso: "2024-12-03")
    set.seeAlso = ["ah-tk-20242025-496"]
    set.passages = [
      Passage(
        questions: [2, 3], questionText: "Wat?\n\nWaarom?", answerText: "Ja.",
        footnotes: [Footnote(mark: "*", text: "Trouw")]),
      Passage(questions: [], questionText: ""),
    ]
    set.footnotes = [Footnote(mark: "1", text: "AD")]
    set.remarks = ["Toelichting: geen"]
    set.warnings = ["Dit is vreemd."]
    for result in [Result<QuestionSet, ReadError>.success(set), .failure(.notUTF8(offset: 7))] {
      let bytes = try ReadAnswer(result, isLast: true).encoded()
      let head = Array(bytes.prefix(ReadAnswer.headSize))
      #expect(ReadAnswer.bodySize(head: head) == bytes.count - ReadAnswer.headSize)
      let answer = ReadAnswer(head: head, body: Array(bytes.dropFirst(ReadAnswer.headSize)))
      #expect(answer?.result == result)
      #expect(answer?.isLast == true)
    }
  }

  @Test("Bytes that are no answer give none, whatever they are")
  func damagedAnswers() throws {
    var random = SeededGenerator(seed: 19)
    var set = QuestionSet(kind: .answered)
    set.passages = (1...3).map { Passage(questions: [$0], questionText: "Vraag \($0)?") }
    let sound = set.encoded()
    var read = 0
    for _ in 0..<5000 {
      var bytes = sound.damaged(1...4, using: &random)
      if Bool.random(using: &random) { bytes = bytes.damaged(1...1, [.cut], using: &random) }
      if ReadAnswer(head: [0, 0, 0, 0, 0, 0], body: bytes) != nil { read += 1 }
    }
    // A letter that became another one is a set as well; most damage is none.
    #expect(read == 391)
  }

  @Test("A request is read as it was sent, and one that is cut off is none")
  func requests() {
    let requests = [
      ReadRequest(name: "a.txt", document: [1, 2, 3], metadata: nil),
      ReadRequest(name: "", document: [], metadata: []),
      ReadRequest(name: "b", document: [0], metadata: [255]),
    ]
    for request in requests {
      let bytes = request.pieces.flatMap(\.self)
      func read(_ bytes: [UInt8]) -> ReadRequest? {
        var rest = bytes[...]
        return ReadRequest { size in
          guard size <= rest.count else { return nil }
          defer { rest = rest.dropFirst(size) }
          return Array(rest.prefix(size))
        }
      }
      #expect(read(bytes) == request)
      for end in bytes.indices { #expect(read(Array(bytes[..<end])) == nil) }
    }
  }
}
