internal import Glibc

/// Counts, in a list of words, how often each is the first or the last part of another, and how
/// often another begins or ends with its letters.
struct CompoundStatistics {
  let words: WordList
  let lexicon: Lexicon

  private struct Count {
    /// Words that begin with this one and continue with a word; all that begin with it.
    var modifies: Int32 = 0
    var begins: Int32 = 0
    /// The same with a linking -s.
    var modifiesLinked: Int32 = 0
    var beginsLinked: Int32 = 0
    var heads: Int32 = 0
    var ends: Int32 = 0
  }
  private var counts: [Count]
  private static let minimumPartLength = 3

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
    // The word from each place to the end.
    var tails = [Int?](repeating: nil, count: word.count + 1)
    if word.count > Self.minimumPartLength {
      for start in 1...(word.count - Self.minimumPartLength + 1) where start < word.count {
        let tail = word[start...]
        guard let number = lexicon.words.number(of: tail) else { continue }
        counts[number].ends += 1
        if lexicon.flags(number).contains(.word), !Affixes.endings.contains(tail) {
          tails[start] = number
        }
      }
    }
    var state = lexicon.words.initial
    for end in 1...word.count {
      guard let next = lexicon.words.step(state, word[end - 1]) else { break }
      state = next
      guard state.isWord, end >= Self.minimumPartLength - 1, end < word.count else { continue }
      counts[state.number].begins += 1
      let longEnough = end >= Self.minimumPartLength
      if longEnough, word.count - end >= Self.minimumPartLength, let tail = tails[end] {
        counts[state.number].modifies += 1
        counts[tail].heads += 1
      }
      guard word[end] == UInt8(ascii: "s"), longEnough, end + 1 < word.count else { continue }
      counts[state.number].beginsLinked += 1
      if word.count - end - 1 >= Self.minimumPartLength, let tail = tails[end + 1],
        lexicon.flags(state.number).contains(.word)
      {
        counts[state.number].modifiesLinked += 1
        // If the list has the word with -s, the head is counted there.
        if !lexicon.has(word[...end]) { counts[tail].heads += 1 }
      }
    }
  }

  // MARK: Scores

  /// Smoothed, so that a single occurrence counts little; frequent words score a little higher.
  private static func score(_ count: Int32, of all: Int32, length: Int) -> Double {
    log((Double(count) + 0.3) / (Double(all) + 2)) + 0.08 * log(1 + Double(count))
      + (length == minimumPartLength ? -0.3 : 0)
  }

  private func isAllowedModifier(_ word: [UInt8]) -> Bool {
    guard word.count >= Self.minimumPartLength, !Affixes.derivational.contains(word) else {
      return false
    }
    if Affixes.endings.contains(word), !Affixes.modifyingEndings.contains(word) {
      return false
    }
    return !FunctionWords.uninflected.contains(word)
      || FunctionWords.modifiers.contains(word)
  }

  func modifier(_ number: Int) -> Double? {
    let word = Array(words[number])
    guard isAllowedModifier(word), !lexicon.flags(number).contains(.name) else { return nil }
    if word.ends("s"), FunctionWords.uninflected.contains(word.dropLast()) { return nil }
    // rechts-, levens-: the modifier is the word without -s.
    if word.ends("s"), word.count > 3, let bare = lexicon.words.number(of: word.dropLast()),
      linked(bare) != nil
    {
      return nil
    }
    let count = counts[number]
    return Self.score(count.modifies, of: count.begins, length: word.count)
  }

  /// The score with a linking -s; nil if the word with -s is another word: `kans` is not `kan` + s.
  func linked(_ number: Int) -> Double? {
    let word = Array(words[number])
    guard word.count >= Self.minimumPartLength, lexicon.flags(number).contains(.word),
      !word.ends("s"),
      !Affixes.derivational.contains(word), !FunctionWords.uninflected.contains(word)
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
    guard isAllowedModifier(withS) || FunctionWords.uninflected.contains(withS) else { return nil }
    return Self.score(count.modifiesLinked, of: count.beginsLinked, length: withS.count)
  }

  func head(_ number: Int, base: Int) -> Double? {
    let word = Array(words[number])
    guard isAllowedHead(word), lexicon.flags(number).contains(.word) else { return nil }
    var score = Self.score(counts[number].heads, of: counts[number].ends, length: 0)
    if base != number, isAllowedHead(Array(words[base])) {
      score = max(score, Self.score(counts[base].heads, of: counts[base].ends, length: 0))
    }
    return score + (word.count == Self.minimumPartLength ? -0.3 : 0)
  }

  private static let adjectiveEndings: [StaticString] = [
    "lijk", "lijke", "lijker", "lijks", "lijkste",
  ]

  private func isAllowedHead(_ word: [UInt8]) -> Bool {
    guard word.count >= Self.minimumPartLength, !Affixes.endings.contains(word),
      !FunctionWords.uninflected.contains(word) || FunctionWords.heads.contains(word)
    else { return false }
    return word.count >= 10 || !Self.adjectiveEndings.contains { word.ends($0) }
  }
}
