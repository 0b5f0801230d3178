// The routines of the publication that remove the ge of a participle.

extension WordBuffer {
  /// Removes a *ge-* at the beginning of the word, as in *gewerkt*.
  ///
  /// - Returns: whether it was removed: the publication's `GE_removed`.
  mutating func losePrefix() -> Bool {
    guard let end = match("ge", after: 0), endsSyllableInConsonant(after: end) else { return false }
    var next = end
    // Exception: geeft is kept apart from effen.
    if match("eft", after: end) != nil { return false }
    // Exception: geval (case) is kept apart from vallen (to fall); but not gevali….
    if let vali = match("vali", after: end) {
      next = vali
    } else if match("val", after: end) != nil {
      return false
    }
    // Exception: gevaar (danger), gevaarte (colossus) and gevaren are kept apart from varen (to
    // sail).
    if match("vaa", after: end) != nil || match("vare", after: end) != nil { return false }
    loseGe(before: end, diaeresisAt: next)
    return true
  }

  /// Removes the first *-ge-* after the first letter of the word, as in *aangebracht*.
  ///
  /// - Returns: whether it was removed: the publication's `GE_removed`.
  mutating func loseInfix() -> Bool {
    guard var position = letter(after: 0)?.end else { return false }
    while position < limit {
      if let end = match("ge", after: position) {
        guard endsSyllableInConsonant(after: end) else { return false }
        loseGe(before: end, diaeresisAt: end)
        return true
      }
      position += 1
    }
    return false
  }

  /// `test hop 3` and `test (gopast ('ij' or v) repeat ('ij' or v) not atlimit)`: whether at least
  /// three letters follow the position, and a consonant follows the first vowels among them.
  private func endsSyllableInConsonant(after position: Int) -> Bool {
    guard let first = letter(after: position), let second = letter(after: first.end),
      letter(after: second.end) != nil
    else { return false }

    var current = position
    while let next = letter(after: current) {
      if let vowel = afterVowel(current) { return afterVowels(vowel) < limit }
      current = next.end
    }
    return false
  }

  /// Removes the *ge* before a position, and the diaeresis that it called for: *geëist*, *geïnd*.
  ///
  /// - Parameters:
  ///   - end: the position after *ge*.
  ///   - vowel: the position before the *ë* or *ï* that loses its diaeresis, if there is one. In
  ///     the publication this is directly after *ge*, except after its exception *gevali…*.
  private mutating func loseGe(before end: Int, diaeresisAt vowel: Int) {
    delete(from: end - 2, to: end)
    let vowel = vowel - 2
    if match("ë", after: vowel) != nil {
      overwrite(from: vowel, with: "e")
      delete(from: vowel + 1, to: vowel + 2)
    } else if match("ï", after: vowel) != nil {
      overwrite(from: vowel, with: "i")
      delete(from: vowel + 1, to: vowel + 2)
    }
  }
}
