/// Removes Dutch inflection, one ending at a time, if the lexicon has the rest and the forms that
/// such a word must have: `antwoorden` is the plural of `antwoord`, `minister` is not a form of
/// `mini`.
///
/// The base of a noun is its singular, of an adjective its bare form, of a verb its stem, or its
/// infinitive if the lexicon lacks the stem or the stem is a function word (`indienen`) or ends in
/// a vowel (`bestaan`). Nouns and verbs with the same stem share it (`werk`, `werken`, `werkt`).
/// All words are lower-case ASCII.
struct Lemmatizer {
  let paradigm: Paradigm

  /// How many endings a word may lose.
  private static let maximumSteps = 6
  private static let minimumLength = 3

  init(_ lexicon: Lexicon, knowsNames: Bool = false) {
    paradigm = Paradigm(lexicon: lexicon, knowsNames: knowsNames)
  }

  /// The base form of a word; the word itself if it is not a form of another.
  func base(of word: [UInt8]) -> [UInt8] {
    if FunctionWords.uninflected.contains(word) { return word }
    let base = withoutEndings(word)
    return baseOfVerb(base) ?? base
  }

  /// The base of the verb of which a word is still a form when its endings are off, such as a
  /// participle or a past; nil if it may as well be another word.
  private func baseOfVerb(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > Self.minimumLength else { return nil }
    let verbs = InfinitiveFinder(paradigm)
    guard let verb = verbs.verbs(of: word).first else { return nil }
    if paradigm.has(word), isOther(word, than: verb.forms) || verbs.isInfinitive(word) {
      return nil
    }
    // hoven is the plural of hof, so hoof is no form of it.
    let base = withoutEndings(verb.infinitive)
    return base == verb.infinitive || base == verb.forms.stem ? base : nil
  }

  /// Whether a form of a verb is also a noun, an adjective or a form of another verb, as the forms
  /// of its own show.
  private func isOther(_ word: [UInt8], than verb: Conjugation) -> Bool {
    // doorverwezen is not the plural of doorverwees, nor do participles have a plural in -s.
    let isInside = verb.participles.contains(word) && !word.begins("ge")
    return paradigm.isVerb(word) || paradigm.isNoun(word) || paradigm.isAdjective(word)
      || paradigm.endsInNoun(word, of: verb) || paradigm.has(word, "s") && !isInside
      || Spelling.open(word, "en").contains { paradigm.has($0) && !verb.has($0) }
  }

  private func withoutEndings(_ word: [UInt8]) -> [UInt8] {
    var word = word
    for _ in 0..<Self.maximumSteps {
      guard word.count >= Self.minimumLength, !FunctionWords.uninflected.contains(word),
        let next = reduced(word), next != word
      else { break }
      if FunctionWords.uninflected.contains(next) {
        if StrongVerbs.openPresents.contains(next) { return next }
        return infinitive(of: next, in: word) ?? word
      }
      // bekennen: beken is a stem here, not the plural of beek.
      if word.ends("nnen"), next.ends("en"), word.count == next.count + 3 { return next }
      word = next
    }
    return word
  }

  /// The infinitive of a verb whose stem is a function word, if a word is a form of it: `indient`,
  /// `geweerd`.
  private func infinitive(of stem: [UInt8], in form: [UInt8]) -> [UInt8]? {
    guard form.ends("t") || form.ends("d") || form.ends("de") || form.ends("te"),
      paradigm.isVerb(stem)
    else { return nil }
    let spellings = Spelling.open(stem, "en")
    let isShort = spellings.count > 1 && Spelling.syllables(stem) == 1
    return spellings.dropFirst(isShort ? 1 : 0).first {
      paradigm.has($0) && !FunctionWords.uninflected.contains($0)
    }
  }

  /// The word without one ending; nil if it has none.
  private func reduced(_ word: [UInt8]) -> [UInt8]? {
    if let base = IrregularNouns.base(of: word, where: { paradigm.has($0) }) { return base }
    if word.ends("heden") {
      let singular = word.dropLast(5) + "heid"
      if paradigm.has(singular) { return singular }
    }
    if word.ends("s"), let singular = withoutS(word) { return singular }
    let verbs = VerbForms(paradigm: paradigm)
    if let infinitive = verbs.strong(word), !(word.ends("en") && isPluralOfNoun(word)) {
      return infinitive
    }
    if let infinitive = verbs.openPresent(word) ?? verbs.ofLoanVerb(word) { return infinitive }
    if verbs.isOpenInfinitive(word) { return nil }
    if word.ends("nd"), let infinitive = presentParticiple(word) { return infinitive }
    if word.ends("je"), word.count > 4, let noun = withoutDiminutive(word) { return noun }
    if word.ends("en"), let base = withoutEn(word) { return base }
    if word.ends("e"), let base = withoutE(word, verbs) { return base }
    if word.ends("st"), let adjective = withoutSt(word) { return adjective }
    if word.ends("er"), let adjective = withoutEr(word) { return adjective }
    if word.ends("t"), let stem = verbs.withoutT(word) { return stem }
    if let stem = verbs.weakParticiple(word) { return stem }
    return withoutLatinPlural(word)
  }

  /// The infinitive of a present participle that is no adjective (`dringend`) nor a person
  /// (`werkenden`).
  private func presentParticiple(_ word: [UInt8]) -> [UInt8]? {
    let infinitive = Array(word.dropLast())
    guard paradigm.has(infinitive), !paradigm.isAdjective(word), !paradigm.hasEn(word),
      InfinitiveFinder(paradigm).isInfinitive(infinitive)
    else { return nil }
    return infinitive
  }

  // MARK: Nouns

  /// `ministers`. A word with a plural in -en has none in -s (`kans`, `dans`, `slechts`), nor has
  /// an adjective (`vals`).
  private func withoutS(_ word: [UInt8]) -> [UInt8]? {
    let singular = Array(word.dropLast())
    // coaches, crashes: the plural of English words.
    if word.ends("ches") || word.ends("shes"), !paradigm.has(singular),
      paradigm.has(word.dropLast(2))
    {
      return Array(word.dropLast(2))
    }
    guard singular.count >= 3, paradigm.has(singular) else { return nil }
    if paradigm.hasEn(word), !singular.ends("e") { return nil }
    if paradigm.isVerb(word) || paradigm.isAdjective(word) { return nil }
    if Spelling.syllables(singular) == 1 {
      if !Spelling.isVowel(singular[singular.count - 1]) {
        // dorps, with dorpen; but tests, where testen is the verb.
        if paradigm.hasEn(singular), !paradigm.isVerb(singular) { return nil }
        return paradigm.isNoun(singular) ? singular : nil
      }
    }
    return singular.ends("ig") || singular.ends("lijk") ? nil : singular
  }

  /// Whether a word in -en is rather the plural of a noun than a participle or past of a strong
  /// verb: `gevallen`, `uitspraken`.
  private func isPluralOfNoun(_ word: [UInt8]) -> Bool {
    Spelling.closed(word.dropLast(2)).contains { noun in
      noun.count > 2 && paradigm.has(noun)
        && (paradigm.isNoun(noun) || noun.ends("aak") || noun.ends("val"))
    }
  }

  /// Endings of words for persons that have a feminine in -e: `advocaten` belongs to `advocaat`.
  private static let persons: [StaticString] = [
    "aat", "ent", "ant", "ist", "oog", "eut", "arch", "aan", "oof", "aaf", "noot", "leet", "riet",
    "ioen", "oom", "lier", "rior", "ivaal",
  ]

  /// The plural in -en or -n, or the infinitive.
  private func withoutEn(_ word: [UInt8]) -> [UInt8]? {
    let withE = Array(word.dropLast())
    // tekenen, redenen: the -en belongs to the stem.
    let isStem = paradigm.has(word, "en")
    let stems = Spelling.closed(word.dropLast(2))
    let mayLoseN =
      !isStem && word.count > 4 && paradigm.has(withE) && word[word.count - 3] != UInt8(ascii: "e")
    if mayLoseN, paradigm.has(withE, "s"),
      !stems.contains(where: { stem in
        paradigm.has(stem) && Self.persons.contains(where: { stem.ends($0) })
      })
    {
      return withE
    }
    if !isStem {
      let hasPlural = paradigm.has(word, "s")
      for stem in stems where stem.count >= 2 && paradigm.has(stem) {
        if !hasPlural || paradigm.isVerb(stem) { return stem }
      }
    }
    return mayLoseN ? withE : nil
  }

  private func withoutDiminutive(_ word: [UInt8]) -> [UInt8]? {
    let rest = Array(word.dropLast(2))
    var nouns: [[UInt8]] = []
    let count = rest.count
    if rest.ends("et"), count > 5, rest[count - 3] == rest[count - 4] {
      nouns.append(Array(rest.dropLast(3)))
    }
    if rest.ends("t"), !rest.ends("et") { nouns.append(Array(rest.dropLast())) }
    if rest.ends("p") { nouns.append(Array(rest.dropLast())) }
    if rest.ends("k") { nouns.append(rest.dropLast() + "g") }
    if rest.ends("et") { nouns.append(Array(rest.dropLast(2))) }
    if rest.ends("t") {
      nouns.append(Array(rest.dropLast()))
      if count > 3, rest[count - 2] == rest[count - 3] { nouns.append(Array(rest.dropLast(2))) }
    }
    // After a vowel, l, n, r and w the -t belongs to the ending if there is such a noun and none in
    // -t with a plural: kaartje.
    let isEnding =
      rest.ends("t") && count > 2 && paradigm.has(rest.dropLast())
      && "aeiournlw".utf8.contains(rest[count - 2])
      && !(paradigm.has(rest) && paradigm.hasEn(rest))
    nouns.insert(rest, at: isEnding ? nouns.count : 0)
    return nouns.first { paradigm.has($0) && !paradigm.has($0 + "j") }
  }

  /// `musea`, `politici`.
  private func withoutLatinPlural(_ word: [UInt8]) -> [UInt8]? {
    if word.ends("a") {
      let singular = word.dropLast() + "um"
      if paradigm.has(singular) { return singular }
    }
    if word.ends("ici") {
      let singular = word.dropLast() + "us"
      if paradigm.has(singular) { return singular }
    }
    return nil
  }

  // MARK: Adjectives

  /// The adjective, past or superlative in -e.
  private func withoutE(_ word: [UInt8], _ verbs: VerbForms) -> [UInt8]? {
    if word.ends("euze") {
      // religieuze, which is also a person.
      let adjective = word.dropLast(2) + "s"
      if paradigm.has(adjective) { return adjective }
    }
    // A word with a plural in -s is a noun: waarde, ziekte.
    guard !paradigm.has(word, "s"), word.count > 3 else { return nil }
    // kleinere: a form of kleiner, not of kleineren.
    if word.ends("ere"), withoutEr(Array(word.dropLast())) != nil { return Array(word.dropLast()) }
    if word.ends("ste"), word.count > 5, let bare = beforeSuperlative(word.dropLast()) {
      return bare
    }
    if let stem = verbs.weakPast(word) { return stem }
    if word.ends("ste"), word.count > 5 {
      for adjective in [Array(word.dropLast(3)), Array(word.dropLast(2))]
      where paradigm.has(adjective) && paradigm.isAdjective(adjective) {
        return adjective
      }
    }
    return Spelling.closed(word.dropLast()).first { $0.count > 2 && paradigm.has($0) }
  }

  /// The adjective of a superlative in -st; nil for a form of a verb in -sen, such as `botst`.
  private func beforeSuperlative(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    let bare = Array(word.dropLast(2))
    guard paradigm.has(bare), paradigm.isAdjective(bare), !paradigm.has([UInt8]("ge") + word) else {
      return nil
    }
    return bare
  }

  private func withoutSt(_ word: [UInt8]) -> [UInt8]? {
    let withS = Array(word.dropLast())
    guard word.count > 4, !paradigm.isNoun(word) else { return nil }
    if let bare = beforeSuperlative(word[...]) { return bare }
    return paradigm.has(withS) && !paradigm.isVerb(withS) && paradigm.isAdjective(withS)
      ? withS : nil
  }

  /// The adjective of a comparative; nil for the stem of a verb: `erger` of `ergeren`.
  private func withoutEr(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 4, !paradigm.isVerb(word) else { return nil }
    var adjectives = Spelling.closed(word.dropLast(2))
    if word.ends("rder") { adjectives.append(Array(word.dropLast(3))) }
    return adjectives.first { adjective in
      paradigm.has(adjective) && !paradigm.isNoun(word)
        && (paradigm.isAdjective(adjective)
          || Self.adjectiveEndings.contains(where: { adjective.ends($0) })
            && paradigm.hasOpen(adjective, "e"))
    }
  }

  /// Endings of adjectives whose superlative lists often lack: `afhankelijk`, `technisch`.
  private static let adjectiveEndings: [StaticString] = [
    "lijk", "isch", "ief", "aal", "eel", "baar", "ig", "iek", "loos", "zaam",
  ]
}
