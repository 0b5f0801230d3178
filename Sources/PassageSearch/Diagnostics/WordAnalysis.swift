public import PassageStore
internal import DutchText

/// Shows how single words are analysed.
public struct WordAnalysis: Sendable {
  private let analyzer: Analyzer

  /// Makes an analysis with a vocabulary.
  public init(_ vocabulary: Vocabulary) {
    analyzer = vocabulary.analyzer
  }

  /// Makes the analysis of an index.
  public init(of index: IndexReader) {
    analyzer = index.index.schema.analyzer
  }

  /// Analyses one word.
  ///
  /// - Returns: the published stem of its lower-case form, the term under which the index finds it,
  ///   and its parts if it is a compound.
  public func analyze(_ word: String) -> (stem: String, term: String, parts: [String]) {
    let published = analyzer.publishedStem(of: word)
    let stream = analyzer.tokens(of: word)
    let whole = stream.tokens.filter { !$0.isPart }
    let token = whole.first { $0.kind == .stem } ?? whole.first { $0.kind == .word }
    return (published, token.map { stream.term(of: $0) } ?? "", parts(of: word))
  }

  /// The parts of a compound, including a hyphenated one.
  private func parts(of word: String) -> [String] {
    let elements = word.split(separator: "-").map(String.init)
    let parts = elements.flatMap { element in
      let parts = analyzer.analysis(of: element).parts.map(\.word)
      return parts.isEmpty ? [element.lowercased()] : parts
    }
    return parts.count > 1 ? parts : []
  }
}
