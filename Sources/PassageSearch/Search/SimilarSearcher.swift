internal import DutchText
internal import PassageStore
internal import Xapian

/// Finds the passages that are like another.
struct SimilarSearcher {
  let index: OpenIndex
  private var schema: Schema { index.schema }

  /// The maximum number of words of a passage that are searched in others.
  private static let maximumKeyTerms = 25
  /// A passage is similar if it scores at least this share of the original's own score.
  private static let likenessThreshold = 0.25
  /// The maximum number of similar passages.
  private static let maximumSimilar = 1000

  /// One page of them; see `IndexReader.passages(like:_:)`. The stream keeps the words that it
  /// meets.
  func passages(
    like reference: String, _ request: SearchRequest, using stream: inout TokenStream
  ) throws(IndexError) -> SearchResponse? {
    let models = try Finder(index: index).passages(of: reference)
    guard !models.isEmpty else { return nil }
    let name = models.count == 1 ? models[0].id : reference
    let words = try keyTerms(of: models)
    let all = QueryExpression.all(words.map { .word($0.text) })
    let likeThese = try index.compile(ParsedQuery(expression: all), isExact: false)
    let condition = try index.compile(
      index.parse(request), isExact: request.isExact, aliases: request.aliases)
    var response = SearchResponse(
      interpretation: .similar(
        to: name, words: words.map(\.text), condition: condition.interpretation),
      notices: condition.notices)
    for facet in request.facets { response.facets[facet] = [] }
    guard !words.isEmpty else {
      response.notices.append(.nothingInCommon(name))
      return response
    }
    let occurrences = Dictionary(uniqueKeysWithValues: words.map { ($0.text, $0.occurrences) })
    let query = Query.or(
      likeThese.items.map { .scaled($0.query, by: occurrences[$0.part.text] ?? 1) })
    let hits = try similar(to: models, query, condition, request, &response)
    response.results = try index.results(
      of: try page(of: hits, request), from: request.offset + 1, likeThese.highlights,
      using: &stream)
    return response
  }

  /// All similar passages in the order of a request, and the counts of them and their facets. Their
  /// values are the set, the sort key and the facets.
  private func similar(
    to models: [StoredPassage], _ query: Query, _ condition: CompiledQuery,
    _ request: SearchRequest, _ response: inout SearchResponse
  ) throws(IndexError) -> [Hit] {
    let found = try search(query, condition, besides: models, request)
    let own = try weight(of: models, query)
    var hits = found.hits.filter { $0.weight >= own * Self.likenessThreshold }
    let upper = hits.count < Self.maximumSimilar ? hits.count : found.upperBound
    response.total = CountBounds(lower: hits.count, estimate: hits.count, upper: upper)
    response.setFacets(
      request.facets,
      request.facets.indices.map { place in
        hits.map { FacetValue(value: $0.values[place + 2], count: 1) }
      })
    if request.sort != .relevance {
      hits.sort { $0.values[1].lexicographicallyPrecedes($1.values[1]) }
    }
    return hits
  }

  /// The hits of a page; if sets are asked for, the first of each set.
  private func page(
    of hits: [Hit], _ request: SearchRequest
  ) throws(IndexError) -> [FoundPassage] {
    var hits = hits
    var others: [[UInt8]: Int] = [:]
    if request.group == .set {
      hits = hits.filter { hit in
        others[hit.values[0], default: -1] += 1
        return others[hit.values[0]] == 0
      }
    }
    return try hits.dropFirst(request.offset).prefix(request.limit).map {
      hit throws(IndexError) in
      let data = try index.onDatabase { () throws(XapianError) in
        try index.database.data(of: hit.id)
      }
      return FoundPassage(data: data, score: hit.weight, moreInSet: others[hit.values[0]] ?? 0)
    }
  }

  private func keyTerms(of models: [StoredPassage]) throws(IndexError) -> [KeyTerms.Word] {
    let fields: [Field] = [.question, .answer, .subject]
    return try index.onDatabase { () throws(XapianError) in
      let keyTerms = KeyTerms(
        frequency: { word, term throws(XapianError) in
          var most = 0
          for field in fields {
            most = max(
              most, try index.database.documentFrequency(of: Schema.term(field, .word, word)),
              try index.database.documentFrequency(of: Schema.term(field, .stem, term)))
          }
          return most
        },
        isElsewhere: { word, term throws(XapianError) in
          var options = SearchOptions()
          options.limit = 1
          options.wantsData = false
          let terms = fields.flatMap { field in
            [
              Query.term(Schema.term(field, .word, word)),
              .term(Schema.term(field, .stem, term)),
            ]
          }
          let query = Query.andNot(.or(terms), ownSets(of: models))
          return try !index.database.search(query, options).hits.isEmpty
        }, analyzer: schema.analyzer, passages: try index.database.documentCount())
      // The question says more about a passage than the answer.
      var texts = [(text: models[0].set.subject ?? "", weight: 2.0)]
      for model in models {
        texts.append((model.passage.questionText, 2))
        texts.append((model.passage.answerText ?? "", 1))
      }
      return try keyTerms.words(of: texts, limit: Self.maximumKeyTerms)
    }
  }

  private func search(
    _ query: Query, _ condition: CompiledQuery, besides models: [StoredPassage],
    _ request: SearchRequest
  ) throws(IndexError) -> Matches {
    var options = SearchOptions()
    options.limit = Self.maximumSimilar
    options.order = .relevanceThenValue(slot: Schema.Slot.newestFirst.rawValue, descending: false)
    options.wantsData = false
    let order: Schema.Slot =
      switch request.sort {
      case .relevance, .newest: .newestFirst
      case .oldest: .oldestFirst
      case .number: .byNumber
      }
    options.valueSlots = [Schema.Slot.set.rawValue, order.rawValue]
    options.valueSlots += request.facets.map(\.slot.rawValue)
    let others = Query.andNot(
      .filter(query, by: condition.full), ownSets(of: models))
    return try index.search(others, options)
  }

  /// All passages of the sets and cases that some passages belong to.
  private func ownSets(of models: [StoredPassage]) -> Query {
    var own: Set<String> = []
    for model in models {
      own.insert(schema.setTerm(model.setKey))
      if let identifier = model.set.identifier { own.insert(schema.key(.identifier, identifier)) }
      if let number = model.set.caseNumber { own.insert(schema.key(.caseNumber, number)) }
    }
    return .or(own.sorted().map { .term($0) })
  }

  /// The best score of the passages themselves.
  private func weight(of models: [StoredPassage], _ query: Query) throws(IndexError) -> Double {
    let own = models.map { model in
      Query.term(
        schema.passageTerm(model.setKey, question: model.passage.questions.first ?? 0))
    }
    var options = SearchOptions()
    options.limit = 1
    options.wantsData = false
    return try index.search(.filter(query, by: .or(own)), options).hits.first?.weight ?? 0
  }
}
