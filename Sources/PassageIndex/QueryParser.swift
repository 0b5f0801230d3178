internal import Kamervragen

/// Reads a query. Every text is a query: what is no operator, field or bracket in its place is a word.
///
/// ```
/// query    = item*                     each of them
/// item     = operand (OR operand)*     OR joins its neighbours only
/// operand  = (NOT | - | +)* primary
/// primary  = "…" | ( query ) | field: primary | word (NEAR/n word)* | word*
/// ```
/// OR and NOT may be written OF and NIET; AND and EN stand between items anyway.
struct QueryParser {
  private var tokens: ArraySlice<QueryToken>
  private var problems: [String] = []

  /// Brackets deeper than this are read as if they were not there.
  private static let deepest = 40
  /// The most words that a query may have, those between quotes counted; the rest is left out with a warning.
  static let longest = 64
  /// The most tokens: words, brackets, operators.
  private static let mostTokens = 512

  static func parse(_ query: String) -> ParsedQuery {
    let tokens = QueryLexer.tokens(of: query)
    let (taken, isCut) = shortened(tokens)
    var parser = QueryParser(tokens: taken[...])
    if isCut { parser.problems.append("alleen de eerste \(longest) woorden tellen mee") }
    var parts: [QueryExpression] = []
    while !parser.tokens.isEmpty {
      parts += parser.sequence(depth: 0)
      if parser.tokens.first == .close {
        parser.tokens.removeFirst()
        parser.problems.append("een haakje sluit dat niet geopend is")
      }
    }
    var warnings: [String] = []
    if !parser.problems.isEmpty {
      var seen: Set<String> = []
      let reasons = parser.problems.filter { seen.insert($0).inserted }.joined(separator: "; ")
      warnings = ["Niet alles is begrepen (\(reasons)); dat is gezocht als gewone woorden."]
    }
    return ParsedQuery(expression: .all(joiningFields(parts)), warnings: warnings)
  }

  /// As many of the tokens as a query may have, and whether there were more.
  private static func shortened(_ tokens: [QueryToken]) -> ([QueryToken], isCut: Bool) {
    var taken: [QueryToken] = []
    var room = longest
    for token in tokens {
      guard taken.count < mostTokens else { return (taken, true) }
      guard case .quoted(let text, let isClosed) = token else {
        if case .word = token {
          guard room > 0 else { return (taken, true) }
          room -= 1
        }
        taken.append(token)
        continue
      }
      guard room > 0 else { return (taken, true) }
      let words = text.split(maxSplits: room, whereSeparator: \.isWhitespace)
      guard words.count > room else {
        room -= max(1, words.count)
        taken.append(token)
        continue
      }
      taken.append(.quoted(words.prefix(room).joined(separator: " "), isClosed: isClosed))
      return (taken, true)
    }
    return (taken, false)
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
        problems.append("OF zonder woord ervoor")
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
      guard let next = tokens.first, next != .close, next != .or else {
        problems.append("OF zonder woord erna")
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
      if isNegated { problems.append("NIET zonder woord erna") }
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
    case .quoted(let text, let isClosed):
      if isClosed { return text.contains { !$0.isWhitespace } ? .phrase(text) : nil }
      problems.append("een aanhalingsteken sluit niet")
      let words = text.split(whereSeparator: \.isWhitespace).map { word(String($0)) }
      return words.count == 1 ? words[0] : words.isEmpty ? nil : .all(words)
    case .open: return group(depth: depth)
    case .field(let field, let name): return self.field(field, name, depth: depth)
    case .near:
      problems.append("NEAR zonder woord ervoor")
      return self.primary(depth: depth)
    case .or, .and, .not, .minus, .plus, .close: return nil
    }
  }

  /// A word, with those that must stand near it.
  private mutating func nearby(_ text: String) -> QueryExpression {
    var words = [text]
    var distance = 0
    while case .near(let number)? = tokens.first {
      guard case .word(let next)? = tokens.dropFirst().first else {
        tokens.removeFirst()
        problems.append("NEAR zonder woord erna")
        break
      }
      tokens.removeFirst(2)
      words.append(next)
      distance += number
    }
    return words.count == 1 ? word(text) : .near(words, distance: distance)
  }

  private func word(_ text: String) -> QueryExpression {
    let stem = text.prefix { $0 != "*" }
    let isPrefix = stem.count >= 2 && text.dropFirst(stem.count).allSatisfy { $0 == "*" }
    return isPrefix && stem.count < text.count ? .prefix(String(stem)) : .word(text)
  }

  private mutating func group(depth: Int) -> QueryExpression? {
    guard depth < Self.deepest else {
      problems.append("meer dan \(Self.deepest) haakjes in elkaar")
      return primary(depth: depth)
    }
    let items = sequence(depth: depth + 1)
    if tokens.first == .close {
      tokens.removeFirst()
    } else {
      problems.append("een haakje sluit niet")
    }
    return items.count == 1 ? items[0] : items.isEmpty ? nil : .all(Self.joiningFields(items))
  }

  // MARK: Fields

  private mutating func field(_ field: Field, _ name: String, depth: Int) -> QueryExpression? {
    switch tokens.first {
    case .word(let text)?:
      tokens.removeFirst()
      return valued(field, text, name)
    case .quoted(let text, true)?:
      tokens.removeFirst()
      return field.hasWords ? .field(field, .phrase(text)) : valued(field, text, name)
    case .open? where field.hasWords:
      tokens.removeFirst()
      return group(depth: depth + 1).map { .field(field, $0) }
    default:
      problems.append("er staat niets achter \(name):")
      return .word(name)
    }
  }

  private mutating func valued(
    _ field: Field, _ text: String, _ name: String
  ) -> QueryExpression {
    if field == .date {
      if let range = DateRange(text) {
        return .dates(from: range.from, through: range.through)
      }
      problems.append("geen datum: \(text)")
      return .all([.word(name), .word(text)])
    }
    if field == .kind {
      if let kind = Self.kind(named: text) { return .field(field, .word(kind)) }
      problems.append("geen soort: \(text) (beantwoord, vragen, onbeantwoord, uitstel, overig)")
      return .all([.word(name), .word(text)])
    }
    return .field(field, word(text))
  }

  /// The value of `soort:` for questions that have no answer yet; the other values are kinds of publication.
  static let unanswered = "unanswered"

  private static func kind(named name: String) -> String? {
    let kind: QuestionSet.Kind
    switch name.lowercased() {
    case "onbeantwoord", "unanswered", "open": return unanswered
    case "answered", "beantwoord", "antwoord", "antwoorden": kind = .answered
    case "questions", "vragen", "vraag": kind = .questions
    case "delay", "uitstel", "mededeling": kind = .delay
    case "other", "overig", "mondeling": kind = .other
    default: return nil
    }
    return kind.rawValue
  }

  /// The same field twice means either value; different fields mean both. Dates with an open end do not join: two of
  /// them are the two ends of one range.
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

/// A range of days as it is typed: a year, a month, a day, or two of these with `..` between them, either of which may
/// be missing. Days may also be written as `3-12-2024`.
struct DateRange: Hashable {
  var from: CalendarDate?
  var through: CalendarDate?

  init?(_ text: String) {
    guard let dots = text.firstRange(of: "..") else {
      guard let span = Self.span(text) else { return nil }
      (from, through) = span
      return
    }
    let first = text[..<dots.lowerBound]
    let last = text[dots.upperBound...]
    guard !first.isEmpty || !last.isEmpty else { return nil }
    if !first.isEmpty {
      guard let span = Self.span(first) else { return nil }
      from = span.0
    }
    if !last.isEmpty {
      guard let span = Self.span(last) else { return nil }
      through = span.1
    }
  }

  private static func span(_ text: some StringProtocol) -> (CalendarDate, CalendarDate)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    switch (numbers.count, parts[0].count) {
    case (1, 4):
      return days(CalendarDate(year: numbers[0], month: 1, day: 1), (numbers[0], 12))
    case (2, 4):
      return days(
        CalendarDate(year: numbers[0], month: numbers[1], day: 1), (numbers[0], numbers[1]))
    case (3, 4):
      let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
      return day.map { ($0, $0) }
    case (3, 1...2) where parts[2].count == 4:
      let day = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
      return day.map { ($0, $0) }
    default: return nil
    }
  }

  private static func days(
    _ first: CalendarDate?, _ month: (year: Int, month: Int)
  ) -> (CalendarDate, CalendarDate)? {
    guard let first,
      let last = CalendarDate(
        year: month.year, month: month.month,
        day: CalendarDate.days(inMonth: month.month, ofYear: month.year))
    else { return nil }
    return (first, last)
  }
}
