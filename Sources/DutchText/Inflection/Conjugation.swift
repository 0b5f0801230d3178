/// The forms of one verb, in lower-case ASCII.
struct Conjugation {
  /// The first person: `betaal`, `ga`.
  var stem: [UInt8]
  /// The third person: `betaalt`, `gaat`.
  var third: [UInt8]
  /// The pasts, singular and plural: `betaalde`, `betaalden`; a verb may have strong and weak ones.
  var pasts: [[UInt8]]
  /// The participles: `betaald`, `gegeven`.
  var participles: [[UInt8]]
  /// The length of the particle or prefix before the verb of which it has the forms.
  var prefixLength = 0

  /// Whether the verb has a form, apart from its infinitive and present participle.
  func has(_ form: [UInt8]) -> Bool {
    form == stem || form == third || pasts.contains(form)
      || participles.contains { $0 == form || Self.inflected($0) == form }
  }

  /// All forms but the infinitive.
  func forms(of infinitive: [UInt8]) -> [[UInt8]] {
    [stem, third] + pasts + participles + participles.compactMap(Self.inflected)
      + [infinitive + "d", infinitive + "de"]
  }

  /// The participle before a noun, if it takes an ending there: `bezette`.
  private static func inflected(_ participle: [UInt8]) -> [UInt8]? {
    participle.ends("en") ? nil : Spelling.open(participle, "e").last
  }
}

/// Conjugates the verbs of the lexicon: by the table of strong verbs, by the rules for weak ones,
/// and a verb with a particle or a prefix as the verb without it.
struct Conjugator {
  let paradigm: Paradigm

  private static let minimumLength = 4
  private static let minimumParticleLength = 2
  /// Of a word that is no particle otherwise: `les` in `lesgeven`.
  private static let minimumOtherLength = 3
  /// `her-op-voeden`.
  private static let maximumPrefixes = 2

  /// The forms of a listed infinitive; nil if the lexicon does not show that it is a verb.
  func conjugation(of infinitive: [UInt8], prefixes: Int = 0) -> Conjugation? {
    guard infinitive.count >= Self.minimumLength, infinitive.ends("n"), paradigm.has(infinitive)
    else { return nil }
    if let row = StrongVerbs.rows[infinitive] {
      return strong(infinitive, row, isAlone: prefixes == 0)
    }
    if prefixes < Self.maximumPrefixes, let prefixed = prefixed(infinitive, prefixes) {
      return prefixed
    }
    return weak(infinitive)
  }

  private func strong(
    _ infinitive: [UInt8], _ row: StrongVerbs.Row, isAlone: Bool
  ) -> Conjugation? {
    guard var conjugation = present(of: infinitive) else { return nil }
    let rare = isAlone ? row.rare : []
    conjugation.pasts = row.pasts.filter { !rare.contains($0) }
    conjugation.participles = row.participles.filter { !rare.contains($0) }
    // Some have a weak past as well: raadde, jaagde.
    if StrongVerbs.openPresents[infinitive] == nil {
      conjugation.pasts += weakPasts(of: conjugation.stem, infinitive).filter { paradigm.has($0) }
    }
    return conjugation
  }

  private func present(of infinitive: [UInt8]) -> Conjugation? {
    if let (stem, third) = StrongVerbs.openPresents[infinitive] {
      return Conjugation(stem: stem, third: third, pasts: [], participles: [])
    }
    let stems = Spelling.closed(infinitive.dropLast(2))
    let stem = stems.first { paradigm.has(Self.third(of: $0)) } ?? stems.first
    return stem.map {
      Conjugation(stem: $0, third: Self.third(of: $0), pasts: [], participles: [])
    }
  }

  private static func third(of stem: [UInt8]) -> [UInt8] { stem.ends("t") ? stem : stem + "t" }

  // MARK: Weak verbs

  private func weak(_ infinitive: [UInt8]) -> Conjugation? {
    guard infinitive.ends("en") else { return nil }
    for stem in Spelling.closed(infinitive.dropLast(2)) where Self.mayEnd(stem) {
      let third = Self.third(of: stem)
      let pasts = weakPasts(of: stem, infinitive)
      let bare = Self.weakParticiple(of: stem, past: pasts[0])
      let withGe = [UInt8]("ge") + bare
      let hasGe = paradigm.has(withGe)
      let isPrefixed = Affixes.beginsWithPrefix(infinitive)
      let presents = [third != stem && paradigm.has(third), paradigm.has(infinitive, "d")]
      let others = [paradigm.has(pasts[0]), hasGe || isPrefixed && paradigm.has(bare)]
      // A word with a prefix and no present is rather a noun: geleien, of which geleid is no form.
      guard presents.contains(true) || !isPrefixed,
        (presents + others).count(where: \.self) > 1
      else { continue }
      return Conjugation(
        stem: stem, third: third, pasts: pasts,
        participles: [hasGe || !isPrefixed ? withGe : bare])
    }
    return nil
  }

  /// No weak stem ends in a single vowel.
  private static func mayEnd(_ stem: [UInt8]) -> Bool {
    stem.count > 1
      && !(Spelling.isVowel(stem[stem.count - 1]) && !Spelling.isVowel(stem[stem.count - 2]))
  }

  /// The past singular and plural. The consonant of the infinitive decides: `leefde` of `leven`,
  /// `blafte` of `blaffen`.
  private func weakPasts(of stem: [UInt8], _ infinitive: [UInt8]) -> [[UInt8]] {
    let root = infinitive.dropLast(2)
    let isVoiceless =
      root.last.map { "tkfspx".utf8.contains($0) } ?? false || root.ends("ch") || root.ends("sh")
    let past = stem + (isVoiceless ? "te" : "de")
    return [past, past + "n"]
  }

  private static func weakParticiple(of stem: [UInt8], past: [UInt8]) -> [UInt8] {
    stem.ends("t") || stem.ends("d") ? stem : Array(past.dropLast())
  }

  // MARK: Verbs with a particle or a prefix

  /// The forms of a particle or prefix and a verb; also of another word that has become a particle
  /// (`kennisnemen`), if the lexicon has the participle.
  private func prefixed(_ infinitive: [UInt8], _ prefixes: Int) -> Conjugation? {
    let longest = min(Affixes.maximumParticleLength, infinitive.count - Self.minimumLength)
    guard longest >= Self.minimumParticleLength else { return nil }
    for length in Self.minimumParticleLength...longest {
      let (before, rest) = (infinitive[..<length], Array(infinitive[length...]))
      guard paradigm.has(rest) else { continue }
      let isParticle = Affixes.particles.contains(before)
      let isPrefix = Affixes.prefixes.contains(before)
      guard isParticle || isPrefix || length >= Self.minimumOtherLength,
        let verb = conjugation(of: rest, prefixes: prefixes + (isParticle || isPrefix ? 1 : 2))
      else { continue }
      var whole = Conjugation(
        stem: before + verb.stem, third: before + verb.third, pasts: verb.pasts.map { before + $0 },
        participles: [], prefixLength: length)
      let separable = verb.participles.map { Array(before + $0) }
      // overdragen has overgedragen, overwegen has overwogen.
      let inseparable = verb.participles.map {
        Array(before + $0.dropFirst($0.begins("ge") ? 2 : 0))
      }
      let keepsGe = rest.begins("ge")
      if isParticle, isPrefix {
        whole.participles = separable.filter { paradigm.has($0) }
        if !keepsGe {
          whole.participles += inseparable.filter { paradigm.has($0) && $0 != infinitive }
        }
        if whole.participles.isEmpty { whole.participles = separable }
      } else {
        whole.participles = isPrefix && !keepsGe ? inseparable : separable
      }
      // A noun may look like the past of a verb that does not exist: gezag.
      let isListed =
        whole.third != whole.stem && paradigm.has(whole.third) || paradigm.has(infinitive, "d")
        || isParticle && whole.pasts.contains { paradigm.has($0) }
      // gevolgd is of volgen, not of gevolgen.
      let hasParticiple =
        !before.elementsEqual("ge".utf8)
        && whole.participles.contains { $0 != infinitive && paradigm.has($0) }
      guard hasParticiple || isListed && (isParticle || isPrefix) else { continue }
      return whole
    }
    return nil
  }
}

extension Paradigm {
  /// Whether a present or past of a verb with a prefix is a noun without it: `binnenvaart` is
  /// rather a `vaart` than a form of `binnenvaren`.
  func endsInNoun(_ form: [UInt8], of verb: Conjugation) -> Bool {
    guard verb.prefixLength > 0, form == verb.third || verb.pasts.contains(form) else {
      return false
    }
    let rest = Array(form.dropFirst(verb.prefixLength))
    // borrelt is no noun, though borreltje is one; zwenkten is no plural.
    if form != verb.third, isNoun(rest) { return true }
    return !isVerb(rest)
      && Spelling.open(rest, "en").contains { plural in
        has(plural) && !verb.pasts.contains(form[..<verb.prefixLength] + plural)
      }
  }
}
