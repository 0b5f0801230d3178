public import PassageStore
internal import DutchText
internal import Xapian

/// How a query is understood, from its words down to what Xapian sees.
public struct Explanation: Sendable, Hashable {
  /// The query in plain words.
  public var interpretation: String
  /// What could not be taken as typed.
  public var warnings: [String]
  /// The words of the query in order.
  public var words: [Word]
  /// The query for passages that have everything, in Xapian's notation.
  public var full: String
  /// The query for partial matches, in Xapian's notation; nil where there are none.
  public var partial: String?

  /// What one word of a query becomes.
  public struct Word: Sendable, Hashable {
    /// As typed.
    public var text: String
    /// The tokens in the notation of `TokenStream`: position, and a mark before exact forms, stems and parts.
    public var tokens: String
    /// Whether it is a function word, which counts only where the query has nothing else.
    public var isStopword: Bool
    /// The terms by which passages have it, with the number of passages; those that the index lacks are left out.
    public var terms: [TermCount]
  }

  /// A term of the index and the number of passages that have it.
  public struct TermCount: Sendable, Hashable {
    /// The term with the letter of its field.
    public var term: String
    /// In how many passages.
    public var documentFrequency: Int
  }
}

extension IndexReader {
  /// Explains a query against this index.
  public func explain(
    _ query: String, isExact: Bool = false, aliases: Aliases = .standard
  ) throws(IndexError) -> Explanation {
    let parsed = QueryParser.parse(query)
    return try onDatabase { () throws(XapianError) in
      var compiler = QueryCompiler(for: index, isExact: isExact, aliases: aliases)
      let compiled = try compiler.compile(parsed)
      var words: [Explanation.Word] = []
      let functionWords = FunctionWords(analyzer: schema.analyzer)
      for part in parsed.expression.leaves where !part.text.isEmpty {
        var compiler = QueryCompiler(for: index, isExact: isExact)
        let alone = try compiler.compile(ParsedQuery(expression: part, warnings: []))
        let terms = Set((alone.items.map(\.query) + alone.filters).flatMap(\.terms))
        var known: [Explanation.TermCount] = []
        for term in terms.sorted() {
          let frequency = try index.database.documentFrequency(of: term)
          if frequency > 0 {
            known.append(Explanation.TermCount(term: term, documentFrequency: frequency))
          }
        }
        known.sort { ($1.documentFrequency, $0.term) < ($0.documentFrequency, $1.term) }
        let stream = schema.analyzer.tokens(of: part.text)
        words.append(
          Explanation.Word(
            text: part.label, tokens: stream.description,
            isStopword: !isExact && functionWords.isFunctionWord(part),
            terms: known))
      }
      return Explanation(
        interpretation: compiled.interpretation, warnings: compiled.warnings, words: words,
        full: try index.database.describe(compiled.full),
        partial: try compiled.partial.map { query throws(XapianError) in
          try index.database.describe(query)
        })
    }
  }
}
