import HTTPServer

/// An element of a page, as a strict reader that knows nothing of this program reads it. HTML is
/// laxer: what this reads has one meaning for every browser.
struct PageTree: Equatable {
  var name: String
  var attributes: [String: String] = [:]
  var children: [Child] = []

  enum Child: Equatable {
    case text(String)
    case element(PageTree)
  }

  /// The page is not what this reader takes.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  init(name: String, attributes: [String: String] = [:]) {
    self.name = name
    self.attributes = attributes
  }

  /// Reads a whole page.
  init(_ response: HTTPResponse) throws {
    guard response["Content-Type"] == "text/html; charset=utf-8" else {
      throw Malformed(description: "no page: \(response.status) \(response.headers)")
    }
    let text = String(decoding: response.body, as: UTF8.self)
    let start = "<!DOCTYPE html>\n"
    guard text.hasPrefix(start) else { throw Malformed(description: "no doctype") }
    self = try PageTree(parsing: String(text.dropFirst(start.count)))
  }

  /// Reads text with one element.
  init(parsing text: String) throws {
    var reader = Reader(bytes: Array(text.utf8))
    let roots = try reader.children(of: nil).filter { $0 != .text("\n") }
    guard roots.count == 1, case .element(let root) = roots[0] else {
      throw Malformed(description: "not one element")
    }
    self = root
  }
}

// MARK: Finding

extension PageTree {
  /// The elements inside, in order.
  var descendants: [PageTree] {
    children.flatMap { child -> [PageTree] in
      guard case .element(let element) = child else { return [] }
      return [element] + element.descendants
    }
  }

  /// The elements inside with a name and, if given, a class.
  func all(_ name: String, _ style: String? = nil) -> [PageTree] {
    descendants.filter { element in
      element.name == name
        && (style.map {
          element.attributes["class"]?.split(separator: " ").contains($0[...]) == true
        }
          ?? true)
    }
  }

  /// The first of them.
  func first(_ name: String, _ style: String? = nil) -> PageTree? { all(name, style).first }

  /// The element with an id.
  func element(_ id: String) -> PageTree? { descendants.first { $0.attributes["id"] == id } }

  /// The text, with runs of white space as one space.
  var text: String {
    rawText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var rawText: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.name == "br" ? "\n" : element.rawText
      }
    }.joined()
  }

  /// The texts of the links and where they lead.
  var links: [String] {
    all("a").map { "\($0.text) → \($0.attributes["href"] ?? "nowhere")" }
  }

  /// The rows of the tables inside, with a bar between cells.
  var rows: [String] {
    all("tr").map { row in
      row.descendants.filter { ["th", "td"].contains($0.name) }.map(\.text).joined(separator: " | ")
    }
  }

  /// Where the link with a text leads; nil if there is none.
  func link(_ text: String) -> String? {
    all("a").first { $0.text == text }?.attributes["href"]
  }
}

// MARK: Reading

extension PageTree {
  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    private static let void: Set<String> = ["meta", "link", "input", "br"]

    mutating func children(of parent: String?) throws -> [Child] {
      var children: [Child] = []
      while at < bytes.count {
        if bytes[at] != UInt8(ascii: "<") {
          children.append(.text(try text(until: UInt8(ascii: "<"))))
        } else if bytes[at...].starts(with: "</".utf8) {
          guard let parent, take("</\(parent)>") else {
            throw malformed("end tag in <\(parent ?? "")>")
          }
          return children
        } else {
          children.append(.element(try element()))
        }
      }
      guard parent == nil else { throw malformed("<\(parent ?? "")> has no end") }
      return children
    }

    private mutating func element() throws -> PageTree {
      at += 1
      let name = word()
      guard !name.isEmpty else { throw malformed("no name") }
      var element = PageTree(name: name)
      while take(" ") {
        let attribute = word()
        guard !attribute.isEmpty, element.attributes[attribute] == nil else {
          throw malformed("attribute \(attribute) of <\(name)>")
        }
        if take("=") {
          guard take("\"") else { throw malformed("\(attribute) without quotation marks") }
          element.attributes[attribute] = try text(until: UInt8(ascii: "\""))
          guard take("\"") else { throw malformed("\(attribute) is open") }
        } else {
          element.attributes[attribute] = ""
        }
      }
      if take("/>") { return element }
      guard take(">") else { throw malformed("<\(name)> is open") }
      if !Self.void.contains(name) { element.children = try children(of: name) }
      return element
    }

    private mutating func word() -> String {
      let start = at
      while at < bytes.count,
        Character(Unicode.Scalar(bytes[at])).isLetter
          || Character(Unicode.Scalar(bytes[at])).isNumber || bytes[at] == UInt8(ascii: "-")
      {
        at += 1
      }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func take(_ text: String) -> Bool {
      guard bytes[at...].starts(with: text.utf8) else { return false }
      at += text.utf8.count
      return true
    }

    private static let entities: [(String, String)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]

    private mutating func text(until end: UInt8) throws -> String {
      var text: [UInt8] = []
      while at < bytes.count, bytes[at] != end {
        switch bytes[at] {
        case UInt8(ascii: "&"):
          let known = Self.entities.first { bytes[at...].starts(with: $0.0.utf8) }
          guard let known else { throw malformed("bare &") }
          text += known.1.utf8
          at += known.0.utf8.count
        case UInt8(ascii: "<"), UInt8(ascii: ">"): throw malformed("bare bracket")
        default:
          text.append(bytes[at])
          at += 1
        }
      }
      guard let valid = String(validating: text, as: UTF8.self) else {
        throw malformed("no UTF-8")
      }
      return valid
    }

    private func malformed(_ reason: String) -> Malformed {
      let near = String(decoding: bytes[max(0, at - 60)..<min(bytes.count, at + 60)], as: UTF8.self)
      return Malformed(description: "\(reason) at byte \(at): \(near)")
    }
  }
}
