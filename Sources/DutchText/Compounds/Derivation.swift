/// Recognises words that are derived, not compounds: `uitvoering` comes from `uitvoeren`, not from
/// `uit` and `voering`.
struct Derivation {
  let paradigm: Paradigm

  private static let endings: [StaticString] = [
    "baar", "bare", "baarheid", "sel", "sels", "elijk", "elijke",
  ]
  /// Endings that a compound may have as well: `kinderrechter`.
  private static let endingsOfNouns: [StaticString] = ["ingen", "ing", "ers", "er"]

  /// Whether a word with a known base is a form of a verb or derived from one.
  func isVerbal(_ word: [UInt8], base: [UInt8]) -> Bool {
    if paradigm.isVerb(base), !paradigm.isNoun(base) { return true }
    if isMadeOfSeparableVerb(word) { return true }
    for ending: StaticString in ["nde", "nd"] where word.ends(ending) {
      if paradigm.has(word.dropLast(ending.utf8CodeUnitCount), "n") { return true }
    }
    for ending in Self.endings where word.ends(ending) {
      if isInfinitive(word.dropLast(ending.utf8CodeUnitCount)) { return true }
    }
    for ending in Self.endingsOfNouns where word.ends(ending) {
      let root = word.dropLast(ending.utf8CodeUnitCount)
      // kinderrechten is the plural of a noun; an ontvangster is not a ster.
      let isPlural = paradigm.has(root) && !paradigm.isVerb(Array(root)) && !root.ends("st")
      if isInfinitive(root), !isPlural { return true }
    }
    guard base != word, !paradigm.isNoun(base) else { return false }
    if base.ends("aan") || base.ends("ien") || base.ends("doen") { return true }
    return base.ends("en")
      && (word.ends("d") || word.ends("t") || word.ends("en") || word.ends("de")
        || word.ends("te"))
  }

  /// The ends of verbs, and of nouns made from verbs without an ending.
  private static let strongNouns: [(noun: StaticString, infinitive: StaticString)] = [
    ("gaan", "gaan"), ("gang", "gaan"), ("staan", "staan"), ("stand", "staan"), ("slaan", "slaan"),
    ("slag", "slaan"), ("zien", "zien"), ("zicht", "zien"), ("doen", "doen"), ("komst", "komen"),
    ("gave", "geven"), ("name", "nemen"), ("spraak", "spreken"),
  ]

  /// Whether it is a verb with a particle or a prefix, or a noun made from one: `verslaan`,
  /// `leegstand`, `vrijspraak`.
  private func isMadeOfSeparableVerb(_ word: [UInt8]) -> Bool {
    Self.strongNouns.contains { noun, infinitive in
      guard word.ends(noun) else { return false }
      let before = word.dropLast(noun.utf8CodeUnitCount)
      return (Affixes.particles.contains(before) || Affixes.prefixes.contains(before))
        && paradigm.has(before, infinitive)
    }
  }

  /// Whether a root with -en is a word, nearly always an infinitive.
  private func isInfinitive(_ root: ArraySlice<UInt8>) -> Bool {
    root.count > 4 && paradigm.has(root, "en")
  }

  private static let adjectiveEndings: [StaticString] = ["ig", "lijk", "isch", "baar", "zaam"]

  /// The adjective from which a word is derived, and the length of the prefix before it:
  /// `rechtmatig` in `rechtmatigheid`, `rechtvaardige` in `onrechtvaardige`.
  func adjective(in word: [UInt8]) -> (adjective: [UInt8], prefix: Int)? {
    for ending: StaticString in ["heid", "heden"] where word.ends(ending) {
      let adjective = Array(word.dropLast(ending.utf8CodeUnitCount))
      if adjective.count > 2, paradigm.has(adjective) { return (adjective, 0) }
    }
    guard word.begins("on") else { return nil }
    let rest = Array(word.dropFirst(2))
    guard paradigm.has(rest), let number = paradigm.lexicon.words.number(of: rest) else {
      return nil
    }
    let base = paradigm.lexicon.words.word(paradigm.lexicon.base(number))
    let isAdjective =
      paradigm.isAdjective(base) || Self.adjectiveEndings.contains(where: { base.ends($0) })
    return isAdjective ? (rest, 2) : nil
  }

  private static let nominalEndings: [StaticString] = [
    "ing", "er", "st", "sel", "baar", "heid", "en", "",
  ]
  /// The minimum length of a noun that a preposition modifies. With a shorter noun it forms another
  /// word (`voordeel`). The `places`, which verbs hardly ever have, modify somewhat shorter nouns
  /// too.
  private static let minimumLengthAfterPreposition = 7
  private static let minimumLengthAfterPlace = 5
  private static let places = ["binnen", "buiten", "tussen"].map { Array($0.utf8) }

  /// Whether a preposition and a noun are a compound (`vooronderzoek`), and not derived from a verb
  /// with that preposition (`voorziening` from `voorzien`).
  func mayModify(_ preposition: [UInt8], headBase base: [UInt8]) -> Bool {
    let isLongEnough =
      base.count >= Self.minimumLengthAfterPreposition
      || base.count >= Self.minimumLengthAfterPlace && Self.places.contains(preposition)
        && paradigm.isNoun(base)
    guard isLongEnough else { return false }
    for ending in Self.nominalEndings where base.ends(ending) {
      let length = ending.utf8CodeUnitCount
      let whole = preposition + base.dropLast(length)
      if length == 0, !paradigm.isVerb(whole) { continue }
      if paradigm.has(whole, "en") || paradigm.hasEn(whole) { return false }
    }
    return true
  }
}
