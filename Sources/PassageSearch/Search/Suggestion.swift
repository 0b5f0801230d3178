internal import PassageStore
internal import DutchText
internal import Xapian

/// What the user may have meant: the query with each word that the index lacks replaced by one that
/// it has.
///
/// Words that were split or joined come first (`asiel zoeker`), then the confusions of Dutch
/// spelling (`ei` and `ij`, `d` and `t`, one letter or two), then slips of the keyboard: one letter
/// too many, too few, another, or two changed places (P. Norvig, "How to Write a Spelling
/// Corrector", 2007: make the candidates and look each up).
struct Suggestion {
  /// The number of passages that contain each of some folded words: the word itself (`.word`) or a
  /// form of it (`.stem`). Words are looked up in byte order, many at a time, which suits Xapian's
  /// tables.
  let frequencies: (TermList, Token.Kind) throws(XapianError) -> [Int]
  let analyzer: Analyzer
  /// Whether thousands of words may be looked up. Otherwise a few hundred are.
  let isThorough: Bool

  /// The query with other words, or nil if there is nothing better.
  ///
  /// - Parameters:
  ///   - query: as typed.
  ///   - unknown: the words of it that no passage has.
  /// - Returns: the better query.
  /// - Throws: `XapianError` of the look-ups.
  func better(_ query: String, unknown: Set<String>) throws(XapianError) -> String? {
    var words = query.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    var isChanged = false
    var index = 0
    while index < words.count {
      if let joined = try joined(words, at: index, unknown) {
        words.replaceSubrange(index...(index + 1), with: [joined])
        isChanged = true
      } else if unknown.contains(words[index]), let other = try other(for: words[index]) {
        words[index] = other
        isChanged = true
      }
      index += 1
    }
    return isChanged ? words.joined(separator: " ") : nil
  }

  /// The two words joined into one, if texts write them so.
  private func joined(
    _ words: [String], at index: Int, _ unknown: Set<String>
  ) throws(XapianError) -> String? {
    guard index + 1 < words.count, let first = folded(words[index]),
      let second = folded(words[index + 1]), first.count > 2, second.count > 2,
      !Self.isFunctionWord(first[...]), !Self.isFunctionWord(second[...])
    else { return nil }
    let joined = TermList(["", "s", "en", "e"].map { first + Array($0.utf8) + second })
    for (place, count) in try frequencies(joined, .word).enumerated() where count > 0 {
      return joined.string(at: place)
    }
    for (place, count) in try frequencies(joined, .stem).enumerated()
    where count > 0 && isOwnForm(joined.string(at: place)) {
      return joined.string(at: place)
    }
    return nil
  }

  private func other(for word: String) throws(XapianError) -> String? {
    guard let word = folded(word), word.count >= 4 else { return nil }
    if let two = try split(word) { return two }
    let respelled = Self.respellings(of: [word])
    guard isThorough else { return try mostFrequent(of: respelled, .word, besides: word) }
    let twice = Self.respellings(of: (0..<respelled.count).map { Array(respelled[$0]) })
    let slips = Self.slips(of: word)
    for candidates in [respelled, twice, slips] {
      if let best = try mostFrequent(of: candidates, .word, besides: word) { return best }
    }
    // A word that texts have in another form only may be meant too.
    for candidates in [respelled, slips] {
      if let best = try mostFrequent(of: candidates, .stem, besides: word) { return best }
    }
    return nil
  }

  /// The candidate that the most passages have, the first among equals; not the word itself.
  private func mostFrequent(
    of candidates: TermList, _ kind: Token.Kind, besides word: [UInt8]
  ) throws(XapianError) -> String? {
    var best: (word: String, frequency: Int)?
    for (place, count) in try frequencies(candidates, kind).enumerated()
    where count > best?.frequency ?? 0 && !candidates[place].elementsEqual(word) {
      let candidate = candidates.string(at: place)
      if kind == .word || isOwnForm(candidate) { best = (candidate, count) }
    }
    return best?.word
  }

  /// Whether a word is its own base form, so that the stem terms of the index are of its forms.
  private func isOwnForm(_ word: String) -> Bool { analyzer.analysis(of: word).term == word }

  /// The word split into two that both occur in texts, so that the rarer one is as frequent as
  /// possible.
  private func split(_ word: [UInt8]) throws(XapianError) -> String? {
    let places = (3..<max(3, word.count - 2)).filter {
      !Self.isFunctionWord(word[..<$0]) && !Self.isFunctionWord(word[$0...])
    }
    let first = try frequencies(TermList(places.map { word[..<$0] }), .word)
    let second = try frequencies(TermList(places.map { word[$0...] }), .word)
    var best: (place: Int, frequency: Int)?
    for (index, place) in places.enumerated() {
      let count = min(first[index], second[index])
      if count > best?.frequency ?? 0 { best = (place, count) }
    }
    return best.map { "\(Self.text(word[..<$0.place])) \(Self.text(word[$0.place...]))" }
  }

  private static func text(_ word: some Collection<UInt8>) -> String {
    String(decoding: word, as: UTF8.self)
  }

  private static func isFunctionWord(_ word: ArraySlice<UInt8>) -> Bool {
    Stopwords.words.contains(text(word))
  }

  /// The maximum length in bytes of a word that others are suggested for.
  private static let maximumBytes = 40

  /// The one folded word that a text is; nil if it is a number, several words or no word.
  private func folded(_ text: String) -> [UInt8]? {
    let stream = analyzer.tokens(of: text)
    let words = stream.tokens.filter { $0.kind == .word && !$0.isPart }
    guard words.count == 1, let word = words.first else { return nil }
    let term = stream.term(of: word)
    return term.allSatisfy(\.isLetter) && term.utf8.count <= Self.maximumBytes
      ? Array(term.utf8) : nil
  }

  /// Pairs that sound alike or nearly so in Dutch.
  private static let soundAlikes: [([UInt8], [UInt8])] = [
    ("ei", "ij"), ("au", "ou"), ("g", "ch"), ("d", "t"), ("d", "dt"), ("t", "dt"), ("c", "k"),
    ("c", "s"), ("s", "z"), ("f", "v"), ("i", "ie"), ("i", "y"), ("ij", "y"), ("x", "ks"),
    ("kw", "qu"), ("t", "th"), ("f", "ph"), ("e", "a"), ("k", "q"), ("sj", "ch"), ("w", "v"),
    ("s", "sch"), ("ks", "ct"), ("sie", "tie"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The words that differ from one of some in the spelling of one sound, or in one double letter.
  /// In byte order.
  static func respellings(of words: [[UInt8]]) -> TermList {
    var found = TermList()
    for word in words {
      for (one, other) in soundAlikes {
        for (old, new) in [(one, other), (other, one)] {
          for at in word.indices where word[at...].starts(with: old) {
            found.append(word[..<at], new, word[(at + old.count)...])
          }
        }
      }
      for at in word.indices {
        let isDouble = at + 1 < word.count && word[at] == word[at + 1]
        found.append(
          word[..<at], isDouble ? [] : [word[at]], word[(isDouble ? at + 1 : at)...])
      }
    }
    found.sort()
    return found
  }

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")

  /// The words that are one slip of the keyboard away. In byte order.
  static func slips(of word: [UInt8]) -> TermList {
    var found = TermList()
    for at in 0...word.count {
      let head = word[..<at]
      let tail = word[at...]
      for letter in letters { found.append(head, CollectionOfOne(letter), tail) }
      guard let first = tail.first else { continue }
      found.append(head, tail.dropFirst())
      for letter in letters where letter != first {
        found.append(head, CollectionOfOne(letter), tail.dropFirst())
      }
      if tail.count > 1 { found.append(head, [tail[at + 1], first], tail.dropFirst(2)) }
    }
    found.sort()
    return found
  }
}

extension Suggestion {
  /// No other query is suggested if there are at least this many complete matches.
  private static let sufficientMatches = 3

  /// What may have been meant by a query that finds little or nothing.
  static func replacing(
    _ query: String, _ items: [QueryItem], found: CountBounds, in index: OpenIndex
  ) throws(IndexError) -> String? {
    guard found.upper < sufficientMatches else { return nil }
    // If the index is on servers, each look-up is a round trip. So fewer words are tried, in fewer
    // fields.
    let isThorough = !index.database.hasServers
    let fields: [Field] =
      isThorough
      ? [.question, .answer, .subject, .member, .party, .minister] : [.question, .answer]
    return try index.onDatabase { () throws(XapianError) in
      var unknown: Set<String> = []
      for item in items where !item.terms.isEmpty {
        var isKnown = false
        for term in item.terms where !isKnown {
          isKnown = try index.database.documentFrequency(of: term) > 0
        }
        if !isKnown, let typed = item.part.typed { unknown.insert(typed) }
      }
      let suggestion = Suggestion(
        frequencies: { words, kind throws(XapianError) in
          var most = [Int](repeating: 0, count: words.count)
          for field in fields where kind == .word || field.row.form != .name {
            let counts = try index.database.documentFrequencies(
              of: words, prefix: Array(Schema.term(field, kind, "").utf8))
            for (place, count) in counts.enumerated() { most[place] = max(most[place], count) }
          }
          return most
        }, analyzer: index.schema.analyzer, isThorough: isThorough)
      return try suggestion.better(query, unknown: unknown)
    }
  }
}
