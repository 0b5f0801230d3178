/// How a search goes about it and what it returns.
public struct SearchOptions: Sendable, Hashable {
  /// In which order the hits come. In every order the lowest document number decides last.
  public enum Order: Sendable, Hashable {
    /// The highest weight first.
    case relevance
    /// The highest weight first; among equals by the value in a slot.
    case relevanceThenValue(slot: UInt32, descending: Bool)
    /// By the value in a slot; among equals the highest weight first.
    case value(slot: UInt32, descending: Bool)
  }

  /// How many of the best matches to leave out.
  public var offset = 0
  /// How many hits to return at most.
  public var limit = 10
  /// Look at this many matches at least, so that the counts are exact up to there.
  public var checkAtLeast = 0
  /// In which order the hits come.
  public var order: Order = .relevance
  /// Return only the best match of those with the same value in this slot; those without a value
  /// are all returned.
  public var collapse: UInt32?
  /// The slots whose values are counted, in all matches. That makes all matches be looked at.
  public var facets: [UInt32] = []
  /// Whether hits come with their data.
  public var wantsData = true
  /// The slots whose values come with each hit.
  public var valueSlots: [UInt32] = []

  /// The ten best matches by relevance, with their data.
  public init() {}
}
