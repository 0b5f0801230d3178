/// A cheap filter: rejects words that cannot have one of some terms, whole or in a part, without
/// analysing them. A word contains the first two letters of its term, and a compound those of its
/// parts.
///
/// If that does not hold, it passes more words: the vowels of short terms change (`lig`, `lag`;
/// `oog`, `ogen`), a participle has `ge` between the letters, and exceptions may have any term.
public struct TermPrefilter: Sendable {
  /// For each first letter of a sought term a bit for each letter that may follow; the highest is
  /// for other bytes.
  private var followers: [UInt32] = Array(repeating: 0, count: 26)
  /// Whether every word passes: some sought term does not begin with a letter.
  private var isOpen = false

  /// Terms of this length or more keep their first vowel in all forms.
  private static let minimumRegularLength = 6

  private static let noLetter = 31

  init(_ terms: some Sequence<[UInt8]>, exceptions: Exceptions) {
    let terms = Set(terms)
    for term in terms { add(term) }
    for (word, term) in exceptions.terms where terms.contains(term) { add(word) }
    // A part between the first and the last may have another form in the word.
    for (word, parts) in exceptions.parts where parts.count > 2 { add(word) }
  }

  private mutating func add(_ term: [UInt8]) {
    guard let first = term.first.flatMap(Self.letter) else {
      isOpen = true
      return
    }
    guard term.count > 2, let second = Self.letter(term[1]),
      term.count >= Self.minimumRegularLength || !Spelling.isVowel(term[1])
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
