/// Tells words that are derived from a verb, and so are no compounds, whatever they look like: `uitvoering` is made of
/// `uitvoeren`, not of `uit` and `voering`.
struct Derivation {
  let paradigm: Paradigm

  private static let endings: [StaticString] = [
    "baar", "bare", "baarheid", "sel", "sels", "elijk", "elijke",
  ]
  /// Endings that nouns have as well, so that a compound may end in one of these: `kinderrechter`.
  private static let endingsOfNouns: [StaticString] = ["ingen", "ing", "ers", "er"]

  /// Whether a word whose base is known is a form of a verb or derived from one.
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
      // kinderrechten are no verb, but the plural of a word; an ontvangster is no star.
      let isPlural = paradigm.has(root) && !paradigm.isVerb(Array(root)) && !root.ends("st")
      if isInfinitive(root), !isPlural { return true }
    }
    guard base != word, !paradigm.isNoun(base) else { return false }
    if base.ends("aan") || base.ends("ien") || base.ends("doen") { return true }
    return base.ends("en")
      && (word.ends("d") || word.ends("t") || word.ends("en") || word.ends("de")
        || word.ends("te"))
  }

  /// What verbs have at their end, and nouns that are made of those without an ending.
  private static let strongNouns: [(noun: StaticString, infinitive: StaticString)] = [
    ("gaan", "gaan"), ("gang", "gaan"), ("staan", "staan"), ("stand", "staan"), ("slaan", "slaan"),
    ("slag", "slaan"), ("zien", "zien"), ("zicht", "zien"), ("doen", "doen"), ("komst", "komen"),
    ("gave", "geven"), ("name", "nemen"), ("spraak", "spreken"),
  ]

  /// Whether it is a verb under a particle or a prefix, or a noun that is made of one: `verslaan`, `leegstand`,
  /// `vrijspraak`.
  private func isMadeOfSeparableVerb(_ word: [UInt8]) -> Bool {
    Self.strongNouns.contains { noun, infinitive in
      guard word.ends(noun) else { return false }
      let before = word.dropLast(noun.utf8CodeUnitCount)
      return (ClosedWords.particles.contains(before) || ClosedWords.prefixes.contains(before))
        && paradigm.has(before, infinitive)
    }
  }

  /// Whether what is left of a word is, with -en, a word: nearly always an infinitive.
  private func isInfinitive(_ root: ArraySlice<UInt8>) -> Bool {
    root.count > 4 && paradigm.has(root, "en")
  }

  private static let adjectiveEndings: [StaticString] = ["ig", "lijk", "isch", "baar", "zaam"]

  /// The adjective that a word is derived from, with the letters before it: `rechtmatig` in `rechtmatigheid`,
  /// `rechtvaardige` in `onrechtvaardige`.
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
  /// The shortest noun that a preposition modifies: before a shorter one it makes another word (`voordeel`), but for
  /// those that verbs have hardly ever.
  private static let shortestAfterPreposition = 7
  private static let shortestAfterPlace = 5
  private static let places = ["binnen", "buiten", "tussen"].map { Array($0.utf8) }

  /// Whether a preposition and a noun are a compound (`vooronderzoek`) and not derived from a verb under that
  /// preposition (`voorziening` of `voorzien`).
  func mayModify(_ preposition: [UInt8], headBase base: [UInt8]) -> Bool {
    let isLongEnough =
      base.count >= Self.shortestAfterPreposition
      || base.count >= Self.shortestAfterPlace && Self.places.contains(preposition)
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
