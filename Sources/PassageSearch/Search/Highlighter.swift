internal import PassageStore
internal import DutchText

/// The terms that make a word of a text a hit, and the phrases whose words are hits only together.
struct HighlightTerms: Sendable, Hashable {
  /// What a term is looked for.
  struct Purpose: Sendable, Hashable {
    /// The part of the query, from 0.
    var part = 0
    /// Whether it is only a part of the compound that is meant, or a relative of the word.
    var isLoose = false
  }

  private(set) var terms: [[UInt8]: Purpose] = [:]
  /// Each a sequence of word terms of one field.
  private(set) var phrases: [[[UInt8]]: Purpose] = [:]
  /// What is looked for at the moment.
  var purpose = Purpose()

  /// Adds a term; for the first purpose that it has, but rather for one that is not loose.
  mutating func add(_ term: String) {
    let term = Array(term.utf8)
    if terms[term].map({ $0.isLoose && !purpose.isLoose }) ?? true { terms[term] = purpose }
  }

  /// Adds a phrase.
  mutating func add(phrase: [String]) {
    let phrase = phrase.map { Array($0.utf8) }
    if phrases[phrase] == nil { phrases[phrase] = purpose }
  }
}

/// Finds the hits of a query in the texts of a passage.
struct Highlighter: ~Copyable {
  private let schema: Schema
  private let query: HighlightTerms
  /// Whether a term of a length, in bytes, is sought, and whether one with a last byte: most words have another length or
  /// another last letter, and need not be compared.
  private let lengths: [Bool]
  private let endings: [Bool]
  private let sieve: TermPrefilter
  private var stream: TokenStream
  private var term: [UInt8] = []

  /// Highlights with a stream that is used again, so that words met before need no work.
  init(_ query: HighlightTerms, schema: Schema, stream: TokenStream = TokenStream()) {
    self.stream = stream
    self.query = query
    self.schema = schema
    var lengths = Array(repeating: false, count: 256)
    var endings = lengths
    for term in query.terms.keys {
      lengths[min(term.count, 255)] = true
      endings[Int(term.last ?? 0)] = true
    }
    (self.lengths, self.endings) = (lengths, endings)
    let marks = [Token.Kind.stem, .part].compactMap(Schema.mark)
    sieve = schema.analyzer.prefilter(
      for: query.terms.keys.filter { $0.count > 1 && marks.contains($0[1]) }.map {
        Array($0.dropFirst(2))
      })
  }

  /// Gives the stream back.
  mutating func finish() -> TokenStream {
    stream.removeAll()
    defer { stream = TokenStream() }
    return stream
  }

  /// A hit: which bytes of the text, and what of the query made it one.
  struct Hit: Hashable {
    var range: Range<Int>
    var purpose: HighlightTerms.Purpose
  }

  /// The hits in a text of a field, in order and without overlap; loose ones only where there is nothing nearer.
  mutating func hits(in text: String, of field: Field) -> [Hit] {
    guard !query.terms.isEmpty || !query.phrases.isEmpty else { return [] }
    stream.removeAll()
    var text = text
    text.withUTF8 { schema.analyzer.analyze($0, into: &stream, through: sieve) }
    var hits: [Hit] = []
    for token in stream.tokens where mayBeHit(token) {
      write(token, field)
      guard let purpose = query.terms[term] else { continue }
      hits.append(Hit(range: token.byteRange, purpose: purpose))
    }
    for (phrase, purpose) in query.phrases where phrase.first?.first == field.letter {
      hits += ranges(of: phrase, field).map { Hit(range: $0, purpose: purpose) }
    }
    return Self.nearest(Self.withoutOverlap(hits))
  }

  private func mayBeHit(_ token: Token) -> Bool {
    let bytes = stream.bytes(of: token)
    let length = 1 + (Schema.mark(of: token.kind) == nil ? 0 : 1) + bytes.count
    return lengths[min(length, 255)] && endings[Int(bytes.last ?? 0)]
  }

  private mutating func write(_ token: Token, _ field: Field) {
    term.removeAll(keepingCapacity: true)
    term.append(field.letter)
    if let mark = Schema.mark(of: token.kind) { term.append(mark) }
    term.append(contentsOf: stream.bytes(of: token))
  }

  /// Where the words of a phrase stand together.
  private mutating func ranges(of phrase: [[UInt8]], _ field: Field) -> [Range<Int>] {
    // For each word of the phrase the places that it has in the text.
    var places: [[UInt32: Range<Int>]] = Array(repeating: [:], count: phrase.count)
    for token in stream.tokens {
      write(token, field)
      for (index, word) in phrase.enumerated() where word == term {
        places[index][token.position] = token.byteRange
      }
    }
    return places[0].keys.flatMap { start in
      let ranges = phrase.indices.compactMap { places[$0][start + UInt32($0)] }
      return ranges.count == phrase.count ? ranges : []
    }
  }

  /// Leaves loose hits out where the text has what is meant as well.
  private static func nearest(_ hits: [Hit]) -> [Hit] {
    let parts = Set(hits.filter { !$0.purpose.isLoose }.map(\.purpose.part))
    return hits.filter { !$0.purpose.isLoose || !parts.contains($0.purpose.part) }
  }

  /// The widest of the hits that overlap: a whole rather than its parts.
  private static func withoutOverlap(_ hits: [Hit]) -> [Hit] {
    let sorted = hits.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var kept: [Hit] = []
    for hit in sorted where kept.last.map({ $0.range.upperBound <= hit.range.lowerBound }) ?? true {
      kept.append(hit)
    }
    return kept
  }
}
