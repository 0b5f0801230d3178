/// Assigns notes to the passages that have their marks.
enum NotePlacement {
  /// Assigns numbered notes to passages; notes without a mark go to the set, with a warning.
  ///
  /// - Parameters:
  ///   - notes: the notes in document order.
  ///   - header: the text of the header's sentences.
  ///   - answerPage: the page on which the answers begin, if they follow all questions.
  ///   - set: the set.
  static func place(
    _ notes: [FoundNote], header: String, answerPage: Int?, in set: inout QuestionSet
  ) {
    checkMarks(notes, &set)
    guard !notes.isEmpty else { return }
    let notes = hasTwoSystems(notes) ? placeByMark(notes, &set) : notes
    let answerPage = answerPage.flatMap { beginsAgain(notes, at: $0) ? $0 : nil }
    // For each half and number, the passages with that mark. `true` is the answers; everything is
    // under `false` if the numbers do not start again there.
    var places: [Bool: [Int: [Int]]] = [:]
    for (index, passage) in set.passages.enumerated() {
      for (isAnswer, text) in [(false, passage.questionText), (true, passage.answerText ?? "")] {
        let half = isAnswer && answerPage != nil
        for number in Marks.numbers(in: text) where places[half]?[number]?.last != index {
          places[half, default: [:]][number, default: []].append(index)
        }
      }
    }
    let heading = Set(Marks.numbers(in: header))
    let remarks = Set(set.remarks.flatMap(Marks.numbers))
    var last: [Bool: Int] = [:]
    var unplaced: [String] = []
    for note in notes {
      let footnote = Footnote(mark: String(note.number), text: note.text)
      let half = answerPage.map { note.page >= $0 } ?? false
      let known = places[half]?[note.number] ?? places[!half]?[note.number] ?? []
      let least = last[half] ?? 0
      if let place = known.firstSorted(where: { $0 >= least }) ?? known.first {
        set.passages[place].footnotes.append(footnote)
        last[half] = max(last[half] ?? 0, place)
      } else {
        set.footnotes.append(footnote)
        if !heading.contains(note.number), !remarks.contains(note.number) {
          unplaced.append(footnote.mark)
        }
      }
    }
    warn(ofUnplaced: unplaced, &set)
  }

  /// Assigns notes that are identified by keys, and replaces the keys by printed marks.
  static func place(_ notes: MarkupNotes, headerKeys: [Int], in set: inout QuestionSet) {
    var placed: Set<Int> = []
    func footnotes(_ keys: [Int]) -> [Footnote] {
      keys.withoutRepeats.compactMap { key in
        guard notes.notes.indices.contains(key) else { return nil }
        placed.insert(key)
        return Footnote(mark: notes.notes[key].mark, text: notes.notes[key].text)
      }
    }
    for index in set.passages.indices {
      let passage = set.passages[index]
      let texts = [passage.questionText, passage.answerText ?? ""]
      set.passages[index].footnotes += footnotes(texts.flatMap(MarkupNotes.keys))
      set.passages[index].questionText = MarkupNotes.plain(passage.questionText, notes)
      set.passages[index].answerText = passage.answerText.map { MarkupNotes.plain($0, notes) }
    }
    set.footnotes += footnotes(headerKeys + set.remarks.flatMap(MarkupNotes.keys))
    set.remarks = set.remarks.map { MarkupNotes.plain($0, notes) }
    set.warnings = set.warnings.map { MarkupNotes.plain($0, notes) }
    let unplaced = notes.notes.indices.filter { !placed.contains($0) }.map { notes.notes[$0] }
    set.footnotes += unplaced.map { Footnote(mark: $0.mark, text: $0.text) }
    warn(ofUnplaced: unplaced.map(\.mark), &set)
    warn(ofMissing: notes.unknown, &set)
  }

  /// Whether the notes of the answers reuse numbers of the questions' notes.
  private static func beginsAgain(_ notes: [FoundNote], at answerPage: Int) -> Bool {
    let asked = Set(notes.lazy.filter { $0.page < answerPage }.map(\.number))
    return notes.contains { $0.page >= answerPage && asked.contains($0.number) }
  }

  private static func warn(ofUnplaced marks: [String], _ set: inout QuestionSet) {
    guard let first = marks.first else { return }
    let named = marks.count == 1 ? "noot \(first)" : "de noten \(marks.joined(separator: ", "))"
    set.warnings.append("Het teken van \(named) is in de tekst niet gevonden.")
  }

  private static func warn(ofMissing marks: [String], _ set: inout QuestionSet) {
    guard !marks.isEmpty else { return }
    let named = marks.withoutRepeats.joined(separator: ", ")
    set.warnings.append(
      "Bij \(marks.count == 1 ? "teken" : "de tekens") \(named) staat geen noot in de tekst.")
  }

  /// Whether the document has two systems of notes, as letters do: a list typed at the end with
  /// marks "1)", and the notes of the word processor with raised marks.
  private static func hasTwoSystems(_ notes: [FoundNote]) -> Bool {
    let typed = notes.filter(isTyped)
    return !typed.isEmpty && typed.count < notes.count
  }

  private static func isTyped(_ note: FoundNote) -> Bool {
    note.style == .paren || note.style == .bracket
  }

  /// Assigns each note to the first mark in its own style, and returns the notes without one.
  private static func placeByMark(_ notes: [FoundNote], _ set: inout QuestionSet) -> [FoundNote] {
    // The unassigned notes of each number and style, in reverse order.
    var waiting: [Kind: [Int]] = [:]
    for (place, note) in notes.enumerated().reversed() {
      waiting[Kind(number: note.number, isTyped: isTyped(note)), default: []].append(place)
    }
    var placed: Set<Int> = []
    for (index, passage) in set.passages.enumerated() {
      for mark in Marks.all(in: passage.questionText) + Marks.all(in: passage.answerText ?? "") {
        let kind = Kind(number: mark.number, isTyped: mark.strength != .raised)
        guard let place = waiting[kind]?.popLast() else { continue }
        let note = notes[place]
        placed.insert(place)
        set.passages[index].footnotes.append(
          Footnote(mark: String(note.number), text: note.text))
      }
    }
    return notes.enumerated().filter { !placed.contains($0.offset) }.map(\.element)
  }

  /// What a mark and its note must have in common.
  private struct Kind: Hashable {
    let number: Int
    let isTyped: Bool
  }

  /// Warns of marks at the end of questions whose notes are not in the text.
  private static func checkMarks(_ notes: [FoundNote], _ set: inout QuestionSet) {
    let known = Set(notes.map(\.number))
    var missing: [Int] = []
    for passage in set.passages {
      guard !passage.questions.isEmpty, MarkCandidate.mayHaveNumber(passage.questionText) else {
        continue
      }
      for paragraph in passage.questionText.utf8.split(separator: UInt8(ascii: "\n")) {
        let tail = String(decoding: paragraph.suffix(24), as: UTF8.self)
        missing += Marks.numbers(in: tail).filter { !known.contains($0) }
      }
    }
    warn(ofMissing: missing.map(String.init), &set)
  }
}
