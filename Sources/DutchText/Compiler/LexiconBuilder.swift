extension Lexicon {
  /// Compiles a list of words such as a spelling checker uses: all inflected forms, names with
  /// capitals, common compounds. Leaves out words of more than 32 letters and words that contain
  /// anything but letters; folds diacritics. The same words give the same bytes.
  public static func compile(_ words: some Sequence<String>) -> [UInt8] {
    var builder = LexiconBuilder()
    for word in words { builder.add(word) }
    return builder.finish()
  }
}

/// Words by number, stored back to back.
struct WordList {
  private var letters: [UInt8] = []
  private var ends: [Int32] = []

  var count: Int { ends.count }
  var indices: Range<Int> { ends.indices }

  subscript(number: Int) -> ArraySlice<UInt8> {
    letters[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  mutating func append(_ word: ArraySlice<UInt8>) {
    letters += word
    ends.append(Int32(letters.count))
  }
}

/// Collects words and computes their entries in a lexicon.
struct LexiconBuilder {
  /// The words as they were added, back to back.
  private var letters: [UInt8] = []
  private var occurrences: [Occurrence] = []
  private var folded: [UInt8] = []

  /// The place of a word in `letters`.
  private struct Occurrence {
    /// The first eight letters as a number in the same order. It decides nearly every comparison.
    var first: UInt64
    var start: Int32
    var length: Int32
    var flags: Lexicon.Flags
  }

  mutating func add(_ word: String) {
    var word = word
    var lower: [UInt8] = []
    var isName = false
    let isWord = word.withUTF8 { text in
      var at = 0
      while at < text.count {
        let scalar = Scalar(text, at: at)
        at += scalar.length
        guard scalar.scalarClass == .letter else { return false }
        // A name begins with a capital; a later one (`tv-Gids`) does not count.
        if at == scalar.length, scalar.isUpper { isName = true }
        appendLower(scalar.value, to: &lower)
      }
      return true
    }
    guard isWord else { return }
    folded.removeAll(keepingCapacity: true)
    fold(lower[...], into: &folded)
    guard folded.count <= Lexicon.maximumWordLength, !folded.isEmpty,
      folded.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }), Self.isLongEnough(folded)
    else { return }
    add(folded, isName ? .name : .word)
  }

  /// Whether a word is long enough to be listed. A form that seems to be of a word of one or two
  /// letters belongs to a longer word (`meen` of `me`, `potje` of `po`), unless the short word
  /// begins with a vowel (`ei`, `as`).
  private static func isLongEnough(_ word: [UInt8]) -> Bool {
    word.count > 2 || word.count == 2 && Spelling.isVowel(word[0])
  }

  private mutating func add(_ word: [UInt8], _ flags: Lexicon.Flags) {
    var first: UInt64 = 0
    for index in 0..<8 { first = first << 8 | UInt64(index < word.count ? word[index] : 0) }
    occurrences.append(
      Occurrence(
        first: first, start: Int32(letters.count), length: Int32(word.count), flags: flags))
    letters += word
  }

  /// The words in ascending order, each once with all its flags.
  private consuming func sorted() -> (words: WordList, flags: [Lexicon.Flags]) {
    let letters = letters
    func text(_ occurrence: Occurrence) -> ArraySlice<UInt8> {
      letters[Int(occurrence.start)..<Int(occurrence.start + occurrence.length)]
    }
    occurrences.sort { left, right in
      left.first != right.first
        ? left.first < right.first : text(left).lexicographicallyPrecedes(text(right))
    }
    var words = WordList()
    var flags: [Lexicon.Flags] = []
    for occurrence in occurrences {
      let word = text(occurrence)
      if let last = flags.indices.last, words[last].elementsEqual(word) {
        flags[last].formUnion(occurrence.flags)
      } else {
        words.append(word)
        flags.append(occurrence.flags)
      }
    }
    return (words, flags)
  }

  consuming func finish() -> [UInt8] {
    for modifier in Linking.modifiers { add(modifier, []) }
    for head in Linking.heads { add(head, .word) }
    for word in Affixes.prepositions.entries.keys { add(word, .preposition) }
    let (words, flags) = sorted()

    var automaton = AutomatonBuilder()
    for number in words.indices { automaton.add(words[number]) }
    let (edges, root) = automaton.finish()
    var entries = [Entry](repeating: Entry(), count: words.count)
    for (number, flags) in flags.enumerated() {
      entries[number].base = UInt32(number)
      // A name that is also a word counts as a word.
      entries[number].flags = flags.contains(.word) ? flags.subtracting(.name) : flags
    }
    let plain = Self.bytes(edges, root, entries)
    guard let lexicon = try? Lexicon(plain) else { return plain }
    Self.describe(words, lexicon, flags, &entries)
    return Self.bytes(edges, root, entries)
  }

  /// Finds the base of each word, whether it can be a compound, and its scores. In `flags`, names
  /// that are also words have both flags.
  private static func describe(
    _ words: WordList, _ lexicon: Lexicon, _ flags: [Lexicon.Flags], _ entries: inout [Entry]
  ) {
    let inflection = Lemmatizer(lexicon)
    let ofNames = Lemmatizer(lexicon, knowsNames: true)
    let derivation = Derivation(paradigm: inflection.paradigm)
    for modifier in Linking.modifiers where !lexicon.has(modifier) {
      // kinder, also as a word by itself: `kinder opvang`.
      if let number = lexicon.words.number(of: modifier),
        let base = lexicon.words.number(of: Linking.base(of: modifier))
      {
        entries[number].base = UInt32(base)
      }
    }
    for number in words.indices {
      let word = Array(words[number])
      let isName = entries[number].flags.contains(.name)
      guard isName || entries[number].flags.contains(.word) else { continue }
      let base = (isName ? ofNames : inflection).base(of: word)
      // Rome is not a form of room.
      guard let baseNumber = lexicon.words.number(of: base),
        !isName || flags[baseNumber].contains(.name)
      else { continue }
      entries[number].base = UInt32(baseNumber)
      if !isName,
        FunctionWords.uninflected.contains(word) || derivation.isVerbal(word, base: base)
      {
        entries[number].flags.insert(.closed)
      }
    }
    var scores = CompoundStatistics(words: words, lexicon: lexicon)
    scores.count()
    for number in words.indices {
      let base = Int(entries[number].base)
      entries[number].scores = (
        byte(scores.modifier(number)), byte(scores.linked(number)),
        byte(scores.head(number, base: base))
      )
    }
  }

  // MARK: Bytes

  /// Small, since there are hundreds of thousands.
  private struct Entry {
    var base: UInt32 = 0
    var flags: Lexicon.Flags = []
    var scores: (UInt8, UInt8, UInt8) = (0, 0, 0)
  }

  private static func byte(_ score: Double?) -> UInt8 { score.map(Lexicon.byte(forScore:)) ?? 0 }

  private static func bytes(_ edges: [UInt8], _ root: Int, _ entries: [Entry]) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(16 + edges.count + entries.count * Lexicon.entrySize)
    for number in [entries.count, edges.count / Automaton.edgeSize, root, 0] {
      withUnsafeBytes(of: UInt32(number).littleEndian) { body.append(contentsOf: $0) }
    }
    body += edges
    for entry in entries {
      let base = entry.base | UInt32(entry.flags.rawValue) << 24
      withUnsafeBytes(of: base.littleEndian) { body.append(contentsOf: $0) }
      let (modifier, linked, head) = entry.scores
      body += [modifier, linked, head, 0]
    }
    return Lexicon.magic + body.withUnsafeBytes { Lexicon.hash($0) } + body
  }
}
