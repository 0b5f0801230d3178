/// Words of another kind that are made of one another: `weigeren` and `weigering`, `registreren` and `registratie`,
/// `veilig` and `veiligheid`. They are no forms of each other; yet what a person looks for is often said with the other
/// one.
extension MorphologicalAnalyzer {
  private static let shortestNoun = 5

  /// The terms of the relatives of the word that has a term, as far as the list has them. Lower-case ASCII.
  func relatives(of term: [UInt8]) -> [[UInt8]] {
    guard term.count > 2, term.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return [] }
    let paradigm = Paradigm(lexicon: lexicon)
    var words: [[UInt8]] = []
    if term.count >= Self.shortestNoun {
      if term.ends("ing") {
        words += Spelling.closed(term.dropLast(3)).filter(isStemOfVerb).prefix(1)
      }
      if term.ends("atie") { words += [term.dropLast(4) + "eer"].filter(isStemOfVerb) }
      if term.ends("heid") { words += [Array(term.dropLast(4))].filter(isAdjective) }
    }
    if isStemOfVerb(term) {
      // The consonant after a short vowel is doubled: `stelling`, not `steling`.
      let nouns = Spelling.open(term, "ing")
      words += nouns.dropFirst(Spelling.syllables(term) == 1 && nouns.count > 1 ? 1 : 0)
      if term.ends("eer") { words.append(term.dropLast(3) + "atie") }
    }
    if isAdjective(term) { words.append(term + "heid") }
    var terms: [[UInt8]] = []
    for word in words where paradigm.has(word) {
      let relative = meaning(of: word).term
      if relative != term, !terms.contains(relative) { terms.append(relative) }
    }
    return terms
  }

  /// Whether it is an adjective in its bare form: `hoeveelheid` and `gelegenheid` have no relative.
  private func isAdjective(_ word: [UInt8]) -> Bool {
    !ClosedWords.functionWords.contains(word) && meaning(of: word).term == word
      && (Paradigm(lexicon: lexicon).isAdjective(word) || word.ends("lijk"))
  }

  private func isStemOfVerb(_ word: [UInt8]) -> Bool {
    let paradigm = Paradigm(lexicon: lexicon)
    return word.count > 2 && paradigm.has(word) && paradigm.isVerb(word)
      && !StrongVerbs.pasts.contains(word)
  }
}
