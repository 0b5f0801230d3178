/// A title that ends the questions and answers: "Toelichting:", "Mededeling".
struct SectionTitle: Hashable {
  enum Kind: String, Hashable {
    case explanation = "Toelichting"
    case notice = "Mededeling"
  }

  let kind: Kind
  /// The text after it on the same line; the whole line if an explanation has no title.
  let rest: String
  /// Whether the title itself is printed.
  let isPrinted: Bool

  /// Whether a sentence begins like an explanation: "Deze vragen dienen ter aanvulling op …".
  private static func explains(_ sentence: String) -> Bool {
    guard let first = sentence.utf8.first, first | 0x20 == UInt8(ascii: "d") else { return false }
    let head = Array(sentence.utf8.prefix(90))
    guard ["deze vra", "de vra"].contains(where: { Ascii.hasPrefix(head, at: 0, $0) }) else {
      return false
    }
    return ["aanvull", "in vervolg op", "ter vervanging van"].contains {
      Ascii.find($0, in: head) != nil
    }
  }

  /// Reads a line. A title needs a colon, a line of its own, or the opening sentence of an
  /// explanation.
  init?(_ line: String) {
    guard let first = line.utf8.first, Ascii.isOne(first | 0x20, of: "tmd") else { return nil }
    for kind in [Kind.explanation, .notice] {
      var scanner = TextScanner(line)
      guard scanner.bytes.first.map(Ascii.isUpper) == true, scanner.takeWord(kind.rawValue) else {
        continue
      }
      scanner.skipSpaces()
      let colon = scanner.take(":")
      let rest = scanner.rest
      guard colon || rest.isEmpty || kind == .explanation && Self.explains(rest) else {
        return nil
      }
      self.kind = kind
      self.rest = rest
      isPrinted = true
      return
    }
    guard Self.explains(line) else { return nil }
    kind = .explanation
    rest = line
    isPrinted = false
  }
}
