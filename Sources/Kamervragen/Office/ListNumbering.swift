/// How one level of a list is numbered.
struct ListLevel: Hashable {
  /// How a number is written.
  enum Format: Hashable {
    case decimal, lowerLetter, upperLetter, lowerRoman, upperRoman, bullet, none
  }

  var format: Format = .decimal
  /// The first number.
  var start = 1
  /// The printed label, in which `%1` is the number of the first level: "%1.", "%1.%2", "•".
  var pattern = "%1."
  /// Whether the numbers of higher levels are printed in digits, whatever their own format.
  var isLegal = false
  /// The level (from 1) after which the numbers start again; nil means every higher level, 0 none.
  var restart: Int?

  /// Reads the number of an item, 0 to 1,000,000; nil for others.
  static func number(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0...1_000_000).contains($0) ? $0 : nil }
  }
}

/// The number of one paragraph of a list.
struct ListItem: Hashable {
  /// The key of its list. Lists that continue each other have the same key.
  var list: String
  /// The level, from 0.
  var level: Int
  var number: Int
  /// The printed label: "3.", "a)", "•".
  var label: String
  /// Whether the label is one number in digits without letters, like a question number.
  var isPlainNumber: Bool
}

/// Counts the items of the lists of one document.
struct ListCounter {
  /// The maximum number of levels of a list.
  static let levelLimit = 10

  private var counts: [String: [Int?]] = [:]

  /// Counts the next item on a level of a list; nil if there is no such level.
  mutating func next(in list: String, level: Int, of levels: [ListLevel]) -> ListItem? {
    guard levels.indices.contains(level) else { return nil }
    var count = counts[list] ?? Array(repeating: nil, count: levels.count)
    if count.count < levels.count {
      count += Array(repeating: nil, count: levels.count - count.count)
    }
    let number = count[level].map { $0 + 1 } ?? levels[level].start
    count[level] = number
    for deeper in levels.indices where deeper > level {
      if levels[deeper].restart.map({ level < $0 }) ?? true { count[deeper] = nil }
    }
    counts[list] = count
    return ListItem(
      list: list, level: level, number: number,
      label: Self.label(count, level, levels),
      isPlainNumber: levels[level].format == .decimal
        && !levels[level].pattern.unicodeScalars.contains(where: \.properties.isAlphabetic)
        && levels[level].pattern.count(where: { $0 == "%" }) == 1)
  }

  /// Sets the number of the next item on a level.
  mutating func restart(_ list: String, level: Int, at number: Int) {
    guard (0..<Self.levelLimit).contains(level) else { return }
    var count = counts[list] ?? []
    while count.count <= level { count.append(nil) }
    count[level] = number - 1
    counts[list] = count
  }

  private static func label(_ count: [Int?], _ level: Int, _ levels: [ListLevel]) -> String {
    let own = levels[level]
    if own.format == .bullet { return bullet(own.pattern) }
    var label = ""
    var isPlace = false
    for character in own.pattern {
      if character == "%", !isPlace {
        isPlace = true
      } else if isPlace, let place = character.wholeNumberValue, place >= 1,
        levels.indices.contains(place - 1)
      {
        let upper = levels[place - 1]
        let format = own.isLegal && place - 1 < level ? .decimal : upper.format
        label += written(count[place - 1] ?? upper.start, format)
        isPlace = false
      } else {
        if isPlace { label.append("%") }
        isPlace = false
        label.append(character)
      }
    }
    return (isPlace ? label + "%" : label).trimmed
  }

  /// Signs of symbol fonts have private-use characters; all are printed as "•".
  private static func bullet(_ sign: String) -> String {
    guard let scalar = sign.trimmed.unicodeScalars.first else { return "•" }
    return (0xE000...0xF8FF).contains(scalar.value) || scalar == "\u{FFFD}" ? "•" : sign.trimmed
  }

  private static func written(_ number: Int, _ format: ListLevel.Format) -> String {
    switch format {
    case .decimal, .bullet: String(number)
    case .lowerLetter: letters(number)
    case .upperLetter: letters(number).uppercased()
    case .lowerRoman: roman(number)
    case .upperRoman: roman(number).uppercased()
    case .none: ""
    }
  }

  /// a … z, aa, bb …, as in word processors.
  private static func letters(_ number: Int) -> String {
    guard (1...260).contains(number) else { return String(number) }
    let letter = Character(Unicode.Scalar(UInt8(97 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
