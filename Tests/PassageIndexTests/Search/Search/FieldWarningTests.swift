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

  @Test(
    "The values are named once, with the nearest that passages have",
    arguments: [
      ("partij:VDD", "partij:VDD (wel partij:vvd)"), ("partij:qqq", "partij:qqq"),
      ("lid:dyk", "lid:dyk (wel lid:dijk)"),
      ("lid:van dyk", "lid:\"van dyk\" (wel lid:\"van dijk\")"),
      ("-lid:biker eik", "lid:biker (wel lid:bikker)"),
      ("minister:wel", "minister:wel (wel minister:weel)"),
      ("nr:9999 eik", "nr:9999"), ("jaar:1990", "jaar:1990"), ("nr:80*", "nr:80*"),
      ("partij:VDD lid:qqq", "partij:VDD (wel partij:vvd), lid:qqq"),
      ("partij:qqq OF partij:qqq", "partij:qqq"), ("lid:\"dijk van\"", "lid:\"dijk van\""),
    ])
  func unknown(_ query: String, _ account: String) async throws {
    let shelf = try await Self.shelf()
    let response = try shelf.reader.search(SearchRequest(query))
    #expect(response.warnings == ["In de index komt niet voor: \(account)."])
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
    let warnings = try shelf.reader.search(request).warnings
    #expect(warnings.filter { !$0.contains("Volkspartij") } == [])
  }
}

@Suite("Which spelling is nearest")
struct SpellingTests {
  @Test("A letter that is added, left out, replaced or swapped counts as one")
  func distances() {
    #expect(EditDistance.distance("dijk", "dijk", atMost: 3) == 0)
    #expect(EditDistance.distance("dijk", "dijks", atMost: 3) == 1)
    #expect(EditDistance.distance("vdv", "vvd", atMost: 3) == 1)
    #expect(EditDistance.distance("", "abc", atMost: 3) == 3)
    #expect(EditDistance.distance("kitten", "sitting", atMost: 3) == 3)
    #expect(EditDistance.distance("kitten", "sitting", atMost: 2) == nil)
  }

  @Test(
    "Words that sound alike are nearest, then the fewest changes, then the most frequent"
  )
  func nearest() {
    let known = [("dijk", 1), ("dek", 9), ("dok", 5)]
    #expect(EditDistance.nearest(to: "dyk", among: known) == "dijk")
    #expect(EditDistance.nearest(to: "dak", among: known) == "dek")
    #expect(EditDistance.nearest(to: "zzz", among: known) == nil)
    #expect(EditDistance.nearest(to: "dek", among: [("dek", 9)]) == nil)
  }
}
