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

  /// The most words in common that are listed.
  private static let maximumWords = 8
}

extension QueryExpression {
  /// The expression in Dutch words.
  package var dutch: String { dutch(isInside: false) }

  /// A label for a part of a query: as typed if that is known, else in Dutch words.
  package var label: String {
    switch self {
    case .required(let part): part.label
    default: typed ?? dutch
    }
  }

  private func dutch(isInside: Bool) -> String {
    switch self {
    case .word(let text): return text
    case .prefix(let text): return "\(text)…"
    case .pattern(let text): return text.replacing("*", with: "…")
    case .phrase(let text): return "„\(text)”"
    case .near(let words, let distance):
      let apart = "hooguit \(distance) \(distance == 1 ? "woord" : "woorden") uit elkaar"
      return "\(words.joined(separator: " bij ")) (\(apart))"
    case .amount(let amount): return amount.text
    case .alias(let name, let others):
      return "\(name.label) (ook: \(others.map(\.aliasName).joined(separator: ", ")))"
    case .all(let parts):
      // Excluded words come last, as in speech.
      let isOne = parts.count == 1
      func joined(_ parts: [QueryExpression]) -> String {
        parts.map { $0.dutch(isInside: !isOne) }.joined(separator: " en ")
      }
      let texts = [joined(parts.filter { !$0.isNegative }), joined(parts.filter(\.isNegative))]
      let all = texts.filter { !$0.isEmpty }.joined(separator: ", ")
      return isInside && !isOne ? "(\(all))" : all
    case .any(let parts):
      let text = parts.map { $0.dutch(isInside: true) }.joined(separator: " of ")
      return isInside && parts.count > 1 ? "(\(text))" : text
    case .not(let part):
      return "\(part.isPeriod ? "niet" : "zonder") \(part.dutch(isInside: true))"
    case .required(let part): return "beslist \(part.dutch(isInside: true))"
    case .field(let field, .word(let text))
    where (field == .question || field == .answer) && text.isQuestionNumber:
      return "vraagnummer \(text)"
    case .field(.kind, let part): return "soort: \(part.kinds)"
    case .field(let field, let part): return "\(field.row.dutch): \(part.dutch(isInside: true))"
    case .dates(let from?, let through?):
      return from == through
        ? "op \(from.dutch)" : "van \(from.dutch) tot en met \(through.dutch)"
    case .dates(let from?, nil): return "vanaf \(from.dutch)"
    case .dates(nil, let through?): return "tot en met \(through.dutch)"
    case .dates(nil, nil): return "op elke datum"
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
    case .any(let parts): "(" + parts.map(\.kinds).joined(separator: " of ") + ")"
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

  private var isNegative: Bool {
    if case .not = self { true } else { false }
  }

  /// Whether the expression has only dates.
  private var isPeriod: Bool {
    switch self {
    case .dates: true
    case .any(let parts), .all(let parts): parts.allSatisfy(\.isPeriod)
    default: false
    }
  }
}
