/// Checks that a text is a set of Kamervragen.
enum Recognition {
  private static let expected =
    "een kop («Vragen van het lid …»), een kopje «Vraag 1» of een nummer van een publicatie"

  /// Rejects look-alikes, and texts without any trait of Kamervragen.
  static func check(
    _ header: Header, _ facts: PageFurniture.Facts, hasBody: Bool, _ openings: Openings,
    _ raw: [RawLine]
  ) throws(ReadError) {
    let headings = numberedHeadings(raw)
    let hasSentence = header.question != nil || header.answer != nil
    if hasSentence && isFenced(raw) && !facts.isDistinctive && headings == 0 {
      throw .noKamervragen(expected: expected)
    }
    if let other = otherSeries(raw), !(facts.isDistinctive && hasSentence) {
      throw .noKamervragen(expected: "een kop van Kamervragen (dit lijkt \(other))")
    }
    if hasSentence || facts.identifier != nil || headings >= 2 { return }
    if headings > 0 && raw.count < 200 { return }
    if header.caseNumber != nil && hasBody { return }
    // A sheet with its titles and numbers in sequence.
    if facts.isDistinctive && openings.numbering == .aloneOnLine { return }
    throw .noKamervragen(expected: expected)
  }

  /// The numbered headings outside fenced code, counted up to 2. A page about Kamervragen may quote
  /// some in code.
  private static func numberedHeadings(_ raw: [RawLine]) -> Int {
    var count = 0
    var isFenced = false
    for line in raw {
      if line.opensFence { isFenced.toggle() }
      if isFenced { continue }
      if Heading(line.text)?.numbers.isEmpty == false || QuestionNumber.letter(line.text) != nil {
        count += 1
      }
      if count >= 2 { return count }
    }
    return count
  }

  private static func isFenced(_ raw: [RawLine]) -> Bool {
    raw.contains(where: \.opensFence)
  }

  /// The kind of another parliamentary paper that looks alike, for the message; nil for other
  /// texts.
  private static func otherSeries(_ raw: [RawLine]) -> String? {
    var speakers = 0
    for line in raw.prefix(400) {
      if line.begins(with: "D"), line.text.hasPrefix("De voorzitter:") { speakers += 1 }
      if speakers >= 2 { return "een verslag van een debat" }
    }
    for line in raw.lazy.filter({ !$0.text.isEmpty }).prefix(40)
    where line.begins(with: "LlVv") && line.text.utf8.dropFirst().first != UInt8(ascii: "r") {
      // Only the length of the titles below: a line may be a whole paragraph.
      let upper = line.text.prefix(40).uppercased()
      if upper.hasPrefix("LIJST VAN VRAGEN") {
        return "een lijst van vragen en antwoorden (kamerstuk)"
      }
      if upper.hasPrefix("VERSLAG VAN EEN SCHRIFTELIJK OVERLEG") {
        return "een verslag van een schriftelijk overleg (kamerstuk)"
      }
    }
    return nil
  }
}

extension RawLine {
  /// Whether it opens or closes code in Markdown.
  fileprivate var opensFence: Bool { begins(with: "`") && text.hasPrefix("```") }

  /// Whether it begins with one of a few ASCII characters. Most lines need no closer look.
  fileprivate func begins(with signs: StaticString) -> Bool {
    text.utf8.first.map { Ascii.isOne($0, of: signs) } ?? false
  }
}
