/// The particles, prefixes and endings of Dutch, and their roles; see `Resources/affixes.txt`.
enum Affixes {
  private static let file = WordFile(PackageResources.affixes_txt)

  /// Precede a separable verb and its participle: `aan` + `ge` + `pakt`.
  static let particles = WordSet(file.words("particle"))
  /// Precede a verb, and replace the `ge-` of its participle.
  static let prefixes = WordSet(file.words("prefix"))
  static let minimumPrefixLength = 2
  static let maximumPrefixLength = 5
  static let maximumParticleLength = 11
  /// Make derivations (`aanpak`, `misstand`), not compounds.
  static let derivational = WordSet(file.words("derives"))
  /// Prepositions that also modify nouns: `vooronderzoek`, `overconsumptie`.
  static let prepositions = WordSet(file.words("preposition"))
  /// Endings that are also words, or listed as words, but make derivations.
  static let endings = WordSet(file.words("ending"))
  /// Endings that are words of their own before another: `deeltijd`.
  static let modifyingEndings = WordSet(file.words("modifies"))

  /// Whether a word begins with what may be a prefix.
  static func beginsWithPrefix(_ word: [UInt8]) -> Bool {
    (minimumPrefixLength...maximumPrefixLength).contains { prefixes.contains(word.prefix($0)) }
  }
}
