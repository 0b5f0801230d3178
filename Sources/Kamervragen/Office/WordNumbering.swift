/// The lists of a Word document (`word/numbering.xml`). A list (`w:num`) uses the levels of a
/// definition (`w:abstractNum`). Lists with the same definition continue each other, unless they
/// set their own start.
struct WordNumbering {
  private struct Definition {
    var levels: [Int: ListLevel] = [:]
    /// The level of each paragraph style.
    var levelOfStyle: [String: Int] = [:]
    /// The style that leads to the list with the actual definition.
    var link: String?
  }

  private struct List {
    var definition = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: ListLevel] = [:]
  }

  private var definitions: [String: Definition] = [:]
  private var lists: [String: List] = [:]
  private var counter = ListCounter()
  /// The lists whose own starts have been applied.
  private var started: Set<String> = []

  init() {}

  /// Reads `word/numbering.xml`. Throws `ReadError.damaged` if it is not XML.
  init(_ bytes: [UInt8]) throws(ReadError) {
    var reading = Reading()
    try XMLEvents.read(bytes, form: .docx) { (event) throws(ReadError) in
      switch event {
      case .start(let name, let attributes): reading.start(name, attributes)
      case .end(let name): reading.end(name)
      case .text: break
      }
    }
    definitions = reading.definitions
    lists = reading.lists
  }

  /// The number of the next paragraph with these properties; nil if it is not in a list.
  mutating func next(_ paragraph: WordStyles.Properties, _ styles: WordStyles) -> ListItem? {
    guard let id = paragraph.list, let list = lists[id] else { return nil }
    var key = list.definition
    guard var definition = definitions[key] else { return nil }
    if let link = definition.link,
      let other = styles.properties(of: link).list.flatMap({ lists[$0] }
      ), let linked = definitions[other.definition]
    {
      key = other.definition
      definition = linked
    }
    let level =
      paragraph.level ?? paragraph.style.flatMap { definition.levelOfStyle[$0] } ?? 0
    guard (0..<ListCounter.levelLimit).contains(level) else { return nil }
    if started.insert(id).inserted {
      for (level, start) in list.starts { counter.restart(key, level: level, at: start) }
    }
    let levels = (0..<ListCounter.levelLimit).map {
      list.levels[$0] ?? definition.levels[$0] ?? ListLevel(pattern: "%\($0 + 1).")
    }
    return counter.next(in: key, level: level, of: levels)
  }

  /// The definitions and lists being read.
  private struct Reading {
    var definitions: [String: Definition] = [:]
    var lists: [String: List] = [:]
    private var definition: (id: String, value: Definition)?
    private var list: (id: String, value: List)?
    private var override: Int?
    private var level: (place: Int, value: ListLevel)?

    mutating func start(_ name: String, _ attributes: [String: String]) {
      let value = attributes["val"] ?? ""
      switch name {
      case "abstractNum": definition = (attributes["abstractNumId"] ?? "", Definition())
      case "numStyleLink": definition?.value.link = value
      case "num": list = (attributes["numId"] ?? "", List())
      case "abstractNumId": list?.value.definition = value
      case "lvlOverride": override = attributes["ilvl"].flatMap { Int($0) }
      case "startOverride":
        if let override, let start = ListLevel.number(value) {
          list?.value.starts[override] = start
        }
      case "lvl":
        level = attributes["ilvl"].flatMap { Int($0) }.map { ($0, ListLevel()) }
      default: readLevel(name, value)
      }
    }

    private mutating func readLevel(_ name: String, _ value: String) {
      switch name {
      case "start": level?.value.start = ListLevel.number(value) ?? 1
      case "numFmt": level?.value.format = Self.format(value)
      case "lvlText": level?.value.pattern = String(value.prefix(100))
      case "lvlRestart": level?.value.restart = ListLevel.number(value)
      case "isLgl": level?.value.isLegal = !["0", "false", "off"].contains(value)
      case "pStyle": if let level { definition?.value.levelOfStyle[value] = level.place }
      default: break
      }
    }

    mutating func end(_ name: String) {
      switch name {
      case "lvl":
        if let level {
          list?.value.levels[level.place] = level.value
          if list == nil { definition?.value.levels[level.place] = level.value }
        }
        level = nil
      case "lvlOverride": override = nil
      case "abstractNum":
        if let definition { definitions[definition.id] = definition.value }
        definition = nil
      case "num":
        if let list { lists[list.id] = list.value }
        list = nil
      default: break
      }
    }

    private static func format(_ name: String) -> ListLevel.Format {
      switch name {
      case "bullet": .bullet
      case "lowerLetter": .lowerLetter
      case "upperLetter": .upperLetter
      case "lowerRoman": .lowerRoman
      case "upperRoman": .upperRoman
      case "none": .none
      default: .decimal
      }
    }
  }
}
