internal import DutchText
internal import PassageStore

/// Headings in capitals, which people paste: `HET NIET NALEVEN VAN DE WET`. Their capitals mean
/// nothing, and their `NIET` is a word.
struct Heading {
  let context: QueryContext

  /// The query with what is all in capitals, inside or outside quotes, in lower case.
  func lowered(_ query: String) -> String {
    // Most queries have no capitals at all.
    guard query.utf8.contains(where: { $0 &- UInt8(ascii: "A") < 26 || $0 >= 0x80 }) else {
      return query
    }
    var parts: [Substring] = []
    var rest = query[...]
    while let quote = rest.firstIndex(where: QueryLexer.isQuote) {
      parts.append(rest[..<quote])
      let after = rest.index(after: quote)
      let end = rest[after...].firstIndex(where: QueryLexer.isQuote) ?? rest.endIndex
      let close = end < rest.endIndex ? rest.index(after: end) : end
      parts.append(rest[quote..<close])
      rest = rest[close...]
    }
    parts.append(rest)
    let isQuoted = { (part: Substring) in part.first.map(QueryLexer.isQuote) ?? false }
    let outside = parts.filter { !isQuoted($0) }.joined(separator: " ")
    let isOutsideHeading = isHeading(outside)
    return parts.map { part in
      let isLowered = isQuoted(part) ? isHeading(String(part)) : isOutsideHeading
      return isLowered ? part.lowercased() : String(part)
    }.joined()
  }

  private static let operators: Set<String> = ["OF", "OR", "EN", "AND", "NIET", "NOT", "NEAR"]

  /// An abbreviation has at most this many letters.
  private static let maximumAbbreviation = 5

  /// Whether a text is all in capitals, and is more than some abbreviations.
  private func isHeading(_ text: String) -> Bool {
    guard !text.contains(where: \.isLowercase) else { return false }
    let words = text.split { !$0.isLetter && $0 != "'" && $0 != "’" }
      .prefix(QueryParser.maximumWords).map(String.init)
    let meaningful = words.filter { !Self.operators.contains($0) && $0.count > 1 }
    // One long word between quotes is a heading too; without quotes its capitals mean nothing.
    guard words.count > 1 || words.first.map({ $0.count > Self.maximumAbbreviation }) ?? false,
      !meaningful.isEmpty
    else { return false }
    return meaningful.contains(where: isFunctionWord)
      || meaningful.count(where: isOrdinary) * 2 > meaningful.count
  }

  /// Abbreviations seldom have articles and prepositions between them.
  private func isFunctionWord(_ word: String) -> Bool {
    Stopwords.words.contains(word.lowercased()) && !context.aliases.hasName(word)
  }

  /// Whether it is a long word, or one of the language and not also a known name.
  private func isOrdinary(_ word: String) -> Bool {
    if word.count > Self.maximumAbbreviation { return true }
    guard !context.aliases.hasName(word) else { return false }
    let lower = word.lowercased()
    return context.analyzer.listing(of: lower) == .word
      || !context.analyzer.analysis(of: lower).parts.isEmpty
  }
}
