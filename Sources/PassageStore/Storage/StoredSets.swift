internal import Xapian

// From what a search finds to the texts, which lie in the set documents.

extension OpenIndex {
  /// The most sets in one search.
  private static let maximumSets = 1000

  /// The place that a passage's document gives. `source` is its value in `Schema.Slot.set`.
  package func place(_ data: [UInt8], source: [UInt8]) throws(IndexError) -> PassagePlace {
    do throws(StoredRecordError) {
      return try PassagePlace(decoding: data, source: source)
    } catch {
      throw damage(error)
    }
  }

  /// The passages at some places, in their order; nil for no place, and for a passage that a writer
  /// has removed meanwhile.
  /// The set documents come by one search, so servers are asked once.
  package func passages(at places: [PassagePlace?]) throws(IndexError) -> [StoredPassage?] {
    let sets = try storedSets(named: Set(places.compactMap { $0?.source }))
    return places.map { place in place.flatMap { sets[$0.source]?.passage($0.ordinal) } }
  }

  /// The sets of files by their short names; those that are there.
  package func storedSets(named names: Set<[UInt8]>) throws(IndexError) -> [[UInt8]: StoredSet] {
    let names = Array(names)
    var sets: [[UInt8]: StoredSet] = [:]
    for start in stride(from: 0, to: names.count, by: Self.maximumSets) {
      try sets.merge(storedSets(named: names[start...].prefix(Self.maximumSets))) { $1 }
    }
    return sets
  }

  private func storedSets(
    named names: ArraySlice<[UInt8]>
  ) throws(IndexError) -> [[UInt8]: StoredSet] {
    let named = Query.or(names.map { .term(schema.sourceTerm(named: $0)) })
    var options = SearchOptions()
    options.limit = names.count
    options.valueSlots = [Schema.Slot.name.rawValue]
    let hits = try onDatabase { () throws(XapianError) in
      try database.search(
        .scaled(.and([.term(Schema.setDocumentTerm), named]), by: 0), options
      ).hits
    }
    var sets: [[UInt8]: StoredSet] = [:]
    for hit in hits {
      do throws(StoredRecordError) {
        sets[hit.values[0]] = try StoredSet(decoding: hit.data)
      } catch {
        throw damage(error)
      }
    }
    return sets
  }

  private func damage(_ error: StoredRecordError) -> IndexError {
    .damaged(path: path, reason: .passage(offset: error.offset))
  }
}
