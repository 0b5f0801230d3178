internal import PassageStore
internal import DutchText
internal import Kamervragen
internal import Xapian

/// The terms of one passage in the index.
struct PassageTerms {
  let id: DocumentID
  /// The query for it, and for any others with its name.
  let name: Query
  private let stored: StoredPassage
  private let terms: Set<String>

  /// Whether a search leaves it out.
  var isHidden: Bool {
    terms.contains(Schema.askedElsewhereTerm) || terms.contains(Schema.supersededTerm)
  }

  /// Looks a passage up; nil if it has been removed meanwhile.
  init?(of stored: StoredPassage, in index: OpenIndex) throws(IndexError) {
    let question = stored.passage.questions.first ?? 0
    name = .passage(stored.setKey, question: question, index.schema)
    self.stored = stored
    var options = SearchOptions()
    options.limit = 100
    options.valueSlots = [Schema.Slot.set.rawValue]
    let named = try index.search(.scaled(name, by: 0), options).hits
    var places: [PassagePlace] = []
    for hit in named { places.append(try index.place(hit.data, source: hit.values[0])) }
    let passages = try index.passages(at: places)
    guard let found = zip(named, passages).first(where: { $1 == stored })?.0 else { return nil }
    let terms = try index.ifPresent { () throws(XapianError) in
      try index.database.terms(of: found.id, prefix: "")
    }
    guard let terms else { return nil }
    id = found.id
    self.terms = Set(terms.map(\.term))
  }

  /// The fields that contain some of these terms, with the words of the text.
  func places(of wanted: Set<String>, _ schema: Schema) -> [MatchExplanation.Place] {
    let here = wanted.intersection(terms)
    guard !here.isEmpty else { return [] }
    var highlights = HighlightTerms()
    for term in here { highlights.add(term) }
    var highlighter = Highlighter(highlights, schema: schema)
    var places: [MatchExplanation.Place] = []
    for field in Field.allCases where field.hasWords {
      var forms: [String] = []
      for text in stored.texts(of: field) {
        for hit in highlighter.hits(in: text, of: field) {
          let form = String(decoding: Array(text.utf8)[hit.range], as: UTF8.self)
          if !forms.contains(form) { forms.append(form) }
        }
      }
      if !forms.isEmpty { places.append(MatchExplanation.Place(field: field, forms: forms)) }
    }
    return places
  }

  /// The word of the passage most similar to a word: one that contains it or is contained in it,
  /// else the nearest spelling, else one with the same beginning.
  func nearest(to label: String, _ analyzer: Analyzer) -> String? {
    let stream = analyzer.tokens(of: label)
    let wanted = stream.tokens.filter { $0.kind == .word && !$0.isPart }.map(stream.term(of:))
    guard wanted.count == 1, wanted[0].count >= Self.minimumLetters else { return nil }
    let word = wanted[0]
    let known = Set(
      WordTerms.of(Field.searchedByDefault).flatMap { scope in
        let prefix = Schema.term(scope.field, .word, "")
        return terms.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      }.filter { word in
        word.count >= Self.minimumLetters && word.allSatisfy { $0.isLetter && !$0.isUppercase }
      }
    ).sorted { ($0.count, $0) < ($1.count, $1) }
    if let whole = known.first(where: { $0.contains(word) }) { return whole }
    if let part = known.last(where: { word.contains($0) }) { return part }
    if let near = NearestSpelling.nearest(to: word, among: known.map { ($0, 1) }) { return near }
    let common = known.map { ($0, $0.commonPrefix(with: word).count) }
    let most = common.reduce(0) { max($0, $1.1) }
    guard most * 5 >= word.count * 3, most >= Self.minimumLetters else { return nil }
    return common.first { $0.1 == most }?.0
  }

  private static let minimumLetters = 4
}

extension String {
  fileprivate func commonPrefix(with other: String) -> Substring {
    prefix(zip(self, other).prefix { $0 == $1 }.count)
  }
}
