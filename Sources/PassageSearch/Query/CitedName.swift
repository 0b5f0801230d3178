internal import Kamervragen

/// The publication that one word names: an identifier, with or without the ending of a file, or an
/// address of an official site.
enum CitedName {
  private static let endings: Set<String> = [
    "pdf", "xml", "html", "htm", "odt", "doc", "docx", "txt", "md", "json", "zip",
  ]
  private static let sites = [
    "officielebekendmakingen.nl", "overheid.nl", "officiele-overheidspublicaties.nl",
    "tweedekamer.nl", "eerstekamer.nl",
  ]

  /// Reads a word. `questions` has the number after a `#`.
  static func read(_ word: String) -> CitedPublication? {
    guard word.utf8.count >= 6 else { return nil }
    var scalars = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      scalars.append(CitationPiece.dashes.contains(scalar) ? "-" : scalar)
    }
    var text = String(scalars)
    while let last = text.last, ".,;:)]>".contains(last) { text.removeLast() }
    while let first = text.first, "([<".contains(first) { text.removeFirst() }
    if text.contains("/") { return inAddress(text) }
    var questions: [Int] = []
    if let sign = text.lastIndex(of: "#") {
      guard let number = Int(text[text.index(after: sign)...]), number >= 0 else { return nil }
      questions = [number]
      text = String(text[..<sign])
    }
    return name(of: text).map { CitedPublication($0, questions: questions) }
  }

  /// A word without the ending of a file.
  static func withoutEnding(_ text: String) -> String {
    var text = text[...]
    // `ah-tk-20242025-705.html.zip`
    while let dot = text.lastIndex(of: "."),
      endings.contains(text[text.index(after: dot)...].lowercased())
    {
      text = text[..<dot]
    }
    return String(text)
  }

  /// The publication in the path or the query of an address.
  private static func inAddress(_ text: String) -> CitedPublication? {
    let lower = text.lowercased()
    let path =
      lower.hasPrefix("http://") || lower.hasPrefix("https://")
      ? text.drop { $0 != "/" }.dropFirst(2) : text[...]
    let host = path.prefix { $0 != "/" }.lowercased().prefix { $0 != ":" }
    let isOfficial = sites.contains { host == $0 || host.hasSuffix("." + $0) }
    guard isOfficial || !host.contains(".") && host == lower.prefix(host.count) else { return nil }
    // What comes after `#` is a place in the page.
    let pieces = path.prefix { $0 != "#" }.split { "/?&=;,".contains($0) }.dropFirst()
    let names = pieces.compactMap { name(of: String($0)) }
    // The page of questions has the number of the document too.
    return (names.last { $0.isOfSet } ?? names.last).map { CitedPublication($0) }
  }

  private static func name(of text: String) -> CitedPublication.Name? {
    let text = withoutEnding(text)
    if let identifier = PublicationIdentifier(text) { return .identifier(identifier.text) }
    var scanner = CitationScanner(pieces: CitationPiece.pieces(of: [.word(text)]))
    if let number = scanner.takeCaseNumber(), scanner.next == nil { return .caseNumber(number) }
    scanner.at = 0
    if scanner.takeWord(["kst"]) {
      scanner.at = 0
      guard let found = DossierCitation.read(scanner), found.end == scanner.pieces.count else {
        return nil
      }
      return found.publication?.name
    }
    return document(&scanner)
  }

  /// `2024D42030`.
  private static func document(_ scanner: inout CitationScanner) -> CitedPublication.Name? {
    guard let year = scanner.takeDigits(4...4), scanner.takeWord(["d"]),
      let number = scanner.takeDigits(4...6), scanner.next == nil
    else { return nil }
    return .document("\(year)D\(number)")
  }
}
