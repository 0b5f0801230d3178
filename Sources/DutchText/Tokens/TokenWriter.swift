internal import DutchStemmer

/// The state of one analysis: the stream that is written, and buffers that are reused for every
/// word.
struct TokenWriter {
  let lexer: Lexer
  var stream: TokenStream
  let morphology: MorphologicalAnalyzer?
  /// Whether there is a lexicon.
  private let hasWords: Bool
  /// Which words are worth analysing; nil for all.
  let prefilter: TermPrefilter?
  /// The members of a suspended compound that wait for its head: `wet-` of `wet- en regelgeving`.
  var suspended: [SuspendedMember] = []
  /// The particle that waits for its verb: `in` of `in te voeren`.
  var separated: SeparatedParticle?
  /// The modifier for the next word with a hyphen before it: `wapen` of `wapenbezit en -handel`.
  var shared: SharedModifier?
  /// The current word in lower case with its diacritics.
  var lower: [UInt8] = []
  /// The elements of a composite, joined.
  var joined: [UInt8] = []
  private var stem: [UInt8] = []

  init(
    text: UnsafeBufferPointer<UInt8>, stream: TokenStream, morphology: MorphologicalAnalyzer?,
    prefilter: TermPrefilter?
  ) {
    lexer = Lexer(text: text)
    self.morphology = morphology
    hasWords = morphology != nil
    self.prefilter = prefilter
    self.stream = stream
  }

  mutating func writeAll() {
    let text = lexer.text
    var at = 0
    var precededByWord = false
    while at < text.count {
      let start = at
      if let end = plainWordEnd(at) {
        stream.lastPosition += 1
        writePlainWord(at..<end)
        at = end
      } else if let element = lexer.element(at: at, precededByWord: precededByWord) {
        at = writeComposite(from: element)
      }
      if at > start {
        if hasWords { complete(start..<at) }
        precededByWord = true
        continue
      }
      precededByWord = false
      if writeSymbol(at: at) {
        at += Scalar(text, at: at).length
        continue
      }
      // No phrase runs over a blank line. Several blank lines count as one.
      if text[at] == 0x0A, at + 1 < text.count, text[at + 1] == 0x0A,
        at == 0 || text[at - 1] != 0x0A
      {
        stream.lastPosition += 1
        suspended.removeAll()
      }
      at += Scalar(text, at: at).length
    }
  }

  /// Adds the compounds and verbs that the last word completes.
  @inline(__always)
  private mutating func complete(_ range: Range<Int>) {
    if range.lowerBound > 0, lexer.text[range.lowerBound - 1] == UInt8(ascii: "-") {
      completeHead(range)
    }
    if let separated, separated.position < stream.lastPosition { completeVerb(range) }
    if range.count == 2, lexer.text[range.lowerBound] | 0x20 == UInt8(ascii: "t"),
      lexer.text[range.lowerBound + 1] | 0x20 == UInt8(ascii: "e")
    {
      separate()
    }
  }

  // MARK: Plain words

  /// The end of the word at an offset, if it is of ASCII letters, not all capitals, and nothing
  /// follows that could belong to it. A short cut for nine words out of ten, with the same result.
  @inline(__always)
  private func plainWordEnd(_ start: Int) -> Int? {
    let text = lexer.text
    var at = start
    var capitals = 0
    while at < text.count, (text[at] | 0x20) &- UInt8(ascii: "a") < 26 {
      if text[at] < UInt8(ascii: "a") { capitals += 1 }
      at += 1
    }
    let length = at - start
    guard length > 1, length < Term.maximumLength, capitals < length else { return nil }
    guard at < text.count else { return at }
    let next = text[at]
    let mayGoOn =
      next >= 0x80 || next == UInt8(ascii: "-") || next == UInt8(ascii: "'")
      || next == UInt8(ascii: "`") || next &- UInt8(ascii: "0") < 10
    return mayGoOn ? nil : at
  }

  @inline(__always)
  private mutating func writePlainWord(_ range: Range<Int>) {
    let text = UnsafeBufferPointer(rebasing: lexer.text[range])
    let start = beginTerm()
    stream.terms.append(contentsOf: text)
    var word = PackedWord()
    stream.terms.withUnsafeMutableBufferPointer { terms in
      for index in text.indices {
        let byte = text[index] | 0x20
        terms[start + index] = byte
        if index < PackedWord.maximumLength { word.set(byte, at: index) }
      }
    }
    endTerm(start, .word, range, stream.lastPosition, false)
    if hasWords {
      return writeStemAndParts(
        of: start..<stream.terms.count, range, stream.lastPosition, isPart: false, partsIn: range)
    }
    let isShort = text.count <= PackedWord.maximumLength
    if isShort, let (stem, length) = stream.stems.stem(of: word) {
      guard length > 0, length != text.count || stem != word else { return }
      let stemStart = beginTerm()
      for index in 0..<length { stream.terms.append(stem.byte(at: index)) }
      return endTerm(stemStart, .stem, range, stream.lastPosition, false)
    }
    stem.removeAll(keepingCapacity: true)
    stem.append(contentsOf: stream.terms[start...])
    DutchStemmer.stem(&stem)
    if isShort, !isBrief { stream.stems.add(word, stem: stem) }
    if stem.isEmpty || stem[...] == stream.terms[start...] { return }
    let stemStart = beginTerm()
    stream.terms.append(contentsOf: stem)
    endTerm(stemStart, .stem, range, stream.lastPosition, false)
  }

  /// Whether the text is too short for words to recur: a query, a name.
  private var isBrief: Bool { lexer.text.count < 256 }

  // MARK: Elements

  mutating func write(_ element: Element, isPart: Bool) {
    let position = stream.lastPosition
    lower.removeAll(keepingCapacity: true)
    lexer.append(element, to: &lower)
    switch element.form {
    case .run:
      let run = element.run
      writeWord(
        element.range, at: position, isPart: isPart, stems: run.digits == 0,
        isPlain: run.isPlain)
      if run.isAllCapitals, run.digits == 0 { writeCapitals(of: element, position, isPart) }
      if run.switches == 1 {
        if !isPart { writeOrdinal(run, position) }
        writeLettersAndDigits(of: run, position)
      }
    case .clitic:
      writeWord(element.range, at: position, isPart: isPart, stems: false)
    case .dotted:
      writeWord(element.range, at: position, isPart: isPart, stems: false)
      if element.run.capitals == 1 { writeCapitals(of: element, position, isPart) }
    case .apostrophe(let suffix):
      writeApostrophe(element, suffix, position, isPart)
    case .number(let groups):
      writeWord(element.range, at: position, isPart: isPart, stems: false)
      if groups > 1 { writeGroups(of: element, groups, position) }
    }
  }

  /// The endings of ordinals besides -e: `21ste`.
  private static let ordinalEndings = ["ste", "de"].map { Array($0.utf8) }

  /// Writes the stem of an ordinal, in -e: `21e` of `21ste`.
  private mutating func writeOrdinal(_ run: Run, _ position: UInt32) {
    let number = run.start..<run.switchAt
    guard lexer.text[run.start] &- UInt8(ascii: "0") < 10,
      Self.ordinalEndings.contains(where: {
        lexer.text[number.upperBound..<run.end].elementsEqual($0)
      })
    else { return }
    let start = beginTerm()
    stream.terms.append(contentsOf: lexer.text[number])
    stream.terms.append(UInt8(ascii: "e"))
    endTerm(start, .stem, run.start..<run.end, position, false)
  }

  /// Writes the letters and the digits of a run apart: `273f` is found by `273`, `JA21` by `ja` and
  /// `21`. A single letter is not a word of its own.
  private mutating func writeLettersAndDigits(of run: Run, _ position: UInt32) {
    for range in [run.start..<run.switchAt, run.switchAt..<run.end] {
      guard let part = lexer.run(at: range.lowerBound), part.digits > 0 || range.count > 1 else {
        continue
      }
      lower.removeAll(keepingCapacity: true)
      lexer.appendLowerCase(range, to: &lower)
      writeWord(range, at: position, isPart: true, stems: false)
    }
  }

  private mutating func writeGroups(of number: Element, _ groups: Int, _ position: UInt32) {
    var at = number.range.lowerBound
    var written = 0
    while at < number.range.upperBound, written < groups {
      if let group = lexer.run(at: at) {
        lower.removeAll(keepingCapacity: true)
        lexer.appendLowerCase(group.start..<group.end, to: &lower)
        writeWord(group.start..<group.end, at: position, isPart: true, stems: false)
        at = group.end
        written += 1
      } else {
        at += Scalar(lexer.text, at: at).length
      }
    }
  }

  /// The endings after an apostrophe; with any other (`d'Hondt`) both sides are words.
  private static let endings: [[UInt8]] =
    ["s", "n", "t", "er", "ers", "en", "tje", "tjes", "je", "jes"].map { Array($0.utf8) }

  private mutating func writeApostrophe(
    _ element: Element, _ suffix: Run, _ position: UInt32, _ isPart: Bool
  ) {
    // zzp'ers is the plural of zzp'er, which the stemmer does not know.
    let plural = lower.ends("'ers") || lower.ends("'tjes") || lower.ends("'jes")
    writeWord(
      element.range, at: position, isPart: isPart, stems: true, stemmedLength: plural ? 1 : 0)
    var ending: [UInt8] = []
    lexer.appendLowerCase(suffix.start..<suffix.end, to: &ending)
    var parts = [element.run]
    if !Self.endings.contains(ending) { parts.append(suffix) }
    for part in parts where part.letters > 1 {
      let range = part.start..<part.end
      lower.removeAll(keepingCapacity: true)
      lexer.appendLowerCase(range, to: &lower)
      writeWord(range, at: position, isPart: true, stems: part.digits == 0)
    }
    if element.run.isAllCapitals, element.run.digits == 0 {
      let range = element.run.start..<element.run.end
      writeCapitals(of: Element(form: .run, run: element.run, range: range), position, isPart)
    }
  }

  /// Writes an abbreviation in its capitals, which alone distinguish `OM` from `om`.
  private mutating func writeCapitals(of element: Element, _ position: UInt32, _ isPart: Bool) {
    let start = beginTerm()
    let text = lexer.text
    var at = element.range.lowerBound
    while at < element.range.upperBound {
      let scalar = Scalar(text, at: at)
      if scalar.value == 0x132 {
        stream.terms.append(contentsOf: [UInt8(ascii: "I"), UInt8(ascii: "J")])
      } else if scalar.scalarClass == .letter {
        appendScalar(scalar.value, to: &stream.terms)
      }
      at += scalar.length
    }
    endTerm(start, .exact, element.range, position, isPart)
  }

  // MARK: Words

  /// Writes the word in `lower`, with its exact form and its stems. Its last `cut` bytes are left
  /// out for stemming.
  @inline(__always)
  mutating func writeWord(
    _ range: Range<Int>, at position: UInt32, isPart: Bool, stems: Bool, isPlain: Bool = false,
    stemmedLength cut: Int = 0, hasElements: Bool = false
  ) {
    let word = beginTerm()
    let isASCII = isPlain || lower.allSatisfy { $0 < 0x80 }
    if isASCII {
      stream.terms.append(contentsOf: lower)
    } else {
      fold(lower[...], into: &stream.terms)
    }
    endTerm(word, .word, range, position, isPart)
    let wordEnd = stream.terms.count
    if !isASCII {
      let exact = beginTerm()
      stream.terms.append(contentsOf: lower)
      endTerm(exact, .exact, range, position, isPart)
    }
    guard stems else { return }
    if hasWords {
      let meant = hasElements ? nil : range
      return writeStemAndParts(
        of: word..<wordEnd, range, position, isPart: isPart, partsIn: meant, cut: cut)
    }
    stem.removeAll(keepingCapacity: true)
    stem.append(contentsOf: lower.dropLast(cut))
    let first = writeStem(range, position, isPart, word..<wordEnd, other: nil)
    if !isASCII {
      // A query without diacritics must reach the same term.
      stem.removeAll(keepingCapacity: true)
      stem.append(contentsOf: stream.terms[word..<wordEnd])
      _ = writeStem(range, position, isPart, word..<wordEnd, other: first)
    }
  }

  /// Stems the word in `stem` and writes that, unless it is the word itself or another stem of it.
  @inline(__always)
  private mutating func writeStem(
    _ range: Range<Int>, _ position: UInt32, _ isPart: Bool, _ word: Range<Int>,
    other: Range<Int>?
  ) -> Range<Int>? {
    DutchStemmer.stem(&stem)
    let start = beginTerm()
    fold(stem[...], into: &stream.terms)
    let term = start..<stream.terms.count
    let known = other ?? word
    if term.isEmpty || isSame(term, word) || isSame(term, known) {
      stream.terms.removeLast(term.count)
      return nil
    }
    endTerm(start, .stem, range, position, isPart)
    // Too long a term has been cut off.
    return start..<stream.terms.count
  }

  func isSame(_ term: Range<Int>, _ other: Range<Int>) -> Bool {
    stream.terms[term].elementsEqual(stream.terms[other])
  }

  func beginTerm() -> Int { stream.terms.count }

  /// Ends the term that was begun at `start` and adds its token.
  @inline(__always)
  mutating func endTerm(
    _ start: Int, _ kind: Token.Kind, _ range: Range<Int>, _ position: UInt32, _ isPart: Bool,
    isOfSeveral: Bool = false
  ) {
    if stream.terms.count - start > Term.maximumLength {
      var end = start + Term.maximumLength
      while end > start, stream.terms[end] & 0xC0 == 0x80 { end -= 1 }
      stream.terms.removeLast(stream.terms.count - end)
    }
    stream.tokens.append(
      Token(
        kind: kind, isPart: isPart, isOfSeveral: isOfSeveral, position: position,
        start: UInt32(range.lowerBound), end: UInt32(range.upperBound), termStart: UInt32(start),
        termEnd: UInt32(stream.terms.count)))
  }
}
