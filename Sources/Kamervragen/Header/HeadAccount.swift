/// Accounts for the words of a header: finds those that are in no field of the set and are not
/// grammar words.
///
/// The sentence parsers report words that they do not understand. This is a second check, for words
/// that they skip unnoticed: "Antwoord van minister X (Y), *gehoord de Raad*, (ontvangen …)".
struct HeadAccount {
  private var known: Set<String> = []
  /// The posts, in whose words the reader corrects the spelling.
  private var posts: [String] = []
  /// All letters of the fields without separators, to find words whose spaces or hyphens were lost
  /// or added.
  private var letters: [UInt8] = []
  private var comparisons = 0

  /// Only this many bytes of `letters` are kept.
  private static let maximumLetters = 4_000
  private static let maximumComparisons = 400
  /// Lost words at most this many words apart are reported together.
  private static let maximumGap = 3

  init(_ fields: [String], posts: [String] = []) {
    known.reserveCapacity(100)
    letters.reserveCapacity(500)
    for post in posts {
      learn(post)
      self.posts.append(post)
    }
    for field in fields { learn(field) }
  }

  /// Adds the words of a field to the known ones.
  private mutating func learn(_ field: String) {
    for word in Self.words(Array(field.utf8)) {
      known.insert(word.text)
      if letters.count < Self.maximumLetters { letters += word.text.utf8 }
    }
  }

  /// The runs of unaccounted words in a text. Each is reported once.
  mutating func lost(in text: String) -> [String] {
    let bytes = Array(Self.joined(text).utf8)
    let words = Self.words(bytes)
    let lost = words.indices.filter { !accounts(for: words[$0].text) }
    var runs: [ClosedRange<Int>] = []
    for index in lost {
      if let last = runs.last, index - last.upperBound <= Self.maximumGap {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    let found = runs.map { run in
      let range = words[run.lowerBound].range.lowerBound..<words[run.upperBound].range.upperBound
      return String(decoding: bytes[range], as: UTF8.self)
    }
    for text in found { learn(text) }
    return found
  }

  private mutating func accounts(for word: String) -> Bool {
    if known.contains(word) || Self.grammar.contains(word) || DutchDate.months.contains(word) {
      return true
    }
    let bytes = Array(word.utf8)
    // A single letter is an initial, or a misread sign.
    guard word.unicodeScalars.count > 1 else { return true }
    guard bytes.count <= 60, comparisons < Self.maximumComparisons else { return false }
    comparisons += 1
    if bytes.count >= 4, isInside(bytes) { return true }
    // A word glued to the next: "Sportover", "vanBinnenlandse".
    for part in ["over", "van", "aan", "en", "de"] where bytes.count > part.utf8.count + 2 {
      if word.hasPrefix(part), isKnown(bytes.dropFirst(part.utf8.count)) { return true }
      if word.hasSuffix(part), isKnown(bytes.dropLast(part.utf8.count)) { return true }
    }
    // A post or a grammar word whose spelling the reader corrected.
    guard bytes.count >= 5 else { return false }
    let slips = bytes.count >= 8 ? 2 : 1
    let words = posts.lazy.flatMap { Self.words(Array($0.utf8)) }
    return words.contains { EditDistance.isWithin(slips, bytes, Array($0.text.utf8)) }
      || Self.grammar.contains { EditDistance.isWithin(slips, bytes, Array($0.utf8)) }
  }

  private func isKnown(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: bytes, as: UTF8.self)
    return known.contains(word) || Self.grammar.contains(word)
      || bytes.count >= 4 && isInside(Array(bytes))
  }

  private func isInside(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, letters.count >= bytes.count else { return false }
    return (0...(letters.count - bytes.count)).contains {
      letters[$0] == first && letters[$0..<($0 + bytes.count)].elementsEqual(bytes)
    }
  }

  // MARK: Words

  private struct Word {
    let text: String
    /// In bytes.
    let range: Range<Int>
  }

  /// The words of a text, in lower case. A run of letters followed by a digit is skipped; an
  /// abbreviation with inner dots is one word.
  private static func words(_ bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    var at = 0
    while at < bytes.count {
      guard letterLength(bytes, at) > 0 else {
        at += 1
        continue
      }
      let begin = at
      var end = at
      var isSmall = false
      while at < bytes.count {
        let length = letterLength(bytes, at)
        if length > 0 {
          // Two names without the space between them: "JansenDe Vries".
          if isSmall, Ascii.isUpper(bytes[at]) { break }
          isSmall = !Ascii.isUpper(bytes[at])
          at += length
          end = at
        } else if bytes[at] == Ascii.dot, at + 1 < bytes.count, letterLength(bytes, at + 1) > 0 {
          at += 1
          isSmall = false
        } else {
          break
        }
      }
      let isNumber = end < bytes.count && Ascii.isDigit(bytes[end])
      if !isNumber { words.append(Word(text: lowered(bytes[begin..<end]), range: begin..<end)) }
    }
    return words
  }

  /// The length in bytes of the letter at a place: 1 for ASCII, 2 for others, 0 if it is not a
  /// letter.
  private static func letterLength(_ bytes: [UInt8], _ at: Int) -> Int {
    if Ascii.isLetter(bytes[at]) { return 1 }
    guard (0xC3...0xDF).contains(bytes[at]), at + 1 < bytes.count else { return 0 }
    let isSign = bytes[at] == 0xC3 && (bytes[at + 1] == 0x97 || bytes[at + 1] == 0xB7)
    return isSign ? 0 : 2
  }

  /// A word in lower case, without dots.
  private static func lowered(_ word: ArraySlice<UInt8>) -> String {
    let text = String(unsafeUninitializedCapacity: word.count) { room in
      var count = 0
      for byte in word where byte != Ascii.dot {
        room[count] = Ascii.lower(byte)
        count += 1
      }
      return count
    }
    return word.contains { $0 >= 0x80 } ? text.lowercased() : text
  }

  /// The text with words joined that were broken at a line end: "Werkgele- genheid".
  static func joined(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard Ascii.find("- ", in: bytes) != nil || Ascii.find("– ", in: bytes) != nil else {
      return text
    }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var at = 0
    while at < scalars.count {
      if scalars[at] == "-" || scalars[at] == "–", at > 0, at + 2 < scalars.count,
        scalars[at - 1].properties.isLowercase, scalars[at + 1] == " ",
        scalars[at + 2].properties.isLowercase
      {
        at += 2
        continue
      }
      result.append(scalars[at])
      at += 1
    }
    return String(result)
  }

  /// The grammar words of headers.
  private static let grammar: Set<String> = [
    "vragen", "vraag", "kamervragen", "mondelinge", "schriftelijke", "nadere", "aanvullende",
    "interpellatie", "vervolg", "herziene", "herzien", "gesteld", "van", "het", "de", "der", "door",
    "lid", "leden", "kamerlid", "kamerleden", "senator", "senatoren", "heer", "heren", "mevrouw",
    "mevr", "mw", "dhr", "dames", "dame", "en", "alsmede", "alsook", "cs", "beiden", "beide",
    "allen", "aan", "over", "inzake", "betreffende", "betreft", "betr", "omtrent", "aangaande",
    "op", "medegedeeld", "meegedeeld", "ingezonden", "ontvangen", "antwoord", "antwoorden", "nader",
    "aanvullend", "beantwoording", "reactie", "mededeling", "mede", "namens", "minister",
    "ministers", "staatssecretaris", "staatssecretarissen", "demissionair", "demissionaire", "zie",
    "ook", "aanhangsel", "aanhangsels", "handelingen", "handeling", "vergaderjaar", "vergaderjaren",
    "nr", "nrs", "nummer", "nummers", "ah", "vraagnummer", "zaaknummer", "kenmerk",
    "respectievelijk", "resp", "tweede", "eerste", "kamer", "zieook", "voor", "in", "verband",
    "met", "betrekking", "tot", "naar", "aanleiding", "kader", "ten", "aanzien", "rond", "rondom",
  ]
}
