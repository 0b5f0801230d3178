/// The typesetting of a document: the size of its body type, its column and its line pitch. All
/// other measures are relative to these, so that any typesetting can be read.
struct Typography: Hashable {
  /// The size of the body type.
  let bodySize: Double
  /// The left and right edge of the body on each page.
  let columns: [ClosedRange<Double>]
  /// The distance between the bottoms of two lines of a paragraph.
  private(set) var pitch: Double

  /// Type up to this fraction of the body size is small type: notes, captions, furniture.
  private static let small = 0.93

  /// Measures pages whose body size is known.
  init(_ pages: [PrintedPage], bodySize body: Double) {
    bodySize = body
    let isBody = { (run: TextRun) in run.size > body * Self.small && run.size < body * 1.15 }
    let all = Self.column(of: pages.flatMap(\.runs).filter(isBody))
    columns = pages.map { page in
      // A page with few lines is no evidence of its column; one with many may have its own margins.
      let runs = page.runs.filter(isBody)
      let own = runs.count >= 12 ? Self.column(of: runs) : nil
      guard let all else { return own ?? 0...page.width }
      guard let own, abs(own.lowerBound - all.lowerBound) > body else { return all }
      return own
        .lowerBound...max(
          own.upperBound, own.lowerBound + all.upperBound - all.lowerBound)
    }
    pitch = body * 1.2
  }

  /// The size of the body type; nil if there is no text.
  static func bodySize(_ pages: [PrintedPage]) -> Double? {
    var weights: [Double: Int] = [:]
    for run in pages.lazy.flatMap(\.runs) { weights[run.size, default: 0] += run.weight }
    guard let most = weights.values.max(), most > 0 else { return nil }
    // If the notes are longer than the text, the text is still the larger type.
    return weights.filter { $0.value * 5 >= most * 2 }.keys.max()
  }

  /// From the leftmost place where a good part of the lines begins to the place where nearly all of
  /// them end.
  private static func column(of runs: [TextRun]) -> ClosedRange<Double>? {
    var weights: [Int: Double] = [:]
    for run in runs { weights[Int(run.left / 2), default: 0] += run.width }
    let total = weights.values.reduce(0, +)
    guard let first = weights.filter({ $0.value * 8 >= total }).keys.min() else { return nil }
    let left = Double(first) * 2
    let rights = runs.filter { $0.left >= left }.map(\.right).sorted()
    guard !rights.isEmpty else { return nil }
    return left...max(left, rights[(rights.count - 1) * 98 / 100])
  }

  /// Sets the pitch to the commonest distance of two successive lines.
  mutating func learnPitch(from lines: [[PrintedLine]]) {
    var counts: [Int: Int] = [:]
    for page in lines {
      for (above, below) in zip(page, page.dropFirst()) where isBody(above) && isBody(below) {
        let distance = below.bottom - above.bottom
        if distance > bodySize * 0.8, distance < bodySize * 3 {
          counts[Int((distance * 2).rounded()), default: 0] += 1
        }
      }
    }
    // Of equally common ones the smaller.
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    if let best { pitch = Double(best.key) / 2 }
  }

  func isBody(_ line: PrintedLine) -> Bool {
    line.size > bodySize * Self.small && line.size < bodySize * 1.15
  }

  func isSmall(_ line: PrintedLine) -> Bool { line.size <= bodySize * Self.small }

  /// Whether a line is so far below another that it begins a paragraph.
  func isApart(_ above: PrintedLine, _ below: PrintedLine) -> Bool {
    let size = max(above.size, below.size)
    return below.bottom - above.bottom > pitch * max(0.8, size / bodySize) * 1.3
  }
}
