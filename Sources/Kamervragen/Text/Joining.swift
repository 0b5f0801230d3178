/// How the lines of a document form paragraphs.
struct TextLayout: Hashable {
  /// The width in bytes to which lines were wrapped, or nil if a line is a whole paragraph.
  let wrapWidth: Int?
  /// Whether the form marks paragraphs, so that no paragraph continues after a blank line.
  var hasParagraphs = false

  /// The layout of a form that marks paragraphs.
  static let paragraphs = TextLayout(wrapWidth: nil, hasParagraphs: true)
}

extension TextLayout {
  /// Detects whether the lines of a body are wrapped: wrapped text has no long lines, and hardly
  /// any line is much longer than the others.
  init(_ lines: some Sequence<SourceLine>) {
    var lengths = lines.map(\.text.utf8.count)
    lengths.sort()
    guard lengths.count >= 4, let longest = lengths.last, longest <= 220 else {
      wrapWidth = nil
      return
    }
    let width = lengths[lengths.count * 9 / 10]
    let continued = lengths.count { $0 > width * 3 / 4 }
    wrapWidth = width >= 40 && continued * 4 >= lengths.count ? width : nil
  }
}

/// Joins lines into paragraphs, each on one line.
struct ParagraphJoiner {
  let layout: TextLayout
  private(set) var paragraphs: [String] = []
  private var current: [UInt8] = []
  private var lastLineLength = 0
  private var openQuotes = 0

  init(layout: TextLayout) { self.layout = layout }

  /// Joins lines into paragraphs.
  static func paragraphs(_ lines: some Sequence<SourceLine>, layout: TextLayout) -> [String] {
    var joiner = ParagraphJoiner(layout: layout)
    for line in lines { joiner.add(line) }
    joiner.finish()
    return joiner.paragraphs
  }

  /// Joins lines into one paragraph, as for a note.
  static func single(_ lines: some Sequence<String>) -> String {
    var joiner = ParagraphJoiner(layout: TextLayout(wrapWidth: nil))
    for line in lines { joiner.append(Array(line.utf8)) }
    joiner.finish()
    return joiner.paragraphs.first ?? ""
  }

  mutating func add(_ line: SourceLine) {
    let bytes = Array(line.text.utf8)
    if !current.isEmpty, endsParagraph(before: bytes, gap: line.gap) { finish() }
    append(bytes)
    lastLineLength = bytes.count
    openQuotes += LineEnd.quoteBalance(bytes)
  }

  mutating func finish() {
    if !current.isEmpty {
      paragraphs.append(String(decoding: LostSpaces.restored(current), as: UTF8.self))
    }
    current.removeAll(keepingCapacity: true)
    openQuotes = 0
  }

  private func endsParagraph(before next: [UInt8], gap: SourceLine.Gap) -> Bool {
    if Superscript.digit(next, at: 0) != nil { return false }
    let isClosed = LineEnd.closesSentence(current)
    if LineEnd.isBullet(next), isClosed || gap != .line || LineEnd.isBullet(current) { return true }
    let goesOn = LineEnd.continuesSentence(next)
    switch gap {
    case .page: return isClosed && !goesOn
    case .blank:
      if isClosed || layout.hasParagraphs { return true }
      // Only a page break leaves a long paragraph unfinished; the sentence then continues in the
      // next.
      return !(goesOn || layout.wrapWidth == nil && current.count >= 200)
    case .line:
      guard let width = layout.wrapWidth else {
        if isClosed { return openQuotes <= 0 && !goesOn }
        return !goesOn && current.count < 60 && !LineEnd.awaitsMore(current)
      }
      let firstWord = next.prefix { $0 != Ascii.space }.count
      let fits = lastLineLength + 1 + firstWord <= width
      return isClosed && fits && openQuotes <= 0 && !goesOn
    }
  }

  private mutating func append(_ next: [UInt8]) {
    if current.isEmpty {
      current = next
      return
    }
    switch LineEnd.joint(current, next) {
    case .space: current.append(Ascii.space)
    case .nothing: break
    case .dropHyphen: current.removeLast()
    }
    current.append(contentsOf: next)
  }
}

/// Decides from the end of a line and the start of the next how they are joined.
enum LineEnd {
  enum Joint: Hashable {
    case space, nothing, dropHyphen
  }

  /// How two lines of one paragraph are joined.
  static func joint(_ left: [UInt8], _ right: [UInt8]) -> Joint {
    guard let last = left.last, let first = right.first else { return .nothing }
    if Superscript.digit(right, at: 0) != nil { return .nothing }
    switch last {
    case Ascii.hyphen, Ascii.dot, UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "="),
      UInt8(ascii: "?"),
      UInt8(ascii: "&"), UInt8(ascii: "%"):
      break
    default: return .space
    }
    let word = Array(left.suffix(160).reversed().prefix { $0 != Ascii.space }.reversed())
    if isAddress(word), !Ascii.isUpper(first) { return .nothing }
    guard last == Ascii.hyphen, word.count > 1 else { return .space }
    if isAddress(word)
      || !Ascii.isLower(first) && first < 0x80 && !Ascii.isUpper(first) && !Ascii.isDigit(first)
    {
      return isAddress(word) ? .nothing : .space
    }
    guard Ascii.isLower(first) || first >= 0xC3 else { return .nothing }
    let next = Array(right.prefix { $0 != Ascii.space })
    if ["en", "of", "en/of", "als", "dan", "tot", "in"].contains(where: {
      next.elementsEqual($0.utf8)
    }) {
      return .space
    }
    return keepsHyphen(word, next) || clashes(word, next) ? .nothing : .dropHyphen
  }

  /// Whether two vowels would be read as one sound without the hyphen, as in "data-analyse" and
  /// "stage-instelling". Within a simple word such vowels have a diaeresis ("geïnformeerd"), unless
  /// the word is Latin ("museum").
  private static func clashes(_ word: [UInt8], _ next: [UInt8]) -> Bool {
    guard let first = next.first, let last = word.dropLast().last else { return false }
    let clashing: Set<String> = [
      "aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui",
      "uu",
    ]
    guard clashing.contains(String(decoding: [last, first], as: UTF8.self)),
      !next.starts(with: "um".utf8), !next.starts(with: "us".utf8)
    else { return false }
    // "gedifferenti-eerd", "religi-euze", "mili-eu" are syllables of one word.
    if last == UInt8(ascii: "i"),
      ["eer", "ere", "eri", "eus", "euz"].contains(where: {
        next.starts(with: $0.utf8)
      }) || word.suffix(5).elementsEqual("mili-".utf8)
    {
      return false
    }
    let participle = word.dropLast().suffix(8).map(Ascii.lower)
    let prefixes = [
      "", "aan", "op", "uit", "toe", "in", "af", "na", "voor", "over", "door", "om", "mee", "bij",
    ]
    return !prefixes.contains {
      participle.elementsEqual("\($0)ge".utf8) || participle.elementsEqual("\($0)be".utf8)
    }
  }

  /// Whether the word keeps its hyphen: an abbreviation (also in lower case, if it has no vowel), a
  /// number, a name in capitals, or a prefix that is always written with a hyphen.
  private static func keepsHyphen(_ word: [UInt8], _ next: [UInt8]) -> Bool {
    let stem = word.dropLast().suffix(40)
    let part = Array(
      stem.reversed().prefix { $0 != Ascii.hyphen && $0 != Ascii.open && $0 != 0xAB }.reversed())
    guard part.count > 1 else { return true }
    if part.dropFirst().contains(where: { Ascii.isUpper($0) || Ascii.isDigit($0) }) { return true }
    if part.contains(where: Ascii.isDigit) { return true }
    if !part.contains(where: { $0 >= 0x80 || "aeiouyAEIOUY".utf8.contains($0) }) { return true }
    let prefixes = [
      "niet", "non", "oud", "vice", "bijna", "semi", "pseudo", "sociaal", "lhbti", "lhbtiq", "ngo",
    ]
    let first = part.map(Ascii.lower)
    // "ex-minister", but "ex-port" is one word.
    if first.elementsEqual("ex".utf8) { return !afterEx.contains { next.starts(with: $0.utf8) } }
    return prefixes.contains { first.elementsEqual($0.utf8) }
  }

  /// Continuations of words in which "ex" is a syllable, not a prefix ("exploitatie", "extern").
  private static let afterEx = [
    "act", "amen", "cel", "cep", "ces", "clu", "clam", "cus", "ecut", "empl", "hib", "ist", "oti",
    "pan", "ped", "peri", "pert", "plic", "ploit", "plo", "pon", "port", "posi", "pres", "ten",
    "ter", "tra", "tre",
  ]

  private static func isAddress(_ word: [UInt8]) -> Bool {
    Ascii.find("://", in: word) != nil || Ascii.find("www.", in: word) != nil
      || word.count(where: { $0 == UInt8(ascii: "/") }) >= 2
  }

  static func closesSentence(_ text: String) -> Bool {
    guard let last = text.utf8.last, !Ascii.isLetter(last) else { return false }
    return closesSentence(Array(text.utf8.suffix(32)))
  }

  static func continuesSentence(_ text: String) -> Bool {
    continuesSentence(Array(text.utf8.prefix(4)))
  }

  static func isBullet(_ text: String) -> Bool { isBullet(Array(text.utf8.prefix(6))) }

  /// Whether a text ends like a sentence: with a full stop, question or exclamation mark, colon,
  /// semicolon or ellipsis, possibly followed by closing signs and note marks.
  static func closesSentence(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    if last == Ascii.dot || last == UInt8(ascii: "?") || last == UInt8(ascii: ":")
      || last == UInt8(ascii: ";")
    {
      return true
    }
    if Ascii.isLetter(last) || last == Ascii.comma || last == Ascii.hyphen { return false }
    let tail = Array(String(decoding: text.suffix(32), as: UTF8.self).unicodeScalars)
    var end = tail.count
    while end > 0 {
      let scalar = tail[end - 1]
      if ".?!:;…".unicodeScalars.contains(scalar) { return true }
      if " »”’\"')]⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(scalar) {
        end -= 1
      } else if let begin = markBegin(tail, end) {
        end = begin
      } else {
        return false
      }
    }
    return false
  }

  /// Where a note mark in plain digits that ends at `end` begins ("?1", "? 1", "[1", "(1"); nil for
  /// a number in the text.
  private static func markBegin(_ tail: [Unicode.Scalar], _ end: Int) -> Int? {
    var begin = end
    while begin > 0, end - begin < 4, ("0"..."9").contains(tail[begin - 1]) { begin -= 1 }
    guard begin < end, end - begin < 4, begin > 0 else { return nil }
    let before = tail[begin - 1]
    if before == "[" || before == "(" { return begin - 1 }
    if "?!.»)\"”".unicodeScalars.contains(before) { return begin }
    guard before == " ", begin > 1, "?!.»)\"”".unicodeScalars.contains(tail[begin - 2]) else {
      return nil
    }
    return begin - 1
  }

  /// Whether a line continues the previous sentence: it begins with a lower-case letter or a
  /// closing sign.
  static func continuesSentence(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    if first >= 0x80 {
      let head = String(decoding: text.prefix(4), as: UTF8.self)
      return head.unicodeScalars.first.map { $0.properties.isLowercase || $0 == "»" } ?? false
    }
    if Ascii.isLower(first) { return !isListLetter(text) }
    return first == Ascii.comma || first == Ascii.close
  }

  /// Whether a text cannot be complete: it ends with a comma, a hyphen, an opening bracket or a
  /// function word.
  static func awaitsMore(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    if last == Ascii.comma || last == Ascii.hyphen || last == Ascii.open { return true }
    guard Ascii.isLower(last) else { return false }
    let word = text.suffix(5).reversed().prefix { $0 != Ascii.space }.reversed()
    return ["de", "het", "een", "van", "en", "in", "op", "te", "dat", "met", "voor", "aan", "der"]
      .contains { word.elementsEqual($0.utf8) }
  }

  /// Whether a line starts with "– ", "• ", "a) ", "1. " or the like.
  static func isBullet(_ text: [UInt8]) -> Bool {
    guard let space = text.prefix(5).firstIndex(of: Ascii.space), space > 0 else { return false }
    return bullets.contains(text[..<space]) || isListLetter(text) || isListNumber(text[..<space])
  }

  private static let bullets: Set<ArraySlice<UInt8>> = Set(
    ["–", "-", "•", "·", "*", "o", "▪", "◦", "—", "\u{F0B7}", "\u{F0A7}"].map {
      Array($0.utf8)[...]
    })

  /// "1." or "12)".
  private static func isListNumber(_ head: ArraySlice<UInt8>) -> Bool {
    guard let last = head.last, last == Ascii.dot || last == Ascii.close else { return false }
    return (2...3).contains(head.count) && head.dropLast().allSatisfy(Ascii.isDigit)
  }

  private static func isListLetter(_ text: [UInt8]) -> Bool {
    guard text.count > 2, Ascii.isLower(text[0]) else { return false }
    return (text[1] == Ascii.close || text[1] == Ascii.dot) && text[2] == Ascii.space
  }

  /// The number of opening guillemets minus that of closing ones.
  static func quoteBalance(_ text: [UInt8]) -> Int {
    var balance = 0
    for index in text.indices.dropLast() where text[index] == 0xC2 {
      if text[index + 1] == 0xAB { balance += 1 }
      if text[index + 1] == 0xBB { balance -= 1 }
    }
    return balance
  }
}
