public import PassageStore
public import Kamervragen

/// A query as it was understood.
public indirect enum QueryExpression: Sendable, Hashable {
  /// A word, or what a person writes as one word: `toeslag`, `36 410`, `GroenLinks-PvdA`.
  case word(String)
  /// All words that begin with this: `toeslag*`.
  case prefix(String)
  /// All words that have these pieces in this order, a star between them: `kinder*toeslag`,
  /// `kinder*toeslag*`.
  case pattern(String)
  /// These words in this form and this order: `"betaalde seks"`.
  case phrase(String)
  /// These words in any order, the last at most this many words after the first.
  case near([String], distance: Int)
  /// A number with its unit, in any of its spellings: `65%`.
  case amount(Amount)
  /// A name, and other names that mean the same.
  case alias(QueryExpression, also: [QueryExpression])
  /// Each of these.
  case all([QueryExpression])
  /// At least one of these.
  case any([QueryExpression])
  /// Not this.
  case not(QueryExpression)
  /// This, in partial matches too: `+toeslag`.
  case required(QueryExpression)
  /// This in one field: `lid:dijk`.
  case field(Field, QueryExpression)
  /// A date from a day through a day; nil is open.
  case dates(from: CalendarDate?, through: CalendarDate?)
}

extension QueryExpression {
  /// The value of `soort:` for questions that have no answer yet; the other values are kinds of
  /// publication.
  package static let unanswered = "unanswered"

  /// The expression as a person types it; nil if it takes more than words, stars and quotes.
  package var typed: String? {
    switch self {
    case .word(let text), .pattern(let text): text
    case .prefix(let text): "\(text)*"
    case .phrase(let text): "\"\(text)\""
    case .amount(let amount): amount.text
    case .required(let part): part.typed
    case .alias(.phrase(let text), _): text
    case .alias(let name, _): name.typed
    case .all(let parts) where parts.allSatisfy(\.isPlainWord):
      parts.map(\.text).joined(separator: " ")
    case .all, .any, .not, .near, .field, .dates: nil
    }
  }

  /// Whether it is a word and nothing else.
  var isPlainWord: Bool {
    if case .word = self { true } else { false }
  }

  /// The number of words that are searched in all texts. An alias counts as one. Words in a field
  /// and excluded words do not count.
  var wordCount: Int {
    switch self {
    case .word, .prefix, .pattern, .phrase, .near, .amount, .alias: 1
    case .dates, .field, .not: 0
    case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.wordCount }
    case .required(let part): part.wordCount
    }
  }
}

extension QueryExpression {
  /// The words, phrases and fields of a query, without what joins them.
  var leaves: [QueryExpression] {
    switch self {
    case .word, .prefix, .pattern, .phrase, .near, .amount, .dates, .field: [self]
    case .alias(let name, _): name.leaves
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let part), .required(let part): part.leaves
    }
  }

  /// Whether it has a star.
  var isPrefix: Bool {
    switch self {
    case .prefix, .pattern: true
    case .field(_, let part): part.leaves.contains(where: \.isPrefix)
    default: false
    }
  }

  /// The text that is analysed.
  var text: String {
    switch self {
    case .word(let text), .prefix(let text), .pattern(let text), .phrase(let text): text
    case .all(let parts), .any(let parts): parts.map(\.text).joined(separator: " ")
    case .not(let part), .required(let part), .field(_, let part), .alias(let part, _): part.text
    case .near(let words, _): words.joined(separator: " ")
    case .amount(let amount): amount.text
    case .dates: ""
    }
  }
}

/// The result of parsing a query, which never fails.
struct ParsedQuery: Sendable, Hashable {
  /// The query; an `all` of its parts.
  var expression: QueryExpression
  /// What could not be read as typed, each once.
  var problems: [QueryProblem] = []
}

extension String {
  /// Whether this, after `vraag:` or `antwoord:`, is the number of a question and not a word.
  package var isQuestionNumber: Bool { count <= 3 && Int(self) != nil }
}
