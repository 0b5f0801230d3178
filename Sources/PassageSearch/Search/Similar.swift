public import PassageStore
internal import DutchText
internal import Glibc
internal import Kamervragen
internal import Xapian

/// The words of a passage that tell most about what it is about.
struct KeyTerms {
  /// Tells in how many passages a word and its forms stand, by the word and its term.
  let frequency: (_ word: String, _ term: String) throws(XapianError) -> Int
  /// Tells whether a word or one of its forms stands in a passage that could be found.
  let isElsewhere: (_ word: String, _ term: String) throws(XapianError) -> Bool
  let analyzer: Analyzer
  /// How many passages there are.
  let passages: Int

  /// A word as a text has it.
  struct Word: Hashable {
    var text: String
    /// What its occurrences count for, from 1 to 2: as BM25 does, the second one tells less than the first.
    var occurrences: Double
    /// How much it tells: the occurrences times the rarity.
    var weight: Double
  }

  /// The most telling words of texts (tf·idf).
  ///
  /// - Parameters:
  ///   - texts: each with how much one occurrence in it counts.
  ///   - limit: how many words at most.
  /// - Returns: the words, the most telling first, each in the form it has most often. A word that stands nowhere
  ///   else is none of them: it finds nothing.
  /// - Throws: `XapianError` of the look-ups.
  func words(
    of texts: [(text: String, weight: Double)], limit: Int
  ) throws(XapianError) -> [Word] {
    var counts: [String: (weight: Double, forms: [String: Int])] = [:]
    for (text, weight) in texts {
      let stream = analyzer.tokens(of: text)
      for token in stream.tokens where token.kind == .word && !token.isPart {
        let word = stream.term(of: token)
        guard word.count > 2, word.allSatisfy(\.isLetter), !Stopwords.words.contains(word) else {
          continue
        }
        let term = analyzer.analysis(of: word).term
        counts[term, default: (0, [:])].weight += weight
        counts[term, default: (0, [:])].forms[word, default: 0] += 1
      }
    }
    var telling: [(word: Word, term: String)] = []
    for (term, count) in counts {
      let forms = count.forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      guard let form = forms.first?.key else { continue }
      let known = try frequency(form, term)
      guard known > 1, known < passages else { continue }
      let occurrences = count.weight * 2 / (count.weight + 1)
      let rarity = log(Double(passages) / Double(known))
      let word = Word(text: form, occurrences: occurrences, weight: occurrences * rarity)
      telling.append((word, term))
    }
    telling.sort { ($1.word.weight, $0.word.text) < ($0.word.weight, $1.word.text) }
    var words: [Word] = []
    for (word, term) in telling.prefix(limit * 4) where words.count < limit {
      if try isElsewhere(word.text, term) { words.append(word) }
    }
    return words
  }
}

extension IndexReader {
  /// So many words of a passage are looked for in others.
  private static let mostTelling = 25
  /// A passage is like another where it scores this part of what that one itself scores.
  private static let likeness = 0.25
  /// The most passages that are like another.
  private static let mostSimilar = 1000

  /// The passages that are like another ("is dit eerder gevraagd?"): that have the words that tell most about it. The
  /// set of that passage, and others of the same case, are left out.
  ///
  /// - Parameters:
  ///   - reference: what `passages(of:)` takes; a whole set stands for all its passages.
  ///   - request: how results are wanted; its query, where it has one, is what they must have as well.
  /// - Returns: one page of them; nil where the index does not have what is referred to.
  /// - Throws: `IndexError` where the index cannot be read.
  public func passages(
    like reference: String, _ request: SearchRequest
  ) throws(IndexError) -> SearchResponse? {
    let models = try passages(of: reference)
    guard !models.isEmpty else { return nil }
    let name = models.count == 1 ? models[0].id : reference
    let words = try onDatabase { () throws(XapianError) in try tellingWords(of: models) }
    let (likeThese, condition) = try onDatabase { () throws(XapianError) in
      var compiler = QueryCompiler(for: index, isExact: false)
      let all = QueryExpression.all(words.map { .word($0.text) })
      let likeThese = try compiler.compile(ParsedQuery(expression: all, warnings: []))
      var conditions = QueryCompiler(for: index, isExact: request.isExact, aliases: request.aliases)
      return (likeThese, try conditions.compile(QueryParser.parse(request.query)))
    }
    let told = words.prefix(8).map(\.text).joined(separator: ", ")
    var response = SearchResponse(
      interpretation: "passages als \(name)\(told.isEmpty ? "" : " (\(told))")"
        + (condition.interpretation.isEmpty ? "" : ", met \(condition.interpretation)"),
      total: .zero, partial: .zero, warnings: condition.warnings, results: [], facets: [:])
    for facet in request.facets { response.facets[facet] = [] }
    guard !words.isEmpty else {
      response.warnings.append("\(name) heeft geen woorden die ook in andere passages staan.")
      return response
    }

    let occurrences = Dictionary(uniqueKeysWithValues: words.map { ($0.text, $0.occurrences) })
    let query = Query.or(
      likeThese.items.map { .scaled($0.query, by: occurrences[$0.label] ?? 1) })
    let found = try search(query, condition: condition, besides: models, request)
    let own = try weight(of: models, query)
    var hits = found.hits.filter { $0.weight >= own * Self.likeness }
    let upper = hits.count < Self.mostSimilar ? hits.count : found.upperBound
    response.total = CountBounds(lower: hits.count, estimate: hits.count, upper: upper)
    for (index, facet) in request.facets.enumerated() {
      response.facets[facet] = Self.facetCounts(
        hits.map { FacetValue(value: $0.values[index + 2], count: 1) })
    }
    if request.sort != .relevance {
      hits.sort { $0.values[1].lexicographicallyPrecedes($1.values[1]) }
    }
    var others: [[UInt8]: Int] = [:]
    if request.group == .set {
      hits = hits.filter { hit in
        others[hit.values[0], default: -1] += 1
        return others[hit.values[0]] == 0
      }
    }
    var highlighter = Highlighter(likeThese.highlights, schema: schema, stream: lendStream())
    defer { stream = highlighter.finish() }
    for (place, hit) in hits.dropFirst(request.offset).prefix(request.limit).enumerated() {
      let data = try onDatabase { () throws(XapianError) in try index.database.data(of: hit.id) }
      response.results.append(
        try result(
          of: data, rank: request.offset + place + 1, score: hit.weight, missing: [],
          moreInSet: others[hit.values[0]] ?? 0, &highlighter))
    }
    return response
  }

  private func tellingWords(
    of models: [StoredPassage]
  ) throws(XapianError) -> [KeyTerms.Word] {
    let fields: [Field] = [.question, .answer, .subject]
    let telling = KeyTerms(
      frequency: { word, term throws(XapianError) in
        var most = 0
        for field in fields {
          most = max(
            most, try self.index.database.documentFrequency(of: Schema.term(field, .word, word)),
            try self.index.database.documentFrequency(of: Schema.term(field, .stem, term)))
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
        let query = Query.andNot(.or(terms), self.ownSets(of: models))
        return try !self.index.database.search(query, options).hits.isEmpty
      }, analyzer: schema.analyzer, passages: try index.database.documentCount())
    // What is asked tells more about a passage than what is answered.
    var texts = [(text: models[0].set.subject ?? "", weight: 2.0)]
    for model in models {
      texts.append((model.passage.questionText, 2))
      texts.append((model.passage.answerText ?? "", 1))
    }
    return try telling.words(of: texts, limit: Self.mostTelling)
  }

  private func search(
    _ query: Query, condition: CompiledQuery, besides models: [StoredPassage],
    _ request: SearchRequest
  ) throws(IndexError) -> Matches {
    var options = SearchOptions()
    options.limit = Self.mostSimilar
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
    return try onDatabase { () throws(XapianError) in try index.database.search(others, options) }
  }

  /// All passages of the sets and of the cases that passages belong to.
  private func ownSets(of models: [StoredPassage]) -> Query {
    var own: Set<String> = []
    for model in models {
      own.insert(schema.setTerm(model.setKey))
      if let identifier = model.set.identifier { own.insert(schema.key(.identifier, identifier)) }
      if let number = model.set.caseNumber { own.insert(schema.key(.caseNumber, number)) }
    }
    return .or(own.sorted().map { .term($0) })
  }

  /// What the passages themselves score, the best of them.
  private func weight(of models: [StoredPassage], _ query: Query) throws(IndexError) -> Double {
    let own = models.map { model in
      Query.term(
        schema.passageTerm(model.setKey, question: model.passage.questions.first ?? 0))
    }
    var options = SearchOptions()
    options.limit = 1
    options.wantsData = false
    return try onDatabase { () throws(XapianError) in
      try index.database.search(.filter(query, by: .or(own)), options).hits.first?.weight ?? 0
    }
  }
}
