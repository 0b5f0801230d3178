internal import DutchText

/// Completes the words of a query that are typed in pieces: `in- en uitvoer`, `wapenbezit en
/// -handel`.
///
/// A minus after `en` may be that hyphen or exclude a word. The parser leaves it with the word, and
/// here, with the list of words at hand, it is decided.
struct SuspendedWords {
  /// Nil if words are searched as typed.
  let analyzer: Analyzer?

  /// Joins a minus to its word if a word and a connector precede it. Of `beheer -herstel en
  /// -beleid`, each.
  static func joined(_ tokens: [QueryToken]) -> [QueryToken] {
    var joined: [QueryToken] = []
    for token in tokens {
      guard case .word(let head) = token, !head.contains("*"), joined.last == .minus else {
        joined.append(token)
        continue
      }
      let before = joined.dropLast()
      guard before.count > 1, case .word(let connector)? = before.last,
        Analyzer.isConnector(connector), case .word = before[before.endIndex - 2]
      else {
        joined.append(token)
        continue
      }
      joined.removeLast()
      var place = joined.count - 2
      while place > 1, case .word(let earlier) = joined[place], joined[place - 1] == .minus,
        case .word = joined[place - 2]
      {
        joined[place - 1...place] = [.word("-" + earlier)]
        place -= 2
      }
      joined.append(.word("-" + head))
    }
    return joined
  }

  /// The query with these words complete. A word that still has its minus is excluded.
  func completed(in expression: QueryExpression) -> QueryExpression {
    switch expression {
    case .all(let parts): .all(completed(parts))
    case .any(let parts): .any(completed(parts))
    case .not(let part): .not(completed(in: part))
    case .required(let part): .required(completed(in: part))
    case .field(let field, let part): .field(field, completed(in: part))
    case .word(let text): Self.unsuspended(text)
    default: expression
    }
  }

  private func completed(_ parts: [QueryExpression]) -> [QueryExpression] {
    var completed = parts
    for words in parts.indices.split(whereSeparator: { !parts[$0].isPlainWord }) {
      let texts = words.map { parts[$0].text }
      for (index, text) in zip(words, analyzer?.completingCompounds(texts) ?? texts) {
        completed[index] = Self.unsuspended(text)
      }
    }
    return completed.map { $0.isPlainWord ? $0 : self.completed(in: $0) }
  }

  /// A word of which a hyphen is left is a word without it, or excluded.
  private static func unsuspended(_ text: String) -> QueryExpression {
    if text.hasSuffix("-"), text.utf8.count > 1 { return .word(String(text.dropLast())) }
    // What was typed with a sign before it and is still a word has two of them.
    guard text.hasPrefix("-"), let next = text.dropFirst().first, !"-+)".contains(next) else {
      return .word(text)
    }
    return .not(.word(String(text.dropFirst())))
  }
}
