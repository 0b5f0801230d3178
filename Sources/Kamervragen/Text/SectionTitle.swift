/// A title that ends the questions and answers: "Toelichting:", "Mededeling".
struct SectionTitle: Hashable {
  enum Kind: String, Hashable {
    case explanation = "Toelichting"
    case notice = "Mededeling"
  }

  let kind: Kind
  /// What stands behind it on the same line.
  let rest: String

  init?(_ line: String) {
    for kind in [Kind.explanation, .notice] {
      var scanner = TextScanner(line)
      guard scanner.bytes.first.map(Ascii.isUpper) == true, scanner.takeWord(kind.rawValue) else {
        continue
      }
      scanner.skipSpaces()
      let colon = scanner.take(":")
      let rest = scanner.rest
      guard colon || rest.isEmpty || kind == .explanation && rest.hasPrefix("Deze vragen") else {
        return nil
      }
      self.kind = kind
      self.rest = rest
      return
    }
    return nil
  }
}
