internal import PassageStore
internal import DutchText

/// Finds the hits of a query in the texts of a passage.
struct Highlighter: ~Copyable {
  private let schema: Schema
  private let query: HighlightTerms
  /// The lengths in bytes, and the last bytes, of the terms that are sought. Most words differ in
  /// one of these and need not be compared.
  private let lengths: [Bool]
  private let endings: [Bool]
  private let sieve: TermPrefilter
  private var stream: TokenStream
  private var term: [UInt8] = []
  /// What the terms of the present field begin and end with, for each kind.
  private var prefixes: [[UInt8]] = []
  private var suffixes: [[UInt8]] = []

  /// Reuses a stream, which remembers the words that it has analysed.
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
    sieve = schema.analyzer.prefilter(for: query.terms.keys.compactMap(Schema.derivedText(of:)))
  }

  /// Returns the stream.
  mutating func finish() -> TokenStream {
    stream.removeAll()
    defer { stream = TokenStream() }
    return stream
  }

  /// A hit: the bytes of the text, and what part of the query made it one.
  struct Hit: Hashable {
    var range: Range<Int>
    var purpose: HighlightTerms.Purpose
  }

  /// The hits in a text of a field, in order and without overlap. A loose hit is included only if
  /// the same part of the query has no other hits.
  mutating func hits(in text: String, of field: Field) -> [Hit] {
    guard !query.terms.isEmpty || !query.phrases.isEmpty else { return [] }
    prefixes = Token.Kind.allCases.map { Schema.prefix(field, $0) }
    suffixes = Token.Kind.allCases.map { Schema.suffix(field, $0) }
    stream.removeAll()
    var text = text
    text.withUTF8 { schema.analyzer.analyze($0, into: &stream, through: sieve) }
    var hits: [Hit] = []
    for token in stream.tokens where mayBeHit(token) {
      write(token)
      guard let purpose = query.purpose(of: term, in: field) else { continue }
      hits.append(Hit(range: token.byteRange, purpose: purpose))
    }
    for (phrase, purpose) in query.phrases where phrase.field.map({ $0 == field }) ?? true {
      hits += ranges(of: phrase.terms).map { Hit(range: $0, purpose: purpose) }
    }
    return Self.nearest(Self.withoutOverlap(hits))
  }

  private func mayBeHit(_ token: Token) -> Bool {
    let kind = Int(token.kind.rawValue)
    let bytes = stream.bytes(of: token)
    let length = prefixes[kind].count + bytes.count + suffixes[kind].count
    return lengths[min(length, 255)] && endings[Int(suffixes[kind].last ?? bytes.last ?? 0)]
  }

  private mutating func write(_ token: Token) {
    let kind = Int(token.kind.rawValue)
    term.removeAll(keepingCapacity: true)
    term.append(contentsOf: prefixes[kind])
    term.append(contentsOf: stream.bytes(of: token))
    term.append(contentsOf: suffixes[kind])
  }

  /// The ranges of a phrase in the text.
  private mutating func ranges(of phrase: [[UInt8]]) -> [Range<Int>] {
    // For each word of the phrase, its positions in the text.
    var places: [[UInt32: Range<Int>]] = Array(repeating: [:], count: phrase.count)
    for token in stream.tokens {
      write(token)
      for (index, word) in phrase.enumerated() where word == term {
        places[index][token.position] = token.byteRange
      }
    }
    return places[0].keys.flatMap { start in
      let ranges = phrase.indices.compactMap { places[$0][start + UInt32($0)] }
      return ranges.count == phrase.count ? ranges : []
    }
  }

  /// Leaves out the loose hits of each part of the query that also has other hits.
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
