public import PassageStore
public import Kamervragen

/// A query as it was understood.
public indirect enum QueryExpression: Sendable, Hashable {
  /// A word, or what a person writes as one word: `toeslag`, `36 410`, `GroenLinks-PvdA`.
  case word(String)
  /// All words that begin like this: `toeslag*`.
  case prefix(String)
  /// All words that have these pieces in this order, a star between them: `kinder*toeslag`, `kinder*toeslag*`.
  case pattern(String)
  /// These words in this form and this order: `"betaalde seks"`.
  case phrase(String)
  /// These words with at most so many others between the first and the last of them, in any order.
  case near([String], distance: Int)
  /// A name, and other names that mean the same.
  case alias(QueryExpression, also: [QueryExpression])
  /// Each of these.
  case all([QueryExpression])
  /// At least one of these.
  case any([QueryExpression])
  /// Not this.
  case not(QueryExpression)
  /// This, also in a partial match: `+toeslag`.
  case required(QueryExpression)
  /// This in one field: `lid:dijk`.
  case field(Field, QueryExpression)
  /// A date from a day through a day; nil is open.
  case dates(from: CalendarDate?, through: CalendarDate?)
}

extension QueryExpression {
  /// The expression in plain Dutch words, as a person would say it back.
  public var interpretation: String { interpretation(isInside: false) }

  private func interpretation(isInside: Bool) -> String {
    switch self {
    case .word(let text): return text
    case .prefix(let text): return "\(text)…"
    case .pattern(let text): return text.replacing("*", with: "…")
    case .phrase(let text): return "„\(text)”"
    case .near(let words, let distance):
      return "\(words.joined(separator: " bij ")) (hooguit \(distance) woorden uit elkaar)"
    case .alias(let name, let others):
      // What is added says itself what it is: the name, not its period.
      let also = others.map { other in
        if case .all(let parts) = other { parts[0].interpretation } else { other.interpretation }
      }
      return "\(name.label) (ook: \(also.joined(separator: ", ")))"
    case .all(let parts):
      // What a passage must not have comes last, as one says it.
      let wanted = parts.filter { !$0.isNegative }
      let unwanted = parts.filter(\.isNegative)
      let isOne = parts.count == 1
      let text = wanted.map { $0.interpretation(isInside: !isOne) }.joined(separator: " en ")
      let rest = unwanted.map { $0.interpretation(isInside: !isOne) }.joined(separator: " en ")
      let all = [text, rest].filter { !$0.isEmpty }.joined(separator: ", ")
      return isInside && parts.count > 1 ? "(\(all))" : all
    case .any(let parts):
      let text = parts.map { $0.interpretation(isInside: true) }.joined(separator: " of ")
      return isInside && parts.count > 1 ? "(\(text))" : text
    case .not(let part): return "zonder \(part.interpretation(isInside: true))"
    case .required(let part): return "beslist \(part.interpretation(isInside: true))"
    case .field(let field, .word(let text))
    where (field == .question || field == .answer) && text.isQuestionNumber:
      return "vraagnummer \(text)"
    case .field(.kind, let part):
      return "soort: \(part.kindsInDutch)"
    case .field(let field, let part):
      return "\(field.row.dutch): \(part.interpretation(isInside: true))"
    case .dates(let from?, let through?):
      return from == through ? "op \(from)" : "van \(from) tot en met \(through)"
    case .dates(let from?, nil): return "vanaf \(from)"
    case .dates(nil, let through?): return "tot en met \(through)"
    case .dates(nil, nil): return "op elke datum"
    }
  }

  /// The kinds of publication that the values of the field `soort:` are.
  private var kindsInDutch: String {
    switch self {
    case .word(let kind):
      let names: [String: String] = [
        QuestionSet.Kind.answered.rawValue: "beantwoord",
        QuestionSet.Kind.questions.rawValue: "gestelde vragen",
        QueryParser.unanswered: "vragen zonder antwoord",
        QuestionSet.Kind.delay.rawValue: "uitstel", QuestionSet.Kind.other.rawValue: "overig",
      ]
      return names[kind] ?? kind
    case .any(let parts): return "(" + parts.map(\.kindsInDutch).joined(separator: " of ") + ")"
    default: return interpretation(isInside: true)
    }
  }

  /// Whether it is a word and nothing else.
  var isPlainWord: Bool {
    if case .word = self { true } else { false }
  }

  /// How many words it has that are looked for in all texts: an alias is one, what stands in a field or is unwanted none.
  var wordCount: Int {
    switch self {
    case .word, .prefix, .pattern, .phrase, .near, .alias: 1
    case .dates, .field, .not: 0
    case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.wordCount }
    case .required(let part): part.wordCount
    }
  }

  private var isNegative: Bool {
    if case .not = self { true } else { false }
  }
}

extension QueryExpression {
  /// The words, phrases and fields of a query, without what joins them.
  var leaves: [QueryExpression] {
    switch self {
    case .word, .prefix, .pattern, .phrase, .near, .dates, .field: [self]
    case .alias(let name, _): name.leaves
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let part), .required(let part): part.leaves
    }
  }

  /// Whether it stands for all words that begin so.
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
    case .dates: ""
    }
  }
}

/// What the parser made of a query: never an error, at most warnings.
public struct ParsedQuery: Sendable, Hashable {
  /// The query; an `all` of its parts.
  public var expression: QueryExpression
  /// What could not be taken as it was typed, and what was done instead: Dutch sentences.
  public var warnings: [String]
}

extension String {
  /// Whether it is the number of a question, and no word, behind `vraag:` or `antwoord:`.
  var isQuestionNumber: Bool { count <= 3 && Int(self) != nil }
}
