/// The first member of a compound whose head stands only with a later one.
struct SuspendedMember {
  /// In lower case without diacritics, with its linking element: `opsporings`.
  var word: [UInt8]
  /// Without the hyphen.
  var range: Range<Int>
  var position: UInt32
}

extension TokenWriter {
  // MARK: Terms and parts

  /// Writes the term of a word that has been written as the bytes `written` of the terms, and the terms of its parts, one by one and joined;
  /// `cut` bytes at its end do not count. `partsIn` is the surface of the word, nil where its parts are tokens already.
  @inline(__always)
  mutating func writeMeaning(
    of written: Range<Int>, _ knowledge: WordKnowledge, _ range: Range<Int>, _ position: UInt32,
    isPart: Bool, partsIn surface: Range<Int>?, cut: Int = 0
  ) {
    // The head of suspended compounds tells what those are, whatever it is itself.
    if let sieve, suspended.isEmpty, !stream.mayHaveTerm(written, sieve) { return }
    var record = stream.meaning(of: written.dropLast(cut), knowledge)
    let hasOtherTerm = !record.term.isEmpty
    if hasOtherTerm || cut > 0 {
      let start = beginTerm()
      if hasOtherTerm {
        stream.terms.append(contentsOf: stream.meanings.bytes(record.term))
      } else {
        stream.terms.append(contentsOf: Array(stream.terms[written.dropLast(cut)]))
      }
      endTerm(start, .stem, range, position, isPart)
    }
    if let surface {
      while record.partCount > 0 {
        let part = stream.meanings.nextPart(of: &record)
        let start = beginTerm()
        stream.terms.append(contentsOf: stream.meanings.bytes(part.term))
        endTerm(
          start, part.isJoined ? .joinedParts : .part,
          place(of: part.place, in: surface, letters: written.count), position, true)
      }
    }
    if !suspended.isEmpty { complete(with: Array(stream.terms[written]), knowledge) }
  }

  /// Where some letters of the folded form of a word stand in the text.
  private func place(of letters: Range<Int>, in surface: Range<Int>, letters count: Int)
    -> Range<Int>
  {
    if surface.count == count {
      return surface.lowerBound + letters.lowerBound..<surface.lowerBound + letters.upperBound
    }
    var start = surface.lowerBound
    var end = surface.upperBound
    var folded: [UInt8] = []
    var at = surface.lowerBound
    while at < surface.upperBound {
      if folded.count <= letters.lowerBound { start = at }
      if folded.count >= letters.upperBound {
        end = at
        break
      }
      let scalar = Scalar(lexer.text, at: at)
      if scalar.scalarClass == .letter {
        var lower: [UInt8] = []
        appendLower(scalar.value, to: &lower)
        fold(lower[...], into: &folded)
      }
      at += scalar.length
    }
    return start..<max(start, end)
  }

  // MARK: Suspended compounds

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
    let word = Analyzer.folded(String(decoding: text[element.range], as: UTF8.self))
    suspended.append(
      SuspendedMember(word: word, range: element.range, position: stream.lastPosition))
  }

  /// Words that stand between the members.
  private static let connectors: Set<[UInt8]> = Set(
    ["en", "of", "dan", "wel", "noch", "respectievelijk", "als", "maar", "ook", "niet", "tot"].map {
      Array($0.utf8)
    })

  /// Writes the compounds that the waiting members stand for, if this word has the head they wait for.
  private mutating func complete(with word: [UInt8], _ knowledge: WordKnowledge) {
    if Self.connectors.contains(word) || suspended.last?.position == stream.lastPosition { return }
    let members = suspended
    suspended.removeAll()
    let meaning = knowledge.meaning(of: word)
    for member in members {
      guard let whole = knowledge.completed(member.word, with: word, meaning) else { continue }
      let start = beginTerm()
      stream.terms.append(contentsOf: knowledge.meaning(of: whole).term)
      endTerm(start, .stem, member.range, member.position, false)
      // It belongs to the place of the member.
      let token = stream.tokens.removeLast()
      let place = stream.tokens.lastIndex { $0.position <= member.position } ?? -1
      stream.tokens.insert(token, at: place + 1)
    }
  }
}

extension TokenStream {
  /// Whether a sieve lets a word through that is written in the terms.
  @inline(__always)
  fileprivate func mayHaveTerm(_ written: Range<Int>, _ sieve: TermSieve) -> Bool {
    terms.withUnsafeBufferPointer { sieve.mayHaveTerm(UnsafeBufferPointer(rebasing: $0[written])) }
  }

  /// The meaning of a word that is written in the terms.
  @inline(__always)
  fileprivate mutating func meaning(
    of written: Range<Int>, _ knowledge: WordKnowledge
  ) -> MeaningMemory.Record {
    terms.withUnsafeBufferPointer { terms in
      meanings.record(of: UnsafeBufferPointer(rebasing: terms[written]), knowledge)
    }
  }
}

extension WordKnowledge {
  private static let shortestHead = 3

  /// The compound of a member and the head of another compound: `wet` and `regelgeving` give `wetgeving`. One that the
  /// list has comes first, with the longest head; else the last part of the other one is the head.
  func completed(_ member: [UInt8], with other: [UInt8], _ meaning: WordMeaning) -> [UInt8]? {
    for start in stride(from: 2, through: other.count - Self.shortestHead, by: 1) {
      let modifier = other[..<start]
      guard
        lexicon.has(modifier) || ClosedWords.particles.contains(modifier)
          || modifier.ends("s") && lexicon.has(modifier.dropLast())
      else { continue }
      let whole = member + other[start...]
      if lexicon.has(whole) { return whole }
    }
    return meaning.parts.last.map { member + other[$0.range.lowerBound...] }
  }
}
