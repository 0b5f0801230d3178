import Testing

@testable import Kamervragen

/// Work that grows with the document: each of these has so many of something that going through all
/// of them again for each would not end.
@Suite("Much of something") struct LinearTests {
  private let many = 20_000

  private func line(_ text: String, _ gap: SourceLine.Gap = .line) -> SourceLine {
    SourceLine(text: text, gap: gap, page: 0)
  }

  @Test("Lines that each end a page of the same number keep their places")
  func pageEnds() {
    let lines = Array(repeating: line("Kent u dit? 1 en zo", .page), count: many)
    #expect(NoteUnfolding.unfold(lines) == lines)
  }

  @Test(
    "A mark on an earlier line of the page still tells where notes begin, one of another page does not"
  )
  func marksOfThePage() {
    let lines = [
      line("Kent u dit?1", .page), line("En dit, aan de voet 1 Krant van gisteren", .page),
    ]
    let cut = [
      line("Kent u dit?1", .page), line("En dit, aan de voet", .page),
      line("1 Krant van gisteren", .blank),
    ]
    #expect(NoteUnfolding.unfold(lines) == cut)
    var apart = lines
    apart[1].page = 1
    #expect(NoteUnfolding.unfold(apart) == apart)
  }

  @Test("Notes behind each other in brackets become as many notes")
  func bracketNotes() {
    let notes = (1...many).map { "[\($0)] Krant \($0)." }.joined(separator: " ")
    let (found, lines) = NoteFinder.extract(
      [line("Kent u dit?[1]"), line(notes, .blank)], answerPage: nil)
    #expect(found.count == many)
    #expect(found.map(\.number) == Array(1...many))
    #expect(found[0].text == "Krant 1.")
    #expect(found[9].text == "Krant 10.")
    #expect(found[many - 1].text == "Krant \(many).")
    #expect(lines.map(\.text) == ["Kent u dit?[1]"])
  }

  @Test("Two questions without numbers and one answer, again and again")
  func groups() {
    let lines = [line("Ja.")]
    let three: [Section] = [
      Section(kind: .question([]), lines: lines), Section(kind: .question([]), lines: lines),
      Section(kind: .answer([]), lines: lines),
    ]
    let sections = (0..<many).flatMap { _ in three }
    let assembly = PassageAssembly(sections, layout: .paragraphs)
    #expect(assembly.passages.count == many)
    #expect(assembly.passages[0].questions == [1, 2])
    #expect(assembly.passages[0].questionText == "Ja.\n\nJa.")
    #expect(assembly.passages[many - 1].questions == [2 * many - 1, 2 * many])
    #expect(assembly.passages.allSatisfy { $0.answerText == "Ja." })
  }

  @Test("Groups that were joined are joined with others, and their answers with them")
  func chainOfGroups() {
    func answer(_ numbers: [Int], _ text: String) -> Section {
      Section(kind: .answer(numbers), lines: [line(text)])
    }
    let asked = (1...5).map { Section(kind: .question([$0]), lines: [line("Vraag \($0)?")]) }
    let assembly = PassageAssembly(
      asked + [
        answer([1, 2], "A."), answer([3, 4], "B."), answer([2, 3], "C."), answer([5], "D."),
      ],
      layout: .paragraphs)
    #expect(assembly.passages.map(\.questions) == [[1, 2, 3, 4], [5]])
    #expect(assembly.passages.map(\.answerText) == ["A.\n\nB.\n\nC.", "D."])
  }

  @Test("Notes of one number find as many marks, each the next one")
  func raised() {
    let lines = Array(repeating: line("Kent u dit? 1"), count: many)
    let note = FoundNote(number: 1, style: .spaced, text: "Krant", page: 0, line: many)
    let raised = MarkRaiser.raise(Array(repeating: note, count: many), in: lines)
    #expect(raised == Array(repeating: line("Kent u dit?¹"), count: many))
  }

  @Test("Of the places for a mark the best is taken, on the page of the note before elsewhere")
  func bestMark() {
    func mark(_ texts: [(String, Int)], notePage: Int, before: Int) -> [String] {
      let lines = texts.map { SourceLine(text: $0.0, gap: .line, page: $0.1) }
      let note = FoundNote(number: 2, style: .spaced, text: "x", page: notePage, line: before)
      return MarkRaiser.raise([note], in: lines).map(\.text)
    }
    // Weak and strong on the same page; strong elsewhere; strong behind the note on its page and on
    // another one.
    #expect(
      mark([("Provincies2 doen", 0), ("Is dat zo?2", 0)], notePage: 0, before: 2)
        == ["Provincies2 doen", "Is dat zo?²"])
    #expect(
      mark([("Is dat zo?2", 0), ("Provincies2 doen", 1)], notePage: 1, before: 2)
        == ["Is dat zo?²", "Provincies2 doen"])
    #expect(
      mark([("Is dat zo?2", 0), ("Is dat zo?2", 1)], notePage: 1, before: 2)
        == ["Is dat zo?2", "Is dat zo?²"])
    #expect(
      mark([("Geen teken", 0), ("Is dat zo?2", 0)], notePage: 0, before: 1)
        == ["Geen teken", "Is dat zo?²"])
    #expect(
      mark([("Geen teken", 0), ("Is dat zo?2", 1)], notePage: 0, before: 1)
        == ["Geen teken", "Is dat zo?2"])
  }

  @Test("Marks of which no note is written so leave the notes to others")
  func twoSystems() {
    let typed = FoundNote(number: 1, style: .paren, text: "Boek", page: 0, line: 0)
    let raised = FoundNote(number: 2, style: .raised, text: "Krant", page: 0, line: 0)
    var set = QuestionSet(kind: .questions)
    set.passages = [
      Passage(
        questions: [1], questionText: String(repeating: "zo¹ ", count: many) + "en zo²")
    ]
    NotePlacement.place(
      Array(repeating: typed, count: many) + [raised], header: "", answerPage: nil, in: &set)
    let notes = set.passages[0].footnotes
    #expect(notes.count == many + 1)
    #expect(notes[0] == Footnote(mark: "2", text: "Krant"))
    #expect(notes.dropFirst().allSatisfy { $0 == Footnote(mark: "1", text: "Boek") })
  }

  @Test("A word with a sign at every fourth letter gets its spaces back")
  func signsInAWord() {
    let word = String(repeating: "aa?Bb", count: many)
    let restored = String(decoding: LostSpaces.restored(Array(word.utf8)), as: UTF8.self)
    #expect(restored == String(repeating: "aa? Bb", count: many))
    // Behind a full stop in the same word it is an address.
    #expect(LostSpaces.restored(Array("aa.nlaa?Bb".utf8)) == Array("aa.nlaa?Bb".utf8))
  }

  @Test("References, each once")
  func references() {
    let numbers = (1...many).map(String.init).joined(separator: ", ")
    let found = SeeAlso.references("Zie ook vergaderjaar 2022–2023, nrs. \(numbers), 1, 2.")
    #expect(found.map(\.number) == Array(1...many))
  }

  @Test("Names in metadata, each once")
  func names() {
    let pairs = (0..<many).map { (name: "OVERHEIDop.indiener", value: "Jansen \($0 / 2)") }
    let metadata = Metadata(pairs)
    #expect(metadata.members == (0..<(many / 2)).map { Member(name: "Jansen \($0)") })
  }

  @Test("Marks without end in a key and a text of JSON, as characters and as escapes")
  func marksInJSON() throws {
    let marks = String(repeating: "\u{F71}\\u0f72\\ud834\\udd65", count: many)
    let set = try read(
      "{\"identifier\":\"kv-tk-2024Z00001\",\"text\":[\"Kent u dit: a\(marks)?\"],\"meta\":{\"a\(marks)\":\"b\"}}",
      name: "a.json")
    let text = set.passages[0].questionText.unicodeScalars
    #expect(text.count { $0 == "\u{F71}" } == many)
    #expect(text.count { $0 == "\u{F72}" } == many)
    #expect(text.count { $0 == "\u{1D165}" } == many)
    #expect(text.count { $0 == "\u{34F}" } == many / 10 - 1)
  }

  @Test("Marks without end in a name of XML and in an attribute")
  func marksInXML() throws {
    let marks = String(repeating: "\u{F71}\u{F72}", count: 8_000)
    let set = try read(
      "<kamervragen><vraag><nr>1</nr><al><a\(marks) id='\(marks)'/>Kent u a\(marks)?</al></vraag></kamervragen>",
      name: "a.xml")
    #expect(set.passages[0].questionText.unicodeScalars.count { $0 == "\u{F71}" } == 8_000)
  }
}
