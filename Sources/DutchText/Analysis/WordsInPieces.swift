extension Analyzer {
  /// Words with each suspended compound completed: `in-`, `en`, `uitvoer` becomes `invoer`, `en`,
  /// `uitvoer`; `wapenbezit`, `en`, `-handel` becomes `wapenbezit`, `en`, `wapenhandel`. A piece
  /// that no other word completes stays as it is. Nothing changes without a lexicon.
  public func completingCompounds(_ words: [String]) -> [String] {
    guard let morphology else { return words }
    var completed = words
    // The members that wait for their head, and the compound that gives its modifier.
    var members: [Int] = []
    var compound: String?
    for (index, word) in words.enumerated() {
      if Self.isConnector(word) { continue }
      if word.hasSuffix("-"), word.utf8.count > 1 {
        members.append(index)
        compound = nil
      } else if word.hasPrefix("-") {
        guard let whole = compound, let head = Self.letters(word.dropFirst()),
          let modifier = Self.letters(whole[...]).flatMap({
            morphology.modifier(of: $0, before: head)
          })
        else { continue }
        completed[index] = String(decoding: modifier + head, as: UTF8.self)
        members = []
      } else {
        for member in members {
          completed[member] = Self.whole(words[member], with: word, morphology) ?? words[member]
        }
        members = []
        compound = word
      }
    }
    return completed
  }

  /// Whether a word stands between the members of a suspended compound.
  public static func isConnector(_ word: String) -> Bool {
    FunctionWords.connectors.contains(Array(word.utf8))
  }

  /// A word in lower case without diacritics, if it has only letters.
  private static func letters(_ word: Substring) -> [UInt8]? {
    let folded = folded(String(word))
    return !folded.isEmpty && folded.allSatisfy { $0 &- UInt8(ascii: "a") < 26 } ? folded : nil
  }

  private static func whole(
    _ member: String, with word: String, _ morphology: MorphologicalAnalyzer
  ) -> String? {
    // EU- en NAVO-landen.
    if let hyphen = word.lastIndex(of: "-") { return member + word[word.index(after: hyphen)...] }
    guard let member = letters(member.dropLast()), let word = letters(word[...]) else { return nil }
    return morphology.compound(of: member, withHeadOf: word).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
