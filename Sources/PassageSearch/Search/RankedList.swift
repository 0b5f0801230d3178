internal import PassageStore
internal import Xapian

/// The list of a search by relevance: the matches in order, and the sets that are only related.
struct RankedList {
  /// A query of so many words names a matter, of which all is wanted, in whatever form; a longer
  /// one describes one of them.
  private static let maximumWordsOfMatter = 2
  /// How many times the words of sets count if a query names a matter. A set about it says its name
  /// all over; where a single passage says it is chance.
  private static let emphasisOfMatter = 6.0
  /// The share of the weight that feedback has.
  private static let shareOfFeedback = 0.6

  /// The matches, those with all words first.
  private(set) var matches: [SetRanking.Match]
  /// What finds sets without any word of the query; nil if nothing does.
  private(set) var related: RelatedSets?

  /// Ranks the first matches of a query.
  ///
  /// - Parameters:
  ///   - matches: in Xapian's order.
  ///   - later: those that follow unranked.
  ///   - compiled: the query.
  ///   - usesRelated: whether the best matches may tell more words.
  ///   - index: where to look up sets.
  /// - Throws: `IndexError` if the index cannot be read.
  init(
    _ matches: [SetRanking.Match], then later: [SetRanking.Match], of compiled: CompiledQuery,
    usesRelated: Bool, in index: OpenIndex
  ) throws(IndexError) {
    let words = compiled.words
    var ranking = SetRanking(matches)
    let namesMatter = words.count <= Self.maximumWordsOfMatter
    if !words.isEmpty, !matches.isEmpty {
      let weights = try SetWeights(of: words, in: index)
      let emphasis = namesMatter ? Self.emphasisOfMatter : 1
      ranking.add { emphasis * weights.weight(of: $0) }
      if !namesMatter {
        let exact = try ExactForms(index: index, words: words).weights(in: matches)
        ranking.add { weights.highest * (exact[$0] ?? 0) }
      } else if usesRelated, compiled.hasOnlyWords {
        // The best sets of all, so that a filter changes no weight.
        let telling = try Feedback(index: index).words(of: weights.found)
        let found = try SetWeights(of: telling, in: index)
        let factor = ranking.mix(
          found, share: Self.shareOfFeedback, highest: emphasis * weights.highest)
        related = RelatedSets(words: telling, found: found, factor: factor)
      }
    }
    self.matches = try RelevanceOrder(index: index).ordered(ranking.ordered(matches)) + later
  }
}

extension CompiledQuery {
  /// Whether all that is searched are plain words, none of which a passage must have.
  fileprivate var hasOnlyWords: Bool {
    items.count == words.count && items.allSatisfy { !$0.isField && !$0.isRequired }
  }
}
