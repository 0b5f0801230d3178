/// Sorts the lines outside the text column: question numbers beside the first line of their text,
/// notes, and furniture.
struct PageMargins {
  /// The lines of the text, page by page, each question number before the line it was beside.
  private(set) var text: [[PrintedLine]]
  /// The lines of the notes, page by page.
  private(set) var notes: [[PrintedLine]] = []
  private(set) var furniture: [String] = []

  private let typography: Typography

  /// Sorts the lines outside the column; `startsNote` detects the first line of a note.
  init(
    _ margins: [[PrintedLine]], beside text: [[PrintedLine]], _ typography: Typography,
    startsNote: (PrintedLine) -> Bool
  ) {
    self.text = text
    self.typography = typography
    var margins = margins
    takeNumbers(&margins)
    for lines in margins {
      var notes: [PrintedLine] = []
      for line in lines {
        let isRest = notes.last.map { !typography.isApart($0, line) && !line.isRow } ?? false
        if typography.isSmall(line), startsNote(line) || isRest {
          notes.append(line)
        } else {
          furniture.append(line.text)
        }
      }
      self.notes.append(notes)
    }
  }

  /// Moves question numbers before the lines that they are beside, if the document prints them so:
  /// they begin with 1, there are no numbered headings, and at most half of the lines have one.
  private mutating func takeNumbers(_ margins: inout [[PrintedLine]]) {
    var found: [(page: Int, margin: Int, place: Int)] = []
    for page in margins.indices {
      for (index, line) in margins[page].enumerated()
      where QuestionNumber.alone(line.text) != nil && typography.isBody(line)
        && line.left < typography.columns[page].lowerBound
      {
        let place = text[page].firstIndex {
          abs($0.bottom - line.bottom) < typography.bodySize * 0.4
        }
        if let place { found.append((page, index, place)) }
      }
    }
    guard let first = found.first,
      QuestionNumber.alone(margins[first.page][first.margin].text)?.first == 1,
      found.count * 2 <= text.reduce(0, { $0 + $1.count }),
      !text.joined().contains(where: { Heading($0.text)?.numbers.isEmpty == false })
    else { return }
    for (page, margin, place) in found.reversed() {
      text[page].insert(margins[page].remove(at: margin), at: place)
    }
  }
}
