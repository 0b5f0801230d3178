internal import PassageStore
internal import Xapian

/// Citations in the terms of the index.
extension QueryCompiler {
  /// The weight of a passage of a cited set: more than the words of any query come to.
  private static let weightOfCited = 1000.0
  /// The weight of a passage of a set that may be meant.
  private static let weightOfOther = 900.0
  /// The weight of a passage whose text cites the publication: more than a few words come to.
  private static let weightOfCiting = 100.0

  /// The expression with the words of a citation in its place if the index has no such publication.
  mutating func withKnownCitations(
    _ expression: QueryExpression
  ) throws(XapianError) -> QueryExpression {
    switch expression {
    case .cited(let cited, let words):
      if citations[cited] == nil { citations[cited] = try CitationIndex(index).passages(of: cited) }
      return citations[cited] == nil ? words : expression
    case .all(let parts):
      var known: [QueryExpression] = []
      for part in parts {
        let meant = try withKnownCitations(part)
        if case .cited = part, case .all(let words) = meant {
          known += words
        } else {
          known.append(meant)
        }
      }
      return .all(known)
    case .any(let parts):
      return .any(try parts.map { part throws(XapianError) in try withKnownCitations(part) })
    case .not(let part): return .not(try withKnownCitations(part))
    case .required(let part): return .required(try withKnownCitations(part))
    case .word, .prefix, .pattern, .phrase, .near, .amount, .alias, .field, .dates:
      return expression
    }
  }

  /// The passages of a cited set, those whose text cites it, and those with all its words. A
  /// passage with some of the words is a partial match.
  mutating func citedQuery(
    _ cited: CitedPublication, _ words: QueryExpression, in field: Field?
  ) throws(XapianError) -> Query? {
    guard field == nil, let found = citations[cited] else { return try query(words, in: field) }
    let (highlights, parts) = (compiled.highlights, compiled.parts)
    var wanted: [Query] = []
    weighsNames = false
    defer { weighsNames = true }
    if case .all(let words) = try meaning(of: words) {
      for word in words {
        if let query = try query(word, in: nil) { wanted.append(query) }
      }
    }
    compiled.parts = parts
    compiled.highlights = highlights
    for word in found.words {
      for term in Self.terms([(.word, word.lowercased())], Field.searchedByDefault) {
        compiled.highlights.add(term)
      }
    }
    var texts = [found.citing.map { Query.constant($0, weight: Self.weightOfCiting) }]
      .compactMap(\.self)
    if !wanted.isEmpty { texts.append(.and(wanted)) }
    guard let sets = found.all else {
      compiled.parts += wanted
      return .or(texts)
    }
    compiled.citesSets = true
    if let hidden = found.hidden { compiled.citedHidden.append(hidden) }
    compiled.parts += wanted.map { .andNot($0, sets) }
    let weighted = [
      found.sets.map { Query.constant($0, weight: Self.weightOfCited) },
      found.others.map { Query.constant($0, weight: Self.weightOfOther) },
    ].compactMap(\.self)
    // A set keeps its order, whatever its texts say.
    return .or(weighted + texts.map { .andNot($0, sets) })
  }

  /// The passages that the value of a field cites, in another spelling than the index has: `nr:"AH
  /// 705"`, `id:ah-tk-20242025-705.pdf`.
  func citedKeys(_ field: Field, _ text: String) throws(XapianError) -> Query? {
    guard [.number, .caseNumber, .identifier].contains(field),
      try known([schema.key(field, text)]).isEmpty,
      let cited = CitationReader.publication(in: text)
    else { return nil }
    return try CitationIndex(index).passages(of: cited)?.all
  }

  /// The sets and passages that a word names, if the index has them: the name of a file without its
  /// ending, a number in the Aanhangsel, or the id of a passage.
  func namedQueries(_ text: String) throws(XapianError) -> [Query] {
    guard text.utf8.contains(where: { $0 &- UInt8(ascii: "0") < 10 }) else { return [] }
    let terms = [schema.setTerm(text), schema.setTerm(CitedName.withoutEnding(text))]
    let weight = weighsNames ? Self.weightOfCited : 0
    var names = try known(terms).map { Query.constant(.term($0), weight: weight) }
    if let sign = text.lastIndex(of: "#"), let question = Int(text[text.index(after: sign)...]) {
      let passage = Query.passage(String(text[..<sign]), question: question, schema)
      if try index.hasMatch(passage) { names.append(.constant(passage, weight: weight)) }
    }
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return names }
    // A number by itself is a citation, unless it is a year. Among other words it is a word too.
    let isCitation = wordCount == 1 && !(Int(text).map((1980...2050).contains) ?? false)
    return names
      + (try known([schema.key(.number, text), schema.key(.caseNumber, text)])).map {
        .constant(.term($0), weight: isCitation ? weight : 0)
      }
  }
}
