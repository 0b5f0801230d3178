internal import PassageStore
internal import DutchText
internal import Xapian

/// A word with stars, each of which matches any letters or none: `toeslag*`, `kinder*toeslag`.
struct Wildcard: Hashable {
  /// The folded text between the stars; a word begins with the first.
  private let pieces: [[UInt8]]
  /// Whether a word may go on after the last piece.
  private let isOpen: Bool

  /// Makes one from a word as typed, folded as texts are; nil if it does not begin with a word.
  init?(_ text: String, _ analyzer: Analyzer) {
    let folded = text.split(separator: "*").map { piece in
      let stream = analyzer.tokens(of: String(piece))
      let word = stream.tokens.first { $0.kind == .word && !$0.isPart }
      return word.map { stream.term(of: $0) } ?? ""
    }
    guard folded.first?.isEmpty == false else { return nil }
    self.init(folded: folded.joined(separator: "*") + (text.hasSuffix("*") ? "*" : ""))
  }

  /// Makes one from a folded text.
  init(folded text: String) {
    pieces = text.split(separator: "*").map { Array($0.utf8) }
    isOpen = text.hasSuffix("*")
  }

  /// Whether it matches a folded word.
  func matches(_ word: some Collection<UInt8>) -> Bool {
    guard let first = pieces.first, word.starts(with: first) else { return false }
    var rest = ArraySlice(word.dropFirst(first.count))
    for piece in pieces.dropFirst(1).dropLast(isOpen ? 0 : 1) {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    guard !isOpen else { return true }
    guard pieces.count > 1, let last = pieces.last else { return rest.isEmpty }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  /// The terms of an index that it matches.
  struct Expansion: Hashable {
    var terms: [String] = []
    /// The number of words that have these terms.
    var words = 0
    /// The number of matching words among the terms examined.
    var wordsInAll = 0
    /// Whether there may be more that were not examined.
    var isOpenEnded = false
  }

  /// The maximum number of terms of a field that are examined.
  static let maximumTerms = 20_000

  /// The most frequent words that it matches.
  ///
  /// - Parameters:
  ///   - prefixes: for each field, the prefix of its terms before the word.
  ///   - database: the index.
  ///   - most: the maximum number of terms. A word has one in each field that contains it.
  /// - Returns: the terms, and how many of the matching words they cover.
  /// - Throws: `XapianError` of the look-ups.
  func expansion(
    of prefixes: [String], in database: borrowing Database, most: Int
  ) throws(XapianError) -> Expansion {
    var expansion = Expansion()
    var found: [String: (frequency: Int, terms: [String])] = [:]
    let beginning = String(decoding: pieces.first ?? [], as: UTF8.self)
    for prefix in prefixes {
      let terms = try database.terms(withPrefix: prefix + beginning, limit: Self.maximumTerms)
      if terms.count == Self.maximumTerms { expansion.isOpenEnded = true }
      for (term, frequency) in terms {
        let word = term.utf8.dropFirst(prefix.utf8.count)
        guard matches(word) else { continue }
        let key = String(decoding: word, as: UTF8.self)
        found[key, default: (0, [])].frequency += frequency
        found[key, default: (0, [])].terms.append(term)
      }
    }
    expansion.wordsInAll = found.count
    let ranked = found.sorted {
      ($1.value.frequency, $0.key) < ($0.value.frequency, $1.key)
    }
    for (_, word) in ranked {
      guard expansion.terms.count + word.terms.count <= most else { break }
      expansion.terms += word.terms
      expansion.words += 1
    }
    return expansion
  }
}
