package import DutchText
internal import Kamervragen
internal import Xapian

/// How a passage is stored in the index: its terms, values and record. Indexing and querying use
/// the same value.
///
/// A word of the text has one term, whatever the field: `toeslag`. Its position tells the field,
/// see `FieldPositions`. A mark before a term tells its kind: `~toeslag` (stem), `=OM` (exact
/// form), `/toeslag` (part of a compound, with the letter of the field after it). Terms of other
/// fields begin with the letter of the field: `Mdijk` (word of a name), `Nkey` (key), `T:economie`
/// (a value of a field that also has words), `P|VVD` (a value of a facet, as it is). Words and
/// exact forms have positions; the others have none.
package struct Schema: Sendable {
  /// Rises with every change to terms, values or records.
  static let version = 10

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
    /// The short name of the source file, for grouping by set. Passages have it.
    case set = 3
    /// The date of the questions; see `Schema.day`.
    case submitted = 4
    /// The values of all facets; see `Schema.facetFields`.
    case facets = 5
    /// The date of the answer, or of the notice.
    case received = 6
    /// The short name of the source file. Set documents have it. Each comes just before its
    /// passages, and there are so few that all names are read sooner than those of many passages.
    case name = 7
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

  /// The term of a field for a token. The text fields share the terms of all kinds but parts.
  package static func term(_ field: Field, _ kind: Token.Kind, _ text: String) -> String {
    String(decoding: prefix(field, kind), as: UTF8.self) + text
      + String(decoding: suffix(field, kind), as: UTF8.self)
  }

  /// What the terms of a field begin with.
  package static func prefix(_ field: Field, _ kind: Token.Kind) -> [UInt8] {
    (field.isOfText ? [] : [field.letter]) + [mark(of: kind)].compactMap(\.self)
  }

  /// The stem or the part of a compound that a term of any field is of; nil if it is of neither.
  package static func derivedText(of term: [UInt8]) -> [UInt8]? {
    let marks = [mark(of: .stem), mark(of: .part)]
    let own = term.first.map { $0 &- UInt8(ascii: "A") < 26 } == true ? term.dropFirst() : term[...]
    guard let first = own.first, marks.contains(first) else { return nil }
    return Array(own.dropFirst().prefix { $0 != separator })
  }

  /// What the terms of a field end with. Parts of compounds have no positions, so their terms name
  /// the field: at the end, so that those of one part are neighbours in the tables.
  package static func suffix(_ field: Field, _ kind: Token.Kind) -> [UInt8] {
    field.isOfText && kind.isOfCompound ? [separator, field.letter] : []
  }

  /// Separates what no word has: lower than all letters, so that what belongs together is sorted
  /// together.
  private static let separator: UInt8 = 1

  /// The term whose positions are those just before the words of a text field.
  package static func marker(of field: Field) -> String {
    String(Unicode.Scalar(field.letter))
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

  /// The record and the documents of a set. `sourceDigest` is the digest of the file's path. The
  /// stream remembers words it has met, so reuse it.
  func prepared(
    _ set: StoredSet, sourceDigest: ContentDigest, using stream: inout TokenStream
  ) -> PreparedSet {
    let whole = set.passages.firstIndex { $0.questions.isEmpty }
    let passages = set.passages.enumerated().map { ordinal, passage in
      let stored = StoredPassage(
        set: set.heading, passage: passage, ordinal: ordinal, source: set.source)
      return PreparedPassage(
        document: document(
          for: stored, sourceDigest: sourceDigest, remarks: ordinal == whole ? set.remarks : [],
          using: &stream),
        hasQuestions: !passage.questions.isEmpty)
    }
    return PreparedSet(
      record: set.encoded(), words: words(of: set, &stream), passages: passages)
  }

  /// The document of one passage; `remarks` are texts of the set that have no other place.
  func document(
    for stored: StoredPassage, sourceDigest: ContentDigest, remarks: [String] = [],
    using stream: inout TokenStream
  ) -> Document {
    var document = Document()
    let passage = stored.passage
    document.reserve(
      bytes: passage.questionText.utf8.count + (passage.answerText?.utf8.count ?? 0) + 2048,
      postings: 1024)
    addText(of: stored, remarks: remarks, &stream, &document)
    for field in Field.allCases { add(field, of: stored, &stream, &document) }
    addPlace(of: stored, sourceDigest, &document)
    addValues(of: stored, to: &document)
    return document
  }

  /// Adds the text fields of a passage.
  private func addText(
    of stored: StoredPassage, remarks: [String], _ stream: inout TokenStream,
    _ document: inout Document
  ) {
    let set = stored.set
    let passage = stored.passage
    var positions = FieldPositions()
    let isRequest = BoilerplateQuestion.isRequest(passage.questionText)
    for field in Field.textFields {
      var known: Set<String> = []
      let texts: [String]
      switch field {
      case .question:
        texts = [passage.questionText]
        if BoilerplateQuestion.isOfKnowledge(passage.questionText) {
          known = terms(of: set.subject ?? "", &stream)
        }
      case .answer: texts = [passage.answerText ?? ""]
      case .subject: texts = [set.subject ?? ""]
      case .footnote: texts = passage.footnotes.map(\.text)
      case .remark: texts = remarks
      default: continue
      }
      let offset = positions.offset
      addWords(texts, field, counts: !isRequest, known: known, offset: offset, &stream, &document)
      let marked = positions.take(stream.tokens)
      for position in marked {
        document.addPosting(CollectionOfOne(field.letter), position: position, frequency: 0)
      }
    }
  }

  /// Adds the content of any other field of a passage.
  private func add(
    _ field: Field, of stored: StoredPassage, _ stream: inout TokenStream,
    _ document: inout Document
  ) {
    let set = stored.set
    switch field {
    case .question, .answer, .subject, .footnote, .remark: break
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

  /// Adds the words of the texts of a field, whose positions begin after an offset. Words of web
  /// addresses, words in `known`, and all words unless `counts`, can be found but do not count for
  /// the rank.
  private func addWords(
    _ texts: [String], _ field: Field, counts: Bool = true, known: Set<String> = [],
    offset: UInt32 = 0,
    _ stream: inout TokenStream, _ document: inout Document
  ) {
    let prefixes = Token.Kind.allCases.map { Self.prefix(field, $0) }
    let suffix = Self.suffix(field, .part)
    let row = field.row
    stream.removeAll()
    for text in texts where !text.isEmpty {
      let first = stream.tokens.count
      var text = text
      text.withUTF8 { analyzer.analyze($0, into: &stream) }
      // Phrases must not run from one text into the next.
      stream.endText()
      var addresses = WebAddresses.ranges(in: text)[...]
      for token in stream.tokens[first...] {
        let isDerived = token.kind == .stem || token.kind.isOfCompound
        if isDerived, row.form == .name { continue }
        while let first = addresses.first, first.upperBound <= token.byteRange.lowerBound {
          addresses.removeFirst()
        }
        let isKnown = !known.isEmpty && known.contains(stream.term(of: token))
        let isAddress = addresses.first.map { $0.lowerBound <= token.byteRange.lowerBound } ?? false
        let frequency = isAddress || isKnown || !counts ? 0 : row.weight
        let prefix = prefixes[Int(token.kind.rawValue)]
        let bytes = stream.bytes(of: token)
        switch token.kind {
        case .word, .exact:
          document.addPosting(
            bytes, prefix: prefix, position: offset + token.position, frequency: frequency)
        case .stem:
          document.addPosting(
            bytes, prefix: prefix, position: token.isOfSeveral ? offset + token.position : 0,
            frequency: frequency)
        case .part, .joinedParts:
          document.addPosting(bytes + suffix, prefix: prefix, position: 0, frequency: frequency)
        }
      }
    }
  }

  /// The terms of a text, of all kinds.
  private func terms(of text: String, _ stream: inout TokenStream) -> Set<String> {
    var text = text
    stream.removeAll()
    text.withUTF8 { analyzer.analyze($0, into: &stream) }
    return Set(stream.tokens.map { stream.term(of: $0) })
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
