// MARK: - Measuring

extension WordBuffer {
  /// Finds the regions R1 and R2, each a tail of the word.
  ///
  /// R1 begins after the first non-vowel that follows a vowel, R2 after the first non-vowel that
  /// follows a vowel in R1. A region whose beginning is not found is empty. *ij* counts as one
  /// vowel. The steps do not move the marks while they shorten and lengthen the end of the word.
  mutating func measure() {
    p1 = limit
    p2 = limit
    guard let first = afterConsonantsVowelsAndOneConsonant(0) else { return }
    p1 = first
    guard let second = afterConsonantsVowelsAndOneConsonant(first) else { return }
    p2 = second
  }

  /// `repeat non-v  atleast 1 ('ij' or v)  non-v`, from a position on.
  @inline(__always)
  private func afterConsonantsVowelsAndOneConsonant(_ position: Int) -> Int? {
    var position = position
    while let next = letter(after: position), !next.isV { position = next.end }
    guard let firstVowel = afterVowel(position) else { return nil }
    return letter(after: afterVowels(firstVowel))?.end
  }

  /// `('ij' or v)`: the position after the vowel that stands after this position.
  @inline(__always)
  func afterVowel(_ position: Int) -> Int? {
    guard let next = letter(after: position), next.isV else { return nil }
    return match("ij", after: position) ?? next.end
  }

  /// `repeat ('ij' or v)`: the position after all vowels that stand after this position.
  @inline(__always)
  func afterVowels(_ position: Int) -> Int {
    var position = position
    while let end = afterVowel(position) { position = end }
    return position
  }
}

// MARK: - Conditions of the steps

extension WordBuffer {
  /// `R1`: whether what follows the position lies in R1.
  @inline(__always)
  func inR1(_ position: Int) -> Bool { p1 <= position }

  /// `R2`: whether what follows the position lies in R2.
  @inline(__always)
  func inR2(_ position: Int) -> Bool { p2 <= position }

  /// `V`: whether a vowel stands before the position, *ij* included.
  @inline(__always)
  func endsInV(_ position: Int) -> Bool {
    if let last = letter(before: position), last.isV { return true }
    return match("ij", before: position) != nil
  }

  /// `VX`: whether one character before the position, of whatever kind, a vowel stands, *ij*
  /// included.
  @inline(__always)
  func endsInVX(_ position: Int) -> Bool {
    guard let last = letter(before: position) else { return false }
    return endsInV(last.start)
  }

  /// `C`: whether a non-vowel stands before the position, other than the *j* of *ij*.
  @inline(__always)
  func endsInC(_ position: Int) -> Bool {
    guard match("ij", before: position) == nil else { return false }
    guard let last = letter(before: position) else { return false }
    return !last.isV
  }
}
