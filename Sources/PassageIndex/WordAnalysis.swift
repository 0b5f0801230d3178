internal import DutchText

/// What becomes of single words, for people who want to see the analysis.
public struct WordAnalysis: Sendable {
  private let analyzer = Analyzer()

  /// Makes an analysis.
  public init() {}

  /// Analyses one word.
  ///
  /// - Returns: the published stem of its lower-case form, the term under which the index finds it, and the parts of a
  ///   compound, none where it is none.
  public func analyze(_ word: String) -> (stem: String, term: String, parts: [String]) {
    let published = analyzer.publishedStem(of: word)
    let stream = analyzer.tokens(of: word)
    let whole = stream.tokens.filter { !$0.isPart }
    let token = whole.first { $0.kind == .stem } ?? whole.first { $0.kind == .word }
    return (published, token.map { stream.term(of: $0) } ?? "", [])
  }
}
