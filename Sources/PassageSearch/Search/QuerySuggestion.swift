internal import DutchText
internal import PassageStore
internal import Xapian

/// What the user may have meant by a query that finds little: the query with each word that is
/// likely an error replaced by one that texts have, spelled as they spell it.
struct QuerySuggestion {
  let index: OpenIndex

  /// No other query is suggested if there are at least this many complete matches.
  private static let sufficientMatches = 3
  /// A word that more passages have is no error.
  private static let maximumErrors = 2

  /// The query that was probably meant.
  ///
  /// - Parameters:
  ///   - query: as typed.
  ///   - items: its parts.
  ///   - found: the number of complete matches.
  /// - Returns: the query with other words; nil if nothing better is known.
  /// - Throws: `IndexError` if the index cannot be read.
  func better(
    _ query: String, _ items: [QueryItem], found: CountBounds
  ) throws(IndexError) -> String? {
    guard found.upper < Self.sufficientMatches else { return nil }
    let changes = try index.onDatabase { () throws(XapianError) -> [Change] in
      try self.changes(in: query, items)
    }
    guard !changes.isEmpty else { return nil }
    var better = ""
    var rest = query[...]
    for change in changes {
      let words = try change.words.map { word throws(IndexError) in
        try PrintedForm(index: index).of(word)
      }
      better += rest[..<change.range.lowerBound] + words.joined(separator: " ")
      rest = rest[change.range.upperBound...]
    }
    return better + rest
  }

  /// A part of a query and the folded words that should replace it.
  private struct Change {
    let range: Range<String.Index>
    let words: [String]
  }

  private func changes(
    in query: String, _ items: [QueryItem]
  ) throws(XapianError) -> [Change] {
    let frequencies = try frequencies(of: items)
    let suggestion = try suggestion()
    var typed: [(range: Range<String.Index>, word: Suggestion.Typed?)] = []
    for range in Self.words(of: query) {
      let text = String(query[range])
      let frequency = frequencies[text]
      typed.append((range, frequency.flatMap { suggestion.typed(text, frequency: $0) }))
    }
    var changes: [Change] = []
    var at = 0
    while at < typed.count {
      defer { at += 1 }
      guard let word = typed[at].word else { continue }
      if at + 1 < typed.count, let next = typed[at + 1].word,
        query[typed[at].range.upperBound..<typed[at + 1].range.lowerBound] == " ",
        let joined = try suggestion.joined(word, next)
      {
        let range = typed[at].range.lowerBound..<typed[at + 1].range.upperBound
        changes.append(Change(range: range, words: [joined]))
        at += 1
      } else if word.frequency <= Self.maximumErrors, let words = try suggestion.other(for: word) {
        changes.append(Change(range: typed[at].range, words: words))
      }
    }
    return changes
  }

  /// The words of a query, without the signs around them.
  private static func words(of query: String) -> [Range<String.Index>] {
    query.split(whereSeparator: \.isWhitespace).compactMap { piece in
      guard let first = piece.firstIndex(where: { $0.isLetter || $0.isNumber }),
        let last = piece.lastIndex(where: { $0.isLetter || $0.isNumber })
      else { return nil }
      return first..<query.index(after: last)
    }
  }

  /// How many passages have the words that were typed.
  private func frequencies(of items: [QueryItem]) throws(XapianError) -> [String: Int] {
    var found: [String: Int] = [:]
    func look(for item: QueryItem) throws(XapianError) {
      guard let typed = item.part.typed, !item.terms.isEmpty else { return }
      var terms = TermList(item.terms.map(\.utf8))
      terms.sort()
      found[typed] = try index.database.documentFrequencies(of: terms).max() ?? 0
    }
    for item in items {
      if case .any(let parts) = item.part {
        // The terms of the item are those of all words of the choice.
        for part in parts where part.isPlainWord {
          var compiler = QueryCompiler(for: index, isExact: false)
          let alone = try compiler.compile(ParsedQuery(expression: .all([part])))
          for item in alone.items { try look(for: item) }
        }
      } else {
        try look(for: item)
      }
    }
    return found
  }

  private func suggestion() throws(XapianError) -> Suggestion {
    // If the index is on servers, each look-up is a round trip. So fewer words are tried, and no
    // names.
    let isThorough = !index.database.hasServers
    let fields: [Field] = isThorough ? [.question, .member, .party, .minister] : [.question]
    return Suggestion(
      frequencies: { words, kind throws(XapianError) in
        var most = [Int](repeating: 0, count: words.count)
        for field in fields where kind == .word || field.row.form != .name {
          let counts = try index.database.documentFrequencies(
            of: words, prefix: Schema.prefix(field, kind))
          for (place, count) in counts.enumerated() { most[place] = max(most[place], count) }
        }
        return most
      }, analyzer: index.schema.analyzer, passages: try index.passageCount(),
      isThorough: isThorough)
  }
}
