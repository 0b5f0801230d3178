/// Recognises the forms of verbs other than those in -en.
struct VerbForms {
  let paradigm: Paradigm

  private static let longestParticle = 11

  /// The infinitive of a past or participle with another vowel, also under a prefix or a particle: `genomen`,
  /// `besloten`, `aangenomen`.
  func strong(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 1, !paradigm.has(word, "s") else { return nil }
    if let infinitive = StrongVerbs.pasts[word] {
      // bleek, lag: a word of its own, too.
      let isOther = paradigm.isNoun(word) || paradigm.isVerb(word) || paradigm.isAdjective(word)
      return isOther ? nil : infinitive
    }
    if let infinitive = StrongVerbs.participles[word] {
      return infinitive == word ? nil : infinitive
    }
    for length in stride(from: 2, to: min(word.count - 1, Self.longestParticle + 1), by: 1) {
      let (before, form) = (word[..<length], word[length...])
      let isParticle = ClosedWords.particles.contains(before)
      let isPrefix = ClosedWords.prefixes.contains(before)
      guard isParticle || isPrefix else { continue }
      var infinitive: [UInt8]?
      var isPast = false
      if isParticle { infinitive = StrongVerbs.participles[form] }
      if infinitive == nil {
        infinitive = StrongVerbs.pasts[form]
        isPast = infinitive != nil
      }
      if infinitive == nil, isPrefix { infinitive = StrongVerbs.participles[[UInt8]("ge") + form] }
      // ontvangen, vergeven: the infinitive looks like its own participle.
      guard let infinitive, !form.elementsEqual(infinitive), paradigm.has(before + infinitive)
      else { continue }
      if isPast, paradigm.isNoun(word) { continue }
      return before + infinitive
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
    guard !stem.ends("t"), paradigm.has(stem), paradigm.isVerb(stem), !paradigm.isNoun(word),
      !paradigm.has(word, "te")
    else { return nil }
    return stem
  }

  /// The stem or infinitive of a participle in -d or -t: `gemeld`, `aangepakt`, `verhoogd`.
  func weakParticiple(_ word: [UInt8]) -> [UInt8]? {
    guard let last = word.last, last == UInt8(ascii: "d") || last == UInt8(ascii: "t"),
      !paradigm.isAdjective(word), !paradigm.isNoun(word), !paradigm.has(word, "s")
    else { return nil }
    if let stem = participleWithGe(word, last) { return stem }
    let stem = Array(word.dropLast())
    guard !prefixes(of: stem, before: 3).isEmpty, paradigm.has(stem), paradigm.isVerb(stem),
      !isStrong(underPrefix: stem)
    else { return nil }
    return stem
  }

  private func participleWithGe(_ word: [UInt8], _ last: UInt8) -> [UInt8]? {
    for length in [0] + stride(from: 2, to: max(2, min(9, word.count - 4)), by: 1) {
      let particle = word[..<length]
      guard word.count > length + 4, length == 0 || ClosedWords.particles.contains(particle),
        word[length] == UInt8(ascii: "g"), word[length + 1] == UInt8(ascii: "e")
      else { continue }
      let rest = Array(word[(length + 2)...])
      // ge-leef-d, but ge-meld: the stem may have the -d or -t itself.
      for stem in [Array(rest.dropLast()), rest] where stem.count >= 2 {
        if isStrong(stem) { continue }
        let hasEnding = stem.count < rest.count
        let before = stem[stem.count - 1]
        if hasEnding, last == UInt8(ascii: "t"), !"tkfschpx".utf8.contains(before) { continue }
        if hasEnding, last == UInt8(ascii: "d"), "tkchp".utf8.contains(before) { continue }
        if length == 0 {
          if paradigm.has(stem), paradigm.isVerb(stem) { return stem }
        } else if let infinitive = Spelling.open(particle + stem, "en").first(where: { paradigm.has($0) })
        {
          return infinitive
        }
      }
    }
    return nil
  }

  private func isStrong(_ stem: [UInt8]) -> Bool {
    Spelling.open(stem, "en").contains(where: StrongVerbs.infinitives.contains)
  }

  private func isStrong(underPrefix stem: [UInt8]) -> Bool {
    prefixes(of: stem, before: 1).contains { isStrong(Array(stem[$0...])) }
  }

  /// The lengths of the prefixes that a word begins with, where so many letters follow.
  private func prefixes(of word: [UInt8], before rest: Int) -> [Int] {
    (ClosedWords.shortestPrefix...ClosedWords.longestPrefix).filter {
      word.count >= $0 + rest && ClosedWords.prefixes.contains(word[..<$0])
    }
  }
}
