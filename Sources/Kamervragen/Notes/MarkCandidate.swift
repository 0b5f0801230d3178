/// A number in a line that may be a note mark.
struct MarkCandidate: Hashable {
  /// How certain it is that the number is a mark.
  enum Strength: Int, Comparable {
    /// Between words, where the text may have a number: "de brief 1 over". Used only for a note
    /// without another mark.
    case possible
    /// Glued to a word: "Provincies2".
    case weak
    /// At the start of a line that continues the previous one: "2 Hoe wordt …".
    case medium
    /// After a closing sign, alone on a line, or in brackets: "»1", "?2", "[3]", "? 4)".
    case strong
    /// Printed as a mark: "¹".
    case raised

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  let number: Int
  let line: Int
  /// The byte range of the digits in the line.
  let range: Range<Int>
  let strength: Strength
  /// Whether the digits are neither raised nor in brackets, so that they must be raised.
  let isBare: Bool

  /// All candidates in a line, in order. `goesOn`: the line continues the previous line.
  /// `behindSentence`: the previous line ends a sentence.
  static func all(
    in text: String, line: Int, goesOn: Bool, behindSentence: Bool = true
  ) -> [MarkCandidate] {
    // Most lines have no digit.
    guard mayHaveNumber(text) else { return [] }
    var found: [MarkCandidate] = []
    let bytes = Array(text.utf8)
    // Numbers alone on a line after an unfinished sentence are probably cells of a table.
    if let alone = alone(bytes, line, behindSentence ? .strong : .weak) { return alone }
    var index = 0
    while index < bytes.count {
      let isDigit = Ascii.isDigit(bytes[index])
      guard isDigit || bytes[index] == 0xC2 || bytes[index] == 0xE2 else {
        index += 1
        continue
      }
      if !isDigit, let raised = Superscript.number(bytes, at: index) {
        guard !isExponent(raised.value, bytes, index) else {
          index = raised.end
          continue
        }
        found.append(
          MarkCandidate(
            number: raised.value, line: line, range: index..<raised.end, strength: .raised,
            isBare: false))
        index = raised.end
        continue
      }
      guard isDigit else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, Ascii.isDigit(bytes[end]) { end += 1 }
      if let candidate = candidate(
        bytes, index..<end, line, goesOn: goesOn, behindSentence: behindSentence,
        previous: found.last)
      {
        found.append(candidate)
      }
      index = end
    }
    return found
  }

  /// Whether a text has a digit, or the first bytes of a raised one.
  static func mayHaveNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        if Ascii.isDigit(byte) { return true }
        guard byte == 0xC2 || byte == 0xE2, index + 1 < bytes.count else { continue }
        let next = bytes[index + 1]
        if byte == 0xC2 ? (0xB2...0xB9).contains(next) : next == 0x81 { return true }
      }
      return false
    }
  }

  /// Whether a raised digit belongs to a unit after a number: "12 m²", "3km³".
  private static func isExponent(_ number: Int, _ bytes: [UInt8], _ index: Int) -> Bool {
    guard number == 2 || number == 3, index > 0, bytes[index - 1] == UInt8(ascii: "m") else {
      return false
    }
    var begin = index - 1
    if begin > 0, "kcdmh".utf8.contains(bytes[begin - 1]) { begin -= 1 }
    if begin > 0, bytes[begin - 1] == Ascii.space { begin -= 1 }
    return begin > 0 && Ascii.isDigit(bytes[begin - 1])
  }

  /// A line of marks only: "1", "1 2", "3, 4", "6.", "6).".
  private static func alone(
    _ bytes: [UInt8], _ line: Int, _ strength: Strength
  ) -> [MarkCandidate]? {
    guard bytes.count <= 12, bytes.first.map(Ascii.isDigit) == true,
      bytes.allSatisfy({ Ascii.isDigit($0) || " ,.);?".utf8.contains($0) })
    else { return nil }
    var found: [MarkCandidate] = []
    var scanner = TextScanner(bytes: bytes, at: 0)
    while !scanner.isAtEnd {
      let begin = scanner.at
      if let number = scanner.takeNumber(digits: 3) {
        found.append(
          MarkCandidate(
            number: number, line: line, range: begin..<scanner.at, strength: strength, isBare: true)
        )
      } else {
        guard !Ascii.isDigit(bytes[scanner.at]) else { return nil }
        scanner.at += 1
      }
    }
    return found
  }

  private static func candidate(
    _ bytes: [UInt8], _ range: Range<Int>, _ line: Int, goesOn: Bool, behindSentence: Bool,
    previous: MarkCandidate?
  ) -> MarkCandidate? {
    let next = range.upperBound < bytes.count ? bytes[range.upperBound] : Ascii.space
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : nil
    func make(_ range: Range<Int>, _ strength: Strength, isBare: Bool = true) -> MarkCandidate? {
      guard range.count <= 3, let number = Int(String(decoding: bytes[range], as: UTF8.self)),
        number > 0
      else { return nil }
      return MarkCandidate(
        number: number, line: line, range: range, strength: strength, isBare: isBare)
    }
    // "[1]", "[4 5]", "? 1)", "?1)".
    if let before,
      before == UInt8(ascii: "[") || previous.map({ isSameBracket(bytes, $0, range) }) == true
    {
      let closing = bytes[range.upperBound...].prefix(12).first {
        $0 != Ascii.space && !Ascii.isDigit($0)
      }
      return closing == UInt8(ascii: "]") ? make(range, .strong, isBare: false) : nil
    }
    if next == Ascii.close, let before, before != Ascii.open {
      let sign =
        before == Ascii.space && range.lowerBound > 1 ? bytes[range.lowerBound - 2] : before
      let isClosing = "?!.\"')".utf8.contains(sign) || isClosingTail(sign)
      return isClosing ? make(range, .strong, isBare: false) : nil
    }
    guard !Ascii.isWordByte(next), next != UInt8(ascii: "%") else { return nil }
    guard let before else {
      guard goesOn, range.count <= 3, ".,;): ".utf8.contains(next) else { return nil }
      // "1. de sluis;" is probably a list item, not a mark that was wrapped to this line ("3. Onder
      // meer").
      let isPoint = isPoint(bytes, range.upperBound, behindSentence: behindSentence)
      return make(range, isPoint || isAmount(bytes, range.upperBound) ? .possible : .medium)
    }
    if "?!)".utf8.contains(before) || isClosingTail(before) { return make(range, .strong) }
    if let year = behindYear(bytes, range) { return make(year, .weak) }
    if before == Ascii.dot || before == Ascii.comma || before == UInt8(ascii: ":") {
      return punctuated(bytes, range).flatMap { make(range, $0) }
    }
    if before == Ascii.space || before == Ascii.comma {
      // "?1, 2": a second mark after the first.
      if let previous, previous.isBare || previous.strength == .raised,
        separates(bytes, previous.range.upperBound, range.lowerBound)
      {
        return make(range, min(previous.strength, .strong))
      }
      if let strength = spaced(bytes, range) { return make(range, strength) }
      return isPossible(bytes, range) ? make(range, .possible) : nil
    }
    if Ascii.isLower(before), isWord(bytes, endingAt: range.lowerBound) {
      return make(range, .weak)
    }
    return nil
  }

  /// Whether a unit, or the end of a range, follows a number: "3 jaar", "1 tot 2".
  private static func isAmount(_ bytes: [UInt8], _ end: Int) -> Bool {
    guard end < bytes.count, bytes[end] == Ascii.space else { return false }
    return counts(bytes, end + 1)
      || ["en ", "of ", "t/m ", "tot "].contains { link in
        let number = end + 1 + link.utf8.count
        return Ascii.hasPrefix(bytes, at: end + 1, link) && number < bytes.count
          && Ascii.isDigit(bytes[number])
      }
  }

  /// Whether a number at the start of a line, ending at `end`, numbers a list item.
  private static func isPoint(_ bytes: [UInt8], _ end: Int, behindSentence: Bool) -> Bool {
    guard end + 2 < bytes.count, bytes[end] == Ascii.dot || bytes[end] == Ascii.close,
      bytes[end + 1] == Ascii.space
    else { return false }
    return behindSentence || Ascii.isLower(bytes[end + 2])
  }

  /// "2024–20272", "29 juni 20222": the digits of a mark glued to a year.
  private static func behindYear(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard (5...6).contains(range.count),
      let year = Int(String(decoding: bytes[range.prefix(4)], as: UTF8.self)),
      (1900...2100).contains(year)
    else { return nil }
    return (range.lowerBound + 4)..<range.upperBound
  }

  /// Abbreviations followed by a number.
  private static let shortened = words(
    "nr", "nrs", "art", "blz", "p", "pag", "par", "no", "bijl", "hfst", "sub")

  /// Words followed by the number of the thing they name.
  private static let numbered = words(
    "vraag", "vragen", "antwoord", "antwoorden", "artikel", "artikelen", "nummer", "nummers",
    "boek", "hoofdstuk", "deel", "tabel", "figuur", "bijlage", "punt", "fase", "categorie",
    "klasse", "groep", "type", "niveau", "paragraaf", "pijler", "scenario", "versie", "stap",
    "zone", "spoor", "lid", "onderdeel", "pagina")

  /// Words followed by the number of the thing they name, or by an amount.
  private static let counted = numbered.union(
    words(
      "leden", "lijn", "circa", "ruim", "minstens", "meer", "minder", "eerste", "laatste",
      "tussen", "sinds", "vanaf", "over", "voor", "binnen", "ongeveer", "bijna", "maximaal",
      "minimaal", "motie", "kwartaal", "alle", "deze", "afgelopen", "iedere", "drie", "twee"))

  /// Words followed by an amount or a date.
  private static let measured = words(
    "circa", "ruim", "minstens", "meer", "minder", "tussen", "sinds", "vanaf", "binnen", "ongeveer",
    "bijna", "maximaal", "minimaal", "op", "van", "tot", "per", "met", "in", "en", "om", "voor",
    "over",
    "de", "het", "een", "naar", "sub", "ad", "nog", "dan")

  /// Whether an article or adjective precedes a word ("het artikel 1", "eerdere vragen 1"). The
  /// number after it then does not identify the thing, so it may be a mark.
  private static func isDetermined(_ word: ArraySlice<UInt8>, _ bytes: [UInt8]) -> Bool {
    guard word.startIndex > 1 else { return false }
    let before = bytes[..<(word.startIndex - 1)]
    let determiner = before[(before.lastIndex(of: Ascii.space).map { $0 + 1 } ?? 0)...]
    return determiner.last == UInt8(ascii: "e") || isListed(determiner, in: determiners)
  }

  private static let determiners = words(
    "het", "een", "dit", "dat", "mijn", "uw", "ons", "hun", "haar", "zijn", "geen", "ontvangen")

  /// Units and other words that follow an amount.
  private static let units = words(
    "miljoen", "miljard", "procent", "euro", "jaar", "weken", "dagen", "uur", "en", "of"
  ).union(DutchDate.months.map { Array($0.utf8) })

  /// The longest of these words, in bytes.
  private static let maximumListed = 11

  private static func words(_ words: String...) -> Set<[UInt8]> {
    Set(words.map { Array($0.utf8) })
  }

  /// A number glued to a full stop, comma or colon: "beschikbaar is.8", "in de ADR.2". Not "1.500"
  /// or "H.2"; "nr.2" is only weak.
  private static func punctuated(_ bytes: [UInt8], _ range: Range<Int>) -> Strength? {
    let sign = bytes[range.lowerBound - 1]
    let next = range.upperBound < bytes.count ? bytes[range.upperBound] : Ascii.space
    guard range.lowerBound > 2, next != Ascii.comma, next != Ascii.dot, next != Ascii.hyphen else {
      return nil
    }
    let letter = bytes[range.lowerBound - 2]
    let isAbbreviation = Ascii.isUpper(letter) && Ascii.isUpper(bytes[range.lowerBound - 3])
    guard Ascii.isLower(letter) || isAbbreviation || letter == Ascii.close || isClosingTail(letter)
    else { return nil }
    guard sign == Ascii.dot else { return .weak }
    let word = bytes[..<(range.lowerBound - 1)].suffix(maximumListed + 1)
    let begin = word.lastIndex(of: Ascii.space).map { $0 + 1 } ?? word.startIndex
    return shortened.contains(Array(word[begin...])) ? .weak : .strong
  }

  /// A number between spaces. After a question mark or a quotation it is most likely a mark; within
  /// a sentence ("het rapport 1 geeft") it may be one.
  private static func spaced(_ bytes: [UInt8], _ range: Range<Int>) -> Strength? {
    guard range.lowerBound > 1, range.count <= 2 else { return nil }
    let sign = bytes[range.lowerBound - 2]
    if "?!".utf8.contains(sign) || isClosingTail(sign) { return .medium }
    let begin = bytes[..<(range.lowerBound - 1)].lastIndex(of: Ascii.space).map { $0 + 1 } ?? 0
    let word = bytes[begin..<(range.lowerBound - 1)]
    let end = range.upperBound
    if sign == Ascii.dot || sign == Ascii.close {
      let next = end + 1 < bytes.count ? bytes[end + 1] : UInt8(ascii: "A")
      guard word.count > maximumListed || !shortened.contains(Array(word.dropLast())) else {
        return nil
      }
      return Ascii.isUpper(next)
        ? .medium : Ascii.isLower(next) && !counts(bytes, end + 1) ? .weak : nil
    }
    if word.count == 4, let year = Int(String(decoding: word, as: UTF8.self)),
      (1900...2100).contains(year)
    {
      return end + 1 < bytes.count && Ascii.isLower(bytes[end + 1]) ? .weak : nil
    }
    guard word.count >= 4, word.allSatisfy({ Ascii.isLetter($0) || $0 >= 0x80 }) else { return nil }
    guard !isListed(word, in: counted) else { return nil }
    guard end + 1 < bytes.count else { return .weak }
    return bytes[end] == Ascii.space && Ascii.isLower(bytes[end + 1]) && !counts(bytes, end + 1)
      ? .weak : nil
  }

  /// Whether a number between spaces can be a mark at all: the word before it does not require a
  /// number, no unit follows, and it is not part of a list of numbers.
  private static func isPossible(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 1, range.count <= 2, bytes[range.lowerBound - 1] == Ascii.space else {
      return false
    }
    let before = bytes[..<(range.lowerBound - 1)]
    let word = before[(before.lastIndex(of: Ascii.space).map { $0 + 1 } ?? 0)...]
    guard let last = word.last, !isListed(last == Ascii.dot ? word.dropLast() : word, in: shortened)
    else { return false }
    if isListed(word, in: measured) || isListed(word, in: numbered) && !isDetermined(word, bytes) {
      return false
    }
    var next = range.upperBound
    while next < bytes.count, Ascii.isOne(bytes[next], of: " ,.;:") { next += 1 }
    guard next < bytes.count else { return true }
    if Ascii.isDigit(bytes[next]) { return false }
    for link in ["en ", "of ", "t/m ", "tot "] where Ascii.hasPrefix(bytes, at: next, link) {
      let number = next + link.utf8.count
      if number < bytes.count, Ascii.isDigit(bytes[number]) { return false }
    }
    return bytes[next...].starts(with: "en ".utf8) || bytes[next...].starts(with: "of ".utf8)
      || !counts(bytes, next)
  }

  /// Whether a unit or month follows a number: "7 oktober", "3 miljoen".
  private static func counts(_ bytes: [UInt8], _ start: Int) -> Bool {
    let word = bytes[start...].prefix(maximumListed + 1).prefix { Ascii.isLower($0) }
    return isListed(word, in: units)
  }

  /// Whether a word, in any case, is one of a list.
  private static func isListed(_ word: ArraySlice<UInt8>, in list: Set<[UInt8]>) -> Bool {
    word.count <= maximumListed && list.contains(word.map(Ascii.lower))
  }

  private static func isSameBracket(
    _ bytes: [UInt8], _ previous: MarkCandidate, _ range: Range<Int>
  ) -> Bool {
    !previous.isBare
      && bytes[previous.range.upperBound..<range.lowerBound].allSatisfy { $0 == Ascii.space }
  }

  /// The last byte of », ” or ’. Other characters that end in this byte do not precede numbers.
  private static func isClosingTail(_ byte: UInt8) -> Bool {
    byte == 0xBB || byte == 0x9D || byte == 0x99
  }

  private static func separates(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Bool {
    to > from && to - from <= 2
      && bytes[from..<to].allSatisfy { $0 == Ascii.comma || $0 == Ascii.space }
  }

  private static func isWord(_ bytes: [UInt8], endingAt end: Int) -> Bool {
    var begin = end
    while begin > 0, Ascii.isLetter(bytes[begin - 1]) || bytes[begin - 1] >= 0xC3 { begin -= 1 }
    return end - begin >= 3
  }
}
