internal import CXapianBridge

extension Database {
  /// Searches.
  ///
  /// - Parameters:
  ///   - query: What to search for.
  ///   - options: How to search and what to return.
  /// - Returns: The hits, the counts and the facets.
  /// - Throws: `invalidArgument` if the query cannot be run, such as a phrase of anything but
  ///   terms, is nested more than 200 deep, or has more than 10,000 steps.
  public borrowing func search(
    _ query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(XapianError) -> Matches {
    guard options.offset >= 0, options.limit >= 0, options.checkAtLeast >= 0 else {
      throw XapianError(
        status: .invalidArgument, message: "A search cannot begin or end before its first match")
    }
    let flat = try FlatQuery(query)
    var found: OpaquePointer?
    try reader.read { handle, error in
      flat.withFlat { query in
        options.withFlat(query: query) { xapian_database_search(handle, $0, &found, &error) }
      }
    }
    let matches = try present(found)
    defer { xapian_matches_free(matches) }
    return Matches(copying: matches, valueSlots: options.valueSlots.count)
  }

  /// A query as Xapian prints it, for explaining.
  ///
  /// - Throws: `invalidArgument` if the query cannot be run.
  public borrowing func describe(_ query: Query) throws(XapianError) -> String {
    let flat = try FlatQuery(query)
    var answer: OpaquePointer?
    try call { error in
      flat.withFlat { query in
        withUnsafePointer(to: query) {
          xapian_query_describe($0, &answer, &error)
        }
      }
    }
    return List(owning: try present(answer)).string
  }
}

extension SearchOptions {
  /// Lends a search to the bridge.
  fileprivate func withFlat<Answer>(
    query: xapian_query, _ body: (UnsafePointer<xapian_search>) -> Answer
  ) -> Answer {
    facets.withUnsafeBufferPointer { facets in
      valueSlots.withUnsafeBufferPointer { slots in
        var search = xapian_search()
        search.query = query
        search.offset = UInt32(clamping: offset)
        search.limit = UInt32(clamping: limit)
        search.check_at_least = UInt32(clamping: checkAtLeast)
        search.bm25_k1 = weighting.k1
        search.bm25_b = weighting.b
        search.bm25_minimum_length = weighting.minimumLength
        switch order {
        case .relevance:
          search.order = .XAPIAN_ORDER_RELEVANCE
        case .relevanceThenValue(let slot, let descending):
          search.order = .XAPIAN_ORDER_RELEVANCE_THEN_VALUE
          search.order_slot = slot
          search.order_descending = descending
        case .value(let slot, let descending):
          search.order = .XAPIAN_ORDER_VALUE_THEN_RELEVANCE
          search.order_slot = slot
          search.order_descending = descending
        }
        search.collapses = collapse != nil
        search.collapse_slot = collapse ?? 0
        search.facet_slots = facets.baseAddress
        search.facet_slot_count = facets.count
        search.value_slots = slots.baseAddress
        search.value_slot_count = slots.count
        search.wants_data = wantsData
        return withUnsafePointer(to: &search, body)
      }
    }
  }
}
