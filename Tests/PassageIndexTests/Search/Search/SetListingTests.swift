import Kamervragen
import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("The list of all sets")
struct SetListingTests {
  private func date(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  @Test("It has each set that is searched, with its date and kind, in the order of the keys")
  func searchedSets() async throws {
    let place = try TestIndex()
    func write(_ publication: Publication, _ name: String) throws {
      try place.write(publication.text, to: name)
    }
    let passages: [Publication.Passage] = [("1", "Groeit de linde?", "Ja.")]
    try write(Publication(number: "702", subject: "linden", passages: passages), "b.md")
    try write(Publication(number: "701", received: "5 mei 2025", passages: passages), "a.md")
    try write(
      Publication(
        title: "2024Z17001", number: nil, subject: "eiken", respondent: nil, received: nil,
        passages: [("1", "Groeit de eik?", nil)]), "c.md")
    try await place.run()
    #expect(
      try place.reader().sets() == [
        SetListing(key: "ah-tk-20242025-701", date: try date(2025, 5, 5), kind: .answered),
        SetListing(key: "ah-tk-20242025-702", date: try date(2024, 12, 3), kind: .answered),
        SetListing(key: "kv-tk-2024Z17001", date: try date(2024, 10, 17), kind: .questions),
      ])
  }

  @Test("An empty index has none")
  func empty() async throws {
    let place = try TestIndex()
    try place.write("Groen.\n", to: "a.txt")
    try await place.run()
    #expect(try place.reader().sets() == [])
  }
}
