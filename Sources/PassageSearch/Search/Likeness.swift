internal import DutchText
internal import PassageStore
internal import Xapian

/// What some passages are about, as a query that finds others about the same.
struct Likeness {
  /// The words that tell it, the most telling first.
  let words: [KeyTerms.Word]
  /// Passages that have some of the words, the passages themselves included. The words of the
  /// context alone make no passage similar.
  private(set) var query = Query.nothing
  private(set) var highlights = HighlightTerms()
  /// All passages of the sets and cases that the passages belong to.
  let ownSets: Query
  private let models: [StoredPassage]
  private let index: OpenIndex

  /// The maximum number of words that are searched.
  private static let maximumWords = 25

  // How much one occurrence of a word counts. The question says more than the answer, and the
  // subject, of which there is one, most.
  private static let weightInSubject = 10.0
  private static let weightInQuestion = 2.0
  private static let weightInAnswer = 0.5
  private static let weightInOtherQuestion = 1.0
  private static let weightInOtherAnswer = 0.3

  /// Finds the words of one passage, with the rest of its set as context; or of all passages of a
  /// set.
  init(of models: [StoredPassage], in index: OpenIndex) throws(IndexError) {
    self.models = models
    self.index = index
    ownSets = Self.sets(of: models, index.schema)
    let found = try Self.keyTerms(of: models, besides: ownSets, in: index)
    words = found.contains { !$0.isOfContext } ? found : []
    var own: [Query] = []
    var context: [Query] = []
    for word in words {
      let query = try index.onDatabase { () throws(XapianError) -> Query? in
        var compiler = QueryCompiler(for: index, isExact: false)
        return try compiler.wordQuery(word.text, Field.textFields)
      }
      guard let query else { continue }
      for term in query.terms { highlights.add(term) }
      let weighed = Query.scaled(query, by: word.weight)
      if word.isOfContext { context.append(weighed) } else { own.append(weighed) }
    }
    query = context.isEmpty ? .or(own) : .andMaybe(.or(own), .or(context))
  }

  /// The best score of the passages themselves.
  func ownWeight() throws(IndexError) -> Double {
    let own = models.map { model in
      Query.passage(
        model.setKey, question: model.passage.questions.first ?? 0, index.schema)
    }
    var options = SearchOptions()
    options.limit = 1
    options.wantsData = false
    return try index.search(.filter(query, by: .or(own)), options).hits.first?.weight ?? 0
  }

  private static func sets(of models: [StoredPassage], _ schema: Schema) -> Query {
    var own: Set<String> = []
    for model in models {
      own.insert(schema.setTerm(model.setKey))
      if let identifier = model.set.identifier { own.insert(schema.key(.identifier, identifier)) }
      if let number = model.set.caseNumber { own.insert(schema.key(.caseNumber, number)) }
    }
    return .or(own.sorted().map { .term($0) })
  }

  // MARK: Words

  private static func keyTerms(
    of models: [StoredPassage], besides own: Query, in index: OpenIndex
  ) throws(IndexError) -> [KeyTerms.Word] {
    let texts = try texts(of: models, in: index)
    let names = names(in: models, index.schema.analyzer)
    var counting = SearchOptions()
    counting.limit = 0
    let ownPassages = try index.search(own, counting).upperBound
    return try index.onDatabase { () throws(XapianError) in
      let keyTerms = KeyTerms(
        analyzer: index.schema.analyzer, passages: try index.passageCount(),
        frequencies: { words throws(XapianError) in try frequencies(of: words, in: index) },
        isElsewhere: { word, known throws(XapianError) in
          // More passages have it than there are in these sets.
          if known > ownPassages { return true }
          return try index.hasMatch(.andNot(.or(terms(of: word).map { .term($0) }), own))
        })
      return try keyTerms.words(of: texts, besides: names, limit: maximumWords)
    }
  }

  private static func texts(
    of models: [StoredPassage], in index: OpenIndex
  ) throws(IndexError) -> [KeyTerms.Text] {
    var texts = [KeyTerms.Text(text: models[0].set.subject ?? "", weight: weightInSubject)]
    for model in models {
      texts.append(.init(text: model.passage.questionText, weight: weightInQuestion))
      texts.append(.init(text: model.passage.answerText ?? "", weight: weightInAnswer))
    }
    guard models.count == 1 else { return texts }
    for other in try Finder(index: index).passages(withKey: models[0].setKey)
    where other.ordinal != models[0].ordinal {
      texts.append(
        .init(text: other.passage.questionText, weight: weightInOtherQuestion, isContext: true))
      texts.append(
        .init(text: other.passage.answerText ?? "", weight: weightInOtherAnswer, isContext: true))
    }
    return texts
  }

  /// The folded names of those who asked and answered, unless the subject has them too.
  private static func names(in models: [StoredPassage], _ analyzer: Analyzer) -> Set<String> {
    func words(_ text: String) -> Set<String> {
      let stream = analyzer.tokens(of: text)
      return Set(stream.tokens.lazy.filter { $0.kind == .word }.map(stream.term(of:)))
    }
    let set = models[0].set
    let names = set.members.map(\.name) + set.respondents.map(\.name)
    return words(names.joined(separator: " ")).subtracting(words(set.subject ?? ""))
  }

  private static func terms(of word: KeyTerms.Word) -> [String] {
    QueryCompiler.terms([(.word, word.folded), (.stem, word.term)], Field.textFields)
  }

  /// The number of passages that have each word, or the word in another form.
  private static func frequencies(
    of words: [KeyTerms.Word], in index: OpenIndex
  ) throws(XapianError) -> [Int] {
    var most = [Int](repeating: 0, count: words.count)
    let order = words.indices.sorted { words[$0].folded < words[$1].folded }
    let folded = TermList(order.map { words[$0].folded.utf8 })
    let stems = TermList(order.map { words[$0].term.utf8 })
    for (list, kind) in [(folded, Token.Kind.word), (stems, .stem)] {
      let counts = try index.database.documentFrequencies(
        of: list, prefix: Schema.prefix(.question, kind))
      for (place, count) in counts.enumerated() {
        most[order[place]] = max(most[order[place]], count)
      }
    }
    return most
  }
}
