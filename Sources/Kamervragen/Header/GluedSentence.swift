/// An answer sentence in the middle of a text, where text extraction glued it to the last question:
/// "… waarom niet? Antwoord Antwoord van minister X (Y). (Ontvangen 3 mei 1990), zie ook Aanhangsel
/// Handelingen nr. 12".
struct GluedSentence {
  /// The byte range of the sentence and its reference.
  let sentence: Range<Int>
  /// Where its title ("Antwoord" or "Mededeling") begins, or else the sentence.
  let start: Int

  /// The maximum number of places tried, and the maximum length of the sentence before "ontvangen",
  /// in bytes.
  private static let maximumTries = 100
  private static let maximumBeginning = 1_500

  /// Finds the first one at or after a place.
  init?(_ bytes: [UInt8], from start: Int) {
    var index = start
    var tries = 0
    while let received = Ascii.find("ontvangen", in: bytes, from: index),
      tries < Self.maximumTries
    {
      index = received + 1
      guard bytes[..<received].suffix(2).contains(Ascii.open),
        let end = Self.dateEnd(bytes, received)
      else { continue }
      tries += 1
      var begin = max(start, received - Self.maximumBeginning)
      while begin < received {
        if Ascii.isUpper(bytes[begin]), begin == 0 || bytes[begin - 1] == Ascii.space,
          AnswerSentence.opens(Array(bytes[begin..<received].prefix(120)))
        {
          sentence = begin..<Self.referenceEnd(bytes, end)
          self.start = max(start, Self.titleStart(bytes, before: begin))
          return
        }
        begin += 1
      }
    }
    return nil
  }

  /// Where the bracket closes after a date that follows `word`, or where the date ends if no
  /// bracket closes.
  static func dateEnd(_ bytes: [UInt8], _ word: Int) -> Int? {
    let closed = { (index: Int) in
      index + (index < bytes.count && bytes[index] == Ascii.dot ? 1 : 0)
    }
    var index = word
    var digits = 0
    while index < bytes.count, index < word + 60 {
      if bytes[index] == Ascii.close { return closed(index + 1) }
      digits = Ascii.isDigit(bytes[index]) ? digits + 1 : 0
      index += 1
      guard digits == 4, index == bytes.count || !Ascii.isWordByte(bytes[index]) else { continue }
      return index < bytes.count && bytes[index] == Ascii.close ? closed(index + 1) : index
    }
    return nil
  }

  /// The end of a reference after the sentence, or `start`: "Zie ook Aanhangsel Handelingen nr.
  /// 722, vergaderjaar 2004–2005". A number without such an introduction is not part of it.
  private static func referenceEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var scanner = TextScanner(bytes: bytes, at: start)
    scanner.skip(" ,.(")
    guard scanner.take("zie ook") else { return start }
    var leadsUp = false
    var end = scanner.at
    while !scanner.isAtEnd {
      scanner.skipSpaces()
      if ParliamentaryYear(&scanner) != nil {
        leadsUp = false
      } else if leadsUp, scanner.takeNumber(digits: 5) != nil {
        leadsUp = false
      } else if let word = referenceWords.first(where: { scanner.takeWord($0) }) {
        leadsUp = word.hasPrefix("n") || word == "en"
        if scanner.take(".") {}
      } else if scanner.take(",") {
        leadsUp = true
        continue
      } else {
        break
      }
      end = scanner.at
    }
    scanner.at = end
    scanner.skip(")")
    scanner.skip(".")
    return scanner.at
  }

  private static let referenceWords = [
    "aanhangsels", "aanhangsel", "handelingen", "van", "de", "der", "vergaderjaar", "nummers",
    "nummer", "nrs", "nr", "en", "tweede", "eerste", "kamer", "TK", "EK",
  ]

  /// Where the sentence's title begins, or the sentence itself if it has none.
  private static func titleStart(_ bytes: [UInt8], before sentence: Int) -> Int {
    guard sentence > 0 else { return sentence }
    let word = bytes[..<(sentence - 1)].suffix(10)
    let start = word.lastIndex(of: Ascii.space).map { $0 + 1 } ?? word.startIndex
    let title = String(decoding: bytes[start..<(sentence - 1)], as: UTF8.self)
    return AnswerSentence.isTitle(title) && title.utf8.first.map(Ascii.isUpper) == true
      ? start : sentence
  }
}
