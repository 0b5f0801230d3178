import DutchText
import TestSupport
import Testing

@Suite("The prefilter")
struct TermPrefilterTests {
  private static func analyzer(_ exceptions: Exceptions = .standard) throws -> Analyzer {
    let lexicon: Lexicon = try #require(WordSample.lexicon)
    return Analyzer(lexicon: lexicon, exceptions: exceptions)
  }

  private static func tokens(
    of text: String, _ analyzer: Analyzer, _ prefilter: TermPrefilter? = nil
  ) -> TokenStream {
    var stream = TokenStream()
    var text = text
    text.withUTF8 { analyzer.analyze($0, into: &stream, through: prefilter) }
    return stream
  }

  /// The places at which some text has a term, found without a prefilter and with one.
  private static func places(
    of term: [UInt8], in text: String, _ analyzer: Analyzer
  ) -> (all: [Token.Place], filtered: [Token.Place]) {
    let all = tokens(of: text, analyzer)
    let filtered = tokens(of: text, analyzer, analyzer.prefilter(for: [term]))
    func places(_ stream: TokenStream) -> [Token.Place] {
      stream.tokens.filter { stream.bytes(of: $0).elementsEqual(term) }.map(Token.Place.init)
    }
    return (places(all), places(filtered))
  }

  /// Gives the number of terms.
  private static func expectEachTerm(of word: String, _ analyzer: Analyzer) -> Int {
    let stream = tokens(of: word, analyzer)
    let terms = Set(stream.tokens.map { Array(stream.bytes(of: $0)) })
    for term in terms {
      let (all, filtered) = places(of: term, in: word, analyzer)
      #expect(filtered == all, "\(word): \(String(decoding: term, as: UTF8.self))")
    }
    return terms.count
  }

  @Test("Every listed word passes for each of its terms")
  func everyWord() throws {
    let analyzer = try Self.analyzer()
    let terms = WordSample.words.reduce(0) { $0 + Self.expectEachTerm(of: $1, analyzer) }
    #expect(terms == 12_174)
  }

  @Test("Random words pass for each of their terms")
  func anyWord() throws {
    let analyzer = try Self.analyzer()
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "ge", "be", "ver", "aan", "a", "e", "oo", "i", "z", "v", "s", "en", "t", "d", "kk", "l",
      "heid", "st", "er", "'s", "-", "é", "lijk", "n", "g",
    ]
    var terms = 0
    for _ in 0..<5000 {
      let count = Int.random(in: 1...7, using: &generator)
      let word = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      terms += Self.expectEachTerm(of: word, analyzer)
    }
    #expect(terms == 8_518)
  }

  @Test("Rejected words get no stems and parts")
  func others() throws {
    let analyzer = try Self.analyzer()
    let stream = Self.tokens(
      of: "Kamervragen over adviezen", analyzer, analyzer.prefilter(for: [Array("toeslag".utf8)]))
    #expect(stream.description == "1:kamervragen 2:over 3:adviezen")
  }

  @Test("A suspended compound is found even if its head is rejected")
  func suspended() throws {
    let analyzer = try Self.analyzer()
    let (all, filtered) = Self.places(
      of: Array("wetgeving".utf8), in: "wet- en regelgeving", analyzer)
    #expect(all.count == 1)
    #expect(filtered == all)
  }

  @Test("A word in pieces is found even if its pieces are rejected")
  func divided() throws {
    let words = [
      "wapen", "wapens", "bezit", "handel", "wapenbezit", "wapenhandel", "wapenkoning", "koning",
      "invoer", "invoeren",
      "invoert", "voeren", "voer", "voert",
    ]
    let analyzer = Analyzer(lexicon: try Lexicon(Lexicon.compile(words)))
    for (term, text) in [("wapenhandel", "wapenbezit en -handel"), ("invoer", "in te voeren")] {
      let (all, filtered) = Self.places(of: Array(term.utf8), in: text, analyzer)
      #expect(all.count == 1, "\(term)")
      #expect(filtered == all, "\(term)")
    }
  }

  @Test("A term in another script is found")
  func otherLetters() throws {
    let (all, filtered) = Self.places(of: Array("вопрос".utf8), in: "вопрос's", try Self.analyzer())
    #expect(all.map(\.kind).contains(.stem))
    #expect(filtered == all)
  }

  @Test("A part in the middle may have another form in its word")
  func partInTheMiddle() throws {
    let analyzer = try Self.analyzer(try Exceptions.parse("asbestkkkkweg = asbest + toeslag + weg"))
    let (all, filtered) = Self.places(of: Array("toeslag".utf8), in: "asbestkkkkweg", analyzer)
    #expect(all.map(\.kind) == [.part])
    #expect(filtered == all)
  }

  @Test("An exception may give a word, its forms and its compounds any term")
  func exceptions() throws {
    let analyzer = try Self.analyzer(try Exceptions.parse("asbest = ziekte"))
    for text in ["asbest", "asbestweg"] {
      let (all, filtered) = Self.places(of: Array("ziekte".utf8), in: text, analyzer)
      #expect(all.count == 1, "\(text)")
      #expect(filtered == all, "\(text)")
    }
  }
}

extension Token {
  /// Where a token stands and what it is; its term is known.
  fileprivate struct Place: Equatable {
    let kind: Kind
    let range: Range<Int>
    let position: UInt32

    init(_ token: Token) {
      (kind, range, position) = (token.kind, token.byteRange, token.position)
    }
  }
}
