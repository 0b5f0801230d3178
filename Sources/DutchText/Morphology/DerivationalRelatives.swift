/// Words of another kind that derive from each other: `weigeren` and `weigering`, `registreren` and
/// `registratie`, `veilig` and `veiligheid`. They are not forms of each other, but texts often use
/// the other one for the same thing.
extension MorphologicalAnalyzer {
  private static let minimumNounLength = 5

  /// The terms of the listed relatives of the word with a term, in lower-case ASCII.
  func relatives(of term: [UInt8]) -> [[UInt8]] {
    guard term.count > 2, term.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return [] }
    let paradigm = Paradigm(lexicon: lexicon)
    var words: [[UInt8]] = []
    if term.count >= Self.minimumNounLength {
      if term.ends("ing") {
        words += Spelling.closed(term.dropLast(3)).filter(isStemOfVerb).prefix(1)
      }
      if term.ends("atie") { words += [term.dropLast(4) + "eer"].filter(isStemOfVerb) }
      if term.ends("heid") { words += [Array(term.dropLast(4))].filter(isAdjective) }
    }
    if isStemOfVerb(term) {
      // A consonant after a short vowel is doubled: `stelling`, not `steling`.
      let nouns = Spelling.open(term, "ing")
      words += nouns.dropFirst(Spelling.syllables(term) == 1 && nouns.count > 1 ? 1 : 0)
      if term.ends("eer") { words.append(term.dropLast(3) + "atie") }
    }
    if isAdjective(term) { words.append(term + "heid") }
    var terms: [[UInt8]] = []
    for word in words where paradigm.has(word) {
      let relative = analysis(of: word).term
      if relative != term, !terms.contains(relative) { terms.append(relative) }
    }
    return terms
  }

  /// Whether it is an adjective without ending: `hoeveelheid` and `gelegenheid` have no relative.
  private func isAdjective(_ word: [UInt8]) -> Bool {
    !FunctionWords.uninflected.contains(word) && analysis(of: word).term == word
      && (Paradigm(lexicon: lexicon).isAdjective(word) || word.ends("lijk"))
  }

  private func isStemOfVerb(_ word: [UInt8]) -> Bool {
    let paradigm = Paradigm(lexicon: lexicon)
    return word.count > 2 && paradigm.has(word) && paradigm.isVerb(word)
      && !StrongVerbs.pasts.contains(word)
  }
}
