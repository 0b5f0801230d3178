// The stems of words and the parts of compounds.
extension TokenWriter {
  /// Writes the stem of the word at `written` in the terms, and the terms of its parts, single and
  /// joined. The last `cut` bytes are left out. `partsIn` is the place of the word in the text; nil
  /// if its parts are tokens already.
  @inline(__always)
  mutating func writeStemAndParts(
    of written: Range<Int>, _ range: Range<Int>, _ position: UInt32, isPart: Bool,
    partsIn surface: Range<Int>?, cut: Int = 0
  ) {
    // The head of suspended compounds is needed to complete them.
    if let prefilter, suspended.isEmpty, !stream.mayHaveTerm(written, prefilter) { return }
    guard var record = analysis(of: written.dropLast(cut)) else { return }
    let hasOtherTerm = !record.term.isEmpty
    if hasOtherTerm || cut > 0 {
      let start = beginTerm()
      if hasOtherTerm {
        stream.terms.append(contentsOf: stream.analyses.bytes(record.term))
      } else {
        stream.terms.append(contentsOf: Array(stream.terms[written.dropLast(cut)]))
      }
      endTerm(start, .stem, range, position, isPart)
    }
    if let surface {
      while record.partCount > 0 {
        let part = stream.analyses.nextPart(of: &record)
        let start = beginTerm()
        stream.terms.append(contentsOf: stream.analyses.bytes(part.term))
        endTerm(
          start, part.isJoined ? .joinedParts : .part,
          place(of: part.place, in: surface, letters: written.count), position, true)
      }
    }
    if !suspended.isEmpty, !isPart { complete(with: Array(stream.terms[written])) }
  }

  /// The analysis of a word in the terms. Passing the analyser on counts a reference each time, so
  /// that is done only for words that are not cached.
  @inline(__always)
  private mutating func analysis(of written: Range<Int>) -> AnalysisCache.Record? {
    stream.cached(written) ?? analyzed(written)
  }

  private mutating func analyzed(_ written: Range<Int>) -> AnalysisCache.Record? {
    guard let analysis = morphology?.analysis(of: Array(stream.terms[written])) else { return nil }
    return stream.add(written, analysis)
  }

  /// The place in the text of some letters of the folded form of a word.
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
  /// Whether a prefilter lets a word in the terms pass.
  @inline(__always)
  fileprivate func mayHaveTerm(_ written: Range<Int>, _ prefilter: TermPrefilter) -> Bool {
    terms.withUnsafeBufferPointer {
      prefilter.mayHaveTerm(UnsafeBufferPointer(rebasing: $0[written]))
    }
  }

  /// The cached analysis of a word in the terms.
  @inline(__always)
  fileprivate mutating func cached(_ written: Range<Int>) -> AnalysisCache.Record? {
    terms.withUnsafeBufferPointer {
      analyses.record(of: UnsafeBufferPointer(rebasing: $0[written]))
    }
  }

  fileprivate mutating func add(
    _ written: Range<Int>, _ analysis: MorphologicalAnalysis
  ) -> AnalysisCache.Record {
    terms.withUnsafeBufferPointer {
      analyses.add(UnsafeBufferPointer(rebasing: $0[written]), analysis)
    }
  }
}
