/// The styles of a Word document, insofar as they affect the text (`word/styles.xml`).
struct WordStyles {
  /// What a paragraph or a run says about its text, itself or through its style.
  struct Properties: Hashable {
    var style: String?
    /// The list and the level that `w:numPr` names.
    var list: String?
    var level: Int?
    var isHidden: Bool?
    var isRaised: Bool?
    var isBold: Bool?

    /// Takes over what a style says and this does not.
    mutating func complete(from other: Properties) {
      list = list ?? other.list
      level = level ?? other.level
      isHidden = isHidden ?? other.isHidden
      isRaised = isRaised ?? other.isRaised
      isBold = isBold ?? other.isBold
    }

    /// Reads one element of `w:pPr` or `w:rPr`; those that say nothing about the text change
    /// nothing.
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

  /// Reads the part of a document.
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

  /// What a style says, with what it is based on.
  func properties(of style: String?) -> Properties {
    var found = Properties()
    var next = style
    // Styles are based on each other a few times; a ring ends, too.
    for _ in 0..<20 {
      guard let id = next, let properties = styles[id] else { break }
      found.complete(from: properties)
      next = properties.style
    }
    return found
  }
}
