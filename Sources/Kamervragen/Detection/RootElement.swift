/// The first element of a text that looks like markup.
struct RootElement: Hashable {
  /// The name in lower case, without its prefix.
  let name: String
  /// Whether an XML declaration (`<?xml`) precedes it.
  let hasDeclaration: Bool
  /// The name of the document type, in lower case.
  let doctype: String?

  /// The first element, if only a declaration, comments and a document type precede it.
  init?(_ bytes: [UInt8]) {
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var hasDeclaration = false
    var doctype: String?
    while true {
      while at < bytes.count, bytes[at] <= Ascii.space { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "<") else { return nil }
      if Ascii.hasPrefix(bytes, at: at, "<?") {
        if Ascii.hasPrefix(bytes, at: at, "<?xml") { hasDeclaration = true }
        guard let end = Ascii.find("?>", in: bytes, from: at) else { break }
        at = end + 2
      } else if Ascii.hasPrefix(bytes, at: at, "<!--") {
        guard let end = Ascii.find("-->", in: bytes, from: at) else { break }
        at = end + 3
      } else if Ascii.hasPrefix(bytes, at: at, "<!doctype") {
        var name = at + "<!doctype".utf8.count
        while name < bytes.count, bytes[name] <= Ascii.space { name += 1 }
        doctype = Self.word(bytes, name)
        guard let end = Self.doctypeEnd(bytes, at) else { break }
        at = end
      } else {
        let word = Self.word(bytes, at + 1)
        guard !word.isEmpty else { return nil }
        name = word.split(separator: ":").last.map(String.init) ?? word
        self.hasDeclaration = hasDeclaration
        self.doctype = doctype
        return
      }
    }
    guard hasDeclaration || doctype != nil else { return nil }
    name = ""
    self.hasDeclaration = hasDeclaration
    self.doctype = doctype
  }

  /// Where a document type ends, after its declarations in brackets.
  private static func doctypeEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var depth = 0
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return index + 1
      default: break
      }
    }
    return nil
  }

  private static func word(_ bytes: [UInt8], _ start: Int) -> String {
    guard start < bytes.count, Ascii.isLetter(bytes[start]) else { return "" }
    let word = bytes[start...].prefix(64).prefix { byte in
      Ascii.isLetter(byte) || Ascii.isDigit(byte) || "-_.:".utf8.contains(byte)
    }
    return String(decoding: word, as: UTF8.self).lowercased()
  }

  private static let pages: Set<String> = ["html", "head", "body", "title", "meta", "link"]
  private static let fragments: Set<String> = [
    "div", "main", "article", "section", "p", "h1", "h2", "h3", "table", "ul", "ol", "span", "a",
  ]

  /// Whether it is the root of a page.
  var isPage: Bool { doctype == "html" || Self.pages.contains(name) }

  /// Whether it may be a part of a page; Markdown has such elements too.
  var isFragment: Bool { Self.fragments.contains(name) }
}
