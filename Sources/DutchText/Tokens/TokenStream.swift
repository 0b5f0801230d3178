/// The tokens of a text, in the order of their positions. One buffer has all terms, so that no
/// token allocates.
public struct TokenStream: Sendable {
  /// The tokens.
  public internal(set) var tokens: [Token] = []
  var terms: [UInt8] = []
  /// The last position used; the next text that is analysed into this stream continues from it.
  public internal(set) var lastPosition: UInt32 = 0

  /// Make the next analysis faster; its result is the same.
  var stems = StemCache()
  var analyses = AnalysisCache()

  /// An empty stream.
  public init() {}

  /// Removes the tokens but keeps the memory, and begins again at position 1.
  public mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    lastPosition = 0
  }

  /// The term of a token of this stream as UTF-8 bytes, at most `Analyzer.maximumTermLength` of
  /// them.
  public func bytes(of token: Token) -> ArraySlice<UInt8> {
    terms[Int(token.termStart)..<Int(token.termEnd)]
  }

  /// The term of a token of this stream.
  public func term(of token: Token) -> String {
    String(decoding: bytes(of: token), as: UTF8.self)
  }
}

extension TokenStream: Equatable {
  /// Whether two streams have the same tokens with the same terms.
  public static func == (left: TokenStream, right: TokenStream) -> Bool {
    left.tokens == right.tokens && left.terms == right.terms
      && left.lastPosition == right.lastPosition
  }
}

extension TokenStream: CustomStringConvertible {
  /// The tokens as `position:term`, with `=` before exact forms, `~` before stems, `/` before parts
  /// of compounds, and `+` before parts of composites.
  public var description: String {
    tokens.map { token in
      let mark =
        switch token.kind {
        case .word: ""
        case .exact: "="
        case .stem: "~"
        case .part, .joinedParts: "/"
        }
      let part = token.isPart && !token.kind.isOfCompound ? "+" : ""
      return "\(token.position):\(part)\(mark)\(term(of: token))"
    }.joined(separator: " ")
  }
}

extension TokenStream {
  /// Ends a text: leaves a position free, so that no phrase runs into the next text.
  public mutating func endText() {
    lastPosition += 1
  }
}

extension TokenStream {
  /// The term by which the first word and its forms are found.
  var wholeTerm: String? {
    let whole = tokens.filter { !$0.isPart }
    return (whole.first { $0.kind == .stem } ?? whole.first { $0.kind == .word }).map(term(of:))
  }
}
