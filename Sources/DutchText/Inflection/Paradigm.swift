/// What the list of words tells of a stem by the inflected forms that it has.
///
/// All words are lower-case ASCII.
struct Paradigm {
  let lexicon: Lexicon
  /// Whether words that are only in the list with a capital count as words: for the forms of such words.
  var knowsNames = false

  func has(_ word: some Sequence<UInt8>) -> Bool {
    guard let number = lexicon.words.number(of: word) else { return false }
    let flags = lexicon.flags(number)
    return flags.contains(.word) || knowsNames && flags.contains(.name)
  }

  func hasAny(_ words: [[UInt8]]) -> Bool { words.contains(where: has) }

  /// Whether there is a plural or an infinitive in -en.
  func hasEn(_ stem: [UInt8]) -> Bool { hasAny(Spelling.open(stem, "en")) }

  /// Whether it is the stem of a verb: it has an infinitive and a third person, or, where its own -t hides that, a
  /// past or a present participle.
  func isVerb(_ stem: [UInt8]) -> Bool {
    guard stem.count >= 2, let last = stem.last else { return false }
    if last == UInt8(ascii: "e") {
      let before = stem[stem.count - 2]
      guard before == UInt8(ascii: "e") || before == UInt8(ascii: "i") else { return false }
    }
    guard hasEn(stem) else { return false }
    if last == UInt8(ascii: "t") {
      return has(stem + "te") || has(stem + "end") || hasAny(Spelling.open(stem, "end"))
    }
    return has(stem + "t")
  }

  /// Whether it has a diminutive, as nearly all things that can be counted do.
  func isNoun(_ word: [UInt8]) -> Bool {
    has(word + "je") || has(word + "tje") || has(word + "pje")
      || word.ends("ng") && has(word.dropLast() + "kje")
      || hasAny(Spelling.open(word, "etje"))
  }

  /// Whether it has the forms of an adjective: -e, -er and -st.
  func isAdjective(_ word: [UInt8]) -> Bool {
    hasAny(Spelling.open(word, "e")) && (has(word + "st") || word.ends("s") && has(word + "t"))
      && (hasAny(Spelling.open(word, "er")) || word.ends("r") && has(word + "der"))
  }
}
