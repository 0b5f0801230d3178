/// The first member of a compound whose head stands only with a later one.
struct SuspendedMember {
  /// In lower case without diacritics, with its linking element: `opsporings`.
  var word: [UInt8]
  /// Without the hyphen.
  var range: Range<Int>
  var position: UInt32
}

/// A verb whose particle stands before `te`: `in te voeren`.
struct SeparatedParticle {
  /// In lower case.
  var word: [UInt8]
  /// That of `te`.
  var position: UInt32
}

/// What compounds share whose first member stands only with the first of them: `wapen` in `wapenbezit en -handel`.
struct SharedModifier {
  /// In lower case without diacritics, with its linking element.
  var word: [UInt8]
  /// That of the last compound that has it.
  var position: UInt32
}

// Words that are written in pieces, or share a piece with another word.
extension TokenWriter {
  // MARK: The head stands with a later member

  /// The most members that wait for one head.
  private static let mostMembers = 4

  /// Remembers an element with a hyphen after it and no word after that: `wet- en regelgeving`, `land-, tuin- en
  /// bosbouw`.
  mutating func suspend(_ element: Element) {
    guard knowledge != nil, case .run = element.form, element.run.digits == 0 else { return }
    let text = lexer.text
    let end = element.range.upperBound
    let (sign, length) = lexer.peek(end)
    guard sign == .hyphen, end + length < text.count, suspended.count < Self.mostMembers else {
      return
    }
    let next = text[end + length]
    guard next == UInt8(ascii: " ") || next == UInt8(ascii: ",") || next == 0x0A || next == 0xC2
    else { return }
    let word = folded(String(decoding: text[element.range], as: UTF8.self))
    suspended.append(
      SuspendedMember(word: word, range: element.range, position: stream.lastPosition))
  }

  /// Words that stand between the members.
  private static let connectors: Set<[UInt8]> = Set(
    ["en", "of", "dan", "wel", "noch", "respectievelijk", "als", "maar", "ook", "niet", "tot"].map {
      Array($0.utf8)
    })

  /// Writes the compounds that the waiting members stand for, if this word has the head they wait for.
  mutating func complete(with word: [UInt8]) {
    guard let knowledge, !Self.connectors.contains(word),
      suspended.last?.position != stream.lastPosition
    else { return }
    // The forms of personenauto's are those of the word without the ending.
    let word = word.ends("'s") ? word.dropLast(2) : word
    let head = knowledge.meaning(of: word).parts.last?.range.lowerBound
    completeMembers(with: word, head: head, knowledge)
  }

  /// The same for a compound with hyphens, the last element of which is the head: `EU- en NAVO-landen`.
  mutating func completeMembers(withHeadOf element: Element) {
    guard let knowledge, !suspended.isEmpty else { return }
    let head = folded(String(decoding: lexer.text[element.range], as: UTF8.self))
    completeMembers(with: head, head: 0, knowledge)
  }

  /// `head` is where the head begins in a word where the list has no compound of a member and another end of it.
  private mutating func completeMembers(
    with word: [UInt8], head: Int?, _ knowledge: MorphologicalAnalyzer
  ) {
    let members = suspended
    suspended.removeAll()
    for member in members {
      let whole =
        knowledge.listedCompound(of: member.word, andHeadOf: word)
        ?? head.map { member.word + word[$0...] }
      guard let whole else { continue }
      let start = beginTerm()
      stream.terms.append(contentsOf: knowledge.meaning(of: whole).term)
      endTerm(start, .stem, member.range, member.position, false)
      // It belongs to the place of the member.
      let token = stream.tokens.removeLast()
      let place = stream.tokens.lastIndex { $0.position <= member.position } ?? -1
      stream.tokens.insert(token, at: place + 1)
    }
  }

  // MARK: The modifier stands with an earlier member

  /// Writes the compound that a word with a hyphen before it stands for: the last token of `wapenbezit en -handel`.
  mutating func completeHead(_ range: Range<Int>) {
    guard let knowledge else { return }
    let head = folded(String(decoding: lexer.text[range], as: UTF8.self))
    guard let modifier = sharedModifier(with: head, before: range.lowerBound - 1, knowledge) else {
      return
    }
    shared = SharedModifier(word: modifier, position: stream.lastPosition)
    write(knowledge.meaning(of: modifier + head).term, range)
  }

  /// The modifier of the compound that stands before a hyphen, with a comma or a connector between them.
  private func sharedModifier(
    with head: [UInt8], before hyphen: Int, _ knowledge: MorphologicalAnalyzer
  ) -> [UInt8]? {
    guard hyphen > 1, lexer.text[hyphen - 1] == UInt8(ascii: " ") else { return nil }
    var position = stream.lastPosition - 1
    if lexer.text[hyphen - 2] != UInt8(ascii: ",") {
      guard let connector = word(at: position), Self.connectors.contains(connector) else {
        return nil
      }
      position -= 1
    }
    if let shared, shared.position == position { return shared.word }
    guard let compound = word(at: position) else { return nil }
    if let last = knowledge.meaning(of: compound).parts.last {
      return Array(compound[..<last.range.lowerBound])
    }
    // zorgvragers: where nothing tells its parts, a compound of the list with the new head does.
    let lengths = stride(from: compound.count - 3, through: 3, by: -1)
    return lengths.map { Array(compound[..<$0]) }.first {
      knowledge.lexicon.has($0) && knowledge.lexicon.has($0 + head)
    }
  }

  // MARK: The particle stands before «te»

  /// Remembers the particle before a `te` that has just been written.
  mutating func separate() {
    guard let particle = word(at: stream.lastPosition - 1), ClosedWords.particles.contains(particle)
    else { return }
    separated = SeparatedParticle(word: particle, position: stream.lastPosition)
  }

  /// Writes the verb that the word after a particle and `te` is a part of, if the list has it.
  mutating func completeVerb(_ range: Range<Int>) {
    guard let knowledge, let particle = separated?.word, let rest = word(at: stream.lastPosition)
    else { return }
    separated = nil
    let verb = particle + rest
    if knowledge.lexicon.has(verb) { write(knowledge.meaning(of: verb).term, range) }
  }

  /// The word, in lower case without diacritics, at one of the last places.
  private func word(at position: UInt32) -> [UInt8]? {
    for token in stream.tokens.reversed() {
      if token.position < position { return nil }
      if token.position == position, token.kind == .word, !token.isPart {
        return Array(stream.bytes(of: token))
      }
    }
    return nil
  }

  /// Writes a term of the word at hand.
  private mutating func write(_ term: [UInt8], _ range: Range<Int>) {
    let start = beginTerm()
    stream.terms.append(contentsOf: term)
    endTerm(start, .stem, range, stream.lastPosition, false)
  }
}
