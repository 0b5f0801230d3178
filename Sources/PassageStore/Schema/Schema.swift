package import DutchText
internal import Kamervragen
internal import Xapian

/// How a passage is stored in the index: its terms, values and record. Indexing and querying use
/// the same value.
///
/// A term is the letter of its field, a mark for its kind and the text: `Qtoeslag` (word),
/// `Q~toeslag` (stem), `Q=OM` (exact form), `Q/toeslag` (part of a compound), `T:economie` (a value
/// of a field that also has words), `P|VVD` (a value of a facet, as it is). Words and exact forms
/// have positions, from 1 in each field; the others have none.
package struct Schema: Sendable {
  /// Rises with every change to terms, values or records.
  static let version = 9

  /// The analysis, the same for indexing and querying.
  package let analyzer: Analyzer

  /// Identifies the schema and the analysis; an index must have been made with the same ones.
  package var fingerprint: String { "\(Self.versions) \(analyzer.fingerprint)" }

  /// The part of the fingerprint that decides how the rest of the index is read, including its
  /// lexicon.
  static let versions = "schema-\(version) reader-\(SourceReader.version)"

  /// The schema of the index at a path, from its own metadata.
  ///
  /// - Throws: `IndexError.incompatible` if it was made with another schema; `.damaged` if its
  ///   lexicon or exceptions cannot be read.
  init(of path: String, _ stored: Vocabulary.Stored) throws(IndexError) {
    let found = stored.fingerprints.map { String(decoding: $0, as: UTF8.self) }
    if found.contains(where: { $0.hasPrefix(Self.versions + " ") }) {
      self.init(try Vocabulary(of: path, stored))
    } else {
      self.init()
    }
    // All shards use the lexicon of the first: a shard made with another would not find its words.
    guard let other = found.isEmpty ? "" : found.first(where: { $0 != fingerprint }) else { return }
    throw .incompatible(
      path: path, found: other, expected: fingerprint)
  }

  /// The schema of an index with a vocabulary.
  init(_ vocabulary: Vocabulary = .none) { analyzer = vocabulary.analyzer }

  /// The value slots of a document.
  package enum Slot: UInt32, Sendable, CaseIterable {
    /// Order by date, oldest first, then number and question.
    case oldestFirst = 0
    /// Order by date, newest first, then number and question.
    case newestFirst = 1
    /// Order by session, number and question.
    case byNumber = 2
    /// The short name of the source file, for grouping by set and for finding the set document.
    case set = 3
    /// The date of the questions; see `Schema.day`.
    case submitted = 4
    /// The values of all facets; see `Schema.facetFields`.
    case facets = 5
    /// The date of the answer, or of the notice.
    case received = 6
  }

  // MARK: Terms

  // The prefixes of terms outside the fields. They must differ from each other and from the letters
  // of the fields.
  static let setPrefix = "E"
  static let questionNumberPrefix = "V"
  static let sourcePrefix = "D"
  package static let visibilityPrefix = "H"

  package static func mark(of kind: Token.Kind) -> UInt8? {
    switch kind {
    case .word: nil
    case .exact: UInt8(ascii: "=")
    case .stem: UInt8(ascii: "~")
    case .part, .joinedParts: UInt8(ascii: "/")
    }
  }

  /// The term of a field for a token.
  package static func term(_ field: Field, _ kind: Token.Kind, _ text: String) -> String {
    var prefix = String(Unicode.Scalar(field.letter))
    if let mark = mark(of: kind) { prefix.unicodeScalars.append(Unicode.Scalar(mark)) }
    return prefix + text
  }

  /// The term of a key: the letter and the folded value.
  package func key(_ field: Field, _ value: String) -> String {
    String(Unicode.Scalar(field.letter)) + Self.folded(value)
  }

  /// The term of passages that are not searched unless the query asks for their kind, because the
  /// questions are also in another set.
  package static let askedElsewhereTerm = visibilityPrefix + "vraag"

  /// The term of passages that are not searched because there is a later version.
  package static let supersededTerm = visibilityPrefix + "versie"

  // MARK: Documents

  /// The document of one passage. `sourceDigest` is the digest of the file's path; `remarks` are
  /// texts of the set that have no other place. The stream remembers words it has met, so reuse it.
  func document(
    for stored: StoredPassage, sourceDigest: ContentDigest, remarks: [String] = [],
    using stream: inout TokenStream
  ) -> Document {
    var document = Document()
    let passage = stored.passage
    document.reserve(
      bytes: passage.questionText.utf8.count + (passage.answerText?.utf8.count ?? 0) + 2048,
      postings: 512)
    for field in Field.allCases where !field.row.isOfCase {
      add(field, of: stored, remarks: remarks, &stream, &document)
    }
    addPlace(of: stored, sourceDigest, &document)
    addHeading(of: stored, &stream, &document)
    return document
  }

  /// The letters of the terms that follow from the facts of a case.
  static let headingLetters = Field.allCases.filter(\.row.isOfCase).map(\.letter)

  /// Adds everything that can come from another publication of the case: terms of `headingLetters`,
  /// values and the terms of facets.
  func addHeading(
    of stored: StoredPassage, _ stream: inout TokenStream, _ document: inout Document
  ) {
    for field in Field.allCases where field.row.isOfCase {
      add(field, of: stored, &stream, &document)
    }
    addValues(of: stored, to: &document)
  }

  /// Adds the content of a field of a passage.
  private func add(
    _ field: Field, of stored: StoredPassage, remarks: [String] = [], _ stream: inout TokenStream,
    _ document: inout Document
  ) {
    let set = stored.set
    let passage = stored.passage
    switch field {
    case .question:
      let isSaidInSubject = BoilerplateQuestion.isAll(of: passage.questionText)
      let known = isSaidInSubject ? set.subject.map(terms(of:)) ?? [] : []
      addWords([passage.questionText], field, known: known, &stream, &document)
    case .answer: addWords([passage.answerText ?? ""], field, &stream, &document)
    case .subject: addWords([set.subject ?? ""], field, &stream, &document)
    case .footnote: addWords(passage.footnotes.map(\.text), field, &stream, &document)
    case .remark: addWords(remarks, field, &stream, &document)
    case .member: addWords(set.members.map(\.name), field, &stream, &document)
    case .party: addWords(parties(of: set), field, &stream, &document)
    case .minister: addWords(ministers(of: set), field, &stream, &document)
    case .topic:
      addWords(set.topics + [set.keywords ?? ""], field, &stream, &document)
      for key in topicKeys(of: set) { addKey(key, &document) }
    case .number: addKeys([set.number].compactMap(\.self), field, &document)
    case .session: addKeys(years(of: stored), field, &document)
    case .caseNumber: addKeys([set.caseNumber].compactMap(\.self), field, &document)
    case .kind: addKeys([set.kind.rawValue], field, &document)
    case .identifier: addKeys([set.identifier].compactMap(\.self), field, &document)
    // Dates are value slots.
    case .date, .submitted, .received: break
    }
  }

  private func addKeys(_ values: [String], _ field: Field, _ document: inout Document) {
    for value in values { addKey(key(field, value), &document) }
  }

  /// Adds the words of the texts of a field. Words of web addresses, and words in `known`, can be
  /// found but do not count for the rank.
  private func addWords(
    _ texts: [String], _ field: Field, known: Set<String> = [], _ stream: inout TokenStream,
    _ document: inout Document
  ) {
    stream.removeAll()
    for text in texts where !text.isEmpty {
      let first = stream.tokens.count
      var text = text
      text.withUTF8 { analyzer.analyze($0, into: &stream) }
      // Phrases must not run from one text into the next.
      stream.endText()
      let row = field.row
      var addresses = WebAddresses.ranges(in: text)[...]
      for token in stream.tokens[first...] {
        let isDerived = token.kind == .stem || token.kind.isOfCompound
        if isDerived, row.form == .name { continue }
        let prefix = Self.prefix(row.letter, token.kind)
        while let first = addresses.first, first.upperBound <= token.byteRange.lowerBound {
          addresses.removeFirst()
        }
        let isKnown = !known.isEmpty && known.contains(stream.term(of: token))
        let isAddress = addresses.first.map { $0.lowerBound <= token.byteRange.lowerBound } ?? false
        document.addPosting(
          stream.bytes(of: token), prefix: prefix,
          position: isDerived ? 0 : token.position,
          frequency: isAddress || isKnown ? 0 : row.weight)
      }
    }
  }

  /// The terms of a text, of all kinds.
  private func terms(of text: String) -> Set<String> {
    let stream = analyzer.tokens(of: text)
    return Set(stream.tokens.map { stream.term(of: $0) })
  }

  private static func prefix(_ letter: UInt8, _ kind: Token.Kind) -> [UInt8] {
    mark(of: kind).map { [letter, $0] } ?? [letter]
  }

  /// Adds a term that filters but does not count for the rank.
  func addKey(_ term: String, _ document: inout Document) {
    document.addPosting(term.utf8, position: 0, frequency: 0)
  }

  /// The parties, each once, in the order of the heading.
  func parties(of set: QuestionSet) -> [String] {
    var seen: Set<String> = []
    return set.members.compactMap(\.party).filter { seen.insert($0).inserted }
  }

  /// Everyone on the government's side: who answered, for whom, and who was asked.
  private func ministers(of set: QuestionSet) -> [String] {
    set.respondents.map { "\($0.role) \($0.name) \($0.portfolio ?? "")" } + set.onBehalfOf
      + set.addressees
  }

  /// The vergaderjaar and the calendar years of the dates.
  private func years(of stored: StoredPassage) -> [String] {
    let years = [stored.set.submitted, stored.set.received].compactMap { $0.map { "\($0.year)" } }
    return Array(Set(years)) + [stored.set.session].compactMap(\.self)
  }
}
