/// How to search, and what to return.
public struct SearchOptions: Sendable, Hashable {
  /// The order of the hits. The lowest document number decides last.
  public enum Order: Sendable, Hashable {
    /// The highest weight first.
    case relevance
    /// The highest weight first; among equals by the value in a slot.
    case relevanceThenValue(slot: UInt32, descending: Bool)
    /// By the value in a slot; among equals the highest weight first.
    case value(slot: UInt32, descending: Bool)
  }

  /// The parameters of BM25 (Robertson and others, TREC-3), by which Xapian weighs a term.
  public struct Weighting: Sendable, Hashable {
    /// How much more a term counts that comes back; at 0 it counts once.
    public var k1: Double
    /// How much less a term counts in a long document: from 0 (not) to 1.
    public var b: Double
    /// A document counts as no shorter than this share of the average.
    public var minimumLength: Double

    /// Makes parameters; those of Xapian unless told otherwise.
    public init(k1: Double = 1, b: Double = 0.5, minimumLength: Double = 0.5) {
      self.k1 = k1
      self.b = b
      self.minimumLength = minimumLength
    }
  }

  /// How a term weighs.
  public var weighting = Weighting()
  /// The number of best matches to skip.
  public var offset = 0
  /// The maximum number of hits to return.
  public var limit = 10
  /// Examine at least this many matches, so that counts are exact up to there.
  public var checkAtLeast = 0
  /// The order of the hits.
  public var order: Order = .relevance
  /// Return only the best of the matches with the same value in this slot, and all without a value.
  public var collapse: UInt32?
  /// The slots whose values are counted in all matches; all are then examined.
  public var facets: [UInt32] = []
  /// Whether hits come with their data.
  public var wantsData = true
  /// The slots whose values come with each hit.
  public var valueSlots: [UInt32] = []

  /// The ten best matches by relevance, with their data.
  public init() {}
}
