/// The values of `jaar:` as they are typed: a year, a vergaderjaar (`2024-2025`, `2024/2025`,
/// `2024-25`, `20242025`), or a range of years.
struct YearRange: Hashable {
  /// The values as the index has them, in order.
  let values: [String]
  /// Whether the later end was typed first.
  let wasReversed: Bool

  /// The maximum number of years of a range.
  private static let maximumYears = 100

  init?(_ text: String) {
    let isRange = text.contains("..")
    let isPair = text.count == 8 && text.allSatisfy { $0.isASCII && $0.isNumber }
    let typed = isPair ? [text.prefix(4), text.suffix(4)] : text.split { !$0.isNumber }
    let separators = text.filter { !$0.isNumber }
    guard (1...2).contains(typed.count), typed[0].count == 4, let first = Int(typed[0]),
      ["", "-", "–", "/", ".."].contains(separators),
      typed.count == 2 || separators.isEmpty,
      separators.isEmpty || text.first?.isNumber == true && text.last?.isNumber == true
    else { return nil }
    guard typed.count == 2 else {
      (values, wasReversed) = ([text], false)
      return
    }
    let second =
      typed[1].count == 2 && !isRange ? String(typed[0].prefix(2)) + typed[1] : String(typed[1])
    guard second.count == 4, let last = Int(second) else { return nil }
    if !isRange, last == first + 1 {
      (values, wasReversed) = (["\(typed[0])-\(second)"], false)
      return
    }
    let years = min(first, last)...max(first, last)
    guard years.count <= Self.maximumYears else { return nil }
    (values, wasReversed) = (years.map(String.init), last < first)
  }
}
