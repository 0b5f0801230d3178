/// The words that divide a header sentence: who asks | "op … medegedeeld" | "aan" whom | "over"
/// what.
enum HeadWords {
  /// The words that open the subject. "om" is part of it: "om de vaart te verbreden".
  private static let openers: [(word: String, isKept: Bool)] = [
    ("over", false), ("inzake", false), ("betreffende", false), ("betreft", false),
    ("betr.", false), ("omtrent", false), ("aangaande", false), ("naaraanleidingvan", false),
    ("n.a.v.", false), ("metbetrekkingtot", false), ("m.b.t.", false), ("inverbandmet", false),
    ("i.v.m.", false), ("inhetkadervan", false), ("tenaanzienvan", false), ("t.a.v.", false),
    ("rond", false), ("rondom", false), ("ove", false), ("inh.", false), ("om", true),
  ]

  /// Where the subject begins, if an opening word is at a place. After a bracket or a post
  /// (`isBehind`) the word may be capitalised or glued to the previous word: "Sportover zorg",
  /// "(CDA) Inzake: de haven".
  static func subject(_ head: Squeezed, at index: Int, isBehind: Bool = false) -> Int? {
    guard index < head.count, Ascii.isOne(head.bytes[index], of: "oibanmtr"),
      isBehind || head.isWordStart(index) && head.isSmall(index)
    else { return nil }
    for (word, isKept) in openers where head.has(word, at: index) {
      var end = index + word.utf8.count
      guard head.isWordEnd(end) || word.hasSuffix(".") else { continue }
      if isKept { return isBehind ? index : nil }
      while end < head.count, head.bytes[end] == UInt8(ascii: ":") { end += 1 }
      return end
    }
    return nil
  }

  /// The same if the space after the word was lost: "overscheepvaart".
  static func gluedSubject(_ head: Squeezed, at index: Int) -> Int? {
    ["over", "inzake"].first { head.has($0, at: index) }.map { index + $0.utf8.count }
  }

  /// Where the posts begin, if "aan" is at a place and a post follows.
  static func address(_ head: Squeezed, at index: Int, isBehind: Bool = false) -> Int? {
    guard index < head.count, head.bytes[index] == UInt8(ascii: "a"), head.has("aan", at: index),
      isBehind || head.isWordStart(index) && head.isSmall(index),
      PostsClause.opens(head, at: index + 3)
    else { return nil }
    return index + 3
  }

  /// The end of an "aan" that lost its posts: "het lid Jansen (SP) aan over de haven". A name may
  /// have one: "Aan de Stegge".
  static func bareAddress(_ head: Squeezed, at index: Int) -> Int? {
    guard index < head.count, head.bytes[index] == UInt8(ascii: "a"), head.isSmall(index),
      let end = head.word("aan", at: index)
    else { return nil }
    return end >= head.count || Ascii.isOne(head.bytes[end], of: ".,([")
      || subject(head, at: end) != nil ? end : nil
  }

  /// Where "op 2 juli 2019", "medegedeeld" or "meegedeeld" ends: the Eerste Kamer's words for the
  /// date.
  static func told(_ head: Squeezed, at index: Int) -> (end: Int, date: CalendarDate?)? {
    guard index < head.count, Ascii.isOne(head.bytes[index], of: "om") else { return nil }
    for word in ["medegedeeld", "meegedeeld"] {
      if let end = head.word(word, at: index) { return (end, nil) }
    }
    guard head.has("op", at: index), head.isWordStart(index), index + 2 < head.count,
      Ascii.isDigit(head.bytes[index + 2]),
      let date = DutchDate.first(in: Array(head.text[head.origin[index]...].prefix(40)))
    else { return nil }
    var end = index + 2
    var digits = 0
    while end < head.count, digits < 4 {
      digits = Ascii.isDigit(head.bytes[end]) ? digits + 1 : 0
      end += 1
    }
    return (end, date)
  }

  /// Whether an aside between the members and the posts begins at a place, such as "ten behoeve van
  /// de interpellatie".
  static func isAside(_ head: Squeezed, at index: Int) -> Bool {
    guard index < head.count, Ascii.isOne(head.bytes[index], of: "tnmo") else { return false }
    return ["tenbehoevevan", "namens", "medenamens", "tervervanging", "terbeantwoording"]
      .contains { head.has($0, at: index) && head.isWordStart(index) && head.isSmall(index) }
  }

  /// Whether any of these words divides the sentence at a place.
  static func divides(_ head: Squeezed, at index: Int, isBehind: Bool = false) -> Bool {
    subject(head, at: index, isBehind: isBehind) != nil
      || address(head, at: index, isBehind: isBehind) != nil
      || bareAddress(head, at: index) != nil || told(head, at: index) != nil
      || isAside(head, at: index)
  }
}
