/// Shortens queries that exceed the limits.
extension QueryParser {
  /// Shortens words that are too long; returns whether there were any.
  static func shortenWords(of tokens: inout [QueryToken]) -> Bool {
    var isAny = false
    func shortened(_ word: some StringProtocol) -> String {
      guard word.utf8.count > maximumWordBytes else { return String(word) }
      isAny = true
      let bytes = Array(word.utf8.prefix(maximumWordBytes + 1))
      let end = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
    for place in tokens.indices {
      switch tokens[place] {
      case .word(let text) where text.utf8.count > maximumWordBytes:
        tokens[place] = .word(shortened(text))
      case .quoted(let text, let isClosed) where text.utf8.count > maximumWordBytes:
        let words = text.split(maxSplits: maximumWords, whereSeparator: \.isWhitespace)
        // The last piece is the whole rest, which is cut later.
        tokens[place] = .quoted(
          words.map(shortened).joined(separator: " "), isClosed: isClosed)
      default: break
      }
    }
    return isAny
  }

  /// The tokens up to the maximum of a query, and whether there were more.
  static func shortened(_ tokens: [QueryToken]) -> ([QueryToken], isCut: Bool) {
    var taken: [QueryToken] = []
    var room = maximumWords
    for token in tokens {
      guard taken.count < maximumTokens else { return (taken, true) }
      guard case .quoted(let text, let isClosed) = token else {
        if token.isSearched {
          guard room > 0 else { return (taken, true) }
          room -= 1
        }
        taken.append(token)
        continue
      }
      guard room > 0 else { return (taken, true) }
      let words = text.split(maxSplits: room, whereSeparator: \.isWhitespace)
      guard words.count > room else {
        room -= max(1, words.count)
        taken.append(token)
        continue
      }
      taken.append(.quoted(words.prefix(room).joined(separator: " "), isClosed: isClosed))
      return (taken, true)
    }
    return (taken, false)
  }
}

extension QueryToken {
  /// Whether it is a word, or a number with its unit.
  fileprivate var isSearched: Bool {
    switch self {
    case .word, .amount, .unknownField: true
    default: false
    }
  }
}
