import Kamervragen
import Testing

@testable import PassageStore

@Suite("The official publication of a set has an address")
struct OfficialAddressTests {
  private func address(_ identifier: String?) -> String? {
    var set = QuestionSet(kind: .answered)
    set.identifier = identifier
    set.caseNumber = "2024Z99041"
    let stored = StoredPassage(
      set: set, passage: Passage(questions: [1], questionText: "?"), ordinal: 0,
      source: "ah-tk-20242025-9604.md")
    #expect(stored.officialAddress == set.officialAddress)
    return set.officialAddress
  }

  @Test(
    "It follows from the identifier, in every shape that was published",
    arguments: [
      "ah-tk-20242025-9604", "ah-tk-19941995-21", "ah-tk-20082009-3385-n1",
      "ah-tk-19951996-1021-h1", "ah-tk-20142015-AH2742", "ah-ek-20182019-902",
      "kv-tk-2024Z99041", "kv-tk-2010Z99045-n1", "kv-2009Z99159", "kv-2009z99839",
      "kv-2000100010", "kv-tk-20062007-KVR27039", "kv-ek-218190007",
    ])
  func published(_ identifier: String) {
    #expect(address(identifier) == "https://zoek.officielebekendmakingen.nl/\(identifier).html")
  }

  @Test("The address has the identifier as it was published, however it is typed")
  func capitals() {
    #expect(
      address("AH-TK-20242025-9604")
        == "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-9604.html")
  }

  @Test(
    "A set without an identifier of that site, or with a provisional one, has no address",
    arguments: [
      nil, "", "brief-van-de-minister", "2024Z99041", "kst-36410-8", "ah-1106586", "kv-10016",
      "kv-1183865", "ah-tk-19931994-21", "ah-tk-19841985-607", "ah-tk-20242025-1/../x",
    ])
  func unpublished(_ identifier: String?) {
    #expect(address(identifier) == nil)
  }
}
