internal import Glibc

/// Counts in a list of words how often each is the first or the last part of another, of all the times that another
/// begins or ends with its letters.
struct CompoundStatistics {
  let words: WordList
  let lexicon: Lexicon

  private struct Count {
    /// Words of the list that begin with this one and go on with a word; those that begin with it at all.
    var modifies: Int32 = 0
    var begins: Int32 = 0
    /// The same with -s after it.
    var modifiesLinked: Int32 = 0
    var beginsLinked: Int32 = 0
    var heads: Int32 = 0
    var ends: Int32 = 0
  }
  private var counts: [Count]
  private static let shortest = 3

  init(words: WordList, lexicon: Lexicon) {
    self.words = words
    self.lexicon = lexicon
    counts = Array(repeating: Count(), count: words.count)
  }

  mutating func count() {
    for number in words.indices where lexicon.flags(number).contains(.word) {
      count(Array(words[number]))
    }
  }

  private mutating func count(_ word: [UInt8]) {
    // The word of the list that goes from each place to the end.
    var tails = [Int?](repeating: nil, count: word.count + 1)
    if word.count > Self.shortest {
      for start in 1...(word.count - Self.shortest + 1) where start < word.count {
        let tail = word[start...]
        guard let number = lexicon.words.number(of: tail) else { continue }
        counts[number].ends += 1
        if lexicon.flags(number).contains(.word), !ClosedWords.endings.contains(tail) {
          tails[start] = number
        }
      }
    }
    var state = lexicon.words.initial
    for end in 1...word.count {
      guard let next = lexicon.words.step(state, word[end - 1]) else { break }
      state = next
      guard state.isWord, end >= Self.shortest - 1, end < word.count else { continue }
      counts[state.number].begins += 1
      let longEnough = end >= Self.shortest
      if longEnough, word.count - end >= Self.shortest, let tail = tails[end] {
        counts[state.number].modifies += 1
        counts[tail].heads += 1
      }
      guard word[end] == UInt8(ascii: "s"), longEnough, end + 1 < word.count else { continue }
      counts[state.number].beginsLinked += 1
      if word.count - end - 1 >= Self.shortest, let tail = tails[end + 1],
        lexicon.flags(state.number).contains(.word)
      {
        counts[state.number].modifiesLinked += 1
        // Where the list has the word with -s, that one counts the head.
        if !lexicon.has(word[...end]) { counts[tail].heads += 1 }
      }
    }
  }

  // MARK: Scores

  /// Smoothing: what is seen once counts little. And words seen often are a little better than others.
  private static func score(_ count: Int32, of all: Int32, length: Int) -> Double {
    log((Double(count) + 0.3) / (Double(all) + 2)) + 0.08 * log(1 + Double(count))
      + (length == shortest ? -0.3 : 0)
  }

  private func isAllowedModifier(_ word: [UInt8]) -> Bool {
    guard word.count >= Self.shortest, !ClosedWords.noModifiers.contains(word) else { return false }
    if ClosedWords.endings.contains(word), !ClosedWords.modifyingEndings.contains(word) {
      return false
    }
    return !ClosedWords.functionWords.contains(word)
      || ClosedWords.modifyingFunctionWords.contains(word)
  }

  func modifier(_ number: Int) -> Double? {
    let word = Array(words[number])
    guard isAllowedModifier(word), !lexicon.flags(number).contains(.name) else { return nil }
    if word.ends("s"), ClosedWords.functionWords.contains(word.dropLast()) { return nil }
    // rechts-, levens-: what stands before another word is the one without -s.
    if word.ends("s"), word.count > 3, let bare = lexicon.words.number(of: word.dropLast()),
      linked(bare) != nil
    {
      return nil
    }
    let count = counts[number]
    return Self.score(count.modifies, of: count.begins, length: word.count)
  }

  /// The score with a linking -s; nil where the word with -s is another word: `kans` is no `kan` + s.
  func linked(_ number: Int) -> Double? {
    let word = Array(words[number])
    guard word.count >= Self.shortest, lexicon.flags(number).contains(.word), !word.ends("s"),
      !ClosedWords.noModifiers.contains(word), !ClosedWords.functionWords.contains(word)
    else { return nil }
    let count = counts[number]
    guard count.modifiesLinked > 0 else { return nil }
    let withS = word + "s"
    if lexicon.has(withS) {
      let paradigm = Paradigm(lexicon: lexicon)
      let isNoun = paradigm.isNoun(withS)
      let isLongLink = withS.count > 5 && !(isNoun && !paradigm.has(word, "je"))
      if !isLongLink, isNoun || paradigm.hasEn(withS) || paradigm.isVerb(withS) { return nil }
    }
    guard isAllowedModifier(withS) || ClosedWords.functionWords.contains(withS) else { return nil }
    return Self.score(count.modifiesLinked, of: count.beginsLinked, length: withS.count)
  }

  func head(_ number: Int, base: Int) -> Double? {
    let word = Array(words[number])
    guard isAllowedHead(word), lexicon.flags(number).contains(.word) else { return nil }
    var score = Self.score(counts[number].heads, of: counts[number].ends, length: 0)
    if base != number, isAllowedHead(Array(words[base])) {
      score = max(score, Self.score(counts[base].heads, of: counts[base].ends, length: 0))
    }
    return score + (word.count == Self.shortest ? -0.3 : 0)
  }

  private static let adjectiveEndings: [StaticString] = [
    "lijk", "lijke", "lijker", "lijks", "lijkste",
  ]

  private func isAllowedHead(_ word: [UInt8]) -> Bool {
    guard word.count >= Self.shortest, !ClosedWords.endings.contains(word),
      !ClosedWords.functionWords.contains(word) || ClosedWords.functionWordsAsHeads.contains(word)
    else { return false }
    return word.count >= 10 || !Self.adjectiveEndings.contains { word.ends($0) }
  }
}
