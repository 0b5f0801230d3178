/// A member of a suspended compound, whose head is written with a later member: `wet-` of `wet- en
/// regelgeving`.
struct SuspendedMember {
  /// In lower case without diacritics, with its linking element: `opsporings`.
  var word: [UInt8]
  /// Without the hyphen.
  var range: Range<Int>
  var position: UInt32
}

/// A verb whose particle precedes `te`: `in te voeren`.
struct SeparatedParticle {
  /// In lower case.
  var word: [UInt8]
  /// The position of `te`.
  var position: UInt32
}

/// A modifier that is written only with the first of several compounds: `wapen` in `wapenbezit en
/// -handel`.
struct SharedModifier {
  /// In lower case without diacritics, with its linking element.
  var word: [UInt8]
  /// The position of the last compound that has it.
  var position: UInt32
}

// Compounds and verbs that are written in pieces.
extension TokenWriter {
  // MARK: The head stands with a later member

  private static let maximumSuspended = 4

  /// Keeps an element with a hyphen after it that no word follows: `wet- en regelgeving`, `land-,
  /// tuin- en bosbouw`.
  mutating func suspend(_ element: Element) {
    guard morphology != nil, case .run = element.form, element.run.digits == 0 else { return }
    let text = lexer.text
    let end = element.range.upperBound
    let (sign, length) = lexer.peek(end)
    guard sign == .hyphen, end + length < text.count, suspended.count < Self.maximumSuspended else {
      return
    }
    let next = text[end + length]
    guard next == UInt8(ascii: " ") || next == UInt8(ascii: ",") || next == 0x0A || next == 0xC2
    else { return }
    let word = folded(String(decoding: text[element.range], as: UTF8.self))
    suspended.append(
      SuspendedMember(word: word, range: element.range, position: stream.lastPosition))
  }

  /// Writes the compounds of the suspended members, if this word has their head.
  mutating func complete(with word: [UInt8]) {
    guard let morphology, !FunctionWords.connectors.contains(word),
      suspended.last?.position != stream.lastPosition
    else { return }
    // personenauto's has the parts of personenauto.
    let word = word.ends("'s") ? word.dropLast(2) : word
    let head = morphology.analysis(of: word).parts.last?.range.lowerBound
    completeMembers(with: word, head: head, morphology)
  }

  /// The same for a composite, whose last element is the head: `EU- en NAVO-landen`.
  mutating func completeMembers(withHeadOf element: Element) {
    guard let morphology, !suspended.isEmpty else { return }
    let head = folded(String(decoding: lexer.text[element.range], as: UTF8.self))
    completeMembers(with: head, head: 0, morphology)
  }

  /// `head` is the offset of the head in the word. A listed compound of a member and another tail
  /// of the word takes precedence.
  private mutating func completeMembers(
    with word: [UInt8], head: Int?, _ morphology: MorphologicalAnalyzer
  ) {
    let members = suspended
    suspended.removeAll()
    for member in members {
      let whole =
        morphology.listedCompound(of: member.word, andHeadOf: word)
        ?? head.map { member.word + word[$0...] }
      guard let whole else { continue }
      let start = beginTerm()
      stream.terms.append(contentsOf: morphology.analysis(of: whole).term)
      endTerm(start, .stem, member.range, member.position, false, isOfSeveral: true)
      // It belongs to the position of the member.
      let token = stream.tokens.removeLast()
      let place = stream.tokens.lastIndex { $0.position <= member.position } ?? -1
      stream.tokens.insert(token, at: place + 1)
    }
  }

  // MARK: The modifier stands with an earlier member

  /// Writes the compound of a word with a hyphen before it: `wapenhandel` in `wapenbezit en
  /// -handel`.
  mutating func completeHead(_ range: Range<Int>) {
    guard let morphology else { return }
    let head = folded(String(decoding: lexer.text[range], as: UTF8.self))
    guard let modifier = sharedModifier(with: head, before: range.lowerBound - 1, morphology) else {
      return
    }
    shared = SharedModifier(word: modifier, position: stream.lastPosition)
    write(morphology.analysis(of: modifier + head).term, range)
  }

  /// The modifier of the compound before a hyphen, with a comma or a connector between them.
  private func sharedModifier(
    with head: [UInt8], before hyphen: Int, _ morphology: MorphologicalAnalyzer
  ) -> [UInt8]? {
    guard hyphen > 1, lexer.text[hyphen - 1] == UInt8(ascii: " ") else { return nil }
    var position = stream.lastPosition - 1
    if lexer.text[hyphen - 2] != UInt8(ascii: ",") {
      guard let connector = word(at: position), FunctionWords.connectors.contains(connector) else {
        return nil
      }
      position -= 1
    }
    if let shared, shared.position == position { return shared.word }
    return word(at: position).flatMap { morphology.modifier(of: $0, before: head) }
  }

  // MARK: The particle stands before «te»

  /// Keeps the particle before the `te` that was just written.
  mutating func separate() {
    guard let particle = word(at: stream.lastPosition - 1), Affixes.particles.contains(particle)
    else { return }
    separated = SeparatedParticle(word: particle, position: stream.lastPosition)
  }

  /// Writes the verb of a particle, `te` and the rest, if it is listed.
  mutating func completeVerb(_ range: Range<Int>) {
    guard let morphology, let particle = separated?.word, let rest = word(at: stream.lastPosition)
    else { return }
    separated = nil
    let verb = particle + rest
    if morphology.lexicon.has(verb) { write(morphology.analysis(of: verb).term, range) }
  }

  /// The word at a recent position, in lower case without diacritics.
  private func word(at position: UInt32) -> [UInt8]? {
    for token in stream.tokens.reversed() {
      if token.position < position { return nil }
      if token.position == position, token.kind == .word, !token.isPart {
        return Array(stream.bytes(of: token))
      }
    }
    return nil
  }

  /// Writes a stem of the current word.
  private mutating func write(_ term: [UInt8], _ range: Range<Int>) {
    let start = beginTerm()
    stream.terms.append(contentsOf: term)
    endTerm(start, .stem, range, stream.lastPosition, false, isOfSeveral: true)
  }
}
