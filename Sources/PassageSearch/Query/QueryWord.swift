internal import DutchText
internal import PassageStore

/// A plain word of a query, as set documents and the exact form of a passage have it.
struct QueryWord: Sendable, Hashable {
  /// The term that its forms share.
  var base: String
  /// The parts of a compound; empty for any other word.
  var parts: [String] = []
  /// The terms of the word as it was typed, in the texts of passages.
  var typed: [String]
}

extension QueryCompiler {
  /// Notes a plain word, by which sets are ranked too. `forms` are those in which it is searched.
  mutating func note(
    _ forms: [(Token.Kind, String)], as folded: String, _ stream: TokenStream, _ fields: [Field]
  ) {
    guard fields.count > 1, reduction < .ranks, !Stopwords.words.contains(folded) else { return }
    var parts: [String] = []
    for part in stream.tokens.lazy.filter({ $0.kind == .part }).map(stream.term)
    where !parts.contains(part) { parts.append(part) }
    let typed = forms.filter { $0.0 == .exact || $0.1 == folded && $0.0 == .word }
    let word = QueryWord(
      base: forms.first { $0.0 == .stem }?.1 ?? folded, parts: parts.count > 1 ? parts : [],
      typed: Self.terms(typed, Field.textFields))
    if !compiled.words.contains(word) { compiled.words.append(word) }
  }
}
