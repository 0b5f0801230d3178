/// Joins lines into paragraphs, and decides about hyphens by the other words of the document.
struct LineJoiner {
  /// The compounds with a hyphen inside a line of the document ("lhbti-gemeenschap"), and their
  /// first parts.
  private let hyphenated: Set<String>
  private let firstParts: Set<String>

  /// Collects the hyphenated compounds of a document.
  init(_ lines: some Sequence<PrintedLine>) {
    var hyphenated: Set<String> = []
    var firstParts: Set<String> = []
    for line in lines {
      // The first and last words may be halves.
      for word in line.text.split(separator: " ").dropFirst().dropLast()
      where word.utf8.contains(Ascii.hyphen) {
        let plain = Self.plain(word)
        guard let at = plain.lastIndex(of: "-"), at != plain.startIndex else { continue }
        let rest = plain[plain.index(after: at)...]
        guard !rest.isEmpty else { continue }
        hyphenated.insert(plain)
        // A name in capitals ("EU-landen") keeps its hyphen anyway, and is no evidence for
        // "Eu-ropa".
        guard word.utf8.prefix(while: { $0 != Ascii.hyphen }).contains(where: Ascii.isLower) else {
          continue
        }
        // "massa-explosie" has its hyphen between vowels, so it is no evidence for "massatest".
        if !Self.isVowel(plain[..<at].last) || !Self.isVowel(rest.first) {
          firstParts.insert(String(plain[..<at]))
        }
      }
    }
    self.hyphenated = hyphenated
    self.firstParts = firstParts
  }

  /// Appends a line to a paragraph.
  func append(_ right: String, to left: inout String) {
    // Only the last word matters, and a paragraph may be long.
    let tail = String(decoding: left.utf8.suffix(200), as: UTF8.self)
    guard !tail.isEmpty, !right.isEmpty else {
      left += right
      return
    }
    switch LineEnd.joint(Array(tail.utf8), Array(right.utf8)) {
    case .space: if !continuesAddress(tail, right) { left += " " }
    case .nothing: break
    case .dropHyphen: if !keepsHyphen(tail, right) { left.removeLast() }
    }
    left += right
  }

  /// Whether the document has the word, or another with the same first part, with a hyphen inside a
  /// line.
  private func keepsHyphen(_ left: String, _ right: String) -> Bool {
    let first = Self.plain(left.split(separator: " ").last ?? "")
    let second = Self.plain(right.split(separator: " ").first ?? "")
    let part = String(first.dropLast(first.hasSuffix("-") ? 1 : 0))
    return hyphenated.contains(part + "-" + second) || firstParts.contains(part)
  }

  /// Whether a web address was broken: "…/provincies" + "%202022.pdf".
  private func continuesAddress(_ left: String, _ right: String) -> Bool {
    guard let word = left.split(separator: " ").last,
      word.contains("://") || word.contains("www."), let first = right.utf8.first
    else { return false }
    if "%/?=&#_~+-".utf8.contains(first) { return true }
    guard word.utf8.last.map(Ascii.isWordByte) == true, Ascii.isLower(first) || Ascii.isDigit(first)
    else { return false }
    let next = right.utf8.prefix { $0 != Ascii.space }
    return next.count { "/_%=-&?".utf8.contains($0) } >= 2
      || [".pdf", ".html", ".htm", ".nl/"].contains { String(Substring(next)).contains($0) }
  }

  /// The letters, digits and hyphens of a word, in lower case.
  private static func plain(_ word: Substring) -> String {
    let scalars = word.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0 == "-" || $0.value < 58 && $0.value > 47
    }
    return String(String.UnicodeScalarView(scalars)).lowercased()
  }

  private static func isVowel(_ character: Character?) -> Bool {
    character.map { "aeiouyëïöüé".contains($0) } ?? false
  }
}
