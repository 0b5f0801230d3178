/// How a document is set: the size of its body type and the column that it stands in. Everything
/// else on a page is judged by these and not by fixed numbers, so that any typesetting can be read.
struct Typography: Hashable {
  /// The size of the body type.
  let bodySize: Double
  /// The column of the body on each page.
  let columns: [ClosedRange<Double>]
  /// From the foot of one line of a paragraph to that of the next.
  private(set) var pitch: Double

  /// Type this much smaller than the body, or less, is small type: notes, captions, furniture.
  private static let small = 0.93

  /// Judges pages whose body type has a size.
  init(_ pages: [PrintedPage], bodySize body: Double) {
    bodySize = body
    let isBody = { (run: TextRun) in run.size > body * Self.small && run.size < body * 1.15 }
    let all = Self.column(of: pages.flatMap(\.runs).filter(isBody))
    columns = pages.map { page in
      // A page with a few lines does not say where its column is; one with many may have margins of
      // its own.
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

  /// The size of the body type; nil if there is nothing but white.
  static func bodySize(_ pages: [PrintedPage]) -> Double? {
    var weights: [Double: Int] = [:]
    for run in pages.lazy.flatMap(\.runs) { weights[run.size, default: 0] += run.weight }
    guard let most = weights.values.max(), most > 0 else { return nil }
    // Where the notes are longer than the text, the text is still the larger type.
    return weights.filter { $0.value * 5 >= most * 2 }.keys.max()
  }

  /// Where most lines begin, or the leftmost place where a good part of them does; and where nearly
  /// all of them end.
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

  /// Learns the pitch from the lines: the commonest distance of two that follow each other.
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
    // Of two that are as common the smaller.
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    if let best { pitch = Double(best.key) / 2 }
  }

  func isBody(_ line: PrintedLine) -> Bool {
    line.size > bodySize * Self.small && line.size < bodySize * 1.15
  }

  func isSmall(_ line: PrintedLine) -> Bool { line.size <= bodySize * Self.small }

  /// Whether a line stands so far below another that it begins a paragraph.
  func isApart(_ above: PrintedLine, _ below: PrintedLine) -> Bool {
    let size = max(above.size, below.size)
    return below.bottom - above.bottom > pitch * max(0.8, size / bodySize) * 1.3
  }
}
