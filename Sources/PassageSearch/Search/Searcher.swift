public import PassageStore
internal import Kamervragen
internal import Xapian

extension IndexReader {
  /// The passages that have all parts of the query, then the best of those that have some.
  ///
  /// - Returns: one page of results. No query is an error; what was not understood is in the warnings.
  public func search(_ request: SearchRequest) throws(IndexError) -> SearchResponse {
    let parsed = QueryParser.parse(request.query)
    let compiled = try onDatabase { () throws(XapianError) in
      var compiler = QueryCompiler(for: index, isExact: request.isExact, aliases: request.aliases)
      return try compiler.compile(parsed)
    }
    var response = SearchResponse(
      interpretation: compiled.interpretation, total: .zero, partial: .zero,
      warnings: compiled.warnings, results: [], facets: [:])
    if compiled.items.isEmpty, compiled.filters.isEmpty, compiled.exclusions.isEmpty {
      response.warnings.append("De vraag heeft geen woord om op te zoeken.")
      return response
    }

    let unknown = try onDatabase { () throws(XapianError) in
      try warningOfUnknownValues(
        in: parsed.expression, isExact: request.isExact, aliases: request.aliases)
    }
    if let unknown { response.warnings.append(unknown) }

    let found =
      request.group == .passage && request.sort == .relevance && !compiled.isUnranked
        && request.offset < SiblingBoost.window
      ? try supportedPage(compiled, request, &response) : try page(compiled, request, &response)
    // Each word of it is looked for anew; and what is that long is no slip of the keyboard.
    if !request.isExact, request.query.utf8.count <= Self.longestWithSuggestion {
      response.suggestion = try suggestion(
        for: request.query, compiled.items, found: response.total)
    }

    var highlighter = Highlighter(compiled.highlights, schema: schema, stream: lendStream())
    defer { stream = highlighter.finish() }
    for (index, entry) in found.enumerated() {
      response.results.append(
        try result(
          of: entry.data, rank: request.offset + index + 1, score: entry.score,
          missing: entry.missing, moreInSet: entry.others, &highlighter))
    }
    return response
  }

  /// The longest query, in bytes, for which another one is suggested.
  private static let longestWithSuggestion = 2000

  /// A hit of a page.
  private struct Found {
    var data: [UInt8]
    var score: Double
    var missing: [String] = []
    /// How many more of its set were found.
    var others = 0
  }

  /// A page in the order in which Xapian has the matches.
  private func page(
    _ compiled: CompiledQuery, _ request: SearchRequest, _ response: inout SearchResponse
  ) throws(IndexError) -> [Found] {
    var options = options(for: request, isUnranked: compiled.isUnranked)
    options.facets = request.facets.map(\.slot.rawValue)
    let full = try onDatabase { () throws(XapianError) in
      try index.database.search(compiled.full, options)
    }
    let isGrouped = request.group == .set
    response.total =
      isGrouped ? try count(compiled.full, Self.countedExactly) : CountBounds(full)
    response.setFacets(request.facets, full.facets)
    var found = zip(full.hits, try othersInSet(of: full.hits, compiled.full, options)).map {
      Found(data: $0.data, score: $0.weight, others: $1)
    }

    if !request.requiresAll, let query = compiled.partial {
      // The list goes on where the full matches end; how many those are is known once a page is not filled.
      let room = request.limit - found.count
      var options = self.options(for: request, isUnranked: false)
      options.offset = max(0, request.offset - full.lowerBound)
      options.limit = max(0, room)
      options.checkAtLeast = max(options.offset + options.limit + 1, Self.partialCountedExactly)
      // A set that is listed for a complete match is not listed again.
      let rest =
        isGrouped && room > 0
        ? .andNot(query, .or(try setTerms(of: compiled.full, full.lowerBound))) : query
      let partial = try onDatabase { () throws(XapianError) in
        try index.database.search(rest, options)
      }
      response.isPartialCounted = true
      response.partial =
        isGrouped ? try count(query, Self.partialCountedExactly) : CountBounds(partial)
      let missing = try missingLabels(of: partial.hits.map(\.id), compiled.items)
      let others = try othersInSet(of: partial.hits, rest, options)
      found += zip(zip(partial.hits, missing), others).map {
        Found(data: $0.0.data, score: $0.0.weight, missing: $0.1, others: $1)
      }
    }
    return found
  }

  /// A page in the order that `SiblingBoost` gives the first matches.
  private func supportedPage(
    _ compiled: CompiledQuery, _ request: SearchRequest, _ response: inout SearchResponse
  ) throws(IndexError) -> [Found] {
    // A passage that a writer has taken away between two of these searches is not found again.
    for _ in 0..<5 {
      let matches = try firstMatches(compiled, request, &response)
      let page = SiblingBoost.ordered(matches).dropFirst(request.offset).prefix(request.limit)
      let partial = page.filter { !$0.isFull }.map(\.id)
      let missing = Dictionary(
        uniqueKeysWithValues: zip(partial, try missingLabels(of: partial, compiled.items)))
      var found: [Found] = []
      for match in page {
        let data = match.data == nil ? try data(of: match.id) : match.data
        guard let data else { break }
        found.append(Found(data: data, score: match.weight, missing: missing[match.id] ?? []))
      }
      if found.count == page.count { return found }
    }
    return try self.page(compiled, request, &response)
  }

  /// The matches of the window and of the page that is asked for, those that have everything first.
  private func firstMatches(
    _ compiled: CompiledQuery, _ request: SearchRequest, _ response: inout SearchResponse
  ) throws(IndexError) -> [SiblingBoost.Match] {
    var options = options(for: request, isUnranked: false)
    options.offset = 0
    options.limit =
      request.limit == 0 ? 0 : max(SiblingBoost.window, request.offset + request.limit)
    options.facets = request.facets.map(\.slot.rawValue)
    // A server sends it together with the values.
    options.wantsData = index.database.hasServers
    options.valueSlots = [Schema.Slot.set.rawValue]
    func search(_ query: Query, isFull: Bool) throws(IndexError) -> (Matches, [SiblingBoost.Match])
    {
      let found = try onDatabase { () throws(XapianError) in
        try searchByRelevance(query, options)
      }
      let matches = found.hits.map {
        SiblingBoost.Match(
          id: $0.id, set: $0.values[0], data: options.wantsData ? $0.data : nil, isFull: isFull,
          weight: $0.weight)
      }
      return (found, matches)
    }
    var (found, matches) = try search(compiled.full, isFull: true)
    response.total = CountBounds(found)
    response.setFacets(request.facets, found.facets)
    if !request.requiresAll, let query = compiled.partial {
      options.facets = []
      // Where the complete matches fill the list, nobody sees a partial one, and an estimate of their number will do.
      let isFilled = !matches.isEmpty && matches.count == options.limit
      response.isPartialCounted = !isFilled
      options.limit -= matches.count
      options.checkAtLeast =
        isFilled ? 0 : max(options.limit + 1, Self.partialCountedExactly)
      let (found, rest) = try search(query, isFull: false)
      response.partial = CountBounds(found)
      matches += rest
    }
    return matches
  }

  /// What is kept of a passage; nil where a writer has taken it away.
  private func data(of id: DocumentID) throws(IndexError) -> [UInt8]? {
    do throws(XapianError) {
      return try index.database.data(of: id)
    } catch {
      guard error.status == .notFound else { throw IndexError(path, error) }
      return nil
    }
  }

  /// A passage that was found, with what is shown of it.
  func result(
    of data: [UInt8], rank: Int, score: Double, missing: [String], moreInSet: Int,
    _ highlighter: inout Highlighter
  ) throws(IndexError) -> SearchResult {
    let stored = try decode(data)
    var result = highlighter.result(
      stored, rank: rank, score: score, missing: missing, moreInSet: moreInSet)
    if stored.set.kind == .questions || stored.set.kind == .delay {
      result.answeredIn = try record(of: stored).links.filter { $0.relation == .answer }.map(\.set)
    }
    return result
  }

  /// So many matches are counted one by one before their number is estimated.
  private static let countedExactly = 1000
  /// The same for partial matches, which a person only leafs through.
  private static let partialCountedExactly = 200

  /// How Xapian is to go about a request.
  func options(for request: SearchRequest, isUnranked: Bool) -> SearchOptions {
    var options = SearchOptions()
    options.offset = request.offset
    options.limit = request.limit
    options.checkAtLeast = max(request.offset + request.limit + 1, Self.countedExactly)
    if request.group == .set {
      options.collapse = Schema.Slot.set.rawValue
      options.valueSlots = [Schema.Slot.set.rawValue]
    }
    func order(by slot: Schema.Slot) -> SearchOptions.Order {
      .value(slot: slot.rawValue, descending: false)
    }
    switch request.sort {
    case .relevance where isUnranked: options.order = order(by: .newestFirst)
    case .relevance:
      options.order = .relevanceThenValue(
        slot: Schema.Slot.newestFirst.rawValue, descending: false)
    case .newest: options.order = order(by: .newestFirst)
    case .oldest: options.order = order(by: .oldestFirst)
    case .number: options.order = order(by: .byNumber)
    }
    return options
  }

  /// Counts passages where sets are listed: Xapian's bounds for what it has put together are wide.
  private func count(_ query: Query, _ exactly: Int) throws(IndexError) -> CountBounds {
    var options = SearchOptions()
    options.limit = 0
    options.checkAtLeast = exactly
    return CountBounds(
      try onDatabase { () throws(XapianError) in try index.database.search(query, options) })
  }

  /// How many more passages of its set a query finds, for each hit of it.
  private func othersInSet(
    of hits: [Hit], _ query: Query, _ options: SearchOptions
  ) throws(IndexError) -> [Int] {
    // A server does not tell what it has put together.
    guard options.collapse != nil, !hits.isEmpty, index.database.hasServers else {
      return hits.map(\.collapseCount)
    }
    var counting = SearchOptions()
    counting.limit = 0
    counting.checkAtLeast = Self.countedExactly
    counting.facets = [Schema.Slot.set.rawValue]
    let sets = hits.map {
      Query.term(schema.setTerm(String(decoding: $0.values[0], as: UTF8.self)))
    }
    let found = try onDatabase { () throws(XapianError) in
      try index.database.search(.filter(query, by: .or(sets)), counting)
    }
    let counts = Dictionary(
      uniqueKeysWithValues: (found.facets.first ?? []).map { ($0.value, $0.count) })
    return hits.map { max(0, (counts[$0.values[0]] ?? 1) - 1) }
  }

  /// The most sets that a query can leave out.
  static let mostSets = 4000

  /// The terms of the first sets that a query finds.
  private func setTerms(of query: Query, _ count: Int) throws(IndexError) -> [Query] {
    var options = SearchOptions()
    options.limit = min(count, Self.mostSets)
    options.collapse = Schema.Slot.set.rawValue
    options.valueSlots = [Schema.Slot.set.rawValue]
    options.wantsData = false
    let found = try onDatabase { () throws(XapianError) in try index.database.search(query, options)
    }
    return found.hits.map {
      .term(schema.setTerm(String(decoding: $0.values[0], as: UTF8.self)))
    }
  }

  /// The most passages that are asked about at a time.
  private static let mostAsked = 500

  /// For each passage the labels of the items that it lacks. Terms decide it for words; a phrase or a group is searched
  /// again among these passages alone.
  private func missingLabels(
    of ids: [DocumentID], _ items: [QueryItem]
  ) throws(IndexError) -> [[String]] {
    guard !ids.isEmpty else { return [] }
    var sought = TermList(items.flatMap(\.terms).map(\.utf8))
    sought.sort()
    let terms = try ids.map { id throws(IndexError) in try self.terms(of: id, among: sought) }
    var missing: [[String]] = ids.map { _ in [] }
    for item in items {
      var having: Set<DocumentID> = []
      if item.terms.isEmpty {
        for start in stride(from: 0, to: ids.count, by: Self.mostAsked) {
          let these = try termsOfPassages(ids[start...].prefix(Self.mostAsked))
          var options = SearchOptions()
          options.wantsData = false
          options.limit = max(100, these.count * 4)
          let query = Query.filter(item.query, by: .or(these.map { .term($0) }))
          let found = try onDatabase { () throws(XapianError) in
            try index.database.search(query, options)
          }
          having.formUnion(found.hits.map(\.id))
        }
      }
      for (index, id) in ids.enumerated() {
        let isThere =
          item.terms.isEmpty ? having.contains(id) : !item.terms.isDisjoint(with: terms[index])
        if !isThere { missing[index].append(item.label) }
      }
    }
    return missing
  }

  /// Those of some terms, which are in byte order, that a document has; none where a writer has taken it away.
  private func terms(
    of id: DocumentID, among sought: TermList
  ) throws(IndexError) -> Set<String> {
    if sought.count == 0 { return [] }
    do throws(XapianError) {
      let has = try index.database.has(sought, in: id)
      return Set(has.indices.lazy.filter { has[$0] }.map { sought.string(at: $0) })
    } catch {
      guard error.status == .notFound else { throw IndexError(path, error) }
      return []
    }
  }

  /// The terms that name the passages of documents.
  private func termsOfPassages(_ ids: some Sequence<DocumentID>) throws(IndexError) -> [String] {
    var terms: [String] = []
    for id in ids {
      let names: [(term: String, frequency: Int)]
      do throws(XapianError) {
        names = try index.database.terms(of: id, prefix: "U")
      } catch {
        // A writer took it away.
        guard error.status == .notFound else { throw IndexError(path, error) }
        continue
      }
      if let name = names.first { terms.append(name.term) }
    }
    return terms
  }

  static func facetCounts(_ values: [FacetValue]) -> [FacetCount] {
    var counts: [String: Int] = [:]
    for value in values {
      for part in value.value.split(separator: Schema.separator) {
        counts[String(decoding: part, as: UTF8.self), default: 0] += value.count
      }
    }
    return counts.map { FacetCount(value: $0, count: $1) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }
}

extension SearchResponse {
  fileprivate mutating func setFacets(
    _ facets: [SearchRequest.Facet], _ values: [[FacetValue]]
  ) {
    for (facet, counts) in zip(facets, values) {
      self.facets[facet] = IndexReader.facetCounts(counts)
    }
  }
}

extension Highlighter {
  /// A found passage with its snippets.
  fileprivate mutating func result(
    _ stored: StoredPassage, rank: Int, score: Double, missing: [String], moreInSet: Int
  ) -> SearchResult {
    let passage = stored.passage
    let question = hits(in: passage.questionText, of: .question)
    let answer = passage.answerText.map { ($0, hits(in: $0, of: .answer)) }
    let subject = stored.set.subject.map { Snippet(whole: $0, hits: hits(in: $0, of: .subject)) }
    var footnote: Snippet?
    if question.isEmpty, answer?.1.isEmpty ?? true {
      for note in passage.footnotes where footnote == nil {
        let found = hits(in: note.text, of: .footnote)
        if !found.isEmpty { footnote = Snippet(of: note.text, hits: found) }
      }
    }
    return SearchResult(
      rank: rank, score: score, missing: missing, stored: stored, subjectSnippet: subject,
      questionSnippet: Snippet(of: passage.questionText, hits: question),
      answerSnippet: answer.map { Snippet(of: $0, hits: $1) },
      footnoteSnippet: footnote, moreInSet: moreInSet)
  }
}

extension CountBounds {
  /// The count of a search.
  init(_ matches: Matches) {
    self.init(
      lower: matches.lowerBound, estimate: matches.estimate, upper: matches.upperBound)
  }
}
