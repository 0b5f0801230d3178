/// Dutch spelling at the end of a stem: a long vowel is written once in an open syllable (`zaken`),
/// a consonant after a short vowel twice (`wetten`), and v and z at the end of a syllable as f and
/// s (`brieven`, `brief`).
///
/// All words are lower-case ASCII.
enum Spelling {
  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// Whether a vowel is doubled if it is long in a closed syllable.
  private static func isDoubled(_ byte: UInt8) -> Bool {
    isVowel(byte) && byte != UInt8(ascii: "i") && byte != UInt8(ascii: "y")
  }

  private static func atEndOfSyllable(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "v"): UInt8(ascii: "f")
    case UInt8(ascii: "z"): UInt8(ascii: "s")
    default: nil
    }
  }

  private static func betweenVowels(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "f"): UInt8(ascii: "v")
    case UInt8(ascii: "s"): UInt8(ascii: "z")
    default: nil
    }
  }

  /// Two vowels of two syllables, the second of which may be long: `ea` in `idealen`, of `ideaal`.
  private static let hiatus: Set<[UInt8]> = Set(
    ["ea", "eo", "ia", "ie", "io", "iu", "ua", "ue", "ee"].map { Array($0.utf8) })

  /// The stems that may be spelled `open` before an ending that begins with a vowel, the likeliest
  /// first: `zak` → `zaak`, `zak`; `wett` → `wet`; `briev` → `brief`, `briev`.
  static func closed(_ open: ArraySlice<UInt8>) -> [[UInt8]] {
    let stem = Array(open)
    guard stem.count >= 2, let last = stem.last else { return [] }
    let before = stem[stem.count - 2]
    if isVowel(last) { return [stem] }
    if stem.count >= 3, before == last { return [Array(stem.dropLast())] }
    var stems: [[UInt8]] = []
    let hard = atEndOfSyllable(last)
    if isDoubled(before),
      stem.count < 3 || !isVowel(stem[stem.count - 3])
        || hiatus.contains(Array(stem[(stem.count - 3)..<(stem.count - 1)]))
    {
      stems.append(stem.dropLast() + [before, hard ?? last])
    }
    if let hard { stems.append(stem.dropLast() + [hard]) }
    stems.append(stem)
    return stems
  }

  /// The spellings that a stem may have before an ending that begins with a vowel, with that
  /// ending: `zaak` → `zaaken`, `zaken`; `wet` → `weten`, `wetten`. The first is for stems that do
  /// not change.
  static func open(_ stem: [UInt8], _ ending: StaticString) -> [[UInt8]] {
    var spellings: [[UInt8]] = []
    _ = isAnyOpen(stem) { dropped, added in
      spellings.append(stem.dropLast(dropped) + (added.map { [$0] } ?? []) + ending)
      return false
    }
    return spellings
  }

  /// Goes through the spellings of `open(_:_:)` until one is wanted. Each is given as the number of
  /// letters that the stem loses and the letter that replaces them.
  @inline(__always)
  static func isAnyOpen(
    _ stem: [UInt8], _ isWanted: (_ dropped: Int, _ added: UInt8?) -> Bool
  ) -> Bool {
    let count = stem.count
    guard count > 0 else { return false }
    if isWanted(0, nil) { return true }
    let last = stem[count - 1]
    if isVowel(last) { return false }
    let soft = betweenVowels(last)
    if count >= 2, isVowel(stem[count - 2]), count < 3 || !isVowel(stem[count - 3]) {
      return isWanted(0, last)
    }
    if count >= 3, stem[count - 2] == stem[count - 3], isDoubled(stem[count - 2]) {
      if isWanted(2, last) { return true }
      return soft.map { isWanted(2, $0) } ?? false
    }
    return soft.map { isWanted(1, $0) } ?? false
  }

  /// Counts the groups of vowels of a word: close enough to its syllables.
  static func syllables(_ word: some Collection<UInt8>) -> Int {
    var count = 0
    var inVowel = false
    for byte in word {
      let vowel = isVowel(byte)
      if vowel, !inVowel { count += 1 }
      inVowel = vowel
    }
    return count
  }
}
