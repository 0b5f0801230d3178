/// A vergaderjaar, `2024-2025`.
struct Vergaderjaar: Sendable, Hashable {
  /// The calendar year in which it begins.
  let start: Int

  init(start: Int) { self.start = start }

  /// Nil for any other text than two years in a row with a hyphen between them.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 }),
      let start = Int(parts[0]), let end = Int(parts[1]), end == start + 1, start > 1000
    else { return nil }
    self.start = start
  }

  /// As documents and queries have it.
  var value: String { "\(start)-\(start + 1)" }

  /// As it is printed.
  var shown: String { "\(start)–\(start + 1)" }

  /// The years of a chart: all from the first to the last, and some before them if those are few,
  /// so that no bar is very wide. A typing error in a document must not make the chart very long.
  static func span(of years: [Vergaderjaar]) -> [Vergaderjaar] {
    guard let first = years.map(\.start).min(), let last = years.map(\.start).max() else {
      return []
    }
    let start = min(max(first, last - maximumYears + 1), last - minimumYears + 1)
    return (start...last).map { Vergaderjaar(start: $0) }
  }

  private static let minimumYears = 10
  private static let maximumYears = 60
}
