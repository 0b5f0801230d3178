/// Takes pages that are set in two columns apart, so that each column is read as a page of its own: first what stands
/// above both, then the left one, the right one, and what stands below.
enum PageColumns {
  /// The pages, one for each column.
  ///
  /// - Parameter bodySize: the size of the body type.
  static func apart(_ pages: [PrintedPage], bodySize: Double) -> [PrintedPage] {
    pages.flatMap { page in
      guard let gutter = gutter(of: page, bodySize) else { return [page] }
      return split(page, at: gutter)
    }
  }

  /// The middle of the white between two columns; nil where the page has one.
  ///
  /// Lines of text must stand on both sides of it, about as wide as each other, and begin at one place: the cells of a
  /// table, or a margin with a few words, are no columns.
  private static func gutter(of page: PrintedPage, _ bodySize: Double) -> Double? {
    let body = page.runs.filter { abs($0.size - bodySize) < bodySize * 0.15 }
    guard body.count >= 20 else { return nil }
    let left = body.map(\.left).min() ?? 0
    let right = body.map(\.right).max() ?? 0
    // Where right-hand lines begin, most often first.
    var counts: [Int: Int] = [:]
    for run in body where run.left > left + (right - left) * 0.3 {
      counts[Int(run.left / 2), default: 0] += 1
    }
    guard let most = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), most.value >= 8
    else { return nil }
    let begin = Double(most.key) * 2
    let middle = begin - bodySize * 0.25
    let leftSide = body.filter { $0.right <= begin }
    let rightSide = body.filter { $0.left >= begin }
    let crossing = body.count - leftSide.count - rightSide.count
    let leftWidth = (leftSide.map(\.right).max() ?? 0) - left
    let rightWidth = right - begin
    guard leftSide.count >= 8, rightSide.count >= 8, crossing * 10 <= body.count,
      leftWidth > 0, rightWidth > 0, max(leftWidth, rightWidth) < min(leftWidth, rightWidth) * 1.5,
      isFull(leftSide, leftWidth), isFull(rightSide, rightWidth)
    else { return nil }
    return middle
  }

  /// Whether lines fill their column, as text does and the cells of a table do not.
  private static func isFull(_ runs: [TextRun], _ width: Double) -> Bool {
    let full = runs.filter { $0.width > width * 0.7 }
    return full.count >= 4
      && full.reduce(0) { $0 + $1.width } * 2 > runs.reduce(0) { $0 + $1.width }
  }

  private static func split(_ page: PrintedPage, at gutter: Double) -> [PrintedPage] {
    let crosses = { (run: TextRun) in run.left < gutter && run.right > gutter }
    let columns = page.runs.filter { !crosses($0) }
    // A title may cross both columns at their head; the foot crosses them at their end.
    let half = page.height / 2
    let head = page.runs.filter { crosses($0) && $0.top < half }.map(\.bottom).max() ?? 0
    let foot = page.runs.filter { crosses($0) && $0.top >= half }.map(\.top).min() ?? page.height
    func part(_ runs: [TextRun]) -> PrintedPage {
      PrintedPage(width: page.width, height: page.height, runs: runs)
    }
    let between = columns.filter { $0.bottom > head && $0.top < foot }
    return [
      part(page.runs.filter { $0.bottom <= head }),
      part(between.filter { $0.right <= gutter }),
      part(between.filter { $0.left >= gutter }),
      part(page.runs.filter { $0.top >= foot && $0.bottom > head }),
    ].filter { !$0.runs.isEmpty }
  }
}
