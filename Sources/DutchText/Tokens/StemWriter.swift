extension TokenWriter {
  // MARK: Terms and parts

  /// Writes the term of a word that has been written as the bytes `written` of the terms, and the terms of its parts, one by one and joined;
  /// `cut` bytes at its end do not count. `partsIn` is the surface of the word, nil where its parts are tokens already.
  @inline(__always)
  mutating func writeMeaning(
    of written: Range<Int>, _ range: Range<Int>, _ position: UInt32, isPart: Bool,
    partsIn surface: Range<Int>?, cut: Int = 0
  ) {
    // The head of suspended compounds tells what those are, whatever it is itself.
    if let sieve, suspended.isEmpty, !stream.mayHaveTerm(written, sieve) { return }
    guard var record = meaning(of: written.dropLast(cut)) else { return }
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
    if !suspended.isEmpty, !isPart { complete(with: Array(stream.terms[written])) }
  }

  /// The meaning of a word that is written in the terms. To hand the knowledge on counts a reference each time, so only
  /// what is not remembered gets it.
  @inline(__always)
  private mutating func meaning(of written: Range<Int>) -> AnalysisCache.Record? {
    stream.remembered(written) ?? workedOut(written)
  }

  private mutating func workedOut(_ written: Range<Int>) -> AnalysisCache.Record? {
    guard let meaning = knowledge?.meaning(of: Array(stream.terms[written])) else { return nil }
    return stream.remember(written, meaning)
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
}

extension TokenStream {
  /// Whether a sieve lets a word through that is written in the terms.
  @inline(__always)
  fileprivate func mayHaveTerm(_ written: Range<Int>, _ sieve: TermPrefilter) -> Bool {
    terms.withUnsafeBufferPointer { sieve.mayHaveTerm(UnsafeBufferPointer(rebasing: $0[written])) }
  }

  /// What is remembered of a word that is written in the terms.
  @inline(__always)
  fileprivate mutating func remembered(_ written: Range<Int>) -> AnalysisCache.Record? {
    terms.withUnsafeBufferPointer {
      meanings.record(of: UnsafeBufferPointer(rebasing: $0[written]))
    }
  }

  fileprivate mutating func remember(
    _ written: Range<Int>, _ meaning: WordMeaning
  ) -> AnalysisCache.Record {
    terms.withUnsafeBufferPointer {
      meanings.remember(UnsafeBufferPointer(rebasing: $0[written]), meaning)
    }
  }
}
