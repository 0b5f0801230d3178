import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Warnings about values that no passage has")
struct FieldWarningTests {
  private static func shelf() async throws -> Shelf {
    try await Shelf(publications: [
      Publication(
        number: "705", members: "het lid **Van Dijk** (VVD)",
        passages: [("1", "Groeit de eik?", "Ja.")]),
      Publication(
        number: "706", members: "het lid **Bikker** (ChristenUnie)",
        passages: [("1", "Groeit de beuk?", "Ja.")]),
    ])
  }

  private static let misspelled: [(String, [UnknownValue])] = [
    ("partij:VDD", [unknown(.party, .word("VDD"), "VVD")]),
    ("partij:qqq", [unknown(.party, .word("qqq"))]),
    ("lid:dyk", [unknown(.member, .word("dyk"), "Dijk")]),
    ("lid:van dyk", [unknown(.member, .phrase("van dyk"), "Van", "Dijk")]),
    ("-lid:biker eik", [unknown(.member, .word("biker"), "Bikker")]),
    ("minister:wel", [unknown(.minister, .word("wel"), "Weel")]),
    ("nr:9999 eik", [unknown(.number, .word("9999"))]),
    ("jaar:1990", [unknown(.session, .word("1990"))]),
    ("nr:80*", [unknown(.number, .prefix("80"))]),
    (
      "partij:VDD lid:qqq",
      [unknown(.party, .word("VDD"), "VVD"), unknown(.member, .word("qqq"))]
    ),
    ("partij:qqq OF partij:qqq", [unknown(.party, .word("qqq"))]),
    ("lid:\"dijk van\"", [unknown(.member, .phrase("dijk van"))]),
  ]

  @Test("The values are named once, with the nearest that passages have", arguments: misspelled)
  func namesUnknown(_ query: String, _ values: [UnknownValue]) async throws {
    let shelf = try await Self.shelf()
    let response = try shelf.reader.search(SearchRequest(query))
    #expect(response.notices == [.unknownValues(values)])
  }

  private static func unknown(
    _ field: Field, _ value: QueryExpression, _ nearest: String...
  ) -> UnknownValue {
    UnknownValue(field: field, value: value, nearest: nearest)
  }

  @Test(
    "Values that passages have, by any name, and words of texts are not named",
    arguments: [
      "partij:VVD", "lid:van dijk", "lid:dij*", "nr:70*", "jaar:2024-25", "onderwerp:qqq", "qqq",
      "partij:\"Volkspartij voor Vrijheid en Democratie\" OF partij:vvd eik", "soort:uitstel",
    ])
  func known(_ query: String) async throws {
    let shelf = try await Self.shelf()
    var request = SearchRequest(query)
    request.aliases = .standard
    // No party has that name in full, but one has another name for it.
    let name = QueryExpression.phrase("Volkspartij voor Vrijheid en Democratie")
    let notices = try shelf.reader.search(request).notices
    #expect(notices.allSatisfy { $0 == .unknownValues([Self.unknown(.party, name)]) })
  }
}

@Suite("Which spelling is nearest")
struct SpellingTests {
  @Test("A letter that is added, left out, replaced or swapped counts as one")
  func distances() {
    #expect(NearestSpelling.distance("dijk", "dijk", atMost: 3) == 0)
    #expect(NearestSpelling.distance("dijk", "dijks", atMost: 3) == 1)
    #expect(NearestSpelling.distance("vdv", "vvd", atMost: 3) == 1)
    #expect(NearestSpelling.distance("", "abc", atMost: 3) == 3)
    #expect(NearestSpelling.distance("kitten", "sitting", atMost: 3) == 3)
    #expect(NearestSpelling.distance("kitten", "sitting", atMost: 2) == nil)
  }

  @Test(
    "Words that sound alike are nearest, then the fewest changes, then the most frequent"
  )
  func nearest() {
    let known = [("dijk", 1), ("dek", 9), ("dok", 5)]
    #expect(NearestSpelling.nearest(to: "dyk", among: known) == "dijk")
    #expect(NearestSpelling.nearest(to: "dak", among: known) == "dek")
    #expect(NearestSpelling.nearest(to: "zzz", among: known) == nil)
    #expect(NearestSpelling.nearest(to: "dek", among: [("dek", 9)]) == nil)
  }
}
