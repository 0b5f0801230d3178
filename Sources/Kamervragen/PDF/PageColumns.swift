/// Splits pages with two columns into up to four pages: the part above both columns, the left
/// column, the right column, and the part below. The right column is moved to the place of the left
/// one, so that all text is in the same column.
enum PageColumns {
  /// The left edges of a page's columns.
  private struct Columns {
    let left: Double
    let right: Double
    let bodySize: Double

    /// The boundary between them, just left of the right column.
    var gutter: Double { right - bodySize * 0.25 }
  }

  /// The minimum number of lines in the longer and in the shorter column.
  private static let minimumLines = (longer: 8, shorter: 3)

  /// The pages, split at columns; `bodySize` is the size of the body type.
  static func apart(_ pages: [PrintedPage], bodySize: Double) -> [PrintedPage] {
    pages.flatMap { page in
      guard let columns = columns(of: page, bodySize) else { return [page] }
      return split(page, columns)
    }
  }

  /// The columns of a page; nil unless it has two.
  ///
  /// Both sides must have full lines of about the same width with a common left edge. Table cells,
  /// or a margin with a few words, are not columns. The text may end early in the right column.
  private static func columns(of page: PrintedPage, _ bodySize: Double) -> Columns? {
    let body = page.runs.filter { abs($0.size - bodySize) < bodySize * 0.15 }
    guard body.count >= 20 else { return nil }
    let first = body.map(\.left).min() ?? 0
    let last = body.map(\.right).max() ?? 0
    guard
      let begin = commonestLeft(body.filter { $0.left > first + (last - first) * 0.3 })
    else { return nil }
    let leftSide = body.filter { $0.right <= begin }
    let rightSide = body.filter { $0.left >= begin }
    let crossing = body.count - leftSide.count - rightSide.count
    guard let left = commonestLeft(leftSide) else { return nil }
    let leftWidth = (leftSide.map(\.right).max() ?? 0) - left
    let rightWidth = last - begin
    let lines = [leftSide.count, rightSide.count]
    guard lines.allSatisfy({ $0 >= minimumLines.shorter }),
      lines.contains(where: { $0 >= minimumLines.longer }), crossing * 10 <= body.count,
      leftWidth > 0, rightWidth > 0, max(leftWidth, rightWidth) < min(leftWidth, rightWidth) * 1.5,
      isFull(leftSide, leftWidth), isFull(rightSide, rightWidth)
    else { return nil }
    return Columns(left: left, right: begin, bodySize: bodySize)
  }

  /// The commonest left edge, to within two units; nil if too few runs share it.
  private static func commonestLeft(_ runs: [TextRun]) -> Double? {
    var counts: [Int: Int] = [:]
    for run in runs { counts[Int(run.left / 2), default: 0] += 1 }
    guard let most = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      most.value >= minimumLines.shorter
    else { return nil }
    return Double(most.key) * 2
  }

  /// Whether lines fill their column, unlike the cells of a table.
  private static func isFull(_ runs: [TextRun], _ width: Double) -> Bool {
    let full = runs.filter { $0.width > width * 0.7 }
    return full.count >= min(4, runs.count - 1)
      && full.reduce(0) { $0 + $1.width } * 2 > runs.reduce(0) { $0 + $1.width }
  }

  private static func split(_ page: PrintedPage, _ places: Columns) -> [PrintedPage] {
    let gutter = places.gutter
    let crosses = { (run: TextRun) in run.left < gutter && run.right > gutter }
    let columns = page.runs.filter { !crosses($0) }
    // A title may cross both columns above them; the foot crosses them below.
    let half = page.height / 2
    var head = page.runs.filter { crosses($0) && $0.top < half }.map(\.bottom).max() ?? 0
    // The rest of a title, in larger type with nothing beside it, is also above both.
    for run in columns.sorted(by: { $0.top < $1.top })
    where head > 0 && run.top >= head - 1 && run.top < head + run.height * 1.5 {
      let isAlone = !columns.contains { $0 != run && $0.top < run.bottom && $0.bottom > run.top }
      // The number of the set begins the text.
      let isNumber = run.text.trimmed.utf8.allSatisfy(Ascii.isDigit)
      guard run.size > places.bodySize * 1.08, isAlone, !isNumber else { break }
      head = run.bottom
    }
    let foot = page.runs.filter { crosses($0) && $0.top >= half }.map(\.top).min() ?? page.height
    func part(_ runs: [TextRun]) -> PrintedPage {
      PrintedPage(width: page.width, height: page.height, runs: runs)
    }
    let between = columns.filter { $0.bottom > head && $0.top < foot }
    let right = between.filter { $0.left >= gutter }.map { run in
      var run = run
      run.left -= places.right - places.left
      return run
    }
    return [
      part(page.runs.filter { $0.bottom <= head }),
      part(between.filter { $0.right <= gutter }),
      part(right),
      part(page.runs.filter { $0.top >= foot && $0.bottom > head }),
    ].filter { !$0.runs.isEmpty }
  }
}
