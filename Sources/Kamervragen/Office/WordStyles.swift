/// The styles of a Word document (`word/styles.xml`) that affect the text.
struct WordStyles {
  /// The properties of a paragraph, a run or a style.
  struct Properties: Hashable {
    var style: String?
    /// The list and level from `w:numPr`.
    var list: String?
    var level: Int?
    var isHidden: Bool?
    var isRaised: Bool?
    var isBold: Bool?

    /// Fills in missing properties from a style.
    mutating func complete(from other: Properties) {
      list = list ?? other.list
      level = level ?? other.level
      isHidden = isHidden ?? other.isHidden
      isRaised = isRaised ?? other.isRaised
      isBold = isBold ?? other.isBold
    }

    /// Reads one element of `w:pPr` or `w:rPr`; ignores those that do not affect the text.
    mutating func read(_ name: String, _ attributes: [String: String]) {
      let value = attributes["val"]
      switch name {
      case "pStyle", "rStyle": style = value
      case "numId": list = value
      case "ilvl": level = value.flatMap { Int($0) }
      case "vanish": isHidden = Self.isOn(value)
      case "b": isBold = Self.isOn(value)
      case "vertAlign": isRaised = value == "superscript"
      default: break
      }
    }

    /// A switch without a value is on.
    static func isOn(_ value: String?) -> Bool {
      !["0", "false", "off"].contains(value ?? "")
    }
  }

  private var styles: [String: Properties] = [:]

  init() {}

  /// Reads `word/styles.xml`. Throws `ReadError.damaged` if it is not XML.
  init(_ bytes: [UInt8]) throws(ReadError) {
    var id: String?
    var style = Properties()
    var styles: [String: Properties] = [:]
    try XMLEvents.read(bytes, form: .docx) { (event) throws(ReadError) in
      switch event {
      case .start("style", let attributes):
        id = attributes["styleId"]
        style = Properties()
      case .start("basedOn", let attributes): style.style = attributes["val"]
      case .start(let name, let attributes): if id != nil { style.read(name, attributes) }
      case .end("style"):
        if let id { styles[id] = style }
        id = nil
      case .end, .text: break
      }
    }
    self.styles = styles
  }

  /// The properties of a style, including those of the styles it is based on.
  func properties(of style: String?) -> Properties {
    var found = Properties()
    var next = style
    // The limit also ends a cycle.
    for _ in 0..<20 {
      guard let id = next, let properties = styles[id] else { break }
      found.complete(from: properties)
      next = properties.style
    }
    return found
  }
}
