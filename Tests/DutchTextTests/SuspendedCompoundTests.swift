import Testing

@testable import DutchText

@Suite("Words in pieces")
struct SuspendedCompoundTests {
  private static let words = [
    "wapen", "wapens", "bezit", "handel", "wapenbezit", "wapenhandel", "wapenkoning", "koning",
    "natuur",
    "beheer", "herstel", "natuurbeheer", "natuurherstel", "bosbeheer", "bos", "voedsel", "water",
    "energie",
    "voorziening", "voedselvoorziening", "energievoorziening", "watervoorziening", "beleid",
    "bezitter",
    "invoer", "invoeren", "invoert", "voer", "voeren", "voert", "voertje", "oplos", "oplossen",
    "oplost", "los",
    "lossen", "lost", "handelsbeleid", "natuurbeleid", "in", "op", "te", "en", "of", "wij", "dit",
  ]

  private func stems(_ text: String) throws -> [String] {
    let analyzer = Analyzer(lexicon: try Lexicon(Lexicon.compile(Self.words)))
    let stream = analyzer.tokens(of: text)
    let positions = stream.tokens.map(\.position)
    #expect(positions == positions.sorted(), "\(stream)")
    return stream.tokens.filter { $0.kind == .stem }.map { "\($0.position):\(stream.term(of: $0))" }
  }

  @Test(
    "A word after a hyphen gets the modifier of the compound before it",
    arguments: [
      ("wapenbezit en -handel", ["3:wapenhandel"]), ("wapenbezit of -handel", ["3:wapenhandel"]),
      ("wapenbezit, -handel", ["2:wapenhandel"]),
      // If the parts of the first are unknown, a listed compound tells.
      ("natuurkijkers en -beheer", ["1:natuurkijker", "3:natuurbeheer"]),
      ("natuurbeheer, -herstel en -beleid", ["2:natuurherstel", "4:natuurbeleid"]),
      // Nothing is shared across other words or lines, or with a word that is not a compound.
      ("wapenbezit wij -handel", []), ("wapenbezit en\n-handel", []), ("koning en -handel", []),
      ("-handel", []), (" -handel", []), ("en -handel", []), (", -handel", []),
      ("wapenbezit en - handel", []), ("wapenbezit en bezit -handel", []),
    ])
  func heads(_ text: String, _ stems: [String]) throws {
    #expect(try self.stems(text) == stems)
  }

  @Test(
    "Each of several suspended members gets the head",
    arguments: [
      (
        "voedsel-, water- en energievoorziening",
        ["1:voedselvoorziening", "2:watervoorziening"]
      ),
      ("natuur- en bosbeheer", ["1:natuurbeheer"]),
      // The head of a compound with hyphens is its last element; an ending after an apostrophe is
      // none of it.
      ("natuur- en EU-beheer", ["1:natuurbeheer"]),
      ("eu- en NAVO-wapens", ["1:euwapen", "3:navowapen", "4:wapen"]),
      ("bos- en natuurbezit's", ["1:bosbezit", "3:natuurbezit"]),
    ])
  func members(_ text: String, _ stems: [String]) throws {
    #expect(try self.stems(text) == stems)
  }

  @Test(
    "A verb is found if its particle comes before «te»",
    arguments: [
      ("dit in te voeren", ["4:voer", "4:invoer"]), ("IN TE VOEREN", ["3:voer", "3:invoer"]),
      ("op te lossen en in te voeren", ["3:los", "3:oplos", "7:voer", "7:invoer"]),
      // No such verb, no particle, or no «te».
      ("in te bezitter", []), ("wij te voeren", ["3:voer"]), ("in en voeren", ["3:voer"]),
      ("in te", []), ("te voeren", ["2:voer"]), ("in te en voeren", ["4:voer"]),
    ])
  func verbs(_ text: String, _ stems: [String]) throws {
    #expect(try self.stems(text) == stems)
  }

  @Test(
    "The words of a query are completed likewise",
    arguments: [
      ("natuur- en bosbeheer", "natuurbeheer en bosbeheer"),
      (
        "voedsel- water- en energievoorziening",
        "voedselvoorziening watervoorziening en energievoorziening"
      ),
      ("Voedsel- of Watervoorziening", "voedselvoorziening of Watervoorziening"),
      ("EU- en NAVO-wapens", "EU-wapens en NAVO-wapens"),
      ("wapenbezit en -handel", "wapenbezit en wapenhandel"),
      ("natuurbeheer -herstel en -beleid", "natuurbeheer natuurherstel en natuurbeleid"),
      ("natuur- en bosbeheer en -herstel", "natuurbeheer en bosbeheer en bosherstel"),
      // Nothing completes these.
      ("natuur- en wij", "natuur- en wij"), ("koning en -handel", "koning en -handel"),
      ("en -handel", "en -handel"), ("natuur- en", "natuur- en"), ("-", "-"), ("- en -", "- en -"),
      ("36- en 37-jarigen", "36-jarigen en 37-jarigen"),
    ])
  func query(_ typed: String, _ completed: String) throws {
    let analyzer = Analyzer(lexicon: try Lexicon(Lexicon.compile(Self.words)))
    let words = typed.split(separator: " ").map(String.init)
    #expect(analyzer.completingCompounds(words).joined(separator: " ") == completed)
    #expect(Analyzer().completingCompounds(words) == words)
  }

  @Test("Without a lexicon no pieces are joined")
  func published() {
    let stream = Analyzer().tokens(of: "wapenbezit en -handel, in te voeren")
    let terms = stream.tokens.map(stream.term)
    #expect(!terms.contains { $0.hasPrefix("wapenh") || $0.hasPrefix("invoer") })
  }
}
