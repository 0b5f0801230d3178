/// Raises note marks that text extraction flattened: "«X»?1" becomes "«X»?¹".
///
/// A number becomes a mark only if a note has that number, and in the order of the notes.
enum MarkRaiser {
  /// The lines with their marks raised.
  static func raise(_ notes: [FoundNote], in lines: [SourceLine]) -> [SourceLine] {
    let bare = notes.filter { [.glued, .spaced, .alone].contains($0.style) }
    guard !bare.isEmpty else { return lines }
    let wanted = Set(bare.map(\.number))
    var candidates: [Int: Candidates] = [:]
    var pages: [Int: Int] = [:]
    for (index, line) in lines.enumerated() where pages[line.page] == nil {
      pages[line.page] = index
    }
    for (index, line) in lines.enumerated()
    where MarkCandidate.mayHaveNumber(line.text) && !line.isHeading {
      let goesOn = index > 0 && line.gap != .blank
      for candidate in MarkCandidate.all(
        in: line.text, line: index, goesOn: goesOn,
        behindSentence: index > 0 && LineEnd.closesSentence(lines[index - 1].text))
      where wanted.contains(candidate.number) {
        candidates[candidate.number, default: Candidates()].add(candidate)
      }
    }
    var last = MarkPlace(line: -1, offset: 0)
    var chosen: [Int: [MarkCandidate]] = [:]
    for note in bare {
      guard
        let mark = candidates[note.number]?.best(
          for: note, from: last, pageStart: pages[note.page], lines)
      else { continue }
      last = MarkPlace(line: mark.line, offset: mark.range.upperBound)
      if mark.isBare { chosen[mark.line, default: []].append(mark) }
    }
    var raised = lines
    for (line, marks) in chosen { raised[line].text = raise(marks, in: lines[line].text) }
    return raised
  }

  private static func raise(_ marks: [MarkCandidate], in text: String) -> String {
    var bytes = Array(text.utf8)
    for mark in marks.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      var range = mark.range
      // "»? 1": the extractor added the space.
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

/// A place in the lines of a document.
private struct MarkPlace: Comparable {
  var line: Int
  var offset: Int

  static func < (left: MarkPlace, right: MarkPlace) -> Bool {
    (left.line, left.offset) < (right.line, right.offset)
  }
}

/// The places where one number may be a mark, grouped by strength and in document order, so that
/// the best one for a note is found by binary search.
private struct Candidates {
  private var marks: [[MarkCandidate]] = Array(
    repeating: [], count: MarkCandidate.Strength.raised.rawValue + 1)

  mutating func add(_ mark: MarkCandidate) { marks[mark.strength.rawValue].append(mark) }

  /// The best place for a note's mark, at or after the mark of the previous note. Each step of
  /// strength counts 2, the note's page 3, a line before the note 1; of equal places the first
  /// wins. `pageStart` is the first line of the note's page.
  func best(
    for note: FoundNote, from last: MarkPlace, pageStart: Int?, _ lines: [SourceLine]
  ) -> MarkCandidate? {
    var best: (rank: Int, mark: MarkCandidate)?
    func consider(_ mark: MarkCandidate?) {
      guard let mark else { return }
      let isOnPage = lines[mark.line].page == note.page
      let isBefore = mark.line < note.line
      // A mark comes before its note, except a strong one on the same page.
      guard isBefore || isOnPage && mark.strength >= .strong else { return }
      let rank = mark.strength.rawValue * 2 + (isOnPage ? 3 : 0) + (isBefore ? 1 : 0)
      guard let known = best else { return best = (rank, mark) }
      let isEarlier =
        (mark.line, mark.range.lowerBound) < (known.mark.line, known.mark.range.lowerBound)
      if rank > known.rank || rank == known.rank && isEarlier { best = (rank, mark) }
    }
    // For each strength only three can win: the first anywhere, on the page, and after the note.
    for marks in marks where !marks.isEmpty {
      consider(Self.first(in: marks, from: last))
      guard let pageStart else { continue }
      consider(Self.first(in: marks, from: max(last, MarkPlace(line: pageStart, offset: 0))))
      consider(Self.first(in: marks, from: max(last, MarkPlace(line: note.line, offset: 0))))
    }
    return best?.mark
  }

  private static func first(in marks: [MarkCandidate], from place: MarkPlace) -> MarkCandidate? {
    marks.firstSorted { MarkPlace(line: $0.line, offset: $0.range.lowerBound) >= place }
  }
}

/// Finds note marks in a joined text.
enum Marks {
  /// The numbers of the marks in a text, in order: raised, in brackets, or with a closing bracket
  /// after a sentence ("? 1)").
  static func numbers(in text: String) -> [Int] {
    all(in: text).map(\.number)
  }

  /// The marks themselves.
  static func all(in text: String) -> [MarkCandidate] {
    MarkCandidate.all(in: text, line: 0, goesOn: false)
      .filter { !$0.isBare && $0.strength >= .strong }
  }
}

extension Array {
  /// The first element that fits. All elements after a fitting one must fit too (binary search).
  func firstSorted(where fits: (Element) -> Bool) -> Element? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < count ? self[low] : nil
  }
}
