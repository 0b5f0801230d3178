/// The sentence that says who asks whom about what: "Vragen van het lid Jansen (SP) aan de Minister van Financiën over
/// het bericht «Voorbeeld» (ingezonden 17 oktober 2024)."
struct QuestionSentence: Hashable {
  var members: [Member] = []
  var addressees: [String] = []
  var subject: String?
  var submitted: CalendarDate?
  /// Whether these are announced oral questions.
  var isOral = false

  /// A sentence that is not printed.
  init() {}

  private static let openings = [
    "Mondelinge vragen van", "Mondelinge vraag van", "Schriftelijke vragen van",
    "Schriftelijke vraag van",
    "Nadere vragen van", "Nadere vraag van", "Aanvullende vragen van", "Vervolgvragen van",
    "Vragen van",
    "Vraag van",
  ]

  /// Whether a line opens such a sentence.
  static func opens(_ line: String) -> Bool {
    var scanner = TextScanner(line)
    guard scanner.peek().map(Ascii.isUpper) == true, opening(&scanner) != nil else { return false }
    return true
  }

  /// Reads the whole sentence, put together on one line; nil where it names no members.
  init?(_ text: String) {
    var scanner = TextScanner(text)
    guard let opening = Self.opening(&scanner) else { return nil }
    guard var sentence = QuestionSentence(clause: scanner.rest) else { return nil }
    sentence.isOral = opening.hasPrefix("Mondelinge")
    self = sentence
  }

  /// Reads the sentence from the names on: "de leden Jansen en De Vries (beiden SP) aan …".
  init?(clause: String) {
    let squeezed = Squeezed(clause)
    let bytes = Array(clause.utf8)
    if let address = Self.address(squeezed, bytes) {
      readMembers(String(decoding: bytes[..<address.aan], as: UTF8.self))
      guard !members.isEmpty else { return nil }
      let posts = PostsClause(String(decoding: bytes[address.posts...], as: UTF8.self))
      addressees = posts.posts
      readRest(bytes, from: address.posts + posts.end)
      return
    }
    let over = Ascii.find(" over ", in: bytes) ?? bytes.count
    let end = min(over, Ascii.find(" aan ", in: bytes) ?? over)
    readMembers(String(decoding: bytes[..<end], as: UTF8.self))
    let names = ["het lid ", "de leden ", "het leden ", "lid "].contains { clause.hasPrefix($0) }
    guard members.contains(where: { $0.party != nil }) || names,
      (1...40).contains(members.count), members.allSatisfy({ $0.name.utf8.count <= 60 })
    else { return nil }
    readRest(bytes, from: end)
  }

  private static func opening(_ scanner: inout TextScanner) -> String? {
    for opening in openings where scanner.take(opening) {
      if scanner.isAtEnd || scanner.peek() == Ascii.space { return opening }
      scanner.at = 0
    }
    return nil
  }

  /// Where "aan" stands, and the first function behind it, in bytes of the clause.
  private static func address(_ squeezed: Squeezed, _ bytes: [UInt8]) -> (aan: Int, posts: Int)? {
    var index = 0
    while let found = Ascii.find("aan", in: squeezed.bytes, from: index) {
      index = found + 1
      let place = squeezed.origin[found]
      let isWord = place == 0 || !Ascii.isLetter(bytes[place - 1])
      for article in ["de", "het", ""] where squeezed.has(article, at: found + 3) {
        let function = found + 3 + article.utf8.count
        guard isWord, PostsClause.function(in: squeezed, at: function) != nil else { continue }
        return (place, squeezed.origin[found + 3])
      }
    }
    return nil
  }

  private mutating func readMembers(_ text: String) {
    let bytes = Array(text.utf8)
    // The Eerste Kamer: "het lid X (P) op 2 juli 2019 medegedeeld".
    if let told = Ascii.find("medegedeeld", in: bytes), let on = Ascii.find(" op ", in: bytes),
      on < told
    {
      submitted = DutchDate.first(in: Array(bytes[on..<told]))
      members = MembersClause.members(String(decoding: bytes[..<on], as: UTF8.self))
    } else {
      members = MembersClause.members(text)
    }
  }

  private mutating func readRest(_ bytes: [UInt8], from start: Int) {
    var begin = start
    let date = Self.submission(bytes, from: start)
    if let date {
      submitted = DutchDate.first(in: bytes, from: date.upperBound) ?? submitted
    }
    let end = date?.lowerBound ?? bytes.count
    begin = readAbsence(bytes, from: begin)
    var scanner = TextScanner(bytes: bytes, at: begin)
    while let byte = scanner.peek(), byte == Ascii.space || byte == Ascii.comma { scanner.at += 1 }
    for word in ["over", "inzake", "betreffende", "omtrent", "naar aanleiding van"] {
      if scanner.take(word) {
        begin = scanner.at
        break
      }
    }
    guard begin < end else { return }
    subject = Self.subject(String(decoding: bytes[begin..<end], as: UTF8.self))
  }

  /// "bij afwezigheid van de Minister": belongs to the post before it.
  private mutating func readAbsence(_ bytes: [UInt8], from start: Int) -> Int {
    let squeezed = Squeezed(String(decoding: bytes[start...], as: UTF8.self))
    let words = "bijafwezigheidvan"
    guard let last = addressees.indices.last,
      let at = [words, "," + words].first(where: { squeezed.has($0, at: 0) })
    else { return start }
    let from = start + squeezed.origin[at.utf8.count]
    let end =
      Ascii.find(", over", in: bytes, from: from) ?? Ascii.find(" over", in: bytes, from: from)
      ?? bytes.count
    let absent = String(decoding: bytes[from..<end], as: UTF8.self).trimmed
    let parted =
      absent.hasPrefix("de") && !absent.hasPrefix("de ") ? "de " + absent.dropFirst(2) : absent
    addressees[last] += " (bij afwezigheid van \(parted))"
    return end
  }

  /// "(ingezonden 17 oktober 2024)": where its bracket stands and where the word ends.
  private static func submission(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    var found: Range<Int>?
    var index = start
    while let at = Ascii.find("ingezonden", in: bytes, from: index) {
      index = at + 1
      var bracket = at
      while bracket > start, bytes[bracket - 1] == Ascii.space { bracket -= 1 }
      guard bracket > start, bytes[bracket - 1] == Ascii.open else { continue }
      found = (bracket - 1)..<(at + "ingezonden".utf8.count)
    }
    return found
  }

  /// A subject without the full stop and the marks of notes at its end.
  static func subject(_ text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, " .,:;⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(last) {
      scalars.removeLast()
    }
    var subject = String.UnicodeScalarView()
    for scalar in scalars where Superscript.number(Array(String(scalar).utf8), at: 0) == nil {
      subject.append(scalar)
    }
    let trimmed = String(subject).trimmed
    return trimmed.isEmpty ? nil : trimmed
  }
}
