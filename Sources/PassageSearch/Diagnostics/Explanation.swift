public import PassageStore
internal import DutchText
internal import Xapian

/// How a query is understood, from its words down to what Xapian sees.
public struct Explanation: Sendable, Hashable {
  /// The query as it was understood.
  public var interpretation: QueryExpression
  /// What could not be taken as typed.
  public var notices: [QueryNotice]
  /// The words of the query in order.
  public var words: [Word]
  /// The query for passages that have everything, in Xapian's notation.
  public var full: String
  /// The query for partial matches, in Xapian's notation; nil if there are none.
  public var partial: String?

  /// What one word of a query becomes.
  public struct Word: Sendable, Hashable {
    /// The word, phrase or field.
    public var part: QueryExpression
    /// The tokens in the notation of `TokenStream`: position, and a mark before exact forms, stems
    /// and parts.
    public var tokens: String
    /// Whether it is a function word, which counts only if the query has nothing else.
    public var isStopword: Bool
    /// The terms that match it, each with its number of passages. Terms that the index lacks are
    /// left out.
    public var terms: [TermCount]
  }

  /// A term of the index and the number of passages that have it.
  public struct TermCount: Sendable, Hashable {
    /// The term with the letter of its field.
    public var term: String
    /// The number of passages that have it.
    public var documentFrequency: Int
  }
}

extension IndexReader {
  /// Explains a query against this index.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  public func explain(
    _ query: String, isExact: Bool = false, aliases: Aliases = .standard
  ) throws(IndexError) -> Explanation {
    try Explainer(index: index, isExact: isExact, aliases: aliases).explanation(of: query)
  }
}

/// Explains how queries are understood.
struct Explainer {
  let index: OpenIndex
  let isExact: Bool
  let aliases: Aliases

  func explanation(of query: String) throws(IndexError) -> Explanation {
    let parsed = index.parse(query, aliases: aliases)
    let compiled = try index.compile(parsed, isExact: isExact, aliases: aliases)
    let words = try parsed.expression.leaves.filter { !$0.text.isEmpty }.map {
      part throws(IndexError) in try word(part)
    }
    return try index.onDatabase { () throws(XapianError) in
      Explanation(
        interpretation: compiled.interpretation, notices: compiled.notices, words: words,
        full: try index.database.describe(compiled.full),
        partial: try compiled.partial.map { query throws(XapianError) in
          try index.database.describe(query)
        })
    }
  }

  private func word(_ part: QueryExpression) throws(IndexError) -> Explanation.Word {
    let alone = try index.compile(ParsedQuery(expression: part), isExact: isExact)
    let terms = Set((alone.items.map(\.query) + alone.filters).flatMap(\.terms))
    var known: [Explanation.TermCount] = []
    for term in terms.sorted() {
      let frequency = try index.onDatabase { () throws(XapianError) in
        try index.database.documentFrequency(of: term)
      }
      if frequency > 0 {
        known.append(Explanation.TermCount(term: term, documentFrequency: frequency))
      }
    }
    known.sort { ($1.documentFrequency, $0.term) < ($0.documentFrequency, $1.term) }
    let analyzer = index.schema.analyzer
    return Explanation.Word(
      part: part, tokens: analyzer.tokens(of: part.text).description,
      isStopword: !isExact && FunctionWords(analyzer: analyzer).isFunctionWord(part),
      terms: known)
  }
}
