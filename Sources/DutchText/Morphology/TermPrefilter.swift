/// Tells of most words that they cannot have one of some terms, neither whole nor in a part, without working out what
/// they mean: a word of the text has the first two letters of its term, one after the other, and so has a compound
/// those of its parts.
///
/// Where that is not so, the sieve lets more words through: the vowels of short terms change (`lig`, `lag`; `oog`,
/// `ogen`), a participle has `ge` between its letters, exceptions may say anything.
public struct TermPrefilter: Sendable {
  /// For each letter those that may follow it where a sought term begins, as bits; the highest one stands for all
  /// that is no letter.
  private var followers: [UInt32] = Array(repeating: 0, count: 26)
  /// Whether a term is sought of which nothing can be said.
  private var isOpen = false

  /// Terms as long as this keep their first vowel in all forms.
  private static let shortestRegular = 6

  private static let noLetter = 31

  init(_ terms: some Sequence<[UInt8]>, exceptions: Exceptions) {
    let terms = Set(terms)
    for term in terms { add(term) }
    for (word, term) in exceptions.terms where terms.contains(term) { add(word) }
    // A part but the first and the last may stand in its word in another form.
    for (word, parts) in exceptions.parts where parts.count > 2 { add(word) }
  }

  private mutating func add(_ term: [UInt8]) {
    guard let first = term.first.flatMap(Self.letter) else {
      isOpen = true
      return
    }
    guard term.count > 2, let second = Self.letter(term[1]),
      term.count >= Self.shortestRegular || !Spelling.isVowel(term[1])
    else {
      followers[first] = .max
      return
    }
    followers[first] |= 1 << second | 1 << UInt32(UInt8(ascii: "g") - UInt8(ascii: "a"))
  }

  private static func letter(_ byte: UInt8) -> Int? {
    let letter = Int(byte) - Int(UInt8(ascii: "a"))
    return 0..<26 ~= letter ? letter : nil
  }

  /// Whether a word, in lower case without diacritics, may have one of the terms.
  @inline(__always)
  func mayHaveTerm(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    if isOpen { return true }
    var allowed: UInt32 = 0
    for byte in word {
      let letter = Self.letter(byte)
      if allowed >> UInt32(letter ?? Self.noLetter) & 1 == 1 { return true }
      allowed = letter.map { followers[$0] } ?? 0
    }
    return allowed >> UInt32(Self.noLetter) == 1
  }
}
