/// Raises the marks of notes that an extraction set down among the words: "«X»?1" becomes "«X»?¹".
///
/// A number becomes a mark only where a note of that number exists, and in the order of the notes; everything else
/// stays as it is.
enum MarkRaiser {
  /// The lines with their marks raised.
  static func raise(_ notes: [FoundNote], in lines: [SourceLine]) -> [SourceLine] {
    let bare = notes.filter { [.glued, .spaced, .alone].contains($0.style) }
    guard !bare.isEmpty else { return lines }
    let wanted = Set(bare.map(\.number))
    var candidates: [Int: [MarkCandidate]] = [:]
    for (index, line) in lines.enumerated() where Heading(line.text) == nil {
      let goesOn = index > 0 && line.gap != .blank
      for candidate in MarkCandidate.all(in: line.text, line: index, goesOn: goesOn)
      where wanted.contains(candidate.number) {
        candidates[candidate.number, default: []].append(candidate)
      }
    }
    var last = (line: -1, offset: 0)
    var chosen: [Int: [MarkCandidate]] = [:]
    for note in bare {
      guard let mark = choose(candidates[note.number] ?? [], for: note, after: last, lines) else {
        continue
      }
      last = (mark.line, mark.range.upperBound)
      if mark.isBare { chosen[mark.line, default: []].append(mark) }
    }
    var raised = lines
    for (line, marks) in chosen { raised[line].text = raise(marks, in: lines[line].text) }
    return raised
  }

  /// The best place for the mark of a note: on its page before elsewhere, a sure place before a doubtful one.
  private static func choose(
    _ candidates: [MarkCandidate], for note: FoundNote, after last: (line: Int, offset: Int),
    _ lines: [SourceLine]
  ) -> MarkCandidate? {
    var best: (rank: Int, mark: MarkCandidate)?
    for mark in candidates where (mark.line, mark.range.lowerBound) >= last {
      let samePage = lines[mark.line].page == note.page
      // A mark stands before its note, save for one at the end of the same page.
      guard mark.line < note.line || samePage && mark.strength >= .strong else { continue }
      let rank = mark.strength.rawValue * 2 + (samePage ? 3 : 0) + (mark.line < note.line ? 1 : 0)
      if best.map({ rank > $0.rank }) ?? true { best = (rank, mark) }
    }
    return best?.mark
  }

  private static func raise(_ marks: [MarkCandidate], in text: String) -> String {
    var bytes = Array(text.utf8)
    for mark in marks.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      var range = mark.range
      // "»? 1": the space is the extractor's.
      if range.lowerBound > 1, bytes[range.lowerBound - 1] == Ascii.space,
        bytes[range.lowerBound - 2] != Ascii.comma, !Ascii.isDigit(bytes[range.lowerBound - 2])
      {
        range = (range.lowerBound - 1)..<range.upperBound
      }
      bytes.replaceSubrange(range, with: Array(Superscript.digits(mark.number).utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The marks of notes in a text that has been put together.
enum Marks {
  /// The numbers whose marks stand in a text, in their order: raised, in brackets, or with a closing bracket behind a
  /// sentence ("? 1)").
  static func numbers(in text: String) -> [Int] {
    all(in: text).map(\.number)
  }

  /// The marks themselves.
  static func all(in text: String) -> [MarkCandidate] {
    MarkCandidate.all(in: text, line: 0, goesOn: false)
      .filter { !$0.isBare && $0.strength >= .strong }
  }
}
