/// Infers the kind of a stem from the inflected forms of it that the lexicon has.
///
/// All words are lower-case ASCII.
struct Paradigm {
  let lexicon: Lexicon
  /// Whether names count as words.
  var knowsNames = false

  /// Whether the lexicon has a word with an ending.
  @inline(__always)
  func has(_ word: some Sequence<UInt8>, _ ending: StaticString = "") -> Bool {
    guard let number = lexicon.words.number(of: word, ending) else { return false }
    return counts(number)
  }

  private func counts(_ number: Int) -> Bool {
    let flags = lexicon.flags(number)
    return flags.contains(.word) || knowsNames && flags.contains(.name)
  }

  /// Whether the lexicon has a stem with an ending that begins with a vowel, in one of the
  /// spellings of `Spelling.open`.
  func hasOpen(_ stem: [UInt8], _ ending: StaticString) -> Bool {
    Spelling.isAnyOpen(stem) { dropped, added in
      guard let added else { return has(stem, ending) }
      return has(stem.dropLast(dropped), then: added, ending)
    }
  }

  @inline(__always)
  private func has(_ word: ArraySlice<UInt8>, then letter: UInt8, _ ending: StaticString) -> Bool {
    let words = lexicon.words
    var state = words.initial
    for byte in word {
      guard let next = words.step(state, byte) else { return false }
      state = next
    }
    guard var next = words.step(state, letter) else { return false }
    for byte in UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount) {
      guard let following = words.step(next, byte) else { return false }
      next = following
    }
    return next.isWord && counts(next.number)
  }

  /// Whether it has a plural or an infinitive in -en.
  func hasEn(_ stem: [UInt8]) -> Bool { hasOpen(stem, "en") }

  /// Whether it is the stem of a verb: it has an infinitive and a third person, or, if its own -t
  /// hides that, a past or a present participle.
  func isVerb(_ stem: [UInt8]) -> Bool {
    guard stem.count >= 2, let last = stem.last else { return false }
    if last == UInt8(ascii: "e") {
      let before = stem[stem.count - 2]
      guard before == UInt8(ascii: "e") || before == UInt8(ascii: "i") else { return false }
    }
    if last == UInt8(ascii: "t") {
      return (has(stem, "te") || hasOpen(stem, "end")) && hasEn(stem)
    }
    return has(stem, "t") && hasEn(stem)
  }

  /// Whether it has a diminutive, as nearly all countable nouns do.
  func isNoun(_ word: [UInt8]) -> Bool {
    has(word, "je") || has(word, "tje") || has(word, "pje")
      || word.ends("ng") && has(word.dropLast(), "kje") || hasOpen(word, "etje")
  }

  /// Whether it has the forms of an adjective: -e, -er and -st.
  func isAdjective(_ word: [UInt8]) -> Bool {
    (has(word, "st") || word.ends("s") && has(word, "t")) && hasOpen(word, "e")
      && (hasOpen(word, "er") || word.ends("r") && has(word, "der"))
  }
}
