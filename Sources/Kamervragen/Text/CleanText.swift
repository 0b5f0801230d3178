/// A text without its page furniture.
struct CleanText {
  var lines: [SourceLine] = []
  var facts = PageFurniture.Facts()
  /// The removed furniture, for the reader's account.
  var furniture: [String] = []
  /// Whether page boundaries were found: form feeds, page feet or rules.
  var hasPages = false

  /// Removes the furniture from the lines. `hasParagraphs`: blank lines certainly separate
  /// paragraphs.
  init(_ raw: [RawLine], hasParagraphs: Bool = false) {
    let blank = !hasParagraphs && Self.isDoubleSpaced(raw) ? SourceLine.Gap.line : .blank
    var gap = SourceLine.Gap.page
    var page = 0
    var pageIsUsed = false
    var expectsPageNumber = false
    var chamberDigitExpected = false
    func endPage() {
      if pageIsUsed { page += 1 }
      pageIsUsed = false
    }
    var titleEnd = 0
    for (index, line) in raw.enumerated() {
      if line.beginsPage {
        endPage()
        gap = .page
        hasPages = true
      }
      var text = line.text
      if text.isEmpty {
        gap = max(gap, blank)
        continue
      }
      if index >= titleEnd, PageFurniture.mayBeginTitle(text),
        let count = PageFurniture.titleLines(raw[index...].lazy.map(\.text))
      {
        titleEnd = index + count
        note(.title)
      }
      if index < titleEnd {
        furniture.append(text)
        gap = .page
        continue
      }
      while let (pieces, rest) = PageFurniture.strip(text) {
        furniture.append(String(text.dropLast(rest.isEmpty ? 0 : rest.count)))
        gap = .page
        expectsPageNumber = false
        chamberDigitExpected = false
        for piece in pieces {
          note(piece)
          switch piece {
          case .foot(_, _, let numbered):
            endPage()
            hasPages = true
            expectsPageNumber = !numbered
          case .rule(let isPageBreak):
            if isPageBreak {
              endPage()
              hasPages = true
            } else {
              gap = .blank
            }
          case .chamber, .session: chamberDigitExpected = true
          default: break
          }
        }
        text = rest
        if text.isEmpty { break }
      }
      if text.isEmpty { continue }
      if expectsPageNumber && text.utf8.count <= 3 && text.utf8.allSatisfy(Ascii.isDigit)
        || chamberDigitExpected && ["1", "2"].contains(text)
      {
        furniture.append(text)
        expectsPageNumber = false
        chamberDigitExpected = false
        gap = .page
        continue
      }
      expectsPageNumber = false
      chamberDigitExpected = false
      lines.append(SourceLine(text: text, gap: gap, page: page))
      pageIsUsed = true
      gap = .line
    }
  }

  /// Whether wrapped text is double-spaced, so that blank lines do not separate paragraphs.
  private static func isDoubleSpaced(_ raw: [RawLine]) -> Bool {
    let lines = raw.prefix(2000)
    let texts = lines.filter { !$0.text.isEmpty }
    guard texts.count > 30 else { return false }
    let pairs = zip(lines, lines.dropFirst()).count { !$0.text.isEmpty && !$1.text.isEmpty }
    guard pairs * 20 < texts.count else { return false }
    let unfinished = texts.count { line in
      line.text.utf8.count > 30 && !LineEnd.closesSentence(line.text)
    }
    return unfinished * 3 > texts.count
  }

  private mutating func note(_ piece: PageFurniture.Piece) {
    switch piece {
    case .chamber(let chamber):
      facts.chamber = facts.chamber ?? chamber
    case .session(let year):
      facts.session = facts.session ?? year
    case .title: facts.isDistinctive = true
    case .identifier(let identifier):
      facts.identifier = facts.identifier ?? identifier
      facts.isDistinctive = true
    case .foot(let chamber, let year, _):
      facts.chamber = facts.chamber ?? chamber
      facts.session = facts.session ?? year
    case .issn, .place, .publisher, .rule: break
    }
  }
}
