/// A note with its text, extracted from the lines.
struct FoundNote: Hashable {
  let number: Int
  let style: NoteStart.Style
  var text: String
  /// The page, and the index of the remaining line after the note.
  let page: Int
  let line: Int
}

/// Extracts the notes from the lines of a text.
///
/// Notes are at the foot of a page, after the last line, in a list at the end, or between two
/// paragraphs where a page ended. Their numbers run through the document: a chain of rising numbers
/// at the end of a page distinguishes them from lines that begin with a mark or a number.
struct NoteFinder {
  private let lines: [SourceLine]
  private let isHeading: [Bool]
  /// The first line in which a number is certainly a mark.
  private var firstMark: [Int: Int] = [:]
  /// The first line of a page in which a number may be a mark.
  private var firstOnPage: [PageNumber: Int] = [:]
  /// The first line in which 1 may be a mark, in answers that follow all questions.
  private var firstOfAnswers: Int?
  private var lastNumber = 0
  /// The lines that belong to notes.
  private var taken: Set<Int> = []
  private var pending: [Pending] = []

  private struct PageNumber: Hashable {
    let page: Int
    let number: Int
  }

  /// A note whose text is still in the lines.
  private struct Pending {
    let start: NoteStart
    let line: Int
    let body: Range<Int>
  }

  /// Extracts the notes, and returns them with the remaining lines.
  ///
  /// - Parameters:
  ///   - lines: the lines.
  ///   - answerPage: the page on which the answers begin, if they follow all questions. The notes
  ///     may start again at 1 there.
  /// - Returns: the notes in document order, and the lines without them.
  static func extract(
    _ lines: [SourceLine], answerPage: Int?
  ) -> (notes: [FoundNote], lines: [SourceLine]) {
    var finder = NoteFinder(lines, answerPage)
    finder.findRaised()
    finder.findAtPageFeet()
    finder.findBetweenParagraphs()
    return finder.result()
  }

  private init(_ lines: [SourceLine], _ answerPage: Int?) {
    self.lines = lines
    isHeading = lines.map(\.isHeading)
    for (index, line) in lines.enumerated()
    where !isHeading[index] && MarkCandidate.mayHaveNumber(line.text) {
      let goesOn = index > 0 && line.gap == .line && !isHeading[index - 1]
      for mark in MarkCandidate.all(
        in: line.text, line: index, goesOn: goesOn,
        behindSentence: index > 0 && LineEnd.closesSentence(lines[index - 1].text))
      {
        // "1)" and "1" at the start of a line may be the note itself.
        guard mark.range.lowerBound > 0 || goesOn, mark.strength > .possible else { continue }
        let place = PageNumber(page: line.page, number: mark.number)
        if firstOnPage[place] == nil { firstOnPage[place] = index }
        if mark.number == 1, firstOfAnswers == nil, let answerPage, line.page >= answerPage {
          firstOfAnswers = index
        }
        if mark.strength >= .strong, firstMark[mark.number] == nil {
          firstMark[mark.number] = index
        }
      }
    }
  }

  /// Whether a note's mark precedes a line: a strong one anywhere, or a weak or medium one on the
  /// same page.
  private func isMarked(_ number: Int, before line: Int) -> Bool {
    if let first = firstMark[number], first < line { return true }
    return isMarkedOnPage(number, before: line)
  }

  /// Whether a note's mark precedes a line on the same page.
  private func isMarkedOnPage(_ number: Int, before line: Int) -> Bool {
    let place = PageNumber(page: lines[line].page, number: number)
    return firstOnPage[place].map { $0 < line } ?? false
  }

  /// Takes paragraphs that begin with a raised number, anywhere in the document.
  private mutating func findRaised() {
    for index in lines.indices {
      guard let start = NoteStart.all(in: lines[index].text).first, start.style == .raised else {
        continue
      }
      let beginsParagraph = index == 0 || lines[index].gap != .line || taken.contains(index - 1)
      guard beginsParagraph || isMarked(start.number, before: index) && isAfterSentence(index)
      else { continue }
      take(start, at: index, to: raisedEnd(index + 1, of: start.number))
      lastNumber = max(lastNumber, start.number)
    }
  }

  /// The end of a note with a raised number: before the next number at the latest.
  private func raisedEnd(_ from: Int, of number: Int) -> Int {
    let end = blockEnd(from, lines.count)
    return lines[from..<end].firstIndex { line in
      NoteStart.all(in: line.text).first.map { $0.style == .raised && $0.number == number + 1 }
        ?? false
    } ?? end
  }

  private func isAfterSentence(_ index: Int) -> Bool {
    index > 0 && LineEnd.closesSentence(lines[index - 1].text)
  }

  private mutating func findAtPageFeet() {
    var begin = 0
    while begin < lines.count {
      var end = begin
      while end < lines.count, lines[end].page == lines[begin].page { end += 1 }
      findAtFoot(begin..<end)
      begin = end
    }
  }

  /// One note of a chain, linked to the note before it.
  private final class Link {
    let start: NoteStart
    let line: Int
    let previous: Link?

    init(_ start: NoteStart, _ line: Int, _ previous: Link?) {
      self.start = start
      self.line = line
      self.previous = previous
    }
  }

  /// Finds the chain of notes that ends a page: the one whose last note begins latest.
  private mutating func findAtFoot(_ page: Range<Int>) {
    let lastHeading = page.last { isHeading[$0] } ?? page.lowerBound - 1
    let start = max(lastHeading + 1, page.lowerBound)
    var best: [Int: Link] = [:]
    var last: Link?
    for index in start..<max(start, page.upperBound) where !taken.contains(index) {
      for candidate in NoteStart.all(in: lines[index].text) where candidate.style != .raised {
        let number = candidate.number
        let previous = best[number - 1]
        let isFirst =
          number == lastNumber + 1
          || number == 1
            && (isMarkedOnPage(number, before: index) || firstOfAnswers.map { $0 < index } == true)
          || number > lastNumber + 1 && number <= lastNumber + 6 && isMarked(number, before: index)
        if let previous, previous.line < index, fits(candidate, after: previous, at: index) {
          best[number] = Link(candidate, index, previous)
        } else if isFirst, isBelievable(candidate, at: index, in: page) {
          best[number] = Link(candidate, index, nil)
        } else {
          continue
        }
        last = best[number]
      }
    }
    var chain: [Link] = []
    while let link = last {
      chain.append(link)
      last = link.previous
    }
    chain.reverse()
    for (index, link) in chain.enumerated() {
      let limit = index + 1 < chain.count ? chain[index + 1].line : page.upperBound
      let first = link.line + 1
      let from = link.start.style == .alone ? min(first + 1, limit) : first
      take(link.start, at: link.line, to: blockEnd(from, limit))
      lastNumber = link.start.number
    }
  }

  /// Whether a note can follow another: their numbers must be written alike.
  private func fits(_ candidate: NoteStart, after previous: Link, at index: Int) -> Bool {
    if candidate.isDoubtful, !isMarked(candidate.number, before: index) { return false }
    if candidate.style == .alone {
      return previous.start.style == .alone
        && (hasNoteText(index) || hasText(index) && isMarked(candidate.number, before: index))
    }
    if candidate.style == previous.start.style { return true }
    let bare: Set<NoteStart.Style> = [.glued, .spaced, .alone]
    return bare.contains(candidate.style) && bare.contains(previous.start.style)
      && (candidate.style == .glued || isMarked(candidate.number, before: index))
  }

  /// Whether the first note of a chain is really a note, not a line that begins with a number.
  private func isBelievable(_ candidate: NoteStart, at index: Int, in page: Range<Int>) -> Bool {
    if candidate.isDoubtful, !isMarked(candidate.number, before: index) || !isAfterSentence(index) {
      return false
    }
    return switch candidate.style {
    case .raised: true
    case .bracket: isMarked(candidate.number, before: index)
    case .paren: isMarked(candidate.number, before: index)
    case .glued: index > 0
    case .spaced:
      index > 0 && (isMarked(candidate.number, before: index) || lines[index].gap != .line)
    case .alone: hasNoteText(index) && isMarked(candidate.number, before: index)
    }
  }

  /// Whether a number alone on its line is followed by the text of a note.
  private func hasNoteText(_ index: Int) -> Bool {
    hasText(index)
      && (!LineEnd.continuesSentence(lines[index + 1].text) || isAfterSentence(index))
  }

  private func hasText(_ index: Int) -> Bool {
    index + 1 < lines.count && lines[index + 1].page == lines[index].page && !isHeading[index + 1]
  }

  /// Finds notes between paragraphs, in texts without page feet. Their mark must precede them.
  private mutating func findBetweenParagraphs() {
    let known = Set(pending.map(\.start.number))
    for index in lines.indices
    where !taken.contains(index) && !isHeading[index] && lines[index].gap != .line {
      let ends =
        index + 1 == lines.count || lines[index + 1].gap != .line
        || NoteStart.all(in: lines[index + 1].text).isEmpty == false
      guard ends else { continue }
      for candidate in NoteStart.all(in: lines[index].text)
      where [.spaced, .glued, .bracket].contains(candidate.style)
        && !known.contains(candidate.number)
        && isMarked(candidate.number, before: index) && !candidate.rest.hasSuffix("?")
        && !candidate.isDoubtful
      {
        take(candidate, at: index, to: blockEnd(index + 1, lines.count))
        break
      }
    }
  }

  /// The end of a note's lines: a blank line, a heading, another note or the limit.
  private func blockEnd(_ from: Int, _ limit: Int) -> Int {
    var end = from
    while end < limit, lines[end].gap == .line, !isHeading[end], !taken.contains(end),
      SectionTitle(lines[end].text) == nil
    { end += 1 }
    return end
  }

  private mutating func take(_ start: NoteStart, at index: Int, to end: Int) {
    let body = (index + 1)..<max(index + 1, end)
    taken.formUnion(index..<body.upperBound)
    pending.append(Pending(start: start, line: index, body: body))
  }

  private func result() -> (notes: [FoundNote], lines: [SourceLine]) {
    var kept: [SourceLine] = []
    var place = [Int](repeating: 0, count: lines.count)
    var isBroken = false
    for (index, line) in lines.enumerated() {
      place[index] = kept.count
      if taken.contains(index) {
        isBroken = true
        continue
      }
      kept.append(line)
      if isBroken { kept[kept.count - 1].gap = .page }
      isBroken = false
    }
    let numbers = Set(pending.map(\.start.number))
    let notes = pending.sorted { $0.line < $1.line }.flatMap { item in
      let texts = [item.start.rest] + lines[item.body].map(\.text)
      let note = FoundNote(
        number: item.start.number, style: item.start.style,
        text: ParagraphJoiner.single(texts.filter { !$0.isEmpty }),
        page: lines[item.line].page, line: place[item.line])
      return Self.unglued(note, known: numbers)
    }
    return (notes, kept)
  }

  /// Splits a note whose text contains the next notes, if these were found nowhere else: "[2]
  /// Krant, 1 maart.[3] Kamerstuk …".
  private static func unglued(_ note: FoundNote, known numbers: Set<Int>) -> [FoundNote] {
    guard note.style == .bracket else { return [note] }
    let text = Array(note.text.utf8)
    var notes = [note]
    var begin = 0
    var end = text.count
    while let number = notes.last?.number, !numbers.contains(number + 1) {
      let mark = "[\(number + 1)]"
      guard let found = Ascii.find(mark, in: text, from: begin), found > begin,
        found + mark.utf8.count < end
      else { break }
      notes[notes.count - 1].text = String(decoding: text[begin..<found], as: UTF8.self).trimmed
      begin = found + mark.utf8.count
      while begin < end, Ascii.isBlank(text[begin]) { begin += 1 }
      while begin < end, Ascii.isBlank(text[end - 1]) { end -= 1 }
      notes.append(
        FoundNote(
          number: number + 1, style: .bracket, text: "", page: note.page, line: note.line))
    }
    if notes.count > 1 {
      notes[notes.count - 1].text = String(decoding: text[begin..<end], as: UTF8.self)
    }
    return notes
  }
}
