internal import Kamervragen
internal import PassageStore

/// Reads fields and their values.
extension QueryParser {
  mutating func field(_ field: Field, _ name: String, depth: Int) -> QueryExpression? {
    switch tokens.first {
    case .word(let text)?:
      tokens.removeFirst()
      switch field {
      case .date, .submitted, .received: return date(field, after: text)
      case .party, .minister: return named(field, text)
      case .member: return person(field, text)
      default: return valued(field, text)
      }
    case .amount(let amount)?:
      tokens.removeFirst()
      return field.hasWords ? .field(field, .amount(amount)) : valued(field, amount.text)
    case .quoted(let text, true)?:
      tokens.removeFirst()
      // As it is printed: `Bikker (ChristenUnie)`.
      if field == .member, text.last == ")", let party = text.lastIndex(of: "("),
        party > text.startIndex
      {
        let name = text[..<party].split(separator: " ").joined(separator: " ")
        return phrase(name).map { .field(field, $0) }
      }
      guard text.contains(where: { !$0.isWhitespace }) else { break }
      return field.hasWords ? phrase(text).map { .field(field, $0) } : valued(field, text)
    case .minus?, .not?:
      tokens.removeFirst()
      return self.field(field, name, depth: depth).map { .not($0) }
    case .open?:
      tokens.removeFirst()
      let content = group(depth: depth + 1)
      return field.hasWords
        ? content.map { .field(field, $0) } : content.flatMap { values(field, $0) }
    default: break
    }
    problems.append(.emptyField(name))
    return .word(name)
  }

  /// `vergaderjaar 2024-2025` among other words, from its second word.
  mutating func session(after text: String) -> QueryExpression? {
    guard ["vergaderjaar", "zittingsjaar"].contains(text.lowercased()),
      let year = tokens.first?.word, let years = YearRange(year), years.values.count == 1,
      years.values[0].contains("-")
    else { return nil }
    tokens.removeFirst()
    return .field(.session, .word(years.values[0]))
  }

  /// A date may have spaces: `datum:1 oktober 2024`. The longest run of words that is a date is
  /// taken.
  private mutating func date(_ field: Field, after text: String) -> QueryExpression? {
    let words = tokens.prefix(DateRange.maximumWords - 1).prefix(while: \.isWord).compactMap(\.word)
    for count in stride(from: words.count, through: 1, by: -1) {
      let text = ([text] + words.prefix(count)).joined(separator: " ")
      guard DateRange(text, today: context.today) != nil else { continue }
      tokens.removeFirst(count)
      return valued(field, text)
    }
    return valued(field, text)
  }

  /// `D.F.`, `Th.C.`, and `D`, whose full stop the lexer has taken off.
  private static func isInitials(_ text: String) -> Bool {
    let letters = text.split(separator: ".")
    return letters.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isLetter) }
      && (text.contains(".") || text.count == 1 && text == text.uppercased())
  }

  /// A party or a ministry may be several words: `partij:Partij voor de Dieren`,
  /// `minister:staatssecretaris van Economische Zaken`.
  private mutating func named(_ field: Field, _ text: String) -> QueryExpression? {
    let words =
      [text]
      + tokens.prefix(Aliases.maximumTitleWords + context.aliases.maximumNameWords)
      .prefix(while: \.isWord).compactMap(\.word)
    let title = field == .minister ? Aliases.titleLength(of: words) : 0
    let length = context.aliases.nameLength(of: Array(words.dropFirst(title)), in: field)
    guard title + length > 1, length > 0 else {
      return field == .minister ? person(field, text) : valued(field, text)
    }
    tokens.removeFirst(title + length - 1)
    return .field(field, .phrase(words.prefix(title + length).joined(separator: " ")))
  }

  /// A surname may have a tussenvoegsel before it: `lid:van der plas` is one name.
  private mutating func person(_ field: Field, _ text: String) -> QueryExpression? {
    // Most headings have the surname alone: `lid:D. Eikema`.
    if field == .member, Self.isInitials(text), let next = tokens.first?.word {
      tokens.removeFirst()
      return person(field, next)
    }
    var name = [text]
    while Tussenvoegsel.is(name[name.count - 1]), case .word(let next)? = tokens.first {
      tokens.removeFirst()
      name.append(next)
    }
    return name.count > 1 && !name.contains { $0.contains("*") }
      ? .field(field, .phrase(name.joined(separator: " ")))
      : valued(field, name.joined(separator: " "))
  }

  /// The values between brackets of a field that takes one value: any of them.
  private mutating func values(_ field: Field, _ content: QueryExpression) -> QueryExpression? {
    switch content {
    case .word(let text) where ["of", "or"].contains(text): return nil
    case .word(let text), .phrase(let text): return valued(field, text)
    case .prefix(let text): return valued(field, text + "*")
    case .pattern(let text): return valued(field, text)
    case .not(let part): return values(field, part).map { .not($0) }
    case .required(let part): return values(field, part)
    case .all(let parts), .any(let parts):
      var found: [QueryExpression] = []
      for part in parts {
        if let value = values(field, part) { found.append(value) }
      }
      let texts = found.compactMap { if case .field(field, let value) = $0 { value } else { nil } }
      if texts.count > 1, texts.count == found.count { return .field(field, .any(texts)) }
      return found.count > 1 ? .any(found) : found.first
    case .cited(_, let words): return valued(field, words.text)
    case .near, .alias, .field, .dates, .amount: return content
    }
  }

  /// A field with one value; nil, with a problem noted, if the value is invalid.
  private mutating func valued(_ field: Field, _ text: String) -> QueryExpression? {
    switch field {
    case .date, .submitted, .received:
      guard let range = DateRange(text, today: context.today) else {
        problems.append(.noDate(text))
        return nil
      }
      if range.wasReversed { problems.append(.reversedRange(field, text)) }
      let dates = QueryExpression.dates(from: range.from, through: range.through)
      return field == .date ? dates : .field(field, dates)
    case .kind:
      guard let kind = Self.kind(named: text) else {
        problems.append(.noKind(text))
        return nil
      }
      return .field(field, .word(kind))
    case .session:
      guard let years = YearRange(text) else { return .field(field, word(text)) }
      if years.wasReversed { problems.append(.reversedRange(field, text)) }
      let values = years.values.map { QueryExpression.word($0) }
      return .field(field, values.count == 1 ? values[0] : .any(values))
    default:
      return .field(field, word(text))
    }
  }

  /// The kind of publication that a word of a user names; nil if it names none.
  static func kind(named name: String) -> String? {
    let kind: QuestionSet.Kind
    switch name.lowercased() {
    case "onbeantwoord", "unanswered", "open": return QueryExpression.unanswered
    case "answered", "answer", "beantwoord", "antwoord", "antwoorden": kind = .answered
    case "questions", "question", "vragen", "vraag", "gesteld": kind = .questions
    case "delay", "uitstel", "mededeling": kind = .delay
    case "other", "overig", "mondeling": kind = .other
    default: return nil
    }
    return kind.rawValue
  }
}
