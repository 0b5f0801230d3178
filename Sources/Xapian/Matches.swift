internal import CXapianBridge

/// The result of a search.
public struct Matches: Sendable, Hashable {
  /// At least this many documents match.
  public let lowerBound: Int
  /// About this many documents match.
  public let estimate: Int
  /// At most this many documents match.
  public let upperBound: Int
  /// The hits that were asked for, the best first.
  public var hits: [Hit]
  /// For each facet slot its values, the most frequent first and otherwise in byte order.
  public let facets: [[FacetValue]]
}

/// A document that was found.
public struct Hit: Sendable, Hashable {
  /// Its number.
  public let id: DocumentID
  /// How well it matches, to six decimals.
  public let weight: Double
  /// The minimum number of others that it was the best of; 0 if nothing is collapsed.
  public let collapseCount: Int
  /// Its data; empty if that was not asked for.
  public let data: [UInt8]
  /// Its values in the slots that were asked for, in their order; empty for a slot without one.
  public let values: [[UInt8]]
}

/// A value and the number of matches that have it.
public struct FacetValue: Sendable, Hashable {
  /// The value.
  public let value: [UInt8]
  /// The number of matches that have it.
  public let count: Int

  /// Makes a count of a value.
  public init(value: [UInt8], count: Int) {
    self.value = value
    self.count = count
  }
}

extension Matches {
  /// Copies a result of the bridge.
  ///
  /// - Parameters:
  ///   - found: The result of a search; still owned by the caller.
  ///   - valueSlots: The number of values of each hit.
  init(copying found: OpaquePointer, valueSlots: Int) {
    let contents = xapian_matches_read(found)
    lowerBound = Int(contents.lower_bound)
    estimate = Int(contents.estimate)
    upperBound = Int(contents.upper_bound)

    let values = UnsafeBufferPointer(start: contents.values, count: contents.value_count)
    hits = UnsafeBufferPointer(start: contents.hits, count: contents.hit_count)
      .enumerated().map { index, hit in
        Hit(
          id: hit.document_id,
          weight: hit.weight,
          collapseCount: Int(hit.collapse_count),
          data: contents.bytes.bytes(hit.data),
          values: values[index * valueSlots..<(index + 1) * valueSlots]
            .map(contents.bytes.bytes))
      }

    var facetValues = UnsafeBufferPointer(
      start: contents.facet_values, count: contents.facet_value_count)[...]
    facets = UnsafeBufferPointer(start: contents.facet_sizes, count: contents.facet_count)
      .map { size in
        defer { facetValues = facetValues.dropFirst(size) }
        return facetValues.prefix(size).map {
          FacetValue(value: contents.bytes.bytes($0.value), count: Int(clamping: $0.count))
        }
      }
  }
}
