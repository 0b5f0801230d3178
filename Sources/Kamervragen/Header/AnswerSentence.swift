/// The sentence that says who answers: "Antwoord van Minister Van Weel (Justitie en Veiligheid), mede namens de Minister
/// van Financiën (ontvangen 3 december 2024). Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 496."
struct AnswerSentence: Hashable {
  var respondents: [Respondent] = []
  var onBehalfOf: [String] = []
  var received: CalendarDate?
  var seeAlso: [SeeAlso.Reference] = []
  /// Whether it is a notice that the answer will be late.
  var isNotice = false
  /// The question's sentence inside it, in the letters of ministries.
  var question: QuestionSentence?

  private static let openings = [
    "Antwoorden van", "Antwoord van", "Nader antwoord van", "Aanvullend antwoord van",
    "Mededeling van",
    "Herziene antwoorden van", "Herzien antwoord van", "Beantwoording van", "Reactie van",
  ]

  /// Whether a line opens such a sentence: a function must follow.
  static func opens(_ line: String) -> Bool {
    var scanner = TextScanner(line)
    guard scanner.peek().map(Ascii.isUpper) == true, opening(&scanner) != nil else { return false }
    let squeezed = Squeezed(String(scanner.rest.prefix(60)))
    let index =
      squeezed.has("de", at: 0) && PostsClause.function(in: squeezed, at: 2) != nil ? 2 : 0
    return PostsClause.function(in: squeezed, at: index) != nil
  }

  /// A sentence that is not printed.
  init(notice isNotice: Bool) { self.isNotice = isNotice }

  /// Reads the whole sentence, put together on one line.
  init?(_ text: String) {
    var scanner = TextScanner(text)
    guard let opening = Self.opening(&scanner) else { return nil }
    isNotice = opening.hasPrefix("Mededeling")
    let bytes = scanner.bytes
    var end = bytes.count
    if let received = Self.receipt(bytes, from: scanner.at) {
      self.received = DutchDate.first(in: bytes, from: received.upperBound)
      end = received.lowerBound
    } else if let also = Ascii.find("Zie ook Aanhangsel", in: bytes) {
      end = also
    }
    if let also = Ascii.find("Zie ook", in: bytes) {
      seeAlso = SeeAlso.references(String(decoding: bytes[also...], as: UTF8.self))
      end = min(end, also)
    }
    let from = min(scanner.at, end)
    readAnswerers(String(decoding: bytes[from..<end], as: UTF8.self))
    guard !respondents.isEmpty || received != nil else { return nil }
  }

  private static func opening(_ scanner: inout TextScanner) -> String? {
    openings.first { scanner.take($0) }
  }

  /// The last "(ontvangen": where its brackets begin, and where the word ends.
  private static func receipt(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = Ascii.find("(ontvangen", in: bytes, from: start) else { return nil }
    var last = first
    while let next = Ascii.find("ontvangen", in: bytes, from: last + 10), next - last < 20 {
      last = next
    }
    return first..<(last + "ontvangen".utf8.count)
  }

  private mutating func readAnswerers(_ text: String) {
    var answering = text
    let bytes = Array(text.utf8)
    if let letter = Self.letterQuestion(bytes) {
      question = QuestionSentence(
        clause: String(decoding: bytes[letter.upperBound...], as: UTF8.self))
      answering = String(decoding: bytes[..<letter.lowerBound], as: UTF8.self)
    }
    let answer = Array(answering.utf8)
    var end = answer.count
    if let behalf = Ascii.find("mede namens", in: answer) ?? Ascii.find("medenamens", in: answer) {
      let posts = PostsClause(
        String(
          decoding: answer[(behalf + (answer[behalf + 4] == Ascii.space ? 11 : 10))...],
          as: UTF8.self))
      onBehalfOf = posts.posts
      end = behalf
    }
    readRespondents(Array(answer[..<end]))
  }

  /// " op vragen van het lid", " op Kamervragen van de leden": the rest asks, what stands before it answers.
  private static func letterQuestion(_ bytes: [UInt8]) -> Range<Int>? {
    guard let at = Ascii.find("vragen van ", in: bytes) ?? Ascii.find("vraag van ", in: bytes)
    else { return nil }
    let end = at + (Ascii.hasPrefix(bytes, at: at, "vragen") ? 11 : 10)
    guard let on = Ascii.find(" op ", in: bytes), on < at else { return nil }
    return on..<end
  }

  private mutating func readRespondents(_ bytes: [UInt8]) {
    let squeezed = Squeezed(String(decoding: bytes, as: UTF8.self))
    var index = 0
    while let function = nextFunction(squeezed, from: index) {
      let begin = squeezed.origin[function.end]
      let next = nextFunction(squeezed, from: function.end)
      let limit = next.map { squeezed.origin[$0.start] } ?? bytes.count
      let part = Array(bytes[begin..<max(begin, limit)])
      respondents.append(Self.respondent(role: function.name, part))
      index = function.end
    }
  }

  /// The next function that opens a respondent: outside brackets.
  private func nextFunction(
    _ squeezed: Squeezed, from start: Int
  ) -> (name: String, start: Int, end: Int)? {
    var depth = 0
    var index = start
    while index < squeezed.bytes.count {
      let byte = squeezed.bytes[index]
      if byte == Ascii.open { depth += 1 }
      if byte == Ascii.close { depth = max(0, depth - 1) }
      if depth == 0,
        byte == UInt8(ascii: "m") || byte == UInt8(ascii: "s") || byte == UInt8(ascii: "v"),
        let function = PostsClause.function(in: squeezed, at: index)
      {
        return (function.name, index, function.end)
      }
      index += 1
    }
    return nil
  }

  private static func respondent(role: String, _ bytes: [UInt8]) -> Respondent {
    guard let open = bytes.firstIndex(of: Ascii.open) else {
      // The letters of ministries name the post, not the person: "de minister van Justitie en Veiligheid".
      let posts = PostsClause("minister" + String(decoding: bytes, as: UTF8.self))
      if let post = posts.posts.first, let space = post.dropFirst(9).firstIndex(of: " ") {
        return Respondent(
          role: role, name: "", portfolio: String(post[post.index(after: space)...]))
      }
      return Respondent(role: role, name: name(bytes), portfolio: nil)
    }
    let close = bytes.lastIndex(of: Ascii.close) ?? bytes.count
    let inner = close > open ? bytes[(open + 1)..<close] : bytes[(open + 1)...]
    let portfolio = String(decoding: inner, as: UTF8.self).trimmed
    return Respondent(
      role: role, name: name(Array(bytes[..<open])),
      portfolio: portfolio.isEmpty ? nil : Portfolio.official(portfolio))
  }

  private static func name(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    let words = text.split(separator: " ")
    let trailing = words.reversed().prefix { ["en", "van", "antwoord", ",", "de"].contains($0) }
      .count
    let name = words.dropLast(trailing).joined(separator: " ")
    return MembersClause.parted(MembersClause.spacedHyphens(name))
      .trimmingTail(",.;")
  }
}

extension String {
  /// The text without certain characters at its end.
  func trimmingTail(_ characters: String) -> String {
    var scalars = unicodeScalars
    while let last = scalars.last, characters.unicodeScalars.contains(last) || last == " " {
      scalars.removeLast()
    }
    return String(scalars)
  }
}
