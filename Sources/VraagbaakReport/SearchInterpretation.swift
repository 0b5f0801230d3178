import Kamervragen
import PassageIndex

extension SearchInterpretation {
  /// The interpretation in Dutch words; empty if nothing was searched.
  package var dutch: String {
    switch self {
    case .query(let expression): return expression.dutch
    case .similar(let name, let words, let condition):
      let told = words.prefix(Self.maximumWords).joined(separator: ", ")
      return "passages als \(name)\(told.isEmpty ? "" : " (\(told))")"
        + (condition.dutch.isEmpty ? "" : ", met \(condition.dutch)")
    }
  }

  /// The maximum number of words that are listed.
  private static let maximumWords = 8
}

extension QueryExpression {
  /// The expression in Dutch words. Queries that differ in meaning differ in it: `·` stands on both
  /// sides of *en* and *of*, a name with a colon before what it is said of, brackets around what
  /// belongs together, and quotation marks around a phrase. A word contains none of these.
  package var dutch: String { dutch(isInside: false) }

  /// A label for a part of a query: as typed if that is known, else in Dutch words.
  package var label: String {
    switch self {
    case .required(let part): part.label
    default: typed ?? dutch
    }
  }

  /// The same as a part of another expression: in brackets if it has several parts.
  private func dutch(isInside: Bool) -> String {
    switch self {
    case .word(let text), .pattern(let text): return text
    case .prefix(let text): return "\(text)*"
    case .phrase(let text):
      let words = text.split(whereSeparator: \.isWhitespace)
      return "„\(words.joined(separator: " "))”"
    case .near(let words, let distance):
      let apart = "hooguit \(distance) \(distance == 1 ? "woord" : "woorden") uit elkaar"
      return "\(words.joined(separator: " bij ")) (\(apart))"
    case .amount(let amount): return amount.text
    case .cited(let cited, _): return cited.dutch
    case .alias(let name, let others):
      let written = if case .phrase = name { name.dutch } else { name.label }
      return "\(written) (ook: \(others.map(\.aliasName).joined(separator: ", ")))"
    case .all(let parts): return Self.joined(parts, by: "en", isInside: isInside)
    case .any(let parts): return Self.joined(parts, by: "of", isInside: isInside)
    case .not(let part): return "niet: \(part.dutch(isInside: true))"
    case .required(let part): return "verplicht: \(part.dutch(isInside: true))"
    case .field(let field, .word(let text))
    where (field == .question || field == .answer) && text.isQuestionNumber:
      return "vraagnummer: \(text)"
    case .field(.kind, let part): return "soort: \(part.kinds)"
    case .field(let field, let part): return "\(field.row.dutch): \(part.dutch(isInside: true))"
    case .dates(let from, let through): return Self.period(from, through)
    }
  }

  private static func joined(
    _ parts: [QueryExpression], by word: String, isInside: Bool
  ) -> String {
    guard parts.count > 1 else { return parts.first?.dutch(isInside: isInside) ?? "" }
    let text = parts.map { $0.dutch(isInside: true) }.joined(separator: " · \(word) · ")
    return isInside ? "(\(text))" : text
  }

  private static func period(_ from: CalendarDate?, _ through: CalendarDate?) -> String {
    switch (from, through) {
    case (let from?, let through?) where from == through: "op \(from.dutch)"
    case (let from?, let through?): "van \(from.dutch) tot en met \(through.dutch)"
    case (let from?, nil): "vanaf \(from.dutch)"
    case (nil, let through?): "tot en met \(through.dutch)"
    case (nil, nil): "op elke datum"
    }
  }

  /// Another name for what was typed, without the period in which it was used.
  private var aliasName: String {
    if case .all(let parts) = self, let name = parts.first { name.dutch } else { dutch }
  }

  /// The Dutch names of the kinds that `soort:` asks for.
  private var kinds: String {
    switch self {
    case .word(Self.unanswered): "vragen zonder antwoord"
    case .word(let name): QuestionSet.Kind(rawValue: name).map(Self.name) ?? name
    case .any(let parts): "(" + parts.map(\.kinds).joined(separator: " · of · ") + ")"
    default: dutch(isInside: true)
    }
  }

  private static func name(of kind: QuestionSet.Kind) -> String {
    switch kind {
    case .answered: "beantwoord"
    case .questions: "gestelde vragen"
    case .delay: "uitstel"
    case .other: "overig"
    }
  }
}
