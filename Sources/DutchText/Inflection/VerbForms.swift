/// Recognises the forms of verbs, except those in -en.
struct VerbForms {
  let paradigm: Paradigm

  /// The infinitive of a past or participle of a strong verb, also with a prefix or a particle:
  /// `genomen`, `besloten`, `aangenomen`.
  func strong(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 1, !paradigm.has(word, "s") else { return nil }
    if let infinitive = StrongVerbs.pasts[word] {
      // bleek, lag: also words of their own.
      let isOther =
        paradigm.isNoun(word) || paradigm.isVerb(word) || paradigm.isAdjective(word)
        || StrongVerbs.rows[infinitive].map { $0.rare.contains(word) } ?? false
      return isOther ? nil : infinitive
    }
    if let infinitive = StrongVerbs.participles[word] {
      return infinitive == word ? nil : infinitive
    }
    let longest = min(word.count - 2, Affixes.maximumParticleLength)
    for length in stride(from: 2, through: longest, by: 1) {
      let (before, form) = (word[..<length], word[length...])
      let isParticle = Affixes.particles.contains(before)
      let isPrefix = Affixes.prefixes.contains(before)
      guard isParticle || isPrefix else { continue }
      var infinitive: [UInt8]?
      var isPast = false
      if isParticle { infinitive = StrongVerbs.participles[form] }
      if infinitive == nil {
        infinitive = StrongVerbs.pasts[form]
        isPast = infinitive != nil
      }
      if infinitive == nil, isPrefix { infinitive = StrongVerbs.participles[[UInt8]("ge") + form] }
      // ontvangen, vergeven: the infinitive equals its participle.
      guard let infinitive, !form.elementsEqual(infinitive), paradigm.has(before + infinitive)
      else { continue }
      if isPast, paradigm.isNoun(word) || isOtherReading(word, before, infinitive) { continue }
      return before + infinitive
    }
    return nil
  }

  /// Whether what looks like a past is something else: the infinitive of another verb (`verlagen`,
  /// which has `verlaagt`, is not the past of `verliggen`), the plural of a noun (`uitgaven` of
  /// `uitgave`), or `ge-` before a past though no verb begins with that `ge-` (`gezag`).
  private func isOtherReading(
    _ word: [UInt8], _ before: ArraySlice<UInt8>, _ infinitive: [UInt8]
  ) -> Bool {
    if word.ends("en"),
      paradigm.has(word.dropLast())
        || Spelling.closed(word.dropLast(2)).contains(where: paradigm.isVerb)
    {
      return true
    }
    return before.elementsEqual("ge".utf8)
      && !Spelling.closed((before + infinitive).dropLast(2)).contains(where: paradigm.isVerb)
  }

  /// The infinitive of each present of the verbs whose stem ends in a vowel. It serves as the stem.
  private static let openStems = WordTable<[UInt8]>(
    StrongVerbs.openPresents.entries.reduce(into: [:]) { stems, verb in
      stems[verb.value.stem] = verb.key
      stems[verb.value.third] = verb.key
    })
  private static let minimumOpenStemLength = 2
  private static let maximumOpenStemLength = 5

  /// The infinitive of a present of these verbs, also with a prefix or a particle: `bestaat`,
  /// `voorziet`.
  func openPresent(_ word: [UInt8]) -> [UInt8]? {
    for length in Self.minimumOpenStemLength...Self.maximumOpenStemLength where length <= word.count
    {
      guard let infinitive = Self.openStems[word.suffix(length)] else { continue }
      let before = word.dropLast(length)
      let isAlone = before.isEmpty && (length > 3 || word.ends("zie"))
      guard
        isAlone || Affixes.particles.contains(before) || Affixes.prefixes.contains(before),
        paradigm.has(before + infinitive), !paradigm.hasEn(word)
      else { continue }
      return before + infinitive
    }
    return nil
  }

  /// Whether a word is the infinitive of one of these verbs, which is its own base.
  func isOpenInfinitive(_ word: [UInt8]) -> Bool {
    guard word.ends("zien") || word.ends("doen") else { return false }
    let before = word.dropLast(4)
    return Affixes.particles.contains(before) || Affixes.prefixes.contains(before)
  }

  private static let loanEndings: [StaticString] = ["eert", "eerde", "eerden", "eerd"]

  /// The infinitive of a form of a verb in -eren whose stem the lexicon lacks: `faciliteert`,
  /// `gefaciliteerd`.
  func ofLoanVerb(_ word: [UInt8]) -> [UInt8]? {
    for ending in Self.loanEndings where word.ends(ending) {
      let root = word.dropLast(ending.utf8CodeUnitCount)
      let isParticiple = ending.utf8CodeUnitCount == 4 && word.ends("d")
      let roots = isParticiple && root.starts(with: "ge".utf8) ? [root.dropFirst(2), root] : [root]
      for root in roots where root.count > 2 && !paradigm.has(root + "eer") {
        if paradigm.has(root + "eren") { return root + "eren" }
      }
    }
    return nil
  }

  /// The stem of a past in -de or -te.
  func weakPast(_ word: [UInt8]) -> [UInt8]? {
    guard word.ends("de") || word.ends("te") else { return nil }
    let stem = Array(word.dropLast(2))
    guard paradigm.has(stem), paradigm.isVerb(stem),
      !paradigm.isAdjective(Array(word.dropLast()))
    else { return nil }
    return stem
  }

  /// The stem of a third person in -t.
  func withoutT(_ word: [UInt8]) -> [UInt8]? {
    let stem = Array(word.dropLast())
    guard !stem.ends("t"), paradigm.has(stem), paradigm.isVerb(stem), !isNounInT(word),
      !paradigm.has(word, "te"), !isOwnStem(word)
    else { return nil }
    return stem
  }

  /// Whether the -t or -d belongs to the stem, as its present participle shows: `geniet`,
  /// `genietend`.
  private func isOwnStem(_ word: [UInt8]) -> Bool { paradigm.has(word, "end") }

  /// Whether a word in -t is a noun. After a vowel, l, n, r and w its diminutive may be that of the
  /// word without -t (`deeltje` of `deel`, not of `deelt`), so only a plural proves it: `vaart`,
  /// `vaarten`.
  private func isNounInT(_ word: [UInt8]) -> Bool {
    guard "aeiouylnrw".utf8.contains(word[word.count - 2]) else { return paradigm.isNoun(word) }
    if Spelling.isVowel(word[word.count - 2]), !Spelling.isVowel(word[word.count - 3]) {
      return true
    }
    return paradigm.hasEn(word) || paradigm.has(word, "s")
  }

  /// The stem or infinitive of a participle in -d or -t: `gemeld`, `aangepakt`, `verhoogd`.
  func weakParticiple(_ word: [UInt8]) -> [UInt8]? {
    guard let last = word.last, last == UInt8(ascii: "d") || last == UInt8(ascii: "t"),
      !paradigm.isAdjective(word) || isOfLoanVerb(word), !paradigm.isNoun(word),
      !paradigm.has(word, "s") || paradigm.has(word, "e"), !isOwnStem(word)
    else { return nil }
    if let stem = participleWithGe(word, last) { return stem }
    let stem = Array(word.dropLast())
    guard !prefixes(of: stem, before: 3).isEmpty, paradigm.has(stem), paradigm.isVerb(stem),
      !isStrong(underPrefix: stem)
    else { return nil }
    return stem
  }

  /// Whether it is a participle of a verb in -eren, even one with degrees of comparison:
  /// `geconcentreerd`.
  private func isOfLoanVerb(_ word: [UInt8]) -> Bool {
    word.begins("ge") && word.ends("eerd") && Spelling.syllables(word) > 2
  }

  private func participleWithGe(_ word: [UInt8], _ last: UInt8) -> [UInt8]? {
    for length in [0] + stride(from: 2, to: max(2, min(9, word.count - 4)), by: 1) {
      let particle = word[..<length]
      guard word.count > length + 4, length == 0 || Affixes.particles.contains(particle),
        word[length] == UInt8(ascii: "g"), word[length + 1] == UInt8(ascii: "e")
      else { continue }
      let rest = Array(word[(length + 2)...])
      // ge-leef-d, but ge-meld: the -d or -t may belong to the stem.
      for stem in [Array(rest.dropLast()), rest] where stem.count >= 2 {
        if isStrong(stem) { continue }
        let hasEnding = stem.count < rest.count
        let before = stem[stem.count - 1]
        if hasEnding, last == UInt8(ascii: "t"), !"tkfschpx".utf8.contains(before) { continue }
        if hasEnding, last == UInt8(ascii: "d"), "tkchp".utf8.contains(before) { continue }
        if length == 0 {
          if paradigm.has(stem), paradigm.isVerb(stem) { return stem }
        } else if let infinitive = Spelling.open(particle + stem, "en").first(where: {
          paradigm.has($0)
        }) {
          return infinitive
        }
      }
    }
    return nil
  }

  /// Whether it is the stem of a strong verb. A consonant after a short vowel is doubled: `stel` is
  /// the stem of `stellen`, not of `stelen`.
  private func isStrong(_ stem: [UInt8]) -> Bool {
    let infinitives = Spelling.open(stem, "en")
    let isShort = infinitives.count > 1 && Spelling.syllables(stem) == 1
    return infinitives.dropFirst(isShort ? 1 : 0).contains(
      where: StrongVerbs.infinitives.contains)
  }

  private func isStrong(underPrefix stem: [UInt8]) -> Bool {
    prefixes(of: stem, before: 1).contains { isStrong(Array(stem[$0...])) }
  }

  /// The lengths of the prefixes that a word begins with and at least `rest` letters follow.
  private func prefixes(of word: [UInt8], before rest: Int) -> [Int] {
    (Affixes.minimumPrefixLength...Affixes.maximumPrefixLength).filter {
      word.count >= $0 + rest && Affixes.prefixes.contains(word[..<$0])
    }
  }
}
