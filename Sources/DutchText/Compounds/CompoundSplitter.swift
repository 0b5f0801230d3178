/// Takes compounds apart.
///
/// A part is worth the logarithm of how often it is a part where it could be one: of the words of the list that begin
/// with `kinder`, nine in ten have a word after it, of those that begin with `best`, one in ten. The parts of a word
/// are those of the best sum that cover it all, and then the parts of these parts. A word of the list must reach a
/// higher sum than one that the list does not have, which is nearly always a compound.
struct CompoundSplitter {
  let lexicon: Lexicon
  /// The parts of words that are exceptions; none where one is no compound.
  let exceptions: WordTable<[[UInt8]]>

  /// A part of a compound.
  struct Part: Hashable {
    /// Where it stands in the word, without its linking element.
    var range: Range<Int>
    /// The form it has as a word.
    var word: [UInt8]
  }

  /// The least sum for words that the list has, and for others. Any value between -1.7 and -2.5 gives the same F1
  /// within half a point, measured on the development words in five folds.
  private static let leastForKnown: Float = -2
  private static let leastForUnknown: Float = -5.5
  /// What each further part costs.
  private static let perPart: Float = -0.35
  /// What a name is worth as a modifier: `Bulgarenfraude`.
  private static let name: Float = -1.5
  /// What an -s after -ing, -heid, -teit and -schap is worth where the list has no such compound.
  private static let regularLink: Float = -2
  private static let shortestPart = 3
  private static let shortestName = 5
  private static let shortestCompound = 6
  /// The shortest part that may have parts again.
  private static let shortestDivisible = 7
  private static let deepest = 4

  /// The parts of a word, lower-case ASCII; none where it is no compound. `number` is its own in the list, if it is
  /// there, `base` that of the word of the list that it is a form of.
  func parts(of word: [UInt8], number: Int?, base: Int?) -> [Part] {
    let whole = Part(range: 0..<word.count, word: word)
    let parts = divided(whole, number: number, base: base, depth: 0)
    return parts.count > 1 ? parts : []
  }

  private func divided(_ whole: Part, number: Int?, base: Int?, depth: Int) -> [Part] {
    guard depth < Self.deepest,
      let segments = segments(of: whole.word, number: number, base: base)
    else { return [whole] }
    var parts: [Part] = []
    for segment in segments {
      // The form that an exception gives a part may be longer than what stands in the word.
      let start = min(whole.range.lowerBound + segment.range.lowerBound, whole.range.upperBound)
      let end = min(start + segment.range.count, whole.range.upperBound)
      let part = Part(range: start..<end, word: segment.word)
      if segment.word.count >= Self.shortestDivisible {
        let number = lexicon.words.number(of: segment.word)
        parts += divided(part, number: number, base: number.map(lexicon.base), depth: depth + 1)
      } else {
        parts.append(part)
      }
    }
    // The first and the last reach as far as the whole does.
    return parts
  }

  private func segments(of word: [UInt8], number: Int?, base: Int?) -> [Part]? {
    guard word.count >= Self.shortestCompound, word.count <= Term.maximumLength else {
      return nil
    }
    if let parts = exceptions[word] { return parts.isEmpty ? nil : located(parts, in: word) }
    let flags = number.map(lexicon.flags) ?? []
    if flags.contains(.closed) { return nil }
    // Kamerbrief: what belongs to an institution has a capital, and is no name.
    if flags.contains(.name), !word.begins("kamer") { return nil }
    if number == nil, let base, lexicon.flags(base).contains(.closed) { return nil }
    let derivation = Derivation(paradigm: Paradigm(lexicon: lexicon))
    if let (adjective, prefix) = derivation.adjective(in: word) {
      return segments(of: word, madeOf: adjective, after: prefix)
    }
    if isMadeOfSimpleNoun(word) { return nil }
    let isKnown = flags.contains(.word) || base != nil
    let parts = best(word, least: isKnown ? Self.leastForKnown : Self.leastForUnknown)
    // The forms of a word that is no compound are none either. Few words get here.
    if parts != nil, let base, let ofBase = exceptions[lexicon.words.word(base)], ofBase.isEmpty {
      return nil
    }
    return parts
  }

  /// Whether a word is a noun that is no compound with -schap: a `lidmaatschap` is no `maatschap`.
  private func isMadeOfSimpleNoun(_ word: [UInt8]) -> Bool {
    for ending: StaticString in ["schap", "schappen"] where word.ends(ending) {
      let noun = Array(word.dropLast(ending.utf8CodeUnitCount))
      guard let number = lexicon.words.number(of: noun), lexicon.flags(number).contains(.word)
      else {
        continue
      }
      return segments(of: noun, number: number, base: lexicon.base(number)) == nil
    }
    return false
  }

  /// The parts of a word that is derived from an adjective are those of the adjective.
  private func segments(
    of word: [UInt8], madeOf adjective: [UInt8], after prefix: Int
  ) -> [Part]? {
    let number = lexicon.words.number(of: adjective)
    let base = number.map(lexicon.base)
    guard let parts = segments(of: adjective, number: number, base: base) else { return nil }
    return parts.enumerated().map { index, part in
      let start = part.range.lowerBound + prefix
      if index < parts.count - 1 {
        return Part(range: start..<part.range.upperBound + prefix, word: part.word)
      }
      return Part(range: start..<word.count, word: Array(word[start...]))
    }
  }

  /// The parts of an exception: where each begins is where its first letters do.
  private func located(_ parts: [[UInt8]], in word: [UInt8]) -> [Part] {
    var located: [Part] = []
    var at = 0
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let rest = word[at...]
      let shared = zip(rest, part).prefix { $0 == $1 }.count
      let end = isLast ? word.count : min(at + max(1, shared), word.count)
      located.append(Part(range: at..<end, word: part))
      guard !isLast else { break }
      let next = parts[index + 1].prefix(2)
      at = (end..<word.count).first { word[$0...].starts(with: next) } ?? end
    }
    return located
  }

  // MARK: The best sum

  /// How the rest of a word from some place on is covered best.
  private struct Choice {
    var score: Float
    /// Where the next part begins; the end of the word for the last one; 0 where nothing covers the rest.
    var next: Int
    /// The bytes of the link after it.
    var link: Int

    static let none = Choice(score: 0, next: 0, link: 0)
    /// Not looked for yet.
    static let open = Choice(score: 0, next: -1, link: 0)
  }

  /// More than all parts after the first can add to a sum.
  private static let mostOfRest: Float = 2

  private func best(_ word: [UInt8], least: Float) -> [Part]? {
    withUnsafeTemporaryAllocation(of: Choice.self, capacity: word.count) { choices in
      choices.initialize(repeating: .open)
      let first = word.withUnsafeBufferPointer { choice(in: $0, at: 0, choices, least: least) }
      guard first.next > 0, first.score >= least else { return nil }
      var parts: [Part] = []
      var at = 0
      while at < word.count, choices[at].next > 0 {
        let choice = choices[at]
        let end = choice.next - choice.link
        let bytes = Array(word[at..<end])
        parts.append(
          Part(range: at..<end, word: choice.next < word.count ? Linking.base(of: bytes) : bytes))
        at = choice.next
      }
      return joinedWhereOpaque(parts, in: word)
    }
  }

  /// Parts that together are a word that is no compound are one: the first two of `slachtofferhulp`.
  private func joinedWhereOpaque(_ parts: [Part], in word: [UInt8]) -> [Part] {
    var joined: [Part] = []
    for part in parts {
      if let last = joined.last {
        let range = last.range.lowerBound..<part.range.upperBound
        if let known = exceptions[word[range]], known.isEmpty {
          joined[joined.count - 1] = Part(range: range, word: Array(word[range]))
          continue
        }
      }
      joined.append(part)
    }
    return joined
  }

  private func choice(
    in word: UnsafeBufferPointer<UInt8>, at start: Int,
    _ choices: UnsafeMutableBufferPointer<Choice>, least: Float
  ) -> Choice {
    if choices[start].next >= 0 { return choices[start] }
    var best = Choice.none
    let lastStart = word.count - Self.shortestPart
    var state = lexicon.words.initial
    var end = start
    while end < word.count, let next = lexicon.words.step(state, word[end]) {
      state = next
      end += 1
      guard state.isWord, end - start >= Self.shortestPart else { continue }
      let number = state.number
      if end == word.count {
        if start > 0, let score = lexicon.score(number, as: .head),
          best.next == 0 || score > best.score
        {
          best = Choice(score: score, next: end, link: 0)
        }
        break
      }
      // At the beginning only what can still reach the least sum is worth a look at the rest.
      let floor = start == 0 ? least - Self.mostOfRest - Self.perPart : -.infinity
      if end <= lastStart, let score = modifierScore(number, end - start), score > floor {
        let rest = choice(in: word, at: end, choices, least: least)
        let sum = score + rest.score + Self.perPart
        if rest.next > 0, best.next == 0 || sum > best.score, mayStand(number, word, start, end) {
          best = Choice(score: sum, next: end, link: 0)
        }
      }
      if word[end] == UInt8(ascii: "s"), end < lastStart,
        let score = linkedScore(number, word[start..<end]), score > floor
      {
        let rest = choice(in: word, at: end + 1, choices, least: least)
        let sum = score + rest.score + Self.perPart
        if rest.next > 0, best.next == 0 || sum > best.score {
          best = Choice(score: sum, next: end + 1, link: 1)
        }
      }
    }
    choices[start] = best
    return best
  }

  private func modifierScore(_ number: Int, _ length: Int) -> Float? {
    if let score = lexicon.score(number, as: .modifier) { return score }
    let isName = length >= Self.shortestName && lexicon.flags(number).contains(.name)
    return isName ? Self.name : nil
  }

  private func linkedScore(_ number: Int, _ word: Slice<UnsafeBufferPointer<UInt8>>) -> Float? {
    if let score = lexicon.score(number, as: .linked) { return score }
    let isRegular =
      word.count > 4
      && (word.ends("ing") || word.ends("heid") || word.ends("teit") || word.ends("schap"))
    return isRegular && lexicon.flags(number).contains(.word) ? Self.regularLink : nil
  }

  /// A preposition stands only at the beginning and before a long noun.
  private func mayStand(
    _ number: Int, _ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard lexicon.flags(number).contains(.preposition) else { return true }
    guard start == 0 else { return false }
    let head = Array(word[end...])
    let base = lexicon.words.number(of: head).map { lexicon.words.word(lexicon.base($0)) } ?? head
    return Derivation(paradigm: Paradigm(lexicon: lexicon))
      .mayModify(Array(word[..<end]), headBase: base)
  }
}

/// Modifiers that are no words by themselves, or whose form as a modifier is not the one of the word; and such heads.
enum Linking {
  private static let bases: [[UInt8]: [UInt8]] = [
    "kinder": "kind", "eier": "ei", "runder": "rund", "kalver": "kalf", "lammer": "lam",
    "hoender": "hoen", "zonne": "zon", "scheep": "schip",
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = Array($1.value.utf8) }

  private static let prefixes = ["neven", "mede", "anti"].map { Array($0.utf8) }

  /// Nouns that a list of words has only as the last part of others.
  static let heads = ["houderij", "houderijen"].map { Array($0.utf8) }

  /// The modifiers that a list of words may lack.
  static var modifiers: [[UInt8]] { Array(bases.keys) + prefixes }

  /// The word that a modifier is a form of.
  static func base(of modifier: [UInt8]) -> [UInt8] { bases[modifier] ?? modifier }
}
