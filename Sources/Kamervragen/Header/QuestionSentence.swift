/// The sentence that says who asks whom about what: "Vragen van het lid Jansen (SP) aan de Minister
/// van Financiën over het bericht «Voorbeeld» (ingezonden 17 oktober 2024)."
///
/// One grammar for all documents since 1984, read from left to right:
///
///     head    = opening members [told] ["aan" posts] [told] [over subject]
///               ["(ingezonden" day ")"] [see also]
///     members = {[introduction] name ["(" party ")"]}            MembersClause
///     posts   = {[article] function [portfolios] [person]}       PostsClause
///     told    = "op" day "medegedeeld"                           HeadWords
///
/// Other words go to `unread`.
struct QuestionSentence: Hashable {
  var members: [Member] = []
  var addressees: [String] = []
  var subject: String?
  var submitted: CalendarDate?
  /// Whether these are announced oral questions.
  var isOral = false
  /// The persons named with the addressees: "mw. Jansen".
  var persons: [String] = []
  /// The publications referred to after the date.
  var seeAlso: [SeeAlso.Reference] = []
  /// The words that are in no other field.
  var unread: [String] = []

  /// Makes a sentence of words that are not understood.
  init(unread words: String) { unread = words.isEmpty ? [] : [words] }

  /// Whether a line opens such a sentence.
  static func opens(_ line: String) -> Bool { opens(line.utf8) }

  /// Whether bytes at the start of a line or sentence open one.
  static func opens(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, Ascii.isOne(first, of: "VSMNAIKH") else { return false }
    let head = Squeezed(bytes: Array(bytes.prefix(120)))
    return HeadOpening(head)?.isHead(head) ?? false
  }

  /// Reads a whole sentence on one line; nil if it names no members.
  init?(_ text: String) {
    let head = Squeezed(text)
    guard let start = Self.start(head), let opening = HeadOpening(head, at: start),
      let sentence = QuestionSentence(head, from: opening.end)
    else { return nil }
    self = sentence
    isOral = opening.isOral
    if start > 0 { unread.insert(head.words(0, start), at: 0) }
  }

  /// Reads a sentence that begins with the names: "de leden Jansen en De Vries (beiden SP) aan …".
  init?(clause: String) {
    self.init(Squeezed(clause), from: 0)
  }

  /// Where the opening begins: a number or a mark may precede it.
  private static func start(_ head: Squeezed) -> Int? {
    if HeadOpening(head) != nil { return 0 }
    guard head.isCapital(0) || head.isSmall(0) || (head.bytes.first.map(Ascii.isDigit) ?? false)
    else {
      return nil
    }
    return (1..<max(1, min(24, head.count))).first {
      head.isWordStart($0) && HeadOpening(head, at: $0) != nil
    }
  }

  private init?(_ head: Squeezed, from start: Int) {
    let day = SubmissionDay(head, from: start)
    let limit = day?.begin ?? head.count
    var at = start
    // "Vragen aan de minister van Justitie van het lid Jansen".
    if let address = HeadWords.address(head, at: at, isBehind: true) {
      readPosts(head, from: address, limit, &at)
    }
    let clause = MembersClause(head, from: at, limit: limit)
    members = clause.members
    unread += clause.unread
    at = clause.at
    readBetween(head, limit, &at)
    let isNamed = clause.isIntroduced || members.contains { $0.party != nil }
    guard !members.isEmpty, !addressees.isEmpty || isNamed && members.count <= 60 else {
      return nil
    }
    guard !addressees.isEmpty || members.allSatisfy({ $0.name.utf8.count <= 100 }) else {
      return nil
    }
    subject = Self.subject(head.words(at, limit))
    if let day {
      submitted = day.date ?? submitted
      seeAlso = day.seeAlso
      if let rest = day.unread { unread.append(rest) }
    }
  }

  /// Reads the part between members and subject: the date, the posts, and other words.
  private mutating func readBetween(_ head: Squeezed, _ limit: Int, _ at: inout Int) {
    var isBehind = true
    while at < limit {
      if Ascii.isOne(head.bytes[at], of: ",.") {
        at += 1
      } else if let told = HeadWords.told(head, at: at) {
        submitted = told.date ?? submitted
        at = told.end
      } else if addressees.isEmpty, let posts = HeadWords.address(head, at: at, isBehind: isBehind)
      {
        readPosts(head, from: posts, limit, &at)
        isBehind = true
        continue
      } else if let subject = HeadWords.subject(head, at: at, isBehind: isBehind) {
        at = subject
        return
      } else if let end = HeadWords.bareAddress(head, at: at) {
        at = end
      } else if let next = divider(head, at, limit) {
        let words = head.words(at, next)
        if words.utf8.contains(where: Ascii.isLetter), !["en", "aan", "van"].contains(words) {
          unread.append(words)
        }
        at = next
      } else {
        // No word opens the subject, or the word is glued to it.
        at = HeadWords.gluedSubject(head, at: at) ?? at
        return
      }
      isBehind = false
    }
  }

  private mutating func readPosts(_ head: Squeezed, from start: Int, _ limit: Int, _ at: inout Int)
  {
    let clause = PostsClause(head, from: start, limit: limit)
    addressees = clause.posts
    persons = clause.persons
    at = readAbsence(head, clause.at, limit)
  }

  /// The next dividing word within 160 bytes, since few words precede the subject.
  private func divider(_ head: Squeezed, _ start: Int, _ limit: Int) -> Int? {
    guard start + 1 < limit else { return nil }
    return (start + 1..<min(limit, start + 160)).first { index in
      guard head.isWordStart(index) else { return false }
      return HeadWords.subject(head, at: index) != nil || HeadWords.told(head, at: index) != nil
        || addressees.isEmpty && HeadWords.address(head, at: index) != nil
    }
  }

  /// Adds "bij afwezigheid van de Minister" to the previous post.
  private mutating func readAbsence(_ head: Squeezed, _ start: Int, _ limit: Int) -> Int {
    let words = "bijafwezigheidvan"
    guard let last = addressees.indices.last,
      let found = [words, "," + words].first(where: { head.has($0, at: start) })
    else { return start }
    let begin = start + found.utf8.count
    var end = begin
    while end < limit,
      HeadWords.subject(head, at: end) == nil
        && !(head.bytes[end] == Ascii.comma && HeadWords.subject(head, at: end + 1) != nil)
    {
      end += 1
    }
    let absent = head.words(begin, end).trimmingTail(",")
    let parted =
      absent.hasPrefix("de") && !absent.hasPrefix("de ") ? "de " + absent.dropFirst(2) : absent
    addressees[last] += " (bij afwezigheid van \(parted))"
    return end
  }

  /// A subject without its note marks and final punctuation.
  static func subject(_ text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, " .,:;⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(last) {
      scalars.removeLast()
    }
    var subject = String.UnicodeScalarView()
    for scalar in scalars where !scalar.isRaisedDigit { subject.append(scalar) }
    let trimmed = String(subject).trimmed
    return trimmed.isEmpty ? nil : trimmed
  }
}

/// The bracket with the date of submission, and the text after it.
struct SubmissionDay {
  /// Where the bracket begins, in the squeezed text.
  let begin: Int
  let date: CalendarDate?
  private(set) var seeAlso: [SeeAlso.Reference] = []
  /// The words after the bracket, or those in it that are not a date.
  private(set) var unread: String?

  /// Finds the last such bracket, even if it is not closed.
  init?(_ head: Squeezed, from start: Int) {
    guard let word = Self.word(head, from: start) else { return nil }
    begin = word.lowerBound
    let bytes = head.bytes
    var end = word.upperBound
    while end < bytes.count, !Bracket.isBracket(bytes[end]), end - word.upperBound < 30 { end += 1 }
    if end >= bytes.count || !Bracket.isBracket(bytes[end]) {
      end = Self.yearEnd(bytes, from: word.upperBound)
    }
    let inner = head.words(word.upperBound, end)
    date = DutchDate.first(in: inner)
    let rest = head.words(end, head.count)
    let (references, prose) = SeeAlso.read(rest)
    seeAlso = references
    let isOnlyDate = date != nil && !Self.hasWords(inner)
    let words = (isOnlyDate ? "" : inner) + (references.isEmpty ? rest : prose)
    if words.utf8.contains(where: Ascii.isLetter), !Self.isKind(words) {
      unread = String(words.drop { ").;, ".contains($0) })
    }
  }

  private static func word(_ head: Squeezed, from start: Int) -> Range<Int>? {
    for word in ["ingezonden", "lngezonden", "ontvangen"] {
      var found: Range<Int>?
      var index = start
      while let at = Ascii.find(word, in: head.bytes, from: index) {
        index = at + 1
        let end = at + word.utf8.count
        guard at > start, Bracket.isOpen(head.bytes[at - 1]),
          word != "ontvangen" || end < head.count && Ascii.isDigit(head.bytes[end])
        else { continue }
        found = at - 1..<end
      }
      if let found { return found }
    }
    return nil
  }

  /// Whether a text has other words than a date and a case number: "4 juni 2024, nr. 2024Z99001"
  /// has none.
  static func hasWords(_ text: String) -> Bool {
    text.split { " .,:".contains($0) }.contains { word in
      word.utf8.contains(where: Ascii.isLetter) && !word.utf8.contains(where: Ascii.isDigit)
        && !["op", "nr", "nummer", "kenmerk"].contains(word.lowercased())
        && !DutchDate.months.contains(word.lowercased())
    }
  }

  private static func yearEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var digits = 0
    for index in start..<min(bytes.count, start + 30) {
      digits = Ascii.isDigit(bytes[index]) ? digits + 1 : 0
      if digits == 4 { return index + 1 }
    }
    return min(start, bytes.count)
  }

  /// Whether it is the kind that a list of publications adds: "; Antwoord", "; Mededeling".
  private static func isKind(_ words: String) -> Bool {
    let head = Squeezed(words)
    var index = 0
    while index < head.count, !Ascii.isLetter(head.bytes[index]) { index += 1 }
    return head.bytes[..<index].contains(UInt8(ascii: ";"))
      && ["antwoord", "mededeling", "naderantwoord", "aanvullendantwoord"].contains {
        head.has($0, at: index)
      }
  }
}
