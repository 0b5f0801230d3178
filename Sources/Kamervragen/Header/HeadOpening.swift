/// The opening words of a question sentence: "Vragen van", "Schriftelijke vragen gesteld door",
/// "Aanvullende vraag van", and also "Vragen het lid", which lost a word.
struct HeadOpening {
  /// Whether these are announced oral questions.
  let isOral: Bool
  /// Where the members begin, in the squeezed text.
  let end: Int
  /// Whether "van" or "door" was printed.
  let hasPreposition: Bool

  private static let kinds = [
    "mondelinge", "schriftelijke", "nadere", "aanvullende", "interpellatie", "kamer", "vervolg",
    "herziene", "alsmede", "schrifteliike", ",",
  ]

  /// Reads the words at a place of a squeezed text.
  init?(_ head: Squeezed, at start: Int = 0) {
    var index = start
    var isOral = false
    while let kind = Self.kinds.first(where: { head.has($0, at: index) }) {
      isOral = isOral || kind == "mondelinge"
      index += kind.utf8.count
    }
    guard let noun = ["vragen", "vraag"].first(where: { head.has($0, at: index) }) else {
      return nil
    }
    index += noun.utf8.count
    guard head.isWordEnd(index) || ["van", "door"].contains(where: { head.has($0, at: index) })
    else {
      return nil
    }
    if let asked = head.word("gesteld", at: index) { index = asked }
    var hasPreposition = false
    for word in ["van", "door", "over", "aan"] where head.has(word, at: index) {
      let end = index + word.utf8.count
      let isIntroduced = Self.introduces(head, at: end)
      // "Vragen over het lid" is a misprint for "van"; "Vragen over de dijk" is not.
      guard isIntroduced || (word == "van" || word == "door") && head.isWordEnd(end) else {
        continue
      }
      // "Vragen Van Veen" lost its preposition.
      if word == "van", !isIntroduced, !head.isSmall(index), head.isCapital(end) { continue }
      hasPreposition = word == "van" || word == "door"
      index = end
      break
    }
    self.isOral = isOral
    self.hasPreposition = hasPreposition
    end = index
  }

  /// Whether "het lid", "de leden", "de heer" or the like is at a place.
  static func introduces(_ head: Squeezed, at index: Int) -> Bool {
    let article = ["het", "de"].first { head.has($0, at: index) }
    let noun = index + (article?.utf8.count ?? 0)
    return nouns.contains { head.has($0, at: noun) && head.isWordEnd(noun + $0.utf8.count) }
      && !["dekamer", "derkamer", "dertweedekamer", "dereerstekamer"].contains {
        head.has("leden" + $0, at: noun)
      }
  }

  private static let nouns = [
    "lid", "leden", "kamerlid", "kamerleden", "heer", "heren", "mevrouw", "dames",
  ]

  /// Whether "het lid" or the like, or at least "van", follows, so that the line begins a header.
  func isHead(_ head: Squeezed) -> Bool {
    if hasPreposition, head.words(0, end).utf8.last == UInt8(ascii: "n"), !isSeriesTitle(head) {
      return true
    }
    // "Vragen aan de minister van Justitie van het lid Jansen".
    if HeadWords.address(head, at: end, isBehind: true) != nil {
      return ["vanhetlid", "vandeleden"].contains {
        Ascii.find($0, in: head.bytes, from: end) != nil
      }
    }
    return Self.introduces(head, at: end)
  }

  /// Whether it is the title of the series: "Vragen gesteld door de leden der Kamer, met de daarop
  /// … gegeven antwoorden".
  private func isSeriesTitle(_ head: Squeezed) -> Bool {
    head.has("deledenderkamer", at: end) || head.has("deledendekamer", at: end)
  }
}
