internal import PassageStore
internal import Kamervragen

/// Reads a query. Every text is a valid query: anything but an operator, field or bracket in its
/// place is a word.
///
/// ```
/// query    = item*                     each of them
/// item     = operand (OR operand)*     OR joins its neighbours only
/// operand  = (NOT | - | +)* primary
/// primary  = "…" | ( query ) | field: primary | word (NEAR/n word)* | word* | wo*rd
/// ```
/// OR may be written OF or ||, and NOT may be written NIET. AND, EN and && between items change
/// nothing.
struct QueryParser {
  private var tokens: ArraySlice<QueryToken>
  private var problems: [QueryProblem] = []

  /// Brackets deeper than this are read as if they were not there.
  private static let maximumDepth = 40
  /// The maximum number of words read, including those between quotes. The rest is left out, and
  /// noted.
  static let maximumWords = 64
  /// The maximum number of bytes of a word that are read. Only a web address may be longer. The
  /// rest is left out, and noted.
  static let maximumWordBytes = 250
  /// The maximum number of tokens read: words, brackets, operators.
  static let maximumTokens = 512

  static func parse(_ query: String) -> ParsedQuery {
    var tokens = SuspendedWords.joined(QueryLexer.tokens(of: query))
    let hasLongWords = shortenWords(of: &tokens)
    let (taken, isCut) = shortened(tokens)
    var parser = QueryParser(tokens: taken[...])
    if hasLongWords {
      parser.problems.append(.longWord)
    }
    if isCut { parser.problems.append(.tooManyWords(maximum: maximumWords)) }
    var parts: [QueryExpression] = []
    while !parser.tokens.isEmpty {
      parts += parser.sequence(depth: 0)
      if parser.tokens.first == .close {
        parser.tokens.removeFirst()
        parser.problems.append(.unopenedBracket)
      }
    }
    var seen: Set<QueryProblem> = []
    return ParsedQuery(
      expression: .all(joiningFields(parts)),
      problems: parser.problems.filter { seen.insert($0).inserted })
  }

  private init(tokens: ArraySlice<QueryToken>) {
    self.tokens = tokens
  }

  /// Items up to a closing bracket or the end.
  private mutating func sequence(depth: Int) -> [QueryExpression] {
    var items: [QueryExpression] = []
    while let token = tokens.first, token != .close {
      if token == .and {
        tokens.removeFirst()
        continue
      }
      if token == .or {
        tokens.removeFirst()
        problems.append(.nothingBeforeOr)
        continue
      }
      if let item = item(depth: depth) { items.append(item) }
    }
    return items
  }

  private mutating func item(depth: Int) -> QueryExpression? {
    guard let first = operand(depth: depth) else { return nil }
    var alternatives = [first]
    while tokens.first == .or {
      tokens.removeFirst()
      while tokens.first == .or {
        tokens.removeFirst()
        problems.append(.doubledOr)
      }
      guard let next = tokens.first, next != .close else {
        problems.append(.nothingAfterOr)
        break
      }
      if let operand = operand(depth: depth) { alternatives.append(operand) }
    }
    return alternatives.count == 1 ? first : .any(alternatives)
  }

  private mutating func operand(depth: Int) -> QueryExpression? {
    var isNegated = false
    var isRequired = false
    while let token = tokens.first {
      if token == .not || token == .minus {
        isNegated.toggle()
      } else if token == .plus {
        isRequired = true
      } else {
        break
      }
      tokens.removeFirst()
    }
    guard let primary = primary(depth: depth) else {
      if isNegated { problems.append(.nothingAfterNot) }
      return nil
    }
    if isNegated { return .not(primary) }
    return isRequired ? .required(primary) : primary
  }

  private mutating func primary(depth: Int) -> QueryExpression? {
    guard let token = tokens.first, token != .close else { return nil }
    tokens.removeFirst()
    switch token {
    case .word(let text): return nearby(text)
    case .quoted(let text, true):
      if case .near? = tokens.first, text.contains(where: { !$0.isWhitespace }) {
        return nearby(text)
      }
      return phrase(text)
    case .quoted(let text, _):
      problems.append(.unclosedQuote)
      let words = text.split(whereSeparator: \.isWhitespace).map { word(String($0)) }
      return words.count == 1 ? words[0] : words.isEmpty ? nil : .all(words)
    case .open: return group(depth: depth)
    case .field(let field, let name): return self.field(field, name, depth: depth)
    case .near:
      problems.append(.misplacedNear)
      return self.primary(depth: depth)
    case .or, .and, .not, .minus, .plus, .close: return nil
    }
  }

  /// The maximum distance of NEAR, in words.
  private static let maximumDistance = 100

  /// A word with those that must be near it. Words between quotes are each near it.
  private mutating func nearby(_ text: String) -> QueryExpression {
    var texts = [text]
    var distance = 0
    while case .near(let number)? = tokens.first {
      let next: String
      switch tokens.dropFirst().first {
      case .word(let text)?: next = text
      case .quoted(let text, true)? where text.contains { !$0.isWhitespace }: next = text
      default:
        tokens.removeFirst()
        problems.append(.misplacedNear)
        return texts.count == 1 ? word(text) : near(texts, distance)
      }
      tokens.removeFirst(2)
      texts.append(next)
      let taken = min(max(number, 1), Self.maximumDistance)
      if taken != number { problems.append(.nearDistance(number, taken: taken)) }
      distance += taken
    }
    return texts.count == 1 ? word(text) : near(texts, distance)
  }

  private mutating func near(_ texts: [String], _ distance: Int) -> QueryExpression {
    let words = texts.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    if texts.contains(where: { $0.contains("*") }) { problems.append(.starBesideNear) }
    return .near(
      words.map { $0.replacing("*", with: "") }.filter { !$0.isEmpty }, distance: distance)
  }

  private mutating func phrase(_ text: String) -> QueryExpression? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    if text.contains("*") { problems.append(.starInQuotes) }
    return .phrase(text)
  }

  /// Notes a word that seems to be meant for a field: `onderwep:asiel`.
  private mutating func noteMistypedField(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), text.distance(from: text.startIndex, to: colon) > 3,
      let after = text[colon...].dropFirst().first, after.isLetter || after.isNumber
    else { return }
    let name = text[..<colon].lowercased()
    let known = Field.allCases.flatMap { [$0.rawValue, $0.row.dutch] }.map {
      (word: $0, frequency: 0)
    }
    guard let meant = NearestSpelling.nearest(to: name, among: known) else { return }
    problems.append(.unknownField(name, nearest: meant, text: text))
  }

  private mutating func word(_ text: String) -> QueryExpression {
    noteMistypedField(text)
    guard text.contains("*"), text.contains(where: { $0 != "*" }) else { return .word(text) }
    let body = String(text.drop { $0 == "*" })
    if body.count < text.count { problems.append(.leadingStar(text, taken: body)) }
    guard body.contains("*") else { return .word(body) }
    let pieces = body.split(separator: "*").map(String.init)
    let isOpen = body.hasSuffix("*")
    let letters = pieces.reduce(0) { $0 + $1.count }
    guard letters >= 2 else {
      problems.append(.tooShortForStar(text))
      return .word(body)
    }
    guard pieces.count > 1 else { return .prefix(pieces[0]) }
    return .pattern(pieces.joined(separator: "*") + (isOpen ? "*" : ""))
  }

  private mutating func group(depth: Int) -> QueryExpression? {
    guard depth < Self.maximumDepth else {
      problems.append(.deepBrackets(maximum: Self.maximumDepth))
      return primary(depth: depth)
    }
    let items = sequence(depth: depth + 1)
    if tokens.first == .close {
      tokens.removeFirst()
    } else {
      problems.append(.unclosedBracket)
    }
    return items.count == 1 ? items[0] : items.isEmpty ? nil : .all(Self.joiningFields(items))
  }

  // MARK: Fields

  private mutating func field(_ field: Field, _ name: String, depth: Int) -> QueryExpression? {
    switch tokens.first {
    case .word(let text)?:
      tokens.removeFirst()
      switch field {
      case .date: return date(after: text)
      case .member, .minister: return person(field, text)
      default: return valued(field, text)
      }
    case .quoted(let text, true)?:
      tokens.removeFirst()
      guard text.contains(where: { !$0.isWhitespace }) else { break }
      return field.hasWords ? phrase(text).map { .field(field, $0) } : valued(field, text)
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

  /// A date may have spaces: `datum:1 oktober 2024`. The longest run of words that is a date is
  /// taken.
  private mutating func date(after text: String) -> QueryExpression? {
    let words = tokens.prefix(DateRange.maximumWords - 1).map { token in
      if case .word(let text) = token { text } else { nil as String? }
    }.prefix { $0 != nil }.compactMap(\.self)
    for count in stride(from: words.count, through: 1, by: -1) {
      let text = ([text] + words.prefix(count)).joined(separator: " ")
      guard DateRange(text) != nil else { continue }
      tokens.removeFirst(count)
      return valued(.date, text)
    }
    return valued(.date, text)
  }

  /// A surname may have a tussenvoegsel before it: `lid:van der plas` is one name.
  private mutating func person(_ field: Field, _ text: String) -> QueryExpression? {
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
    case .near, .alias, .field, .dates: return content
    }
  }

  /// A field with one value; nil, with a problem noted, if the value is invalid.
  private mutating func valued(_ field: Field, _ text: String) -> QueryExpression? {
    switch field {
    case .date:
      guard let range = DateRange(text) else {
        problems.append(.noDate(text))
        return nil
      }
      if range.wasReversed { problems.append(.reversedRange(field, text)) }
      return .dates(from: range.from, through: range.through)
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

  private static func kind(named name: String) -> String? {
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

  /// The same field twice means either value; different fields mean both. Dates with an open end
  /// are not joined: two of them are the two ends of one range.
  private static func joiningFields(_ parts: [QueryExpression]) -> [QueryExpression] {
    var joined: [QueryExpression] = []
    let periods = parts.filter { if case .dates(_?, _?) = $0 { true } else { false } }
    for part in parts {
      if periods.count > 1, periods.contains(part) {
        if part == periods[0], !joined.contains(.any(periods)) { joined.append(.any(periods)) }
        continue
      }
      guard case .field(let field, let value) = part,
        let known = joined.firstIndex(where: {
          if case .field(field, _) = $0 { true } else { false }
        }), case .field(_, let earlier) = joined[known]
      else {
        joined.append(part)
        continue
      }
      if case .any(let values) = earlier {
        joined[known] = .field(field, .any(values + [value]))
      } else {
        joined[known] = .field(field, .any([earlier, value]))
      }
    }
    return joined
  }
}
