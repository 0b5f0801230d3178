internal import DutchText
internal import Kamervragen
internal import PassageStore

/// Reads a query. Every text is a valid query: anything but an operator, field or bracket in its
/// place is a word.
///
/// ```
/// query    = item*                     each of them
/// item     = operand (OR operand)*     OR joins its neighbours only
/// operand  = (NOT | - | +)* primary
/// primary  = "…" | ( query ) | field: primary | word (NEAR/n word)* | word* | wo*rd | amount
///            | citation
/// ```
/// OR may be written OF or ||, and NOT may be written NIET. AND, EN and && between items change
/// nothing, except that a field which they join to the same field needs both values.
struct QueryParser {
  let context: QueryContext
  var tokens: ArraySlice<QueryToken>
  var problems: [QueryProblem] = []

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

  static func parse(_ query: String, in context: QueryContext = QueryContext()) -> ParsedQuery {
    let typed = QueryLexer.tokens(of: Heading(context: context).lowered(query))
    var tokens = SuspendedWords.joined(typed)
    let hasLongWords = shortenWords(of: &tokens)
    let (taken, isCut) = shortened(tokens)
    let read = NameGrouping.grouped(CitationReader.reading(taken), context.aliases)
    var parser = QueryParser(context: context, tokens: read[...])
    if hasLongWords {
      parser.problems.append(.longWord)
    }
    if isCut { parser.problems.append(.tooManyWords(maximum: maximumWords)) }
    var parts: [SequenceItem] = []
    while !parser.tokens.isEmpty {
      parts += parser.sequence(depth: 0)
      if parser.tokens.first == .close {
        parser.tokens.removeFirst()
        parser.problems.append(.unopenedBracket)
      }
    }
    var seen: Set<QueryProblem> = []
    return ParsedQuery(
      expression: .all(SequenceItem.joiningFields(parts)),
      problems: parser.problems.filter { seen.insert($0).inserted })
  }

  private init(context: QueryContext, tokens: ArraySlice<QueryToken>) {
    self.context = context
    self.tokens = tokens
  }

  /// Items up to a closing bracket or the end.
  private mutating func sequence(depth: Int) -> [SequenceItem] {
    var items: [SequenceItem] = []
    var followsAnd = false
    while let token = tokens.first, token != .close {
      if token == .and {
        tokens.removeFirst()
        followsAnd = !items.isEmpty
        continue
      }
      if token == .or {
        tokens.removeFirst()
        problems.append(.nothingBeforeOr)
        continue
      }
      if let item = item(depth: depth) {
        items.append(SequenceItem(expression: item, followsAnd: followsAnd))
      }
      followsAnd = false
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
      skipFunctionWords()
      if let operand = operand(depth: depth) { alternatives.append(operand) }
    }
    guard alternatives.count > 1 else { return first }
    let telling = alternatives.filter { !functionWords.isFunctionWord($0) }
    return telling.count == 1 ? telling[0] : .any(telling.isEmpty ? alternatives : telling)
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
      if token == .not { skipFunctionWords() }
    }
    guard let primary = primary(depth: depth) else {
      if isNegated { problems.append(.nothingAfterNot) }
      return nil
    }
    guard isNegated else { return isRequired ? .required(primary) : primary }
    if functionWords.isFunctionWord(primary) {
      problems.append(.functionWordAfterNot(primary.text))
      return nil
    }
    if case .not(let wanted) = primary { return wanted }
    return .not(primary)
  }

  private var functionWords: FunctionWords { FunctionWords(analyzer: context.analyzer) }

  /// Skips the function words before the word that an operator is about: `OF de politie`.
  private mutating func skipFunctionWords() {
    while case .word(let text)? = tokens.first, tokens.dropFirst().first?.beginsOperand ?? false,
      functionWords.isFunctionWord(.word(text))
    {
      tokens.removeFirst()
    }
  }

  private mutating func primary(depth: Int) -> QueryExpression? {
    guard let token = tokens.first, token != .close else { return nil }
    tokens.removeFirst()
    switch token {
    case .word(let text): return session(after: text) ?? nearby(text)
    case .amount(let amount):
      if case .near? = tokens.first { return nearby(amount.text) }
      return .amount(amount)
    case .quoted(let text, true):
      if case .near? = tokens.first, text.contains(where: { !$0.isWhitespace }) {
        return nearby(text)
      }
      return phrase(text)
    case .quoted(let text, _):
      problems.append(.unclosedQuote)
      let words = text.split(whereSeparator: \.isWhitespace).map { word(String($0)) }
      return words.count == 1 ? words[0] : words.isEmpty ? nil : .all(words)
    case .citation(let publication, let tokens):
      var parser = QueryParser(context: context, tokens: tokens[...])
      let words = SequenceItem.joiningFields(parser.sequence(depth: depth))
      return .cited(publication, words: .all(words))
    case .open: return group(depth: depth)
    case .field(let field, let name): return self.field(field, name, depth: depth)
    case .unknownField(let name): return unknownField(name)
    case .near:
      problems.append(.misplacedNear)
      return self.primary(depth: depth)
    case .or, .and, .not, .minus, .plus, .close: return nil
    }
  }

  /// The maximum distance of NEAR, in words.
  private static let maximumDistance = 100
  /// The maximum of all that follow each other, after which each is 1: fields have a gap between
  /// them over which no search runs (`FieldPositions.gap`).
  private static let maximumDistanceInAll = 400

  /// A word with those that must be near it. Words between quotes are each near it.
  private mutating func nearby(_ text: String) -> QueryExpression {
    var texts = [text]
    var distance = 0
    while case .near(let number)? = tokens.first {
      let next: String
      switch tokens.dropFirst().first {
      case .word(let text)?: next = text
      case .amount(let amount)?: next = amount.text
      case .quoted(let text, true)? where text.contains { !$0.isWhitespace }: next = text
      default:
        tokens.removeFirst()
        problems.append(.misplacedNear)
        return texts.count == 1 ? word(text) : near(texts, distance)
      }
      tokens.removeFirst(2)
      texts.append(next)
      let room = min(Self.maximumDistance, Self.maximumDistanceInAll - distance)
      let taken = max(1, min(number, room))
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

  mutating func phrase(_ text: String) -> QueryExpression? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    if text.contains("*") { problems.append(.starInQuotes) }
    return .phrase(text)
  }

  /// A name before a colon that is no field, as a word; what comes after it are words too.
  private mutating func unknownField(_ name: String) -> QueryExpression {
    let known = Field.allCases.flatMap { [$0.rawValue, $0.row.dutch] }
    // Of two or three letters too many words are near.
    let nearest =
      name.count > 3
      ? NearestSpelling.nearest(to: name.lowercased(), among: known.map { ($0, 0) }) : nil
    problems.append(.unknownField(name, nearest: nearest))
    return .word(name)
  }

  mutating func word(_ text: String) -> QueryExpression {
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

  mutating func group(depth: Int) -> QueryExpression? {
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
    let joined = SequenceItem.joiningFields(items)
    return joined.count == 1 ? joined[0] : joined.isEmpty ? nil : .all(joined)
  }
}

extension QueryToken {
  /// Whether an operand may begin with it.
  fileprivate var beginsOperand: Bool {
    switch self {
    case .word, .quoted, .open, .field, .unknownField, .amount, .citation, .minus, .plus, .not: true
    case .close, .or, .and, .near: false
    }
  }
}
