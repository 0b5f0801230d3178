internal import PassageStore
internal import Composition

/// A piece of a query as it was typed.
enum QueryToken: Sendable, Hashable {
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
  /// The name of a field with its colon; `name` is as typed.
  case field(Field, name: String)
}

/// Divides a query into tokens.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  private var at = 0

  init(_ query: String) {
    // Words become keys, which Swift normalises to compare them. This keeps that linear.
    let query = Composition.streamSafe(query)
    scalars = Array(query.unicodeScalars)
  }

  static func tokens(of query: String) -> [QueryToken] {
    var lexer = QueryLexer(query)
    var tokens: [QueryToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return joiningNumbers(tokens)
  }

  private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]

  private mutating func next() -> QueryToken? {
    while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
    guard at < scalars.count else { return nil }
    switch scalars[at] {
    case "(":
      at += 1
      return .open
    case ")":
      at += 1
      return .close
    case "-" where startsSomething(at + 1):
      at += 1
      return .minus
    case "+" where startsSomething(at + 1):
      at += 1
      return .plus
    case let scalar where Self.quotes.contains(scalar):
      return quoted()
    default:
      return word()
    }
  }

  private func startsSomething(_ at: Int) -> Bool {
    at < scalars.count && !scalars[at].properties.isWhitespace && scalars[at] != "-"
      && scalars[at] != "+" && scalars[at] != ")"
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
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar.properties.isWhitespace || scalar == "(" || scalar == ")"
        || Self.quotes.contains(scalar)
      {
        break
      }
      // Only the text before the first colon can be the name of a field.
      if scalar == ":", !hasColon {
        hasColon = true
        guard at - start <= QueryParser.maximumWordBytes else { continue }
        let name = string(start..<at)
        if let field = Field(name: name) {
          at += 1
          return .field(field, name: name)
        }
      }
      at += 1
    }
    // Swift normalises strings to compare them, which is slow for a letter with thousands of
    // accents. One scalar above the maximum shows the parser that the word was longer.
    let text = string(start..<min(at, start + QueryParser.maximumWordBytes + 1))
    switch text {
    case "OR", "OF", "||": return .or
    case "AND", "EN", "&&": return .and
    case "NOT", "NIET": return .not
    default: return Self.nearness(text).map { .near($0) } ?? .word(Self.withoutPunctuation(text))
    }
  }

  /// The number of `NEAR/5`; 10 for `NEAR` alone.
  private static func nearness(_ text: String) -> Int? {
    if text == "NEAR" || text == "NEAR/" { return 10 }
    guard text.uppercased().hasPrefix("NEAR/") else { return nil }
    return Int(text.dropFirst(5))
  }

  /// A word without the punctuation after it, since questions are often pasted whole.
  private static func withoutPunctuation(_ text: String) -> String {
    var word = text[...]
    while let last = word.last, "?!,;:".contains(last) { word.removeLast() }
    if word.last == ".", !word.dropLast().contains(".") { word.removeLast() }
    return word.isEmpty ? text : String(word)
  }

  private func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// `36 410` is one number, though it is typed as two words.
  private static func joiningNumbers(_ tokens: [QueryToken]) -> [QueryToken] {
    var joined: [QueryToken] = []
    var isOpenGroup = false
    for token in tokens {
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
