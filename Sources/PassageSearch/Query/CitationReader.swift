internal import DutchText

/// Recognises citations in a query.
package enum CitationReader {
  /// The tokens of a query with each citation in one token. A quoted part is one if nothing else is
  /// between the quotes. The value of a field and what is beside NEAR are none.
  static func reading(_ tokens: [QueryToken]) -> [QueryToken] {
    guard tokens.contains(where: mayCite) else { return tokens }
    var result: [QueryToken] = []
    var at = 0
    while at < tokens.count {
      if case .quoted(let text, true) = tokens[at], isFree(at, in: tokens),
        let cited = publication(in: text)
      {
        result.append(.citation(cited, [tokens[at]]))
        at += 1
      } else if isFree(at, in: tokens), let (found, count) = citation(in: tokens, at: at) {
        let taken = Array(tokens[at..<at + count])
        if let found { result.append(.citation(found, taken)) } else { result += taken }
        at += count
      } else {
        result.append(tokens[at])
        at += 1
      }
    }
    return result
  }

  /// The publication that a whole text cites; nil if it is no citation or has other words.
  package static func publication(in text: String) -> CitedPublication? {
    // After # a number is missing.
    guard text.utf8.count <= maximumBytes, text.utf8.last != UInt8(ascii: "#") else { return nil }
    var tokens = QueryLexer.tokens(of: text)
    // A citation may be copied with the brackets around it and the full stop after it.
    if tokens.last == .word(".") { tokens.removeLast() }
    while tokens.first == .open, tokens.last == .close { tokens = Array(tokens[1...].dropLast()) }
    guard !tokens.isEmpty, case (let found?, let count)? = citation(in: tokens, at: 0),
      count == tokens.count
    else { return nil }
    return found
  }

  /// The maximum length in bytes of a text that is a citation.
  private static let maximumBytes = 1000
  /// The maximum number of tokens of a citation.
  private static let maximumTokens = 32

  /// Whether a token has a digit, as every citation does.
  private static func mayCite(_ token: QueryToken) -> Bool {
    let text: String? = if case .quoted(let text, true) = token { text } else { token.word }
    return text?.utf8.contains { $0 &- UInt8(ascii: "0") < 10 } ?? false
  }

  /// Whether a token is not the value of a field nor an operand of NEAR.
  private static func isFree(_ at: Int, in tokens: [QueryToken]) -> Bool {
    guard at > 0 else { return true }
    if case .field = tokens[at - 1] { return false }
    if case .near = tokens[at - 1] { return false }
    return true
  }

  /// The citation that begins at a token, and the number of tokens that it takes. The publication
  /// is nil if it is none that can be found.
  private static func citation(
    in tokens: [QueryToken], at start: Int
  ) -> (CitedPublication?, Int)? {
    guard tokens.indices.contains(start), let word = tokens[start].word else { return nil }
    let pieces = CitationPiece.pieces(of: tokens[start...].prefix(maximumTokens))
    if var named = CitedName.read(word) {
      var scanner = CitationScanner(pieces: pieces)
      scanner.at = pieces.firstIndex { $0.token > start } ?? pieces.count
      if named.questions.isEmpty { named.questions = QuestionClause.take(&scanner) }
      return (named, count(upTo: scanner.at, of: pieces, in: tokens, from: start) ?? 1)
    }
    if let named = fileName(word, before: pieces, at: start) {
      return (named.publication, count(upTo: named.end, of: pieces, in: tokens, from: start) ?? 1)
    }
    let scanner = CitationScanner(pieces: pieces)
    // Of the two readings the longer is meant: `tk` begins both.
    let readings = [DossierCitation.read(scanner), SetCitation.read(scanner)].compactMap(\.self)
    guard let found = readings.max(by: { $0.end < $1.end }),
      let count = count(upTo: found.end, of: pieces, in: tokens, from: start),
      !found.isAmbiguous || !isInSentence(start..<start + count, of: tokens)
    else { return nil }
    return (found.publication, count)
  }

  /// A set without number and zaaknummer, which is cited by the name of its file: `KVR10001, vraag
  /// 2`.
  private static func fileName(
    _ word: String, before pieces: [CitationPiece], at start: Int
  ) -> FoundCitation? {
    guard word.utf8.count > 4, word.contains(where: \.isLetter), word.contains(where: \.isNumber)
    else { return nil }
    var scanner = CitationScanner(pieces: pieces)
    scanner.at = pieces.firstIndex { $0.token > start } ?? pieces.count
    let questions = QuestionClause.take(&scanner)
    guard !questions.isEmpty else { return nil }
    return FoundCitation(
      publication: CitedPublication(.identifier(word), questions: questions), end: scanner.at)
  }

  /// The number of tokens up to a piece; nil if it is inside a token, or if the brackets between do
  /// not match.
  private static func count(
    upTo end: Int, of pieces: [CitationPiece], in tokens: [QueryToken], from start: Int
  ) -> Int? {
    var end = end
    // Punctuation that ends the word.
    while end < pieces.count, !pieces[end].isFirst, ".,;:!?".contains(pieces[end].text) {
      end += 1
    }
    if end < pieces.count, !pieces[end].isFirst { return nil }
    var last = end < pieces.count ? pieces[end].token : (pieces.last?.token ?? start) + 1
    var depth = 0
    for token in tokens[start..<last] {
      if token == .open { depth += 1 }
      if token == .close { depth -= 1 }
      if depth < 0 { return nil }
    }
    while depth > 0, last < tokens.count, tokens[last] == .close {
      depth -= 1
      last += 1
    }
    // A word beside NEAR is an operand of it.
    if last < tokens.count, case .near = tokens[last] { return nil }
    return depth == 0 ? last - start : nil
  }

  /// Whether a function word stands beside an ambiguous citation: `nr. 5 van de lijst`, `in
  /// 2024-2025 700 woningen`.
  private static func isInSentence(_ range: Range<Int>, of tokens: [QueryToken]) -> Bool {
    let neighbours = [range.lowerBound - 1, range.upperBound].filter(tokens.indices.contains)
    return neighbours.contains { place in
      guard let word = tokens[place].word?.lowercased() else { return false }
      return !["zie", "ook"].contains(word) && Stopwords.words.contains(word)
    }
  }
}
