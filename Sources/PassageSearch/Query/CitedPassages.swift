internal import Kamervragen
internal import PassageStore
internal import Xapian

/// The passages that a citation means in one index.
struct CitedPassages: Sendable, Hashable {
  /// Those of the cited sets.
  var sets: Query?
  /// Those of other sets that may be meant: the other chamber, another publication of the case.
  var others: Query?
  /// Those whose text cites the publication.
  var citing: Query?
  /// What is left out of a search unless it is cited.
  var hidden: Query?
  /// The words to highlight.
  var words: [String] = []

  /// Those of the sets, of either kind.
  var all: Query? {
    let both = [sets, others].compactMap(\.self)
    return both.count > 1 ? .or(both) : both.first
  }
}

/// Looks citations up in an index.
struct CitationIndex {
  let index: OpenIndex
  private var schema: Schema { index.schema }

  init(_ index: OpenIndex) { self.index = index }

  /// The passages that a citation means; nil if the index has none.
  func passages(of cited: CitedPublication) throws(XapianError) -> CitedPassages? {
    var found = CitedPassages()
    switch cited.name {
    case .numbers(let numbers, let session, let chamber):
      found = try numbered(numbers, session, chamber)
    case .caseNumber(let number):
      found.sets = keys([.caseNumber, .identifier], number)
      found.words = [number]
    case .identifier(let text):
      found = try identified(text)
    case .dossier(let number, let chapter, let items):
      found.words = [number] + items
      let part = chapter.map { [[$0]] } ?? []
      // The number of the dossier comes first.
      found.citing = within([[number]] + part + (items.isEmpty ? [] : [items]), isOrdered: true)
    case .document(let number):
      found.words = [number]
      found.citing = within([[number]], isOrdered: true)
    }
    try restrict(&found, to: cited)
    if let query = found.citing, try !index.hasMatch(query) { found.citing = nil }
    return found.all == nil && found.citing == nil ? nil : found
  }

  // MARK: Sets

  private func keys(_ fields: [Field], _ text: String) -> Query {
    .or(fields.map { .term(schema.key($0, text)) } + [.term(schema.setTerm(text))])
  }

  /// Sets by number. If the chamber is not named, the Tweede Kamer is meant.
  private func numbered(
    _ numbers: [String], _ session: String?, _ chamber: QuestionSet.Chamber?
  ) throws(XapianError) -> CitedPassages {
    var found = CitedPassages(words: numbers)
    var (sets, others): ([Query], [Query]) = ([], [])
    for number in numbers {
      let keys =
        [schema.key(.number, number)] + [session].compactMap { $0.map { schema.key(.session, $0) } }
      let all = Query.and(keys.map { .term($0) })
      let senate = try identified(number, session, .eersteKamer)
      switch chamber {
      case .tweedeKamer: sets.append(senate.map { .andNot(all, $0) } ?? all)
      case .eersteKamer:
        let other = session == nil ? nil : try identified(number, session, .tweedeKamer)
        sets.append(senate ?? other.map { .andNot(all, $0) } ?? all)
      case nil:
        sets.append(senate.map { .andNot(all, $0) } ?? all)
        if let senate { others.append(senate) }
      }
    }
    found.sets = .or(sets)
    found.others = others.isEmpty ? nil : .or(others)
    if let session {
      let years = session.split(separator: "-").map(String.init)
      found.citing = within(
        [numbers, [years[0]], [years[1], String(years[1].suffix(2))]], isOrdered: false)
    }
    return found
  }

  /// The sets of a chamber with a number whose identifier says so; nil if there are none.
  private func identified(
    _ number: String, _ session: String?, _ chamber: QuestionSet.Chamber
  ) throws(XapianError) -> Query? {
    let years = session.map { $0.replacing("-", with: "") + "-" + number } ?? ""
    let prefix = schema.key(.identifier, "ah-\(chamber == .eersteKamer ? "ek" : "tk")-\(years)")
    let terms = try index.database.terms(withPrefix: prefix, limit: Self.maximumIdentifiers)
      .map(\.term).filter {
        PublicationIdentifier(String($0.dropFirst()))?.number == number
      }
    return terms.isEmpty ? nil : .or(terms.map { .term($0) })
  }

  /// The maximum number of identifiers that are compared with a number.
  private static let maximumIdentifiers = 10_000

  /// The set with an identifier; else another version of it, or what represents its case.
  private func identified(_ text: String) throws(XapianError) -> CitedPassages {
    var found = CitedPassages()
    let own = keys([.identifier], text)
    let identifier = PublicationIdentifier(text)
    var related: Query?
    if let number = identifier?.number, let session = identifier?.session?.name {
      found = try numbered([number], session, identifier?.chamber)
      related = found.sets
    } else if let part = text.split(separator: "-").first(where: { $0.count >= 9 }) {
      let number = identifier?.caseNumber ?? String(part)
      related = .term(schema.key(.caseNumber, number))
      found.words = [number]
    }
    found.sets = own
    if let related {
      if try isShown(own) {
        found.others = .andNot(related, own)
      } else {
        found.sets = .or([own, related])
      }
    }
    return found
  }

  /// Restricts the sets to the questions that are cited, and leaves out what does not exist.
  private func restrict(
    _ found: inout CitedPassages, to cited: CitedPublication
  ) throws(XapianError) {
    if !cited.questions.isEmpty {
      let numbers = cited.questions.map { Query.term(schema.questionNumberTerm($0)) }
      found.sets = found.sets.map { .and([$0, .or(numbers)]) }
      found.others = found.others.map { .and([$0, .or(numbers)]) }
      // A passage without numbers has no such term.
      if let name = cited.name.key, let sets = found.sets {
        found.sets = .or(
          [sets] + cited.questions.map { .passage(name, question: $0, schema) })
      }
    }
    if let query = found.sets, try !index.hasMatch(query) { found.sets = nil }
    if let query = found.others, try !index.hasMatch(query) { found.others = nil }
    if found.sets == nil { (found.sets, found.others) = (found.others, nil) }
    if let all = found.all, try !isShown(all) { found.hidden = all }
  }

  // MARK: Texts

  /// The maximum number of words from the first word of a citation to the last.
  private static let window: UInt32 = 9

  /// The passages whose text has a word of each list, near each other.
  private func within(_ words: [[String]], isOrdered: Bool) -> Query {
    let terms = words.map { words in
      Query.or(words.map { .term(Schema.term(.question, .word, $0.lowercased())) })
    }
    guard terms.count > 1 else { return terms[0] }
    return isOrdered ? .phrase(terms, window: Self.window) : .near(terms, window: Self.window)
  }

  // MARK: Looking up

  /// Whether a search finds any of these passages, even if they are not cited.
  private func isShown(_ query: Query) throws(XapianError) -> Bool {
    try index.hasMatch(
      .andNot(query, .or([.term(Schema.askedElsewhereTerm), .term(Schema.supersededTerm)])))
  }
}

extension CitedPublication.Name {
  /// The name of the set in the index, if it is in the citation.
  var key: String? {
    switch self {
    case .caseNumber(let text), .identifier(let text): text
    case .numbers, .dossier, .document: nil
    }
  }

  /// Whether it names a set, which an index may have.
  var isOfSet: Bool {
    switch self {
    case .numbers, .caseNumber, .identifier: true
    case .dossier, .document: false
    }
  }
}
