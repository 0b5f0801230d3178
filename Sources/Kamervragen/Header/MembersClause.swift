/// Parses those who ask: "de leden Jansen , De Vries (beiden GroenLinks-PvdA) en Bakker (PvdD)".
///
/// The clause is a list of names with introductory words. A bracket names the party of all names
/// since the previous bracket. The clause ends where the date, the posts or the subject begin.
/// Brackets may be misprinted or missing.
struct MembersClause {
  /// The members with their parties.
  private(set) var members: [Member] = []
  /// Words between the names.
  private(set) var unread: [String] = []
  /// Whether words introduce the names ("het lid", "de heren"), so that names without a party also
  /// count.
  private(set) var isIntroduced = false
  /// Where the clause ends, in the squeezed text.
  private(set) var at: Int

  private let head: Squeezed
  private let start: Int
  private let limit: Int
  private var group: [String] = []
  /// Whether "en" is between the names of the group.
  private var hasAnd = false
  /// Whether the group has "beiden", "allen" or the like.
  private var hasGroupWord = false
  private var isBehindBracket = false

  /// Reads the clause from its first word on.
  init(_ head: Squeezed, from start: Int, limit: Int) {
    self.head = head
    self.start = start
    self.limit = limit
    at = start
    read()
    finishGroup(nil)
  }

  private mutating func read() {
    while at < limit {
      if skipSeparator() || skipIntroduction() { continue }
      if HeadWords.divides(head, at: at, isBehind: isBehindBracket || !group.isEmpty) { return }
      if isOpening(at) {
        at += 1
        readParty()
      } else if Bracket.isBracket(head.bytes[at]) {
        at += 1
      } else if let end = groupWord(at) {
        at = end
        hasGroupWord = true
        if at < limit, !isOpening(at) { readParty() }
      } else if isBehindBracket, isProse(at) {
        return
      } else {
        readName()
      }
    }
  }

  private mutating func finishGroup(_ party: String?) {
    if hasGroupWord || group.count > 1, !hasAnd { partLast() }
    members += group.map { Member(name: $0, party: party) }
    group = []
    hasAnd = false
    hasGroupWord = false
  }

  /// Splits the last two names if "en" is glued to the first: "Jansenen De Vries (beiden SP)".
  private mutating func partLast() {
    guard let last = group.last else { return }
    let bytes = Array(last.utf8)
    guard let at = Ascii.find("en ", in: bytes, from: 3), at + 3 < bytes.count,
      Ascii.isLower(bytes[at - 1]), Ascii.isUpper(bytes[at + 3]) || bytes[at + 3] >= 0xC3
    else { return }
    group.removeLast()
    group.append(String(decoding: bytes[..<at], as: UTF8.self))
    group.append(String(decoding: bytes[(at + 3)...], as: UTF8.self))
  }

  // MARK: Between names

  private mutating func skipSeparator() -> Bool {
    if Ascii.isOne(head.bytes[at], of: ",;.&*>") {
      at += 1
      return true
    }
    // A note mark after a bracket: "(CDA)1", "(CDA)¹".
    if isBehindBracket {
      if let mark = Superscript.number(head.bytes, at: at) {
        at = mark.end
        return true
      }
      if Ascii.isDigit(head.bytes[at]) {
        at += 1
        return true
      }
    }
    for word in ["en", "alsmede", "alsook", "c.s.", "c.s", "cs", "medegestelddoor", "gestelddoor"] {
      if let end = head.word(word, at: at), head.isSmall(at) {
        at = end
        hasAnd = hasAnd || word == "en"
        return true
      }
    }
    return false
  }

  private static let nouns = [
    "lid", "leden", "kamerlid", "kamerleden", "senator", "senatoren", "heer", "heren", "mevrouw",
    "mevrouwen", "hetlid", "deleden", "deheer", "deheren", "dames", "dame", "mevr", "mw", "dhr",
  ]

  private static let articles = ["het", "de", "hde", "heet", "van", "door"]

  /// Skips "het lid", "de heren", "mevr." and the like, also an article without its noun ("van het
  /// Kant") and a misprinted noun ("het ldi Jansen").
  private mutating func skipIntroduction() -> Bool {
    if let end = noun(at) {
      at = end
      isIntroduced = true
      return true
    }
    guard head.isSmall(at),
      let article = Self.articles.first(where: { head.word($0, at: at) != nil })
    else { return false }
    let next = at + article.utf8.count
    let isName = !["het", "hde", "heet"].contains(article)
    if isName {
      // "van" and "de" belong to a name, except before a noun, an article or a name with its own
      // particle: "en van Van Dam".
      guard opensIntroduction(next) || article == "van" && particle(next) else { return false }
    }
    at = next
    if !isName, at < limit, noun(at) == nil, !head.isCapital(at), let end = misspeltNoun(at) {
      at = end
      isIntroduced = true
    }
    return true
  }

  private func noun(_ index: Int) -> Int? {
    guard index < limit, index == start || head.isWordStart(index),
      let noun = Self.nouns.first(where: { noun in
        head.has(noun, at: index) && head.isWordEnd(index + noun.utf8.count)
      })
    else { return nil }
    return index + noun.utf8.count
  }

  private func opensIntroduction(_ index: Int) -> Bool {
    if noun(index) != nil { return true }
    guard head.isSmall(index),
      let article = ["het", "de"].first(where: { head.word($0, at: index) != nil })
    else { return false }
    return noun(index + article.utf8.count) != nil
      || article == "de" && body(index + 2) != nil
  }

  /// The end of a misprinted "lid" before a name: "ldi", "!id".
  private func misspeltNoun(_ index: Int) -> Int? {
    var end = index + 1
    while end < min(limit, index + 5), !head.hasSpace(before: end) { end += 1 }
    guard end < limit, head.hasSpace(before: end), head.isCapital(end),
      EditDistance.isWithin(1, Array(head.bytes[index..<end]), Array("lid".utf8))
    else { return nil }
    return end
  }

  /// Whether a name with a capitalised particle begins at a place: "Van Dam", "De Vries".
  private func particle(_ index: Int) -> Bool {
    !head.isShouted && head.isCapital(index)
      && (PersonInHead.particles + ["vander", "vande"]).contains {
        head.word($0, at: index) != nil
      }
  }

  // MARK: names

  private mutating func readName() {
    let start = at
    if let end = body(at) {
      at = end
      isIntroduced = true
      let article = ["de", "het"].first { head.word($0, at: start) != nil }
      group.append(head.words(start + (article?.utf8.count ?? 0), at))
      isBehindBracket = false
      return
    }
    at += 1
    while at < limit, !endsName(at) { at += 1 }
    var name = Self.name(head.words(start, at))
    // The opening bracket is missing: "Jansen D66) en …".
    if at < limit, Bracket.isClose(head.bytes[at]), let space = name.lastIndex(of: " ") {
      let party = String(name[name.index(after: space)...])
      name = String(name[..<space])
      group.append(name)
      finishGroup(party)
      at += 1
      isBehindBracket = true
      return
    }
    isBehindBracket = false
    if !name.isEmpty { group.append(name) }
  }

  private func endsName(_ index: Int) -> Bool {
    let byte = head.bytes[index]
    if byte == Ascii.comma || byte == UInt8(ascii: ";") || Bracket.isBracket(byte) { return true }
    if byte == Ascii.dot { return isStop(index) }
    // The space before the word was lost: "Jansseninzake: de haven".
    if byte == UInt8(ascii: "i"), head.has("inzake", at: index),
      HeadWords.subject(head, at: index, isBehind: true) != nil
    {
      return true
    }
    guard head.isWordStart(index) else { return false }
    if byte == UInt8(ascii: "&") { return true }
    guard head.isSmall(index) else { return false }
    return ["en", "alsmede", "alsook", "c.s.", "c.s"].contains { head.word($0, at: index) != nil }
      || groupWord(index) != nil || HeadWords.divides(head, at: index)
  }

  /// Whether a full stop is a misprinted comma: after a whole word, not after an initial or a
  /// title.
  private func isStop(_ index: Int) -> Bool {
    var start = index
    while start > 0, !head.isWordStart(start) { start -= 1 }
    return index - start >= 4 && index + 1 < limit && head.hasSpace(before: index + 1)
  }

  /// Where the name of a committee or a parliamentary party ends: "de vaste commissie voor
  /// Defensie", "de fractie van de SP". It extends to the next dividing word.
  private func body(_ start: Int) -> Int? {
    guard head.isSmall(start) else { return nil }
    var index = start
    var words = 0
    var isBody = false
    while index < limit, words < 6, !isBody {
      guard head.isSmall(index) || words > 0 && head.isCapital(index) else { return nil }
      let end = head.wordEnd(from: index)
      let word = head.bytes[index..<end]
      isBody = ["commissie", "commissies", "fractie", "fracties"].contains {
        word.suffix($0.utf8.count).elementsEqual($0.utf8)
      }
      index = end
      while index < limit, head.bytes[index] == Ascii.hyphen { index += 1 }
      words += 1
    }
    guard isBody else { return nil }
    while index < limit, !Bracket.isBracket(head.bytes[index]),
      !(head.isWordStart(index) && HeadWords.divides(head, at: index))
    { index += 1 }
    if index > start, head.bytes[index - 1] == Ascii.comma { index -= 1 }
    return index
  }

  /// Whether the words after a bracket are not a name: a lower-case word that no bracket, comma or
  /// "en" follows.
  private func isProse(_ index: Int) -> Bool {
    let small = PersonInHead.particles + ["het", "’t", "'t"]
    var index = index
    while index < limit, let word = small.first(where: { head.word($0, at: index) != nil }) {
      index += word.utf8.count
    }
    if HeadWords.gluedSubject(head, at: index) != nil { return true }
    guard index < limit, head.isSmall(index) else { return false }
    let end = head.wordEnd(from: index)
    return end < limit && head.isSmall(end) && head.word("en", at: end) == nil
      || end < limit && head.isCapital(end)
  }

  // MARK: parties

  /// Where "beiden" or "allen" ends. Its bracket may be misread as a letter: "jbeiden D66)".
  private func groupWord(_ index: Int, isBracketed: Bool = false) -> Int? {
    guard index < limit else { return nil }
    for word in ["beiden", "allen", "beide", "alledrie", "allevier"] {
      if let end = head.word(word, at: index), isBracketed || head.isSmall(index) { return end }
      if head.has(word, at: index + 1), head.isWordStart(index), head.isSmall(index),
        head.isUnbroken(index..<(index + 1 + word.utf8.count)),
        head.isWordEnd(index + 1 + word.utf8.count)
      {
        return index + 1 + word.utf8.count
      }
    }
    return nil
  }

  /// Whether a bracket opens at a place. A closing one before a letter may be a misprint for it:
  /// ")P.v.d.A.)".
  private func isOpening(_ index: Int) -> Bool {
    let byte = head.bytes[index]
    if Bracket.isOpen(byte) { return true }
    return Bracket.isClose(byte) && !isBehindBracket && !group.isEmpty && index + 1 < limit
      && head.hasSpace(before: index) && !head.hasSpace(before: index + 1)
      && head.isCapital(index + 1)
  }

  /// Reads the party after an opening bracket. If the closing one is missing, the party ends at a
  /// comma, at "en" or where the sentence continues.
  private mutating func readParty() {
    while at < limit {
      if Bracket.isBracket(head.bytes[at]) {
        at += 1
      } else if let end = groupWord(at, isBracketed: true) {
        at = end
        hasGroupWord = true
      } else {
        break
      }
    }
    let start = at
    var end = at
    var firstGap: Int?
    while end < limit, !Bracket.isBracket(head.bytes[end]), end - start < Bracket.maximumLength {
      if end > start, head.isWordStart(end) {
        if HeadWords.divides(head, at: end) { break }
        if head.word("en", at: end) != nil, firstGap == nil { firstGap = end }
      }
      if end > start, head.bytes[end] == Ascii.comma, firstGap == nil,
        head.hasSpace(before: end + 1)
      {
        firstGap = end
      }
      end += 1
    }
    let isClosed = end < limit && Bracket.isBracket(head.bytes[end])
    let opensNext =
      isClosed && Bracket.isOpen(head.bytes[end]) && end + 1 < limit && head.isCapital(end + 1)
    if !isClosed || opensNext, let firstGap {
      end = firstGap
    }
    let party = Self.party(head.words(start, end))
    if !group.isEmpty || party.isEmpty {
      finishGroup(party.isEmpty ? nil : party)
    } else {
      unread.append(party)
    }
    at = end
    while at < limit, Bracket.isBracket(head.bytes[at]), !isOpening(at) || !opensNext { at += 1 }
    isBehindBracket = true
  }
}
