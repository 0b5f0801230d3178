internal import Xapian

extension CompiledQuery {
  /// Whether other passages of its set move a passage up. They do not if no word counts for the
  /// rank, or if a set is cited: that comes first, in the order of its questions.
  var isBoosted: Bool { !isUnranked && !citesSets }
}

/// The passages of a set are about one matter. If another passage of its set is found too, a
/// passage is more likely to be relevant: the best of the others adds a part of its weight.
///
/// Only the first matches are reordered, and always as one list, so that pages fit together. Later
/// matches stay in Xapian's order.
enum SiblingBoost {
  /// The number of first matches that are reordered. More change no measure, and each costs a
  /// look-up of its set.
  static let window = 40

  /// The share of the weight of the best other passage of the set that is added. Between 0.2 and
  /// 0.8 both sets of judged queries gain the same within a hundredth.
  private static let share = 0.3

  /// The weight of the other passage counts up to so many times that of the passage itself. Thus a
  /// passage that matches by the names in its heading alone stays behind the others.
  private static let maximumRatio = 10.0

  /// A match in the list of a search: those that have everything before those that have a part.
  struct Match {
    let id: DocumentID
    /// The value of its set.
    let set: [UInt8]
    /// The data of its document, if they came along.
    var data: [UInt8]?
    let isFull: Bool
    /// Xapian's weight; after `ordered(_:)` with the share of its set.
    var weight: Double
  }

  /// The first matches in the order of their boosted weights, then the rest as they were.
  static func ordered(_ matches: [Match], window: Int = window) -> [Match] {
    var best: [[UInt8]: (first: Double, second: Double)] = [:]
    for match in matches.prefix(window) {
      let known = best[match.set, default: (0, 0)]
      best[match.set] =
        match.weight > known.first
        ? (match.weight, known.first) : (known.first, max(known.second, match.weight))
    }
    var supported = Array(matches.prefix(window))
    for place in supported.indices {
      let match = supported[place]
      let (first, second) = best[match.set, default: (0, 0)]
      let other = match.weight == first ? second : first
      let weight = match.weight + share * min(other, maximumRatio * match.weight)
      // As many decimals as the weights have.
      supported[place].weight = (weight * 1e6).rounded() / 1e6
    }
    // Equals keep their order; Swift's sort does not promise to be stable.
    let order = supported.indices.sorted { left, right in
      let (one, other) = (supported[left], supported[right])
      if one.isFull != other.isFull { return one.isFull }
      return one.weight != other.weight ? one.weight > other.weight : left < right
    }
    return order.map { supported[$0] } + matches.dropFirst(window)
  }
}
