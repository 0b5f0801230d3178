internal import DutchText
public import PassageStore

/// The texts of a whole passage with the hits of a query.
public struct HighlightedPassage: Sendable, Hashable {
  /// Who asked: the citation of each member.
  public var members: [Snippet]
  /// Who was asked.
  public var addressees: [Snippet]
  /// Who answered: the citation of each.
  public var respondents: [Snippet]
  /// The subject; nil if there is none.
  public var subject: Snippet?
  /// The questions.
  public var question: Snippet
  /// The answer; nil if there is none.
  public var answer: Snippet?
  /// The footnotes, in order.
  public var footnotes: [Snippet]
}

extension IndexReader {
  /// Marks in whole passages what a search for a query marks in its snippets: words in other forms,
  /// parts of compounds, phrases, other names.
  ///
  /// - Parameters:
  ///   - passages: passages of this index.
  ///   - request: the query, its day, whether words are exact, and other names; the rest does not
  ///     count.
  /// - Returns: for each passage its texts with the hits; and what in the query was not understood.
  /// - Throws: `IndexError` if the index cannot be read.
  public func highlights(
    in passages: [StoredPassage], of request: SearchRequest
  ) throws(IndexError) -> (passages: [HighlightedPassage], notices: [QueryNotice]) {
    let compiled = try index.compile(
      index.parse(request), isExact: request.isExact, aliases: request.aliases)
    var highlighter = Highlighter(compiled.highlights, schema: index.schema)
    var highlighted: [HighlightedPassage] = []
    for stored in passages {
      func snippet(_ text: String, _ field: Field) -> Snippet {
        Snippet(lines: text, hits: highlighter.hits(in: text, of: field))
      }
      highlighted.append(
        HighlightedPassage(
          members: stored.set.members.map { highlighter.snippet(of: $0) },
          addressees: stored.set.addressees.map { highlighter.snippet(ofPost: $0) },
          respondents: stored.set.respondents.map { highlighter.snippet(ofPost: $0.citation) },
          subject: stored.set.subject.map { snippet($0, .subject) },
          question: snippet(stored.passage.questionText, .question),
          answer: stored.passage.answerText.map { snippet($0, .answer) },
          footnotes: stored.passage.footnotes.map { snippet($0.text, .footnote) }))
    }
    return (highlighted, compiled.notices)
  }
}
