internal import DutchText
internal import Xapian

/// What the user may have meant: the query with words that the index has in place of those it lacks.
///
/// Words that were split or joined come first (`asiel zoeker`), then the confusions of Dutch spelling (`ei` and `ij`,
/// `d` and `t`, one letter or two), then slips of the keyboard: one letter too many, too few, another, or two changed
/// places (P. Norvig, "How to Write a Spelling Corrector", 2007: make the candidates and look each up).
struct Suggestion {
  /// Tells in how many passages each of some folded words stands: the word itself (`.word`), or a form of it (`.stem`).
  /// Many at a time, in order: then Xapian finds most where it has just looked.
  let frequencies: ([String], Token.Kind) throws(XapianError) -> [Int]
  let analyzer: Analyzer

  /// The query with other words, or nil where there is nothing better.
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

  /// Two words that texts write as one.
  private func joined(
    _ words: [String], at index: Int, _ unknown: Set<String>
  ) throws(XapianError) -> String? {
    guard index + 1 < words.count, let first = folded(words[index]),
      let second = folded(words[index + 1]), first.count > 2, second.count > 2,
      !Stopwords.words.contains(first), !Stopwords.words.contains(second)
    else { return nil }
    let links = ["", "s", "en", "e"]
    for link in links where try frequency(first + link + second) > 0 {
      return first + link + second
    }
    for link in links where isOwnForm(first + link + second) {
      let word = first + link + second
      if try frequencies([word], .stem).contains(where: { $0 > 0 }) { return word }
    }
    return nil
  }

  private func other(for word: String) throws(XapianError) -> String? {
    guard let word = folded(word), word.count >= 4 else { return nil }
    if let two = try split(word) { return two }
    let letters = Array(word)
    let respelled = Self.respellings(of: letters)
    let steps = [
      respelled, respelled.flatMap { Self.respellings(of: $0) }, Self.slips(of: letters),
    ].map { step in Set(step.map { String($0) }).subtracting([word]).sorted() }
    for candidates in steps {
      if let best = try mostFrequent(of: candidates, .word) { return best }
    }
    // What texts only have in another form may have been meant all the same.
    for candidates in [steps[0], steps[2]] {
      let forms = candidates.filter(isOwnForm)
      if let best = try mostFrequent(of: forms, .stem) { return best }
    }
    return nil
  }

  private func mostFrequent(
    of candidates: [String], _ kind: Token.Kind
  ) throws(XapianError) -> String? {
    var best: (word: String, frequency: Int)?
    for (candidate, count) in zip(candidates, try frequencies(candidates, kind))
    where count > best?.frequency ?? 0 {
      best = (candidate, count)
    }
    return best?.word
  }

  /// In how many passages a word itself stands.
  private func frequency(_ word: String) throws(XapianError) -> Int {
    try frequencies([word], .word).first ?? 0
  }

  /// Whether a word is its own base form, so that the stem terms of the index are of its forms.
  private func isOwnForm(_ word: String) -> Bool { analyzer.meaning(of: word).term == word }

  /// The word as two that both stand in texts; the rarer of them as frequent as can be.
  private func split(_ word: String) throws(XapianError) -> String? {
    var best: (text: String, frequency: Int)?
    for length in stride(from: 3, through: word.count - 3, by: 1) {
      let first = String(word.prefix(length))
      let second = String(word.dropFirst(length))
      guard !Stopwords.words.contains(first), !Stopwords.words.contains(second) else { continue }
      let count = min(try frequency(first), try frequency(second))
      if count > best?.frequency ?? 0 { best = ("\(first) \(second)", count) }
    }
    return best?.text
  }

  /// The one folded word that a text is; nil where it is a number, several words or no word.
  private func folded(_ text: String) -> String? {
    let stream = analyzer.tokens(of: text)
    let words = stream.tokens.filter { $0.kind == .word && !$0.isPart }
    guard words.count == 1, let word = words.first else { return nil }
    let term = stream.term(of: word)
    return term.allSatisfy(\.isLetter) && term.count <= 40 ? term : nil
  }

  /// Pairs that sound alike or nearly so in Dutch.
  private static let soundAlikes: [(String, String)] = [
    ("ei", "ij"), ("au", "ou"), ("g", "ch"), ("d", "t"), ("d", "dt"), ("t", "dt"), ("c", "k"),
    ("c", "s"), ("s", "z"), ("f", "v"), ("i", "ie"), ("i", "y"), ("ij", "y"), ("x", "ks"),
    ("kw", "qu"), ("t", "th"), ("f", "ph"), ("e", "a"), ("k", "q"), ("sj", "ch"), ("w", "v"),
    ("s", "sch"), ("ks", "ct"), ("sie", "tie"),
  ]

  /// The words that differ in one spelling of a sound, or in one letter that is double.
  static func respellings(of word: [Character]) -> [[Character]] {
    var found: [[Character]] = []
    for pair in soundAlikes {
      for (old, new) in [(Array(pair.0), Array(pair.1)), (Array(pair.1), Array(pair.0))] {
        for at in word.indices where word[at...].starts(with: old) {
          found.append(Array(word[..<at]) + new + Array(word[(at + old.count)...]))
        }
      }
    }
    for at in word.indices {
      let isDouble = at + 1 < word.count && word[at] == word[at + 1]
      found.append(
        Array(word[..<at]) + (isDouble ? [] : [word[at]])
          + Array(word[at...].dropFirst(isDouble ? 1 : 0)))
    }
    return found
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

  /// The words that are one slip of the keyboard away.
  static func slips(of word: [Character]) -> [[Character]] {
    var found: [[Character]] = []
    for at in 0...word.count {
      let head = Array(word[..<at])
      let tail = Array(word[at...])
      for letter in letters { found.append(head + [letter] + tail) }
      guard let first = tail.first else { continue }
      found.append(head + tail.dropFirst())
      for letter in letters where letter != first {
        found.append(head + [letter] + tail.dropFirst())
      }
      if tail.count > 1 { found.append(head + [tail[1], first] + tail.dropFirst(2)) }
    }
    return found
  }
}

extension IndexReader {
  /// So many complete matches need no suggestion.
  private static let enough = 3

  /// What may have been meant where little or nothing is found.
  func suggestion(
    for query: String, _ items: [QueryItem], found: CountBounds
  ) throws(IndexError) -> String? {
    guard found.upper < Self.enough else { return nil }
    let fields: [Field] = [.question, .answer, .subject, .member, .party, .minister]
    return try onDatabase { () throws(XapianError) in
      var unknown: Set<String> = []
      for item in items where !item.terms.isEmpty {
        var isKnown = false
        for term in item.terms where !isKnown {
          isKnown = try database.documentFrequency(of: term) > 0
        }
        if !isKnown { unknown.insert(item.label) }
      }
      let suggestion = Suggestion(
        frequencies: { words, kind throws(XapianError) in
          var most = [Int](repeating: 0, count: words.count)
          for field in fields {
            for (index, word) in words.enumerated() {
              let term = Schema.term(field, kind, word)
              most[index] = max(most[index], try self.database.documentFrequency(of: term))
            }
          }
          return most
        }, analyzer: schema.analyzer)
      return try suggestion.better(query, unknown: unknown)
    }
  }
}
