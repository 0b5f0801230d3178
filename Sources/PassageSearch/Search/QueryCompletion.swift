internal import DutchText
internal import PassageStore
internal import Xapian

/// Completes the last word of a query, as it is being typed, with words that passages have.
struct QueryCompletion {
  let index: OpenIndex

  /// Fewer letters begin too many words to be of use.
  private static let minimumLetters = 2
  /// The most bytes of a query that is completed.
  private static let maximumQuery = 2000
  /// The most terms of a field that are looked at, in byte order. The archive has fewer for nearly
  /// all pairs of letters.
  private static let maximumTerms = 20_000
  /// The fields whose words complete one without a field.
  private static let fields = Field.textFields + [.member, .party, .minister]

  /// The query with its last word completed, most passages first.
  ///
  /// Of the forms of a word the most frequent one is enough, since a search finds all of them.
  func completions(of text: String, limit: Int) throws(IndexError) -> [String] {
    guard text.utf8.count <= Self.maximumQuery, limit > 0, let typed = typed(in: text) else {
      return []
    }
    let candidates = try candidates(for: typed)
    let analyzer = index.schema.analyzer
    var terms: Set<String> = []
    if candidates.contains(where: { $0.word == typed.folded }) {
      terms.insert(analyzer.analysis(of: typed.folded).term)
    }
    var completions: [String] = []
    for candidate in candidates where candidate.word != typed.folded {
      guard completions.count < limit else { break }
      guard try isThere(candidate.word, typed.fields),
        terms.insert(analyzer.analysis(of: candidate.word).term).inserted
      else { continue }
      let printed = try PrintedForm(index: index).of(candidate.word, in: typed.fields)
      let whole = typed.before + printed
      if !completions.contains(whole) { completions.append(whole) }
    }
    return completions
  }

  /// The last word of a query.
  private struct Typed {
    /// The query before it.
    let before: String
    let folded: String
    let fields: [Field]
  }

  private func typed(in text: String) -> Typed? {
    let start = text.lastIndex { !$0.isLetter && !$0.isNumber }.map(text.index(after:))
    let word = text[(start ?? text.startIndex)...]
    guard word.count >= Self.minimumLetters, word.contains(where: \.isLetter) else { return nil }
    let stream = index.schema.analyzer.tokens(of: String(word))
    let words = stream.tokens.filter { $0.kind == .word && !$0.isPart }
    guard words.count == 1 else { return nil }
    let before = String(text[..<word.startIndex])
    var fields = Self.fields
    let name = before.dropLast().split(whereSeparator: { !$0.isLetter }).last ?? ""
    if before.last == ":", let field = Field(name: name) {
      guard field.hasWords else { return nil }
      fields = [field]
    }
    return Typed(before: before, folded: stream.term(of: words[0]), fields: fields)
  }

  /// Whether a passage has a word in the one text field that is asked for.
  private func isThere(_ word: String, _ fields: [Field]) throws(IndexError) -> Bool {
    guard let scope = WordTerms.of(fields).first, scope.only != nil else { return true }
    return try index.onDatabase { () throws(XapianError) in
      try index.hasMatch(scope.phrase([word]))
    }
  }

  /// The words that begin so, the most frequent first; the number of passages is that of the field
  /// in which it is highest.
  private func candidates(
    for typed: Typed
  ) throws(IndexError) -> [(word: String, frequency: Int)] {
    var most: [String: Int] = [:]
    for scope in WordTerms.of(typed.fields) {
      let prefix = Schema.prefix(scope.field, .word).count
      for term in scope.terms(.word, typed.folded) {
        let found = try index.onDatabase { () throws(XapianError) in
          try index.database.terms(withPrefix: term, limit: Self.maximumTerms)
        }
        for term in found {
          let word = String(term.term.dropFirst(prefix))
          most[word] = max(most[word] ?? 0, term.documentFrequency)
        }
      }
    }
    return most.filter { !Stopwords.words.contains($0.key) }
      .map { (word: $0.key, frequency: $0.value) }
      .sorted { ($1.frequency, $0.word) < ($0.frequency, $1.word) }
  }
}
