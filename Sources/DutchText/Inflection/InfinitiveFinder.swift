/// Finds the verbs of which a word is a form. Candidates come from taking off what a form may have;
/// the conjugation of each decides.
struct InfinitiveFinder {
  private let paradigm: Paradigm
  private let conjugator: Conjugator

  init(_ paradigm: Paradigm) {
    self.paradigm = paradigm
    conjugator = Conjugator(paradigm: paradigm)
  }

  private static let minimumLength = 3

  func isInfinitive(_ word: [UInt8]) -> Bool { conjugator.conjugation(of: word) != nil }

  /// The listed verbs of which a word, other than an infinitive, is a form.
  func verbs(of word: [UInt8]) -> [(infinitive: [UInt8], forms: Conjugation)] {
    guard word.count >= Self.minimumLength else { return [] }
    var found: [(infinitive: [UInt8], forms: Conjugation)] = []
    for infinitive in presentParticiple(word) {
      if let forms = conjugator.conjugation(of: infinitive) { found.append((infinitive, forms)) }
    }
    for infinitive in irregular(word) + weak(word)
    where infinitive != word && !found.contains(where: { $0.infinitive == infinitive }) {
      if let forms = conjugator.conjugation(of: infinitive), forms.has(word) {
        found.append((infinitive, forms))
      }
    }
    return found
  }

  /// `gevend`, `gevende`.
  private func presentParticiple(_ word: [UInt8]) -> [[UInt8]] {
    let participle = word.ends("nde") ? word.dropLast() : word[...]
    guard participle.ends("nd") else { return [] }
    let infinitive = Array(participle.dropLast())
    return paradigm.has(infinitive) ? [infinitive] : []
  }

  /// The infinitives in the table of strong verbs, with what stands before the form.
  private func irregular(_ word: [UInt8]) -> [[UInt8]] {
    var infinitives = infinitives(endingLike: word)
    // gebrachte, gedane: before a noun.
    if word.ends("e") {
      for word in Spelling.closed(word.dropLast()) {
        infinitives += self.infinitives(endingLike: word)
      }
    }
    return infinitives
  }

  private func infinitives(endingLike word: [UInt8]) -> [[UInt8]] {
    var infinitives: [[UInt8]] = []
    for start in max(0, word.count - StrongVerbs.maximumFormLength)..<word.count - 1 {
      for infinitive in StrongVerbs.infinitivesOfForms[word[start...]] ?? []
      where paradigm.has(word[..<start] + infinitive) {
        infinitives.append(word[..<start] + infinitive)
      }
    }
    return infinitives
  }

  private static let endings: [StaticString] = ["t", "d", "te", "de", "ten", "den"]

  /// The infinitives that a word without the ending and the `ge-` of a weak verb may have.
  private func weak(_ word: [UInt8]) -> [[UInt8]] {
    // A listed word without an ending is the stem of its own infinitive.
    guard let last = word.last, "tden".utf8.contains(last) || !paradigm.has(word) else { return [] }
    var stems = [word]
    for ending in Self.endings where word.ends(ending) {
      stems.append(Array(word.dropLast(ending.utf8CodeUnitCount)))
    }
    if word.ends("e") { stems += Spelling.closed(word.dropLast()) }
    var infinitives: [[UInt8]] = []
    for stem in stems where stem.count > 1 {
      infinitives += Spelling.open(stem, "en").filter { paradigm.has($0) }
      // Nothing longer than a particle precedes it.
      for start in 0...min(Affixes.maximumParticleLength, max(0, stem.count - 4))
      where start != 1 && stem[start] == UInt8(ascii: "g") && stem[start + 1] == UInt8(ascii: "e") {
        infinitives += Spelling.open(Array(stem[..<start] + stem[(start + 2)...]), "en").filter {
          paradigm.has($0)
        }
      }
    }
    return infinitives
  }
}
