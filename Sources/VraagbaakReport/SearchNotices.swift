public import PassageIndex

extension QueryNotice {
  /// The notice as a Dutch sentence with a full stop.
  package var dutch: String {
    switch self {
    case .notUnderstood(let problems):
      return "Niet alles is begrepen: \(problems.map(\.dutch).joined(separator: "; "))."
    case .reduced(let reduction): return "De zoekvraag is erg lang: \(reduction.dutch)."
    case .cutOff(let part):
      return "De zoekvraag is te lang: vanaf \(part.label) is niets meer gezocht."
    case .wildcard(let count):
      let text = (count.field.map { "\($0.row.dutch):" } ?? "") + count.text
      let total = (count.isOpenEnded ? "meer dan " : "") + "\(count.total)"
      let searched = "de \(count.searched) meest voorkomende daarvan zijn gezocht"
      return "\(text) staat voor \(total) woorden; \(searched)."
    case .unknownValues(let values):
      let verb = values.count == 1 ? "komt" : "komen"
      return "In de index \(verb) niet voor: \(values.map(\.dutch).joined(separator: ", "))."
    case .filterValuesLeftOut(let field, let count):
      let (noun, verb) = count == 1 ? ("waarde", "telt") : ("waarden", "tellen")
      return "De filters hebben te veel waarden: \(count) \(noun) van \(field.row.dutch) \(verb) "
        + "niet mee."
    case .noWords: return "De zoekvraag heeft geen woord om op te zoeken."
    case .nothingInCommon(let name):
      return "\(name) heeft geen woorden die ook in andere passages staan."
    }
  }
}

extension QueryProblem {
  /// A clause, without a capital and without a full stop.
  fileprivate var dutch: String {
    switch self {
    case .longWord: "van een heel lang woord telt alleen het begin"
    case .tooManyWords(let maximum): "alleen de eerste \(maximum) woorden tellen mee"
    case .deepBrackets(let maximum): "haakjes dieper dan \(maximum) in elkaar zijn weggelaten"
    case .unclosedBracket: "een haakje is niet gesloten; het is aan het eind gesloten"
    case .unopenedBracket: "een haakje dat niets sluit is weggelaten"
    case .unclosedQuote: "een aanhalingsteken is niet gesloten; de woorden zijn los gezocht"
    case .nothingBeforeOr: "OF zonder woord ervoor is weggelaten"
    case .nothingAfterOr: "OF zonder woord erna is weggelaten"
    case .doubledOr: "OF OF is gelezen als één OF"
    case .nothingAfterNot: "NIET zonder woord erna is weggelaten"
    case .misplacedNear: "NEAR staat niet tussen twee woorden en is weggelaten"
    case .nearDistance(let typed, let taken): "NEAR/\(typed) is gelezen als NEAR/\(taken)"
    case .starBesideNear: "een * bij NEAR telt niet"
    case .starInQuotes: "een * tussen aanhalingstekens telt niet"
    case .leadingStar(let typed, let taken):
      "een * vooraan telt niet: \(typed) is gezocht als \(taken)"
    case .tooShortForStar(let text):
      "\(text) heeft te weinig letters voor een * en is gezocht als gewoon woord"
    case .functionWordAfterNot(let word):
      "\(word) is een functiewoord en is niet uitgesloten"
    case .unknownField(let name, let nearest):
      "\(name): is geen veld\(nearest.map { " (wel \($0):)" } ?? "") en is gezocht als woord"
    case .emptyField(let name): "achter \(name): staat niets; gezocht is het woord \(name)"
    case .noDate(let text):
      "\(text) is geen datum (zoals 2024, 2024-10 of 1-10-2024) en is weggelaten"
    case .noKind(let text):
      "\(text) is geen soort (beantwoord, vragen, onbeantwoord, uitstel, overig)"
        + " en is weggelaten"
    case .reversedRange(let field, let text):
      "\(field.row.dutch):\(text) loopt terug en is omgedraaid"
    }
  }
}

extension QueryReduction {
  /// A clause, without a capital and without a full stop.
  fileprivate var dutch: String {
    switch self {
    case .nothing: "alles is gezocht"
    case .ranks: "verwante woorden en woorden in het onderwerp tellen niet extra"
    case .openForms: "samenstellingen zijn niet ook op hun losse delen gezocht"
    case .compounds: "woorden zijn niet ook in samenstellingen en onder andere namen gezocht"
    }
  }
}

extension UnknownValue {
  fileprivate var dutch: String {
    let name = field.row.dutch
    let meant = nearest.joined(separator: " ")
    let quoted = nearest.count > 1 ? "\"\(meant)\"" : meant
    return "\(name):\(value.label)" + (nearest.isEmpty ? "" : " (wel \(name):\(quoted))")
  }
}

extension AliasError: CustomStringConvertible {
  /// One Dutch sentence.
  public var description: String {
    let expected =
      switch expectation {
      case .kind(let words):
        "wordt een regel die begint met een van \(words.map { "\($0):" }.joined(separator: ", "))"
      case .period(let found): "wordt een periode als [2017-10..2024-07], niet [\(found)"
      case .names: "worden ten minste twee namen met een puntkomma ertussen"
      }
    return "\(file), regel \(line): verwacht \(expected)"
  }
}

extension Evaluation.FormatError: CustomStringConvertible {
  /// One Dutch sentence.
  public var description: String {
    let form =
      switch expected {
      case .query: "qid, klasse en zoekvraag met tabs ertussen"
      case .judgement: "qid, passage en een getal van 0 tot en met 10 met tabs ertussen"
      case .runPlace: "qid Q0 passage rang score naam met spaties ertussen"
      }
    return "regel \(line): verwacht worden \(form)"
  }
}
