/// A small bar chart in SVG, without text but the titles of its bars.
struct BarChart {
  /// A bar.
  struct Bar {
    /// What a pointer shows: `2024–2025: 12`.
    let title: String
    let value: Int
    /// What the bar is a part of, shown faintly behind it; nil for none.
    var whole: Int?
    /// What it leads to; nil for none.
    var address: Address?
    var isChosen = false
  }

  let bars: [Bar]
  /// What stands below the first and the last bar.
  let first: String
  let last: String

  /// In units of the drawing; the stylesheet gives it its size.
  private static let barWidth = 10
  private static let height = 60

  /// The chart. Programs that read a page aloud skip it: beside it stands a table with the numbers.
  var html: HTML {
    let highest = max(1, bars.map { max($0.value, $0.whole ?? 0) }.max() ?? 0)
    return """
      <svg class="staven" viewBox="0 0 \(bars.count * Self.barWidth) \(Self.height)" \
      preserveAspectRatio="none" aria-hidden="true">
      \(bars.enumerated().map { place, bar in drawn(bar, at: place, highest) })</svg>
      <p class="as" aria-hidden="true"><span>\(first)</span> <span>\(last)</span></p>

      """
  }

  private func drawn(_ bar: Bar, at place: Int, _ highest: Int) -> HTML {
    let left = place * Self.barWidth
    // The whole column leads to the same, since a low bar is hard to hit.
    var column: HTML = """
      <title>\(bar.title)</title>\
      <path d="M\(left) 0h\(Self.barWidth)v\(Self.height)H\(left)"/>
      """
    if let whole = bar.whole {
      column += path(" class=\"heel\"", left, Self.height(whole, highest))
    }
    column += path(bar.isChosen ? " class=\"nu\"" : "", left, Self.height(bar.value, highest))
    guard let address = bar.address else { return "<g>\(column)</g>\n" }
    return "<a href=\"\(to: address)\" tabindex=\"-1\">\(column)</a>\n"
  }

  /// In units of the drawing: at least one if there is anything.
  private static func height(_ value: Int, _ highest: Int) -> Int {
    value == 0 ? 0 : max(1, value * height / highest)
  }

  /// A bar as a path, which is shorter than a rectangle; the first path of a bar is its column.
  private func path(_ style: HTML, _ left: Int, _ height: Int) -> HTML {
    guard height > 0 else { return .empty }
    return """
      <path\(style) d="M\(left + 1) \(Self.height)v-\(height)h\(Self.barWidth - 2)v\(height)"/>
      """
  }
}
