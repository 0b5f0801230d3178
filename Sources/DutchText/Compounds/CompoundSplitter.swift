/// Splits compounds.
///
/// The score of a part is the logarithm of how often it is a part where it could be one: nine in
/// ten words that begin with `kinder` continue with a word, but one in ten that begin with `best`.
/// The parts with the best sum that cover the whole word are taken, and then divided in turn. A
/// listed word must reach a higher sum than an unlisted one, which is nearly always a compound.
struct CompoundSplitter {
  let lexicon: Lexicon
  /// The parts of exceptional words; empty for a word that is not a compound.
  let exceptions: WordTable<[[UInt8]]>

  /// A part of a compound.
  struct Part: Hashable {
    /// Its place in the word, without the linking element.
    var range: Range<Int>
    /// Its form as a word.
    var word: [UInt8]
  }

  /// The minimum sum of listed words, and of others. Any value between -1.7 and -2.5 gives the same
  /// F1 within half a point, measured on the development words in five folds.
  private static let knownThreshold: Float = -2
  private static let unknownThreshold: Float = -5.5
  /// The cost of each further part.
  private static let perPart: Float = -0.35
  /// The score of a name as a modifier: `Bulgarenfraude`.
  private static let nameScore: Float = -1.5
  /// The score of a linking -s after -ing, -heid, -teit and -schap if no listed compound has it.
  private static let regularLinkScore: Float = -2
  private static let minimumPartLength = 3
  private static let minimumNameLength = 5
  private static let minimumCompoundLength = 6
  /// Of a part that may have parts in turn.
  private static let minimumDivisibleLength = 7
  private static let maximumDepth = 4

  /// The parts of a word in lower-case ASCII; empty if it is not a compound. `number` is its number
  /// in the lexicon, and `base` that of its base form; nil if the lexicon lacks them.
  func parts(of word: [UInt8], number: Int?, base: Int?) -> [Part] {
    let whole = Part(range: 0..<word.count, word: word)
    let parts = divided(whole, number: number, base: base, depth: 0)
    return parts.count > 1 ? parts : []
  }

  private func divided(_ whole: Part, number: Int?, base: Int?, depth: Int) -> [Part] {
    guard depth < Self.maximumDepth,
      let segments = segments(of: whole.word, number: number, base: base)
    else { return [whole] }
    var parts: [Part] = []
    for segment in segments {
      // An exception may give a part a longer form than the one in the word.
      let start = min(whole.range.lowerBound + segment.range.lowerBound, whole.range.upperBound)
      let end = min(start + segment.range.count, whole.range.upperBound)
      let part = Part(range: start..<end, word: segment.word)
      if segment.word.count >= Self.minimumDivisibleLength {
        let number = lexicon.words.number(of: segment.word)
        parts += divided(part, number: number, base: number.map(lexicon.base), depth: depth + 1)
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  private func segments(of word: [UInt8], number: Int?, base: Int?) -> [Part]? {
    guard word.count >= Self.minimumCompoundLength, word.count <= Term.maximumLength else {
      return nil
    }
    if let parts = exceptions[word] { return parts.isEmpty ? nil : located(parts, in: word) }
    let flags = number.map(lexicon.flags) ?? []
    if flags.contains(.closed) { return nil }
    // Kamerbrief: words named after an institution have a capital but are not names.
    if flags.contains(.name), !word.begins("kamer") { return nil }
    if number == nil, let base, lexicon.flags(base).contains(.closed) { return nil }
    let derivation = Derivation(paradigm: Paradigm(lexicon: lexicon))
    if let (adjective, prefix) = derivation.adjective(in: word) {
      return segments(of: word, madeOf: adjective, after: prefix)
    }
    if isMadeOfSimpleNoun(word) { return nil }
    let isKnown = flags.contains(.word) || base != nil
    let parts = best(word, threshold: isKnown ? Self.knownThreshold : Self.unknownThreshold)
    // The forms of a word that is not a compound are not compounds either. Few words get here.
    if parts != nil, let base, let ofBase = exceptions[lexicon.words.word(base)], ofBase.isEmpty {
      return nil
    }
    return parts
  }

  /// Whether a word is a simple noun with -schap: a `lidmaatschap` is not a `maatschap`.
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

  /// The parts of a word derived from an adjective: those of the adjective.
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

  /// Finds the parts of an exception in the word by their first letters.
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

  /// The best way to cover a word from some place to its end.
  private struct Choice {
    var score: Float
    /// Where the next part begins; the end of the word for the last part; 0 if nothing covers the
    /// rest.
    var next: Int
    /// The length of the link after this part.
    var link: Int

    static let none = Choice(score: 0, next: 0, link: 0)
    /// Not computed yet.
    static let open = Choice(score: 0, next: -1, link: 0)
  }

  /// An upper bound of what the parts after the first can add to a sum.
  private static let maximumOfRest: Float = 2

  private func best(_ word: [UInt8], threshold: Float) -> [Part]? {
    withUnsafeTemporaryAllocation(of: Choice.self, capacity: word.count) { choices in
      choices.initialize(repeating: .open)
      let first = word.withUnsafeBufferPointer {
        choice(in: $0, at: 0, choices, threshold: threshold)
      }
      guard first.next > 0, first.score >= threshold else { return nil }
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

  /// Joins parts that together are an exception without parts: the first two of `slachtofferhulp`.
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
    _ choices: UnsafeMutableBufferPointer<Choice>, threshold: Float
  ) -> Choice {
    if choices[start].next >= 0 { return choices[start] }
    var best = Choice.none
    let lastStart = word.count - Self.minimumPartLength
    var state = lexicon.words.initial
    var end = start
    while end < word.count, let next = lexicon.words.step(state, word[end]) {
      state = next
      end += 1
      guard state.isWord, end - start >= Self.minimumPartLength else { continue }
      let number = state.number
      if end == word.count {
        if start > 0, let score = lexicon.score(number, as: .head),
          best.next == 0 || score > best.score
        {
          best = Choice(score: score, next: end, link: 0)
        }
        break
      }
      // A first part that cannot reach the minimum sum need not be followed.
      let floor = start == 0 ? threshold - Self.maximumOfRest - Self.perPart : -.infinity
      if end <= lastStart, let score = modifierScore(number, end - start), score > floor {
        let rest = choice(in: word, at: end, choices, threshold: threshold)
        let sum = score + rest.score + Self.perPart
        if rest.next > 0, best.next == 0 || sum > best.score, mayStand(number, word, start, end) {
          best = Choice(score: sum, next: end, link: 0)
        }
      }
      if word[end] == UInt8(ascii: "s"), end < lastStart,
        let score = linkedScore(number, word[start..<end]), score > floor
      {
        let rest = choice(in: word, at: end + 1, choices, threshold: threshold)
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
    let isName = length >= Self.minimumNameLength && lexicon.flags(number).contains(.name)
    return isName ? Self.nameScore : nil
  }

  private func linkedScore(_ number: Int, _ word: Slice<UnsafeBufferPointer<UInt8>>) -> Float? {
    if let score = lexicon.score(number, as: .linked) { return score }
    let isRegular =
      word.count > 4
      && (word.ends("ing") || word.ends("heid") || word.ends("teit") || word.ends("schap"))
    return isRegular && lexicon.flags(number).contains(.word) ? Self.regularLinkScore : nil
  }

  /// Whether a part may stand here: a preposition only at the beginning and before a long noun.
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

/// Modifiers and heads that are not words by themselves, or have another form as a word.
enum Linking {
  private static let bases: [[UInt8]: [UInt8]] = [
    "kinder": "kind", "eier": "ei", "runder": "rund", "kalver": "kalf", "lammer": "lam",
    "hoender": "hoen", "zonne": "zon", "scheep": "schip",
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = Array($1.value.utf8) }

  private static let prefixes = ["neven", "mede", "anti"].map { Array($0.utf8) }

  /// Nouns that lists of words have only as the last part of others.
  static let heads = ["houderij", "houderijen"].map { Array($0.utf8) }

  /// Modifiers that lists of words may lack.
  static var modifiers: [[UInt8]] { Array(bases.keys) + prefixes }

  /// The word of which a modifier is a form.
  static func base(of modifier: [UInt8]) -> [UInt8] { bases[modifier] ?? modifier }
}
