import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("The order of results")
struct OrderTests {
  /// Numbers, years and dates that tie and lack; every passage has the word "eik".
  private static func shelf() async throws -> Shelf {
    let eik = [(heading: "1", question: "Eik?", answer: Optional("Ja."))]
    return try await Shelf(publications: [
      Publication(number: "300", received: "3 december 2024", passages: eik),
      Publication(
        number: "900", submitted: "1 maart 2024", received: "3 mei 2024",
        passages: [("1", "Eik?", "Ja."), ("2 en 3", "Eik?", "Ja."), ("10", "Eik?", "Ja.")]),
      Publication(number: "1200", received: "3 december 2024", passages: eik),
      Publication(
        number: nil, submitted: nil, respondent: nil, received: nil,
        passages: [("1", "Eik?", nil)]),
      Publication(
        number: "2024Z18775", submitted: "14 november 2024", respondent: nil, received: nil,
        passages: [("1", "Eik?", nil), ("2", "Eik?", nil)]),
    ])
  }

  private func ids(_ sort: SearchRequest.Sort, _ shelf: Shelf) throws -> [String] {
    var request = SearchRequest("eik")
    request.sort = sort
    request.limit = 100
    return try shelf.reader.search(request).results.map(\.stored.id)
  }

  private static let may = [
    "ah-tk-20232024-900#1", "ah-tk-20232024-900#2", "ah-tk-20232024-900#10",
  ]
  private static let november = ["kv-tk-2024Z18775#1", "kv-tk-2024Z18775#2"]
  private static let december = ["ah-tk-20242025-300#1", "ah-tk-20242025-1200#1"]

  @Test(
    "Equals by relevance come newest first, however many of them there are", arguments: [15, 90])
  func manyEquals(count: Int) async throws {
    // Days in an order that is not that of the files.
    let days = (0..<count).map { ($0 * 7) % count }
    let shelf = try await Shelf(
      publications: days.enumerated().map { number, day in
        Publication(
          number: "\(number + 1)", received: "\(1 + day % 28) \(Self.months[day / 28]) 2024",
          passages: [("1", "Eik?", "Ja.")])
      })
    let results = try shelf.reader.search(SearchRequest("eik")).results
    #expect(Set(results.map(\.score)).count == 1)
    let newest = days.enumerated().sorted { $0.element > $1.element }.prefix(10).map {
      $0.offset + 1
    }
    #expect(results.map { $0.stored.set.number ?? "" } == newest.map(String.init))
  }

  private static let months = ["januari", "februari", "maart", "april"]

  @Test("The newest come first; on one day by number and question; without a date last")
  func newest() async throws {
    let found = try ids(.newest, await Self.shelf())
    #expect(found == Self.december + Self.november + Self.may + ["1004#1"])
  }

  @Test("The oldest come first; on one day by number and question; without a date last")
  func oldest() async throws {
    let found = try ids(.oldest, await Self.shelf())
    #expect(found == Self.may + Self.november + Self.december + ["1004#1"])
  }

  @Test(
    "Results come by year, number and question; no number comes first, no year last"
  )
  func byNumber() async throws {
    let found = try ids(.number, await Self.shelf())
    #expect(found == Self.may + Self.november + Self.december + ["1004#1"])
  }

  @Test("A number with a letter stands behind the number itself")
  func letters() async throws {
    let place = try TestIndex()
    for number in ["607", "606a", "606", "1000"] {
      let text = Publication(number: number, passages: [("1", "Eik?", "Ja.")]).text
      try place.write(text, to: "ah-tk-20242025-\(number).md")
    }
    try await place.run()
    var request = SearchRequest("eik")
    request.sort = .number
    let found = try place.reader().search(request).results.map { $0.stored.set.number }
    #expect(found == ["606", "606a", "607", "1000"])
  }

  @Test(
    "Equal scores come by date, newest first, also across the end of what is scored together"
  )
  func equals() async throws {
    // The dates do not go up with the order in which the sets come.
    let days = (0..<60).map { $0 * 7 % 60 }
    let shelf = try await Shelf(
      publications: days.enumerated().map { index, day in
        Publication(
          number: "\(1000 + index)",
          received: "\(day % 28 + 1) \(["mei", "juni", "juli"][day / 28]) 2024",
          passages: [("1", "Eik?", "Ja.")])
      })
    let newest = days.indices.sorted { days[$0] > days[$1] }
      .map { "ah-tk-20232024-\(1000 + $0)#1" }
    var found: [String] = []
    for offset in stride(from: 0, to: 60, by: 15) {
      var request = SearchRequest("eik")
      (request.offset, request.limit) = (offset, 15)
      found += try shelf.reader.search(request).results.map(\.stored.id)
    }
    #expect(found == newest)
  }

  @Test(
    "A rarer word and a more frequent one weigh more; equal scores come by date, newest first"
  )
  func relevance() async throws {
    let shelf = try await Shelf(
      "Eik en beuk staan er.", "Eik, eik en eik staan er.", "Niets staat er.",
      "Nergens staat iets.")
    #expect(try shelf.list("eik").prefix(2) == ["102", "101"])
    let same = try await Self.shelf()
    var request = SearchRequest("-xyzzy")
    request.limit = 100
    #expect(
      try same.reader.search(request).results.map(\.stored.id)
        == Self.december + Self.november + Self.may + ["1004#1"])
  }

  @Test("Complete matches stay before partial ones in every order")
  func partialLast() async throws {
    let shelf = try await Shelf(publications: [
      Publication(number: "101", received: "3 december 2024", passages: [("1", "Eik?", "Ja.")]),
      Publication(
        number: "102", received: "4 december 2024", passages: [("1", "Beuk, eik?", "Ja.")]),
      Publication(number: "103", received: "5 december 2024", passages: [("1", "Beuk?", "Ja.")]),
    ])
    let orders: [(SearchRequest.Sort, [String])] = [
      (.newest, ["102", "103", "101"]), (.oldest, ["102", "101", "103"]),
      (.number, ["102", "101", "103"]),
    ]
    for (sort, expected) in orders {
      var request = SearchRequest("eik beuk")
      request.sort = sort
      let found = try shelf.reader.search(request).results.map { $0.stored.set.number }
      #expect(found == expected, "\(sort)")
    }
  }
}
