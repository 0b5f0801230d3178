internal import PassageStore
internal import Composition

/// A piece of a query as it was typed.
indirect enum QueryToken: Sendable, Hashable {
  case word(String)
  /// Text between quotes; `isClosed` is false if the closing quote is missing.
  case quoted(String, isClosed: Bool)
  case open
  case close
  case or
  case and
  case not
  /// At most this many words apart.
  case near(Int)
  /// A minus before something.
  case minus
  /// A plus before something.
  case plus
  /// A number with its unit.
  case amount(Amount)
  /// A citation, and the tokens that it was read from.
  case citation(CitedPublication, [QueryToken])
  /// The name of a field with its colon; `name` is as typed.
  case field(Field, name: String)
  /// What looks like the name of a field, with its colon, but is none.
  case unknownField(String)
}

extension QueryToken {
  /// The text of a word; nil for any other token.
  var word: String? {
    if case .word(let text) = self { text } else { nil }
  }

  var isWord: Bool { word != nil }
}

/// Divides a query into tokens.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  /// Whether the last token was `thema:`, whose values may have bars.
  private var hasTopic = false
  /// Whether the last token was the name of a field.
  private var hasField = false
  /// Whether a comma or semicolon stands before the last token.
  private var hasPassedComma = false

  init(_ query: String) {
    // Words become keys, which Swift normalises to compare them. This keeps that linear.
    let query = Composition.streamSafe(query)
    scalars = Array(query.unicodeScalars)
  }

  static func tokens(of query: String) -> [QueryToken] {
    var lexer = QueryLexer(query)
    var tokens: [QueryToken] = []
    var breaks: Set<Int> = []
    while let token = lexer.next() {
      if lexer.hasPassedComma { breaks.insert(tokens.count) }
      tokens.append(token)
      lexer.hasTopic = if case .field(.topic, _) = token { true } else { false }
      lexer.hasField = if case .field = token { true } else { false }
    }
    return QueryToken.joiningAmounts(joiningNumbers(tokens, breaks))
  }

  private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]
  /// The minus, and the dashes that word processors make of it.
  private static let minuses: Set<Unicode.Scalar> = ["-", "–", "−", "‐", "‑"]

  /// Whether a character begins or ends a quoted part.
  static func isQuote(_ character: Character) -> Bool {
    character.unicodeScalars.count == 1 && character.unicodeScalars.allSatisfy(quotes.contains)
  }

  private mutating func next() -> QueryToken? {
    hasPassedComma = false
    while at < scalars.count, isSpace(at) {
      if scalars[at] == "," || scalars[at] == ";" { hasPassedComma = true }
      at += 1
    }
    guard at < scalars.count else { return nil }
    switch scalars[at] {
    case "|" where at + 1 < scalars.count && scalars[at + 1] == "|":
      at += 2
      return .or
    case "(":
      at += 1
      return .open
    case ")":
      at += 1
      return .close
    case let sign where Self.minuses.contains(sign) && isSign(at):
      at += 1
      return .minus
    case "+" where isSign(at):
      at += 1
      return .plus
    case let scalar where Self.quotes.contains(scalar):
      return quoted()
    default:
      return word()
    }
  }

  /// Whether the scalar only separates words: white space, a comma, a semicolon or a bar.
  private func isSpace(_ at: Int) -> Bool {
    switch scalars[at] {
    case ",", ";": true
    case "|": at + 1 == scalars.count || scalars[at + 1] != "|"
    default: scalars[at].properties.isWhitespace
    }
  }

  /// Whether a minus or plus stands directly before something, and not directly after anything but
  /// an opening bracket or the name of a field.
  private func isSign(_ at: Int) -> Bool {
    guard at + 1 < scalars.count else { return false }
    let next = scalars[at + 1]
    guard !isSpace(at + 1), next != ")", next != "+", !Self.minuses.contains(next) else {
      return false
    }
    return at == 0 || isSpace(at - 1) || scalars[at - 1] == "(" || hasField
  }

  private mutating func quoted() -> QueryToken {
    at += 1
    let start = at
    while at < scalars.count, !Self.quotes.contains(scalars[at]) { at += 1 }
    let text = string(start..<at)
    let isClosed = at < scalars.count
    if isClosed { at += 1 }
    return .quoted(text, isClosed: isClosed)
  }

  private mutating func word() -> QueryToken {
    let start = at
    var hasColon = false
    var hasSlash = false
    while at < scalars.count, !endsWord(hasSlash) {
      if scalars[at] == "/" { hasSlash = true }
      // Only the text before the first colon can be the name of a field.
      if scalars[at] == ":", !hasColon {
        hasColon = true
        guard at - start <= QueryParser.maximumWordBytes else { continue }
        let name = string(start..<at)
        if let field = Field(name: name) {
          at += 1
          return .field(field, name: name)
        }
        if isFieldName(start..<at) {
          at += 1
          return .unknownField(name)
        }
      }
      at += 1
    }
    // Swift normalises strings to compare them, which is slow for a letter with thousands of
    // accents. One scalar above the maximum shows the parser that the word was longer.
    let text = string(start..<min(at, start + QueryParser.maximumWordBytes + 1))
    switch text {
    case "OR", "OF": return .or
    case "AND", "EN", "&&": return .and
    case "NOT", "NIET": return .not
    default: return Self.nearness(text).map { .near($0) } ?? .word(Self.withoutPunctuation(text))
    }
  }

  /// Whether a word ends before the present scalar. With a slash it may be a web address, which has
  /// bars and semicolons.
  private func endsWord(_ hasSlash: Bool) -> Bool {
    let scalar = scalars[at]
    if scalar.properties.isWhitespace || scalar == "(" || scalar == ")"
      || Self.quotes.contains(scalar)
    {
      return true
    }
    switch scalar {
    case ",": return !isDigit(at - 1) || !isDigit(at + 1)
    case "|" where hasTopic: return false
    case "|", ";": return !hasSlash
    default: return false
    }
  }

  private func isDigit(_ at: Int) -> Bool {
    scalars.indices.contains(at) && ("0"..."9").contains(scalars[at])
  }

  /// Whether letters before a colon are meant as the name of a field: a value follows at once. Not
  /// `https:`, and not the letter of a drive.
  private func isFieldName(_ name: Range<Int>) -> Bool {
    guard name.count > 1, name.upperBound + 1 < scalars.count,
      scalars[name].allSatisfy(\.properties.isAlphabetic)
    else { return false }
    let next = scalars[name.upperBound + 1]
    return next.properties.isAlphabetic || isDigit(name.upperBound + 1)
      || Self.quotes.contains(next) || next == "("
  }

  /// The number of `NEAR/5`; 10 for `NEAR` alone.
  private static func nearness(_ text: String) -> Int? {
    if text == "NEAR" || text == "NEAR/" { return 10 }
    guard text.uppercased().hasPrefix("NEAR/") else { return nil }
    return Int(text.dropFirst(5))
  }

  /// A word without the punctuation around it, since questions are often pasted whole.
  private static func withoutPunctuation(_ text: String) -> String {
    // A minus here is no sign: it follows a bracket or a quote.
    let body = text.unicodeScalars.drop(while: minuses.contains)
    var word = Substring(body.isEmpty ? text.unicodeScalars[...] : body)
    while let last = word.last, "?!,;:".contains(last) { word.removeLast() }
    if word.last == ".", !word.dropLast().contains(".") { word.removeLast() }
    return word.isEmpty ? text : String(word)
  }

  private func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// `36 410` is one number, though it is typed as two words. `breaks` are the tokens that come
  /// after a comma or semicolon: `705, 604` are two.
  private static func joiningNumbers(
    _ tokens: [QueryToken], _ breaks: Set<Int>
  ) -> [QueryToken] {
    var joined: [QueryToken] = []
    var isOpenGroup = false
    for (place, token) in tokens.enumerated() {
      if breaks.contains(place) { isOpenGroup = false }
      guard case .word(let text) = token else {
        joined.append(token)
        isOpenGroup = false
        continue
      }
      let digits = text.prefix { $0.isASCII && $0.isNumber }.count
      let isGroup = digits == 3 && text.count == 3
      let endsGroup = digits == 3 && !(text.dropFirst(3).first?.isLetter ?? false)
      if isOpenGroup, endsGroup, case .word(let start)? = joined.last {
        joined[joined.count - 1] = .word(start + " " + text)
        isOpenGroup = isGroup
      } else {
        joined.append(token)
        isOpenGroup = (1...3).contains(digits) && text.count == digits
      }
    }
    return joined
  }
}
