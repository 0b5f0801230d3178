internal import Xapian

/// The order of matches by what is known of each passage and of its set.
///
/// A set is about one matter, and each passage covers a part of it. So a set weighs as much as its
/// best passage and what its words add. That is the weight of its best passage; the others keep a
/// part of it, and get the rest in proportion.
///
/// Only the first matches are ordered, and always the same ones, so that pages fit together. Later
/// matches stay in Xapian's order.
struct SetRanking {
  /// The number of first matches that are ordered. With fewer, sets are not seen whole.
  static let window = 1000

  /// The part of the weight of a set that all its passages have. With much more, every passage of
  /// a large set would come before the best of others.
  private static let commonShare = 0.5

  /// A match in the list of a search: those that have everything before those that have a part.
  struct Match {
    let id: DocumentID
    /// The set's name.
    let set: [UInt8]
    /// What is kept of the passage, if it came along.
    var data: [UInt8]?
    let isFull: Bool
    /// Xapian's weight; after `ordered(_:)` the weight of the passage with its set.
    var weight: Double
  }

  /// The weight of the best passage of each set.
  private let best: [[UInt8]: Double]
  /// The weight of each set.
  private(set) var weights: [[UInt8]: Double]

  /// The ranking by the best passages alone.
  init(_ matches: [Match]) {
    best = Dictionary(
      matches.map { ($0.set, $0.weight) }, uniquingKeysWith: max)
    weights = best
  }

  /// Adds to the weight of each set.
  mutating func add(_ evidence: (_ set: [UInt8]) -> Double) {
    for (set, weight) in weights { weights[set] = weight + evidence(set) }
  }

  /// Gives a share of the weights to others, the best of which counts as much as `highest`.
  ///
  /// - Returns: what the other weights were multiplied by.
  mutating func mix(_ other: SetWeights, share: Double, highest: Double) -> Double {
    guard other.highest > 0 else { return 0 }
    let factor = share * highest / other.highest
    for (set, weight) in weights {
      weights[set] = (1 - share) * weight + factor * other.weight(of: set)
    }
    return factor
  }

  /// The matches in their order.
  func ordered(_ matches: [Match]) -> [Match] {
    var first = matches
    for place in first.indices {
      let match = first[place]
      let share = match.weight / max(best[match.set] ?? 0, .leastNonzeroMagnitude)
      first[place].weight = Self.rounded(
        (weights[match.set] ?? 0) * (Self.commonShare + (1 - Self.commonShare) * share))
    }
    // Equals keep their order; Swift's sort does not promise to be stable.
    let order = first.indices.sorted { left, right in
      let (one, other) = (first[left], first[right])
      if one.isFull != other.isFull { return one.isFull }
      return one.weight != other.weight ? one.weight > other.weight : left < right
    }
    return order.map { first[$0] }
  }

  /// As many decimals as Xapian's weights have here, so that shards make no difference.
  static func rounded(_ weight: Double) -> Double { (weight * 1e6).rounded() / 1e6 }
}

extension CompiledQuery {
  /// Whether sets count for the order of passages. They do not if no word counts for the rank, or
  /// if a set is cited: that comes first, in the order of its questions.
  var isRanked: Bool { !isUnranked && !citesSets }
}
