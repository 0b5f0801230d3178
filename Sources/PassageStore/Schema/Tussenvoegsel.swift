/// The prefixes of Dutch surnames, such as "van der".
package enum Tussenvoegsel {
  private static let words: Set<String> = [
    "van", "de", "der", "den", "ter", "ten", "te", "'t", "’t", "'s", "’s", "het", "von", "du", "la",
    "le",
    "in", "op", "aan", "bij", "el", "al", "vd", "v.d.",
  ]

  /// Whether a word is a prefix of surnames.
  package static func `is`(_ word: String) -> Bool { words.contains(word.lowercased()) }
}
