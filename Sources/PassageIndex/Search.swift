internal import Kamervragen
internal import Xapian

/// What to search for, and how the results are wanted.
public struct SearchRequest: Sendable {
  /// The query as typed.
  public var query: String
  /// How many results, at most.
  public var limit = 10
  /// How many results to pass over.
  public var offset = 0
  /// The order.
  public var sort = Sort.relevance
  /// What one result is.
  public var group = Group.passage
  /// Words in the form they have, and function words as well.
  public var isExact = false
  /// Names that also find others which mean the same.
  public var aliases = Aliases.standard
  /// Only passages that have everything; no partial matches.
  public var requiresAll = false
  /// What to count over all passages that have everything.
  public var facets: [Facet] = []

  /// Makes a request for the first ten results by relevance.
  public init(_ query: String) {
    self.query = query
  }

  /// The order of results. Ties are broken by date, newest first, then number and question.
  public enum Sort: String, Sendable, Hashable, CaseIterable {
    /// The best first.
    case relevance
    /// By date, the newest first.
    case newest
    /// By date, the oldest first.
    case oldest
    /// By vergaderjaar, number and question.
    case number
  }

  /// What one result is.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    /// A passage.
    case passage
    /// The best passage of each set.
    case set
  }

  /// What can be counted.
  public enum Facet: String, Sendable, Hashable, CaseIterable {
    /// The parties of who asked.
    case partij
    /// Who asked.
    case lid
    /// Who answered.
    case minister
    /// The vergaderjaar.
    case jaar
    /// The kind of publication.
    case soort

    var slot: Schema.Slot {
      switch self {
      case .partij: .party
      case .lid: .member
      case .minister: .minister
      case .jaar: .session
      case .soort: .kind
      }
    }
  }
}

/// A number of passages as far as it is known. The bounds are true; the estimate lies between them.
public struct CountBounds: Sendable, Hashable, Codable {
  /// At least so many.
  public var lower: Int
  /// About so many.
  public var estimate: Int
  /// At most so many.
  public var upper: Int

  /// None.
  public static let zero = CountBounds(lower: 0, estimate: 0, upper: 0)
}

/// One found passage.
public struct SearchResult: Sendable, Hashable {
  /// The place in the list, from 1, pages before counted.
  public var rank: Int
  /// The weight; only its order means anything. 0 where nothing in the query counts for the rank.
  public var score: Double
  /// The parts of the query that the passage lacks; empty where it has everything.
  public var missing: [String]
  /// The passage.
  public var stored: StoredPassage
  /// The whole subject, with the hits; nil where there is none.
  public var subjectSnippet: Snippet?
  /// From the question, with the hits.
  public var questionSnippet: Snippet
  /// From the answer, with the hits; nil where there is no answer.
  public var answerSnippet: Snippet?
  /// The first footnote with hits, where question and answer have none.
  public var footnoteSnippet: Snippet?
  /// The publications that answer these questions or this notice; empty for an answer.
  public var answeredIn: [String] = []
  /// How many more passages of the set were found, where results are grouped by set; a lower bound.
  public var moreInSet: Int
}

/// The answer to a search.
public struct SearchResponse: Sendable, Hashable {
  /// The query as it was understood, in plain words.
  public var restated: String
  /// Passages that have everything.
  public var total: CountBounds
  /// Passages that have a part of it; zero where those were not wanted.
  public var partial: CountBounds
  /// What may have been meant, where little is found: a query to type. It is never searched by itself.
  public var suggestion: String?
  /// What could not be taken as typed, and what was done instead.
  public var warnings: [String]
  /// The results of this page.
  public var results: [SearchResult]
  /// For each facet that was asked for, the values with their counts, the most frequent first.
  public var facets: [SearchRequest.Facet: [FacetCount]]
}

/// How often a value occurs among the passages that have everything.
public struct FacetCount: Sendable, Hashable, Codable {
  /// The value as printed.
  public var value: String
  /// In how many passages.
  public var count: Int
}

extension IndexReader {
  /// The passages that have all parts of the query, then the best of those that have some.
  ///
  /// - Returns: one page of results. No query is an error; what was not understood is in the warnings.
  public func search(_ request: SearchRequest) throws(IndexError) -> SearchResponse {
    let parsed = QueryParser.parse(request.query)
    let compiled = try onDatabase { () throws(XapianError) in
      var compiler = QueryCompiler(
        for: self, isExact: request.isExact, aliases: request.aliases)
      return try compiler.compile(parsed)
    }
    var response = SearchResponse(
      restated: compiled.restated, total: .zero, partial: .zero,
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

    var options = options(for: request, isUnranked: compiled.isUnranked)
    options.facets = request.facets.map(\.slot.rawValue)
    let full = try onDatabase { () throws(XapianError) in
      try database.search(compiled.full, options)
    }
    let isGrouped = request.group == .set
    response.total =
      isGrouped ? try count(compiled.full, Self.countedExactly) : CountBounds(full)
    for (facet, counts) in zip(request.facets, full.facets) {
      response.facets[facet] = Self.facetCounts(counts)
    }
    if !request.isExact {
      response.suggestion = try suggestion(
        for: request.query, compiled.items, found: response.total)
    }
    var found = zip(full.hits, try othersInSet(of: full.hits, compiled.full, options)).map {
      (hit: $0, missing: [String](), others: $1)
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
        try database.search(rest, options)
      }
      response.partial =
        isGrouped ? try count(query, Self.partialCountedExactly) : CountBounds(partial)
      let missing = try missingLabels(of: partial.hits, compiled.items)
      let others = try othersInSet(of: partial.hits, rest, options)
      found += zip(zip(partial.hits, missing), others).map { ($0.0, $0.1, $1) }
    }

    var highlighter = Highlighter(compiled.highlights, schema: schema)
    for (index, entry) in found.enumerated() {
      response.results.append(
        try result(
          of: entry.hit.data, rank: request.offset + index + 1, score: entry.hit.weight,
          missing: entry.missing, moreInSet: entry.others, &highlighter))
    }
    return response
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
  private static let countedExactly = 20_000
  /// The same for partial matches, which a person only leafs through.
  private static let partialCountedExactly = 1000

  /// How Xapian is to go about a request.
  func options(for request: SearchRequest, isUnranked: Bool) -> SearchOptions {
    var options = SearchOptions()
    options.offset = request.offset
    options.limit = request.limit
    options.checkAtLeast = max(request.offset + request.limit + 1, Self.countedExactly)
    options.wantsMatchingTerms = true
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
      try onDatabase { () throws(XapianError) in try database.search(query, options) })
  }

  /// How many more passages of its set a query finds, for each hit of it.
  private func othersInSet(
    of hits: [Hit], _ query: Query, _ options: SearchOptions
  ) throws(IndexError) -> [Int] {
    // A server does not tell what it has put together.
    guard options.collapse != nil, !hits.isEmpty, database.hasServers else {
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
      try database.search(.filter(query, by: .or(sets)), counting)
    }
    let counts = Dictionary(
      uniqueKeysWithValues: (found.facets.first ?? []).map { ($0.value, $0.count) })
    return hits.map { max(0, (counts[$0.values[0]] ?? 1) - 1) }
  }

  /// The most sets that a query can leave out.
  private static let mostSets = 4000

  /// The terms of the first sets that a query finds.
  private func setTerms(of query: Query, _ count: Int) throws(IndexError) -> [Query] {
    var options = SearchOptions()
    options.limit = min(count, Self.mostSets)
    options.collapse = Schema.Slot.set.rawValue
    options.valueSlots = [Schema.Slot.set.rawValue]
    options.wantsData = false
    let found = try onDatabase { () throws(XapianError) in try database.search(query, options) }
    return found.hits.map {
      .term(schema.setTerm(String(decoding: $0.values[0], as: UTF8.self)))
    }
  }

  /// The most passages that are asked about at a time.
  private static let mostAsked = 500

  /// For each hit the labels of the items that it lacks. Terms decide it for words; a phrase or a group is searched
  /// again among these hits alone.
  private func missingLabels(
    of hits: [Hit], _ items: [QueryItem]
  ) throws(IndexError) -> [[String]] {
    guard !hits.isEmpty else { return [] }
    var missing: [[String]] = hits.map { _ in [] }
    for item in items {
      var having: Set<DocumentID> = []
      if item.terms.isEmpty {
        for start in stride(from: 0, to: hits.count, by: Self.mostAsked) {
          let these = try termsOfPassages(hits[start...].prefix(Self.mostAsked).map(\.id))
          var options = SearchOptions()
          options.wantsData = false
          options.limit = max(100, these.count * 4)
          let query = Query.filter(item.query, by: .or(these.map { .term($0) }))
          let found = try onDatabase { () throws(XapianError) in
            try database.search(query, options)
          }
          having.formUnion(found.hits.map(\.id))
        }
      }
      for (index, hit) in hits.enumerated() {
        let isThere =
          item.terms.isEmpty
          ? having.contains(hit.id) : !item.terms.isDisjoint(with: hit.matchingTerms)
        if !isThere { missing[index].append(item.label) }
      }
    }
    return missing
  }

  /// The terms that name the passages of documents.
  private func termsOfPassages(_ ids: [DocumentID]) throws(IndexError) -> [String] {
    var terms: [String] = []
    for id in ids {
      let names = try onDatabase { () throws(XapianError) in
        try database.terms(of: id, prefix: "U")
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

extension Highlighter {
  /// A found passage with its snippets.
  fileprivate mutating func result(
    _ stored: StoredPassage, rank: Int, score: Double, missing: [String], moreInSet: Int
  ) -> SearchResult {
    let passage = stored.passage
    let question = hits(in: passage.questionText, of: .question)
    let answer = passage.answerText.map { ($0, hits(in: $0, of: .answer)) }
    var footnote: Snippet?
    if question.isEmpty, answer?.1.isEmpty ?? true {
      for note in passage.footnotes where footnote == nil {
        let found = hits(in: note.text, of: .footnote)
        if !found.isEmpty { footnote = Snippet(of: note.text, hits: found) }
      }
    }
    let subject = stored.set.subject.map { Snippet(whole: $0, hits: hits(in: $0, of: .subject)) }
    return SearchResult(
      rank: rank, score: score, missing: missing, stored: stored, subjectSnippet: subject,
      questionSnippet: Snippet(of: passage.questionText, hits: question),
      answerSnippet: answer.map { Snippet(of: $0, hits: $1) }, footnoteSnippet: footnote,
      moreInSet: moreInSet)
  }
}

extension CountBounds {
  /// The count of a search.
  init(_ matches: Matches) {
    self.init(
      lower: matches.lowerBound, estimate: matches.estimate, upper: matches.upperBound)
  }
}
