internal import DutchText
internal import Glibc
internal import PassageStore
internal import Xapian

/// Finds the words that come back in the best sets of a list and are rare elsewhere. They find more
/// about the same matter (pseudo-relevance feedback).
struct Feedback {
  let index: OpenIndex

  /// The number of best sets that are read, and with those that are just as good as the last.
  private static let maximumSets = 10
  private static let maximumWithEquals = 20
  /// A set counts by so high a power of its weight, relative to the best. One that is just as good
  /// counts as much; a list that soon gets worse teaches little.
  private static let sharpness = 4.0
  /// If so few sets are read, a word may be in one of them only; else it must be in two.
  private static let maximumFewSets = 3
  /// The number of words that are taken.
  private static let maximumWords = 20
  /// The number of words whose frequency is looked up.
  private static let maximumLookedUp = 100
  /// A word must be in so many sets, and in no more than this share of all.
  private static let minimumFrequency = 3
  private static let maximumShare = 0.1
  /// A word must have so many letters.
  private static let minimumLetters = 3

  /// The best of some sets, which are in order. Of those that weigh the same, either all are taken
  /// or none: which of them came first says nothing.
  static func best(of sets: [SetWeights.Found]) -> ArraySlice<SetWeights.Found> {
    guard sets.count > maximumSets else { return sets[...] }
    let last = sets[maximumSets - 1].weight
    let withEquals = sets.prefix { $0.weight >= last }
    return withEquals.count <= maximumWithEquals ? withEquals : sets.prefix { $0.weight > last }
  }

  /// The words of the best of some sets, with their weights, which are 1 together, the most telling
  /// first.
  func words(
    of sets: [SetWeights.Found]
  ) throws(IndexError) -> [(base: String, weight: Double)] {
    var read: [(terms: [(term: String, frequency: Int)], weight: Double)] = []
    for set in Self.best(of: sets) {
      let terms = try index.ifPresent { () throws(XapianError) in
        try index.database.terms(of: set.id, prefix: Schema.setWordPrefix)
      }
      if let terms { read.append((terms, set.weight)) }
    }
    guard let highest = read.first?.weight, highest > 0 else { return [] }
    let lengths = read.map { Double($0.terms.reduce(0) { $0 + $1.frequency }) }
    let average = lengths.reduce(0, +) / Double(read.count)
    var known: [String: (sets: Int, weight: Double)] = [:]
    for (set, length) in zip(read, lengths) {
      let weight = pow(set.weight / highest, Self.sharpness)
      let saturation = 0.5 + 0.5 * length / max(1, average)
      for (term, frequency) in set.terms where term.utf8.count > Self.minimumLetters {
        let occurrences = Double(frequency)
        let counted = known[term] ?? (0, 0)
        known[term] = (
          counted.sets + 1, counted.weight + weight * occurrences / (occurrences + saturation)
        )
      }
    }
    let candidates = known.filter { $0.value.sets > 1 || read.count <= Self.maximumFewSets }
      .sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
      .prefix(Self.maximumLookedUp).sorted { $0.key < $1.key }
    return try telling(candidates.map { ($0.key, $0.value.weight) })
  }

  /// The most telling of some terms, which are in order.
  private func telling(
    _ candidates: [(term: String, weight: Double)]
  ) throws(IndexError) -> [(base: String, weight: Double)] {
    let (sets, frequencies) = try index.onDatabase { () throws(XapianError) in
      (
        try index.database.documentFrequency(of: Schema.setDocumentTerm),
        try index.database.documentFrequencies(of: TermList(candidates.map(\.term.utf8)))
      )
    }
    var words: [(base: String, weight: Double)] = []
    for ((term, weight), frequency) in zip(candidates, frequencies)
    where frequency >= Self.minimumFrequency
      && Double(frequency) <= Self.maximumShare * Double(sets)
    {
      words.append(
        (
          String(term.dropFirst(Schema.setWordPrefix.count)),
          weight * log(Double(sets) / Double(frequency))
        ))
    }
    words.sort { ($1.weight, $0.base) < ($0.weight, $1.base) }
    words.removeLast(max(0, words.count - Self.maximumWords))
    let sum = words.reduce(0) { $0 + $1.weight }
    return words.map { ($0.base, SetRanking.rounded($0.weight / sum)) }
  }
}
