import DutchText
import TestSupport
import Testing

@Suite("The prefilter leaves out only words without the terms that are sought")
struct TermPrefilterTests {
  private static func analyzer(_ exceptions: Exceptions = .standard) throws -> Analyzer {
    let lexicon: Lexicon = try #require(WordSample.lexicon)
    return Analyzer(lexicon: lexicon, exceptions: exceptions)
  }

  private static func tokens(
    of text: String, _ analyzer: Analyzer, _ sieve: TermPrefilter? = nil
  ) -> TokenStream {
    var stream = TokenStream()
    var text = text
    text.withUTF8 { analyzer.analyze($0, into: &stream, through: sieve) }
    return stream
  }

  /// The places at which some text has a term, found without a sieve and with one.
  private static func places(
    of term: [UInt8], in text: String, _ analyzer: Analyzer
  ) -> (all: [Token.Place], sieved: [Token.Place]) {
    let all = tokens(of: text, analyzer)
    let sieved = tokens(of: text, analyzer, analyzer.sieve(for: [term]))
    func places(_ stream: TokenStream) -> [Token.Place] {
      stream.tokens.filter { stream.bytes(of: $0).elementsEqual(term) }.map(Token.Place.init)
    }
    return (places(all), places(sieved))
  }

  /// Gives the number of terms.
  private static func expectEachTerm(of word: String, _ analyzer: Analyzer) -> Int {
    let stream = tokens(of: word, analyzer)
    let terms = Set(stream.tokens.map { Array(stream.bytes(of: $0)) })
    for term in terms {
      let (all, sieved) = places(of: term, in: word, analyzer)
      #expect(sieved == all, "\(word): \(String(decoding: term, as: UTF8.self))")
    }
    return terms.count
  }

  @Test("Every word of the list is found by each of its terms")
  func everyWord() throws {
    let analyzer = try Self.analyzer()
    let terms = WordSample.words.reduce(0) { $0 + Self.expectEachTerm(of: $1, analyzer) }
    #expect(terms == 12_130)
  }

  @Test("Words made of any letters are found by each of their terms")
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

  @Test("Words that can have none of the terms have no stems and parts")
  func others() throws {
    let analyzer = try Self.analyzer()
    let stream = Self.tokens(
      of: "Kamervragen over adviezen", analyzer, analyzer.sieve(for: [Array("toeslag".utf8)]))
    #expect(stream.description == "1:kamervragen 2:over 3:adviezen")
  }

  @Test("The compound that a member stands for is found, whatever its head")
  func suspended() throws {
    let analyzer = try Self.analyzer()
    let (all, sieved) = Self.places(
      of: Array("wetgeving".utf8), in: "wet- en regelgeving", analyzer)
    #expect(all.count == 1)
    #expect(sieved == all)
  }

  @Test("A term that several words make together is found through any of them")
  func divided() throws {
    let words = [
      "wapen", "wapens", "bezit", "handel", "wapenbezit", "wapenhandel", "wapenkoning", "koning",
      "invoer", "invoeren",
      "invoert", "voeren", "voer", "voert",
    ]
    let analyzer = Analyzer(lexicon: try Lexicon(Lexicon.compile(words)))
    for (term, text) in [("wapenhandel", "wapenbezit en -handel"), ("invoer", "in te voeren")] {
      let (all, sieved) = Self.places(of: Array(term.utf8), in: text, analyzer)
      #expect(all.count == 1, "\(term)")
      #expect(sieved == all, "\(term)")
    }
  }

  @Test("A term in a script other than Latin is found")
  func otherLetters() throws {
    let (all, sieved) = Self.places(of: Array("вопрос".utf8), in: "вопрос's", try Self.analyzer())
    #expect(all.map(\.kind).contains(.stem))
    #expect(sieved == all)
  }

  @Test("A part in the middle may stand in its word in another form")
  func partInTheMiddle() throws {
    let analyzer = try Self.analyzer(try Exceptions.parse("asbestkkkkweg = asbest + toeslag + weg"))
    let (all, sieved) = Self.places(of: Array("toeslag".utf8), in: "asbestkkkkweg", analyzer)
    #expect(all.map(\.kind) == [.part])
    #expect(sieved == all)
  }

  @Test("An exception may give a word any term, as may its forms and compounds")
  func exceptions() throws {
    let analyzer = try Self.analyzer(try Exceptions.parse("asbest = ziekte"))
    for text in ["asbest", "asbestweg"] {
      let (all, sieved) = Self.places(of: Array("ziekte".utf8), in: text, analyzer)
      #expect(all.count == 1, "\(text)")
      #expect(sieved == all, "\(text)")
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
