internal import PassageStore
internal import Xapian

/// Finds the sets that have the words of a query as they were typed. Who types words from memory of
/// a text types its forms.
struct ExactForms {
  let index: OpenIndex
  let words: [QueryWord]

  /// The maximum number of words that are looked up. A longer query is no memory of a text.
  private static let maximumWords = 12
  /// The weight of a set that has all of the words, relative to that of the best set by its words.
  private static let weight = 1.0
  /// How fast the weight falls with the share of the words: as its fourth power.
  private static func weight(ofShare share: Double) -> Double {
    weight * share * share * share * share
  }

  /// The weight of each set of some matches that has any of the words, relative to the best set.
  func weights(in matches: [SetRanking.Match]) throws(IndexError) -> [[UInt8]: Double] {
    guard words.count <= Self.maximumWords else { return [:] }
    let sets = Dictionary(
      matches.map { ($0.id, $0.set) }, uniquingKeysWith: { $1 })
    var counts: [[UInt8]: Int] = [:]
    for word in words {
      var having: Set<[UInt8]> = []
      for term in word.typed {
        let ids = try index.onDatabase { () throws(XapianError) in
          try index.database.documents(withTerm: term, offset: 0, limit: .max)
        }
        for id in ids { if let set = sets[id] { having.insert(set) } }
      }
      for set in having { counts[set, default: 0] += 1 }
    }
    return counts.mapValues { Self.weight(ofShare: Double($0) / Double(words.count)) }
  }
}
