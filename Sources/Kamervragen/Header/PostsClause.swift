/// Parses a list of posts: "de Ministers van Asiel en Migratie en van Volksgezondheid, Welzijn en
/// Sport".
///
/// Names of ministries contain commas and "en", so the list is divided at functions, at "van" and
/// "voor", and by known names. Spaces may be missing anywhere. A person may be named with the post:
/// "de staatssecretaris van Defensie, mw. Jansen,", "staatssecretaris Jansen van Defensie",
/// "mevrouw Jansen (staatssecretaris van Defensie)".
struct PostsClause {
  /// The posts, each with its function: "Minister van Asiel en Migratie".
  private(set) var posts: [String] = []
  /// The persons named with the posts: "mw. Jansen".
  private(set) var persons: [String] = []
  /// Where the clause ends, in the squeezed text.
  private(set) var at: Int

  private let head: Squeezed
  private let limit: Int
  /// Functions that share the portfolio of the next one: "de Minister en de Staatssecretaris van
  /// X".
  private var waiting: [(function: String, person: String?)] = []

  /// Reads a clause from its first word until no post follows.
  init(_ string: String) {
    let head = Squeezed(string)
    self.init(head, from: 0, limit: head.count)
  }

  init(_ head: Squeezed, from start: Int, limit: Int) {
    self.head = head
    self.limit = limit
    at = start
    while at < limit, readPost() {}
    // A function without a portfolio is a post by itself.
    for (function, person) in waiting {
      posts.append([function, person].compactMap { $0 }.joined(separator: " "))
    }
  }

  /// Whether a post begins at a place, with or without an article.
  static func opens(_ head: Squeezed, at index: Int) -> Bool {
    let begin = skipArticles(head, index)
    return PostFunction(head, at: begin) != nil || PersonInHead.title(head, at: index) != nil
      || begin > index && Portfolio.known(in: head, at: begin) != nil
  }

  /// Whether a function begins at a place, with or without an article.
  static func opensFunction(_ head: Squeezed, at index: Int) -> Bool {
    PostFunction(head, at: skipArticles(head, index))?.answers == true
  }

  private static let articles = [
    "de", "het", "den", "beide", "demissionaire", "demissionair", "waarnemend", "toenmalige",
    "toenmalig",
  ]

  private static func skipArticles(_ head: Squeezed, _ start: Int) -> Int {
    var index = start
    while let article = articles.first(where: { article in
      let end = index + article.utf8.count
      return head.has(article, at: index)
        && (head.isWordEnd(end) || PostFunction(head, at: end) != nil)
    }) { index += article.utf8.count }
    return index
  }

  private mutating func readPost() -> Bool {
    let begin = skipLinks(at)
    if let person = readPerson(begin) {
      persons.append(person)
      return true
    }
    let index = Self.skipArticles(head, begin)
    guard let function = PostFunction(head, at: index) else {
      // The function itself was lost: "aan de Verkeer en Waterstaat".
      guard posts.isEmpty, index > begin, let known = portfolio(at: index) else { return false }
      posts.append(known.name)
      at = known.end
      return true
    }
    at = function.end
    readPortfolios(of: function.name, isPlural: function.isPlural)
    return true
  }

  /// Skips commas, "en", "aan" and the like before a post.
  private func skipLinks(_ start: Int) -> Int {
    var index = start
    while index < limit {
      if head.bytes[index] == Ascii.comma {
        index += 1
      } else if let word = ["en", "alsmede", "alsook", "aan", "van", "medenamens"].first(where: {
        word in
        let end = index + word.utf8.count
        return head.has(word, at: index) && (head.isWordEnd(end) || Self.opens(head, at: end))
      }) {
        index += word.utf8.count
      } else {
        break
      }
    }
    return Self.opens(head, at: index) ? index : start
  }

  // MARK: portfolios

  private mutating func readPortfolios(of function: String, isPlural: Bool) {
    let named = readNamePart()
    guard let first = readPortfolio(isFirst: true, isPlural: isPlural) else {
      if let named, let inner = readBracketedPortfolio() {
        persons.append(named)
        add("\(function) van \(inner)")
      } else if function == "Minister-President" || function == "Viceminister-President"
        || function == "Regering" || function == "Voorzitter"
      {
        posts.append(function)
        if let named { persons.append(named) }
        if function == "Minister-President" { skipGeneralAffairs() }
        readPersons()
      } else {
        waiting.append((function, named))
      }
      return
    }
    if let named { persons.append(named) }
    for waiter in waiting {
      posts.append("\(waiter.function) \(first)")
      if let person = waiter.person { persons.append(person) }
    }
    waiting = []
    add("\(function) \(first)")
    while let next = readPortfolio(isFirst: false, isPlural: isPlural) {
      add("\(function) \(next)")
    }
  }

  /// Adds a post with the brackets after it, and reads the persons named with it.
  private mutating func add(_ post: String) {
    var isFirst = true
    while true {
      let begin = at
      if isFirst ? at < limit && head.bytes[at] == Ascii.comma : head.word("en", at: at) != nil {
        at += isFirst ? 1 : 2
      }
      guard at < limit, Bracket.isOpen(head.bytes[at]), isFirst || at > begin,
        !isFirst || PersonInHead.title(head, at: at + 1) == nil,
        let qualifier = readBracket()
      else {
        at = begin
        break
      }
      posts.append("\(post) (\(qualifier))")
      isFirst = false
    }
    if isFirst { posts.append(post) }
    readPersons()
  }

  /// Reads "van X" or "voor Y" with its preposition.
  private mutating func readPortfolio(isFirst: Bool, isPlural: Bool) -> String? {
    var index = at
    if !isFirst {
      if head.has(",", at: index) { index += 1 }
      if head.has("en", at: index) { index += 2 }
      guard index > at else { return nil }
    }
    var preposition = ["van", "voor"].first { head.has($0, at: index) }
    var start = index + (preposition?.utf8.count ?? 0)
    // A misspelt "van": "de staatssecretaris vsn Verkeer en Waterstaat".
    if preposition == nil, head.isSmall(index), head.isWordStart(index) {
      let end = head.wordEnd(from: index)
      if end - index == 3, portfolio(at: end) != nil {
        preposition = "van"
        start = end
      }
    }
    for again in ["van", "de", "het"] where preposition != nil && head.isSmall(start) {
      if let end = head.word(again, at: start), portfolio(at: end) != nil { start = end }
    }
    guard start < limit else { return nil }
    if let known = portfolio(at: start) {
      guard preposition != nil || isFirst || isPlural else { return nil }
      guard !goesOn(known.end, isPlural: isPlural) else {
        return preposition == nil && !isPlural
          ? nil
          : readUnknown(from: start, isPlural: isPlural).map { "\(preposition ?? "van") \($0)" }
      }
      at = known.end
      return "\(preposition ?? "van") \(known.name)"
    }
    if preposition != nil, Bracket.isOpen(head.bytes[start]) {
      at = start
      return readBracketedPortfolio().map { "\(preposition ?? "van") \($0)" }
    }
    guard let preposition, head.hasSpace(before: start) || head.isWordStart(start) else {
      return nil
    }
    return readUnknown(from: start, isPlural: isPlural).map { "\(preposition) \($0)" }
  }

  private func portfolio(at start: Int) -> (name: String, end: Int)? {
    Portfolio.whole(in: head, at: start, limit: limit)
  }

  /// Whether a name continues after a known one: "Justitie en Rechtszaken", "Zorg- en Jeugdbeleid".
  private func goesOn(_ end: Int, isPlural: Bool) -> Bool {
    guard end < limit else { return false }
    if head.bytes[end] == Ascii.hyphen, !head.hasSpace(before: end) { return true }
    var index = end
    let comma = head.bytes[end] == Ascii.comma
    if comma { index += 1 }
    let and = head.word("en", at: index)
    if let and { index = and }
    guard comma || and != nil, index < limit, head.isCapital(index), !Self.opens(head, at: index)
    else { return false }
    if isPlural, portfolio(at: index) != nil { return false }
    guard comma, and == nil else { return true }
    // After a comma it may be a person: "van Defensie, Van Dam, over".
    if PersonInHead.particles.contains(where: { head.word($0, at: index) != nil }) { return false }
    var words = index
    while words < limit, words - index < 120, !isStop(words) {
      if let next = head.word("en", at: words), head.isCapital(next), !Self.opens(head, at: next) {
        return true
      }
      if head.bytes[words] == Ascii.comma { return false }
      words += 1
    }
    return false
  }

  /// Reads a portfolio that is not in the table, up to the next function, preposition or end of the
  /// clause.
  private mutating func readUnknown(from start: Int, isPlural: Bool) -> String? {
    guard head.isCapital(start) else { return nil }
    var index = head.wordEnd(from: start)
    while index < limit, index - start < 120, !isStop(index) {
      if head.bytes[index] == Ascii.comma {
        guard index + 1 < limit, head.isCapital(index + 1), !Self.opens(head, at: index + 1),
          !(isPlural && portfolio(at: index + 1) != nil)
        else { break }
      } else if isPlural, let next = head.word("en", at: index), portfolio(at: next) != nil {
        break
      }
      index += 1
    }
    at = index
    return Portfolio.official(head.words(start, index))
  }

  /// Whether a portfolio ends at a place: at a sign, a function, a preposition or the next part of
  /// the sentence.
  private func isStop(_ index: Int) -> Bool {
    let byte = head.bytes[index]
    if byte == Ascii.dot || byte == UInt8(ascii: ";") || Bracket.isBracket(byte) { return true }
    guard head.isWordStart(index) else { return false }
    if HeadWords.divides(head, at: index) || PersonInHead.title(head, at: index) != nil {
      return true
    }
    if head.isSmall(index),
      ["van", "voor", "aan", "de", "het", "mede", "alsmede", "op", "bij", "door", "die"].contains(
        where: {
          head.word($0, at: index) != nil
        })
    {
      return true
    }
    guard let next = head.word("en", at: index) else { return false }
    return Self.opens(head, at: next)
      || head.isSmall(next) && ["van", "voor", "aan"].contains { head.word($0, at: next) != nil }
  }

  /// Skips "Algemene Zaken", which is always the minister-president's: "de minister-president
  /// (Algemene Zaken)", "de minister-president, Algemene Zaken".
  private mutating func skipGeneralAffairs() {
    guard at + 1 < limit, head.bytes[at] == Ascii.comma || Bracket.isOpen(head.bytes[at]),
      let known = portfolio(at: at + 1), known.name == "Algemene Zaken"
    else { return }
    let isBracketed = Bracket.isOpen(head.bytes[at])
    at = known.end
    if isBracketed, at < limit, Bracket.isClose(head.bytes[at]) { at += 1 }
  }

  // MARK: brackets and persons

  /// Reads a bracket that names a part of a ministry: "(Fiscaliteit, Belastingdienst en Douane)".
  private mutating func readBracket() -> String? {
    guard at < limit, Bracket.isOpen(head.bytes[at]),
      !["ontvangen", "ingezonden"].contains(where: { head.has($0, at: at + 1) }),
      let close = close(from: at + 1)
    else { return nil }
    let inner = head.words(at + 1, close)
    at = close + 1
    return inner.isEmpty ? nil : inner
  }

  private mutating func readBracketedPortfolio() -> String? {
    readBracket().map(Portfolio.official)
  }

  private func close(from start: Int) -> Int? {
    (start..<min(limit, start + 140)).first { Bracket.isBracket(head.bytes[$0]) }
      .flatMap { Bracket.isClose(head.bytes[$0]) ? $0 : nil }
  }

  /// Reads the persons after a post: ", mw. Jansen,", " de heer Jansen", ", Van Dam,", "a.i.".
  private mutating func readPersons() {
    while at < limit {
      for interim in ["a.i.", "a.i"] where head.has(interim, at: at) && head.isWordStart(at) {
        persons.append(head.words(at, at + interim.utf8.count))
        at += interim.utf8.count
      }
      if at < limit, Bracket.isOpen(head.bytes[at]), PersonInHead.title(head, at: at + 1) != nil,
        let person = readBracket()
      {
        persons.append(person)
        continue
      }
      let begin = at < limit && head.bytes[at] == Ascii.comma ? at + 1 : at
      guard begin < limit else { return }
      let hasTitle = PersonInHead.title(head, at: begin)
      guard
        hasTitle != nil || head.isCapital(begin) && (begin > at || head.hasSpace(before: begin)),
        PostFunction(head, at: begin) == nil, portfolio(at: begin) == nil,
        HeadWords.subject(head, at: begin, isBehind: true) == nil
      else { return }
      let end = PersonInHead.end(head, limit: limit, from: hasTitle ?? begin)
      // A person with a function is the next item of the list.
      let next = end < limit && head.bytes[end] == Ascii.comma ? end + 1 : end
      if next < limit, PostFunction(head, at: next) != nil, hasTitle != nil, next == end + 1 {
        return
      }
      if end < limit, Bracket.isOpen(head.bytes[end]), PostFunction(head, at: end + 1) != nil {
        return
      }
      persons.append(head.words(begin, end))
      at = end
    }
  }

  /// Reads the name between a function and its portfolio: "staatssecretaris Jansen van Defensie".
  private mutating func readNamePart() -> String? {
    guard at < limit, head.isCapital(at), portfolio(at: at) == nil,
      PostFunction(head, at: at) == nil,
      // "MINISTER VAN DEFENSIE".
      !["van", "voor"].contains(where: { head.word($0, at: at).flatMap(portfolio) != nil })
    else { return nil }
    let end = PersonInHead.end(head, limit: limit, from: at)
    guard end > at else { return nil }
    defer { at = end }
    return head.words(at, end)
  }

  /// Reads a person before the post: "mevrouw Jansen (staatssecretaris van X)", "de heer Jansen,
  /// staatssecretaris van X". Without a post the person is the addressee.
  private mutating func readPerson(_ begin: Int) -> String? {
    guard let title = PersonInHead.title(head, at: begin) else { return nil }
    let end = PersonInHead.end(head, limit: limit, from: title)
    guard end > title else { return nil }
    let person = head.words(begin, end)
    at = end
    guard end + 1 < limit, head.bytes[end] == Ascii.comma || Bracket.isOpen(head.bytes[end]),
      let function = PostFunction(head, at: Self.skipArticles(head, end + 1))
    else {
      if posts.isEmpty { posts.append(person) }
      return person
    }
    let isBracketed = Bracket.isOpen(head.bytes[end])
    at = function.end
    readPortfolios(of: function.name, isPlural: function.isPlural)
    if isBracketed, at < limit, Bracket.isClose(head.bytes[at]) { at += 1 }
    return person
  }
}
