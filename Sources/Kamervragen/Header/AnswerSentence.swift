/// The sentence that says who answers: "Antwoord van Minister Van Weel (Justitie en Veiligheid),
/// mede namens de Minister van Financiën (ontvangen 3 december 2024). Zie ook Aanhangsel
/// Handelingen, vergaderjaar 2024–2025, nr. 496."
///
///     sentence = opening respondents ["mede namens" posts] ["op vragen van" question]
///                ["(ontvangen" day ")"] [see also]
struct AnswerSentence: Hashable {
  var respondents: [Respondent] = []
  var onBehalfOf: [String] = []
  var received: CalendarDate?
  var seeAlso: [SeeAlso.Reference] = []
  /// Whether it is a notice (*Mededeling*), such as that the answer will be late.
  var isNotice = false
  /// The question sentence inside it, as in letters of ministries.
  var question: QuestionSentence?
  /// The persons named with the posts on whose behalf the answer is given.
  var persons: [String] = []
  /// The words that are in no other field.
  var unread: [String] = []

  private static let openings = [
    "Antwoorden van", "Antwoord van", "Nader antwoord van", "Aanvullend antwoord van",
    "Mededeling van", "Herziene antwoorden van", "Herzien antwoord van", "Beantwoording van",
    "Reactie van",
  ]

  /// Whether a line opens such a sentence: a post or a person must follow the opening words.
  static func opens(_ line: String) -> Bool {
    guard let first = line.utf8.first, Ascii.isOne(first, of: "ABHMNR") else { return false }
    return opens(Array(line.utf8))
  }

  /// Whether bytes at the start of a line or sentence open one.
  static func opens(_ bytes: [UInt8]) -> Bool {
    var scanner = TextScanner(bytes: bytes, at: 0)
    guard scanner.peek().map(Ascii.isUpper) == true, opening(&scanner) != nil else { return false }
    let head = Squeezed(bytes: Array(bytes[scanner.at...].prefix(80)))
    if PostsClause.opensFunction(head, at: 0) { return true }
    // A misprinted function: "Antwoord van secretaris Jansen (Justitie). (Ontvangen 3 mei 1999)".
    if Ascii.find("(ontvangen", in: scanner.bytes) != nil { return true }
    // "Antwoord van de heer Jansen, minister van Justitie".
    return PersonInHead.title(head, at: 0) != nil
      && head.bytes.indices.contains {
        head.bytes[$0] == Ascii.comma && PostsClause.opensFunction(head, at: $0 + 1)
      }
  }

  /// Whether a line is just the title of the answers.
  static func isTitle(_ line: String) -> Bool {
    guard line.utf8.count <= 16 else { return false }
    let word = line.lowercased().trimmingTail(".:")
    return ["antwoord", "antwoorden", "mededeling"].contains(word)
  }

  /// Makes an empty sentence for a document that prints none.
  init(notice isNotice: Bool) { self.isNotice = isNotice }

  /// Reads a whole sentence on one line; nil if it names no respondent and no date of receipt.
  init?(_ text: String) {
    var scanner = TextScanner(text)
    guard let opening = Self.opening(&scanner) else { return nil }
    isNotice = opening.hasPrefix("Mededeling")
    let bytes = scanner.bytes
    var end = bytes.count
    let day = Self.receipt(bytes, from: scanner.at)
    let also = Self.reference(bytes, from: scanner.at)
    if let day {
      received = DutchDate.first(in: bytes, from: day.upperBound)
      end = day.lowerBound
      readRest(bytes, from: day.upperBound, until: also.map { max($0, day.upperBound) })
    }
    if let also {
      // The reference may precede the date.
      let limit = day.map { $0.lowerBound > also ? $0.lowerBound : bytes.count } ?? bytes.count
      let (references, prose) = SeeAlso.read(String(decoding: bytes[also..<limit], as: UTF8.self))
      seeAlso = references
      if !prose.isEmpty { unread.append(prose) }
      end = min(end, also)
    }
    let from = min(scanner.at, end)
    readAnswerers(String(decoding: bytes[from..<end], as: UTF8.self))
    guard !respondents.isEmpty || received != nil else { return nil }
  }

  private static func opening(_ scanner: inout TextScanner) -> String? {
    openings.first { scanner.take($0) }
  }

  /// From the bracket of "(ontvangen" to the end of that word, or of the last of its repeats
  /// nearby.
  private static func receipt(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = Ascii.find("(ontvangen", in: bytes, from: start) else { return nil }
    var last = first + 1
    while let next = Ascii.find("ontvangen", in: bytes, from: last + 9), next - last < 20 {
      last = next
    }
    return first..<(last + "ontvangen".utf8.count)
  }

  /// Where "zie ook" or "zie Aanhangsel" begins.
  private static func reference(_ bytes: [UInt8], from start: Int) -> Int? {
    ["zie ook", "zie aanhangsel"].compactMap { Ascii.find($0, in: bytes, from: start) }.min()
  }

  /// Keeps the text after the date that is not a reference.
  private mutating func readRest(_ bytes: [UInt8], from start: Int, until limit: Int?) {
    let limit = limit.map { $0 > start ? $0 : bytes.count } ?? bytes.count
    var at = start
    var digits = 0
    while at < min(limit, start + 40), digits < 4, !Bracket.isClose(bytes[at]) {
      digits = Ascii.isDigit(bytes[at]) ? digits + 1 : 0
      at += 1
    }
    let day = String(decoding: bytes[start..<at], as: UTF8.self).trimmed
    let rest = String(decoding: bytes[at..<limit], as: UTF8.self)
    let words = String(rest.drop { " .,;:)]}".contains($0) }).trimmingTail(",(")
    let isOnlyDate = received != nil && !SubmissionDay.hasWords(day)
    for text in [isOnlyDate ? "" : day, words] where text.utf8.contains(where: Ascii.isLetter) {
      unread.append(text)
    }
  }

  private mutating func readAnswerers(_ text: String) {
    let whole = Array(text.utf8)
    var answer = whole
    if let letter = Self.letterQuestion(whole) {
      question = QuestionSentence(
        clause: String(decoding: whole[letter.upperBound...], as: UTF8.self))
      answer = Array(whole[..<letter.lowerBound])
    }
    let head = Squeezed(String(decoding: answer, as: UTF8.self))
    var end = head.count
    if let behalf = Ascii.find("medenamens", in: head.bytes) {
      let clause = PostsClause(head, from: behalf + "medenamens".utf8.count, limit: head.count)
      persons = clause.persons
      let isPerson = Set(persons)
      onBehalfOf = clause.posts.filter { !isPerson.contains($0) }
      let rest = head.words(clause.at, head.count).trimmingTail(".,;)")
      if rest.utf8.contains(where: Ascii.isLetter) { unread.insert(rest, at: 0) }
      end = behalf
    }
    readRespondents(head, until: end)
    let words = head.words(0, end).trimmingTail(".,;")
    if respondents.isEmpty, words.utf8.contains(where: Ascii.isLetter) {
      unread.insert(words, at: 0)
    }
  }

  /// Finds " op vragen van het lid", " op Kamervragen van de leden": those who answer precede it,
  /// those who ask follow it.
  private static func letterQuestion(_ bytes: [UInt8]) -> Range<Int>? {
    guard let at = Ascii.find("vragen van ", in: bytes) ?? Ascii.find("vraag van ", in: bytes)
    else { return nil }
    let end = at + (Ascii.hasPrefix(bytes, at: at, "vragen") ? 11 : 10)
    guard let on = Ascii.find(" op ", in: bytes), on < at else { return nil }
    return on..<end
  }

  private mutating func readRespondents(_ head: Squeezed, until limit: Int) {
    var start = 0
    var next = nextFunction(head, from: 0, limit)
    while let (function, begin) = next {
      next = nextFunction(head, from: function.end, limit)
      let end = next?.start ?? limit
      if isPost(head, function, until: end) {
        readPost(head, function, person: head.words(start, begin), until: end)
      } else {
        respondents.append(respondent(head, function, until: end))
        sharePortfolio()
      }
      start = function.end
    }
  }

  /// The next function outside brackets, which begins a respondent.
  private func nextFunction(
    _ head: Squeezed, from start: Int, _ limit: Int
  ) -> (function: PostFunction, start: Int)? {
    var depth = 0
    for index in start..<max(start, limit) {
      let byte = head.bytes[index]
      if byte == Ascii.open { depth += 1 }
      if byte == Ascii.close { depth = max(0, depth - 1) }
      if depth == 0, let function = PostFunction(head, at: index), function.answers {
        return (function, index)
      }
    }
    return nil
  }

  /// Whether a portfolio follows instead of a name: "de minister van Justitie en Veiligheid".
  private func isPost(_ head: Squeezed, _ function: PostFunction, until limit: Int) -> Bool {
    guard let preposition = ["van", "voor"].first(where: { head.has($0, at: function.end) }),
      head.isSmall(function.end)
    else { return false }
    let name = function.end + preposition.utf8.count
    return name < limit && head.isCapital(name)
      && (Portfolio.known(in: head, at: name) != nil
        || !(name..<limit).contains { Bracket.isOpen(head.bytes[$0]) })
  }

  /// Reads "minister van Y". It belongs to the person before it ("de heer Jansen, minister van Y",
  /// "minister-president Jansen, minister van Y"), or to no one, as in letters of ministries.
  private mutating func readPost(
    _ head: Squeezed, _ function: PostFunction, person: String, until limit: Int
  ) {
    let posts = PostsClause("minister " + head.words(function.end, limit))
    let portfolio = posts.posts.first.flatMap { post in
      post.dropFirst(9).firstIndex(of: " ").map { String(post[post.index(after: $0)...]) }
    }
    let before = Squeezed(person)
    let title = PersonInHead.title(before, at: 0)
    guard person.hasSuffix(",") || title != nil else {
      respondents.append(Respondent(role: function.name, name: "", portfolio: portfolio))
      return
    }
    if let last = respondents.indices.last, respondents[last].portfolio == nil {
      respondents[last].portfolio = portfolio
    } else {
      let name = Self.name(before.words(title ?? 0, before.count))
      respondents.append(Respondent(role: function.name, name: name, portfolio: portfolio))
    }
  }

  /// Gives a shared bracket to all before it: "Minister X en staatssecretaris Y (beiden Justitie)".
  private mutating func sharePortfolio() {
    guard let last = respondents.last, let portfolio = last.portfolio else { return }
    let printed = portfolio.hasPrefix("beiden ") ? String(portfolio.dropFirst(7)) : portfolio
    respondents[respondents.count - 1].portfolio = Portfolio.official(printed)
    for index in respondents.indices.dropLast().reversed() {
      guard respondents[index].portfolio == nil, !respondents[index].name.isEmpty else { return }
      respondents[index].portfolio = Portfolio.official(printed)
    }
  }

  private func respondent(
    _ head: Squeezed, _ function: PostFunction, until limit: Int
  ) -> Respondent {
    let begin = function.end
    guard let open = (begin..<max(begin, limit)).first(where: { Bracket.isOpen(head.bytes[$0]) })
    else {
      return Respondent(
        role: function.name, name: Self.name(head.words(begin, limit)), portfolio: nil)
    }
    let close = (open..<limit).last { Bracket.isClose(head.bytes[$0]) } ?? limit
    let portfolio = head.words(open + 1, close)
    return Respondent(
      role: function.name, name: Self.name(head.words(begin, open)),
      portfolio: portfolio.isEmpty ? nil : Portfolio.official(portfolio))
  }

  private static func name(_ text: String) -> String {
    let words = text.split(separator: " ")
    let trailing = words.reversed().prefix {
      ["en", "van", "antwoord", ",", "de", "demissionair"].contains($0)
    }.count
    let name = words.dropLast(trailing).joined(separator: " ")
    return MembersClause.parted(MembersClause.spacedHyphens(name))
      .trimmingTail(",.;")
  }
}
