/// The styles of an ODT that affect the text, from `styles.xml` and the beginning of `content.xml`.
struct OdtStyles {
  /// A paragraph or text style.
  struct Style: Hashable {
    var parent: String?
    var list: String?
    var isHidden: Bool?
    var isRaised: Bool?
  }

  private var styles: [String: Style] = [:]
  private var lists: [String: [ListLevel]] = [:]
  private var style: (name: String, value: Style)?
  private var list: (name: String, levels: [ListLevel])?

  /// Reads one event; ignores elements that are not styles.
  mutating func read(_ event: XMLEvent) {
    switch event {
    case .start("style", let attributes):
      let value = Style(
        parent: attributes["parent-style-name"], list: attributes["list-style-name"])
      style = attributes["name"].map { ($0, value) }
    case .start("text-properties", let attributes):
      if let display = attributes["display"] { style?.value.isHidden = display == "none" }
      if let position = attributes["text-position"] {
        style?.value.isRaised = Self.isRaised(position)
      }
    case .end("style"):
      if let style { styles[style.name] = style.value }
      style = nil
    case .start("list-style", let attributes):
      list = attributes["name"].map {
        ($0, Array(repeating: ListLevel(format: .none, pattern: ""), count: ListCounter.levelLimit))
      }
    case .start("list-level-style-number", let attributes): read(level: attributes)
    case .start("list-level-style-bullet", let attributes):
      set(ListLevel(format: .bullet, pattern: attributes["bullet-char"] ?? "•"), at: attributes)
    case .end("list-style"):
      if let list { lists[list.name] = list.levels }
      list = nil
    case .start, .end, .text: break
    }
  }

  /// "super 58%", "33% 58%": raised; "sub 58%", "-33% 58%": lowered; "0% 100%": neither.
  private static func isRaised(_ position: String) -> Bool {
    position.hasPrefix("super")
      || position.first?.isNumber == true && !position.hasPrefix("0")
  }

  private mutating func read(level attributes: [String: String]) {
    guard let place = place(attributes) else { return }
    var level = ListLevel(format: Self.format(attributes["num-format"] ?? ""))
    level.start = ListLevel.number(attributes["start-value"]) ?? 1
    let shown = attributes["display-levels"].flatMap { Int($0) } ?? 1
    let first = max(0, place + 1 - max(1, min(shown, ListCounter.levelLimit)))
    let numbers = (first...place).map { "%\($0 + 1)" }.joined(separator: ".")
    level.pattern =
      (attributes["num-prefix"] ?? "").prefix(50) + (level.format == .none ? "" : numbers)
      + (attributes["num-suffix"] ?? "").prefix(50)
    set(level, at: attributes)
  }

  private mutating func set(_ level: ListLevel, at attributes: [String: String]) {
    if let place = place(attributes) { list?.levels[place] = level }
  }

  /// The level from 0; only the nine levels that a pattern can name.
  private func place(_ attributes: [String: String]) -> Int? {
    attributes["level"].flatMap { Int($0) }.flatMap {
      (1...9).contains($0) ? $0 - 1 : nil
    }
  }

  private static func format(_ sign: String) -> ListLevel.Format {
    switch sign {
    case "1": .decimal
    case "a": .lowerLetter
    case "A": .upperLetter
    case "i": .lowerRoman
    case "I": .upperRoman
    default: .none
    }
  }

  /// The levels of a list style.
  func levels(of list: String?) -> [ListLevel]? { list.flatMap { lists[$0] } }

  /// A style with values inherited from its parents.
  func style(_ name: String?) -> Style {
    var found = Style()
    var next = name
    // The limit also ends a cycle.
    for _ in 0..<20 {
      guard let name = next, let style = styles[name] else { break }
      found.list = found.list ?? style.list
      found.isHidden = found.isHidden ?? style.isHidden
      found.isRaised = found.isRaised ?? style.isRaised
      next = style.parent
    }
    return found
  }
}
