internal import Glibc
internal import PassageStore
internal import Xapian

/// The weights of the sets that words find, by their set documents.
struct SetWeights {
  /// A set that was found.
  struct Found {
    /// Its name.
    let set: [UInt8]
    /// The number of its set document.
    let id: DocumentID
    let weight: Double
  }

  /// The maximum number of sets.
  private static let maximum = 500

  /// The weight of a word in the subject, besides that in the set.
  private static let weightOfSubject = 0.4
  /// The weight of the parts of a compound together.
  private static let weightOfParts = 1.6

  /// The best sets, the best first; equals by name.
  let found: [Found]
  private let weights: [[UInt8]: Double]
  /// The weight of any other set: of the last one found if there may be more, so that it does not
  /// matter which of several equals were found.
  private let others: Double

  /// The sets with words, each of which has a weight.
  init(of words: [(base: String, weight: Double)], in index: OpenIndex) throws(IndexError) {
    var options = SearchOptions()
    options.limit = Self.maximum
    options.valueSlots = [Schema.Slot.name.rawValue]
    options.wantsData = false
    let terms = words.flatMap { word in
      [
        (term: Schema.setWord(word.base), weight: word.weight),
        (term: Schema.subjectWord(word.base), weight: word.weight * Self.weightOfSubject),
      ]
    }
    let rarity = try Self.rarity(of: terms.map(\.term), in: index)
    let query = Query.or(
      terms.map { .scaled(.term($0.term), by: $0.weight * (rarity[$0.term] ?? 0)) })
    let hits = words.isEmpty ? [] : try index.search(query, options, weighting: .sets).hits
    found = hits.map { Found(set: $0.values[0], id: $0.id, weight: $0.weight) }.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.set.lexicographicallyPrecedes($1.set)
    }
    weights = Dictionary(found.map { ($0.set, $0.weight) }, uniquingKeysWith: max)
    others = hits.count < Self.maximum ? 0 : hits.last?.weight ?? 0
  }

  /// For each term of sets how rare it is among sets, as a share of its rarity among all documents,
  /// by which Xapian weighs it.
  private static func rarity(
    of terms: [String], in index: OpenIndex
  ) throws(IndexError) -> [String: Double] {
    let terms = Array(Set(terms)).sorted()
    let (sets, all, frequencies) = try index.onDatabase { () throws(XapianError) in
      (
        try index.database.documentFrequency(of: Schema.setDocumentTerm),
        try index.database.documentCount(),
        try index.database.documentFrequencies(of: TermList(terms.map(\.utf8)))
      )
    }
    let shares = frequencies.map {
      SetRanking.rounded(rarity(of: $0, among: sets) / rarity(of: $0, among: all))
    }
    return Dictionary(uniqueKeysWithValues: zip(terms, shares))
  }

  /// The rarity of a term (inverse document frequency) as Xapian's BM25 has it.
  private static func rarity(of frequency: Int, among documents: Int) -> Double {
    let odds = (Double(max(0, documents - frequency)) + 0.5) / (Double(frequency) + 0.5)
    return log(odds < 2 ? odds / 2 + 1 : odds)
  }

  /// The sets with words of a query, and with the parts of its compounds.
  init(of words: [QueryWord], in index: OpenIndex) throws(IndexError) {
    let all = words.flatMap { word in
      [(base: word.base, weight: 1.0)]
        + word.parts.map { (base: $0, weight: Self.weightOfParts / Double(word.parts.count)) }
    }
    try self.init(of: all, in: index)
  }

  /// The highest weight.
  var highest: Double { found.first?.weight ?? 0 }

  /// The weight of a set.
  func weight(of set: [UInt8]) -> Double { weights[set] ?? others }
}
