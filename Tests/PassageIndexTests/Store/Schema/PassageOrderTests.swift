import Kamervragen
import TestSupport
import Testing

@testable import PassageStore

@Suite("The order of passages")
struct PassageOrderTests {
  private func stored(
    _ date: String? = nil, session: String? = nil, number: String? = nil, key: String = "a",
    question: Int = 1, chamber: QuestionSet.Chamber? = nil
  ) -> StoredPassage {
    var set = QuestionSet(kind: .answered)
    set.identifier = key
    set.received = date.flatMap { CalendarDate(iso: $0) }
    set.session = session
    set.number = number
    set.chamber = chamber
    return StoredPassage(
      set: set, passage: Passage(questions: [question], questionText: "?"), ordinal: 0,
      source: "/a.md")
  }

  private func isOrdered(
    _ passages: [StoredPassage], by key: (PassageOrder) -> [UInt8]
  ) -> Bool {
    let keys = passages.map { key(PassageOrder(of: $0)) }
    return zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
  }

  @Test("Dates come in the order of time, or the other way round; passages without one are last")
  func dates() {
    let days = ["0001-01-01", "1994-12-31", "1995-01-01", "1995-01-31", "1995-02-01", "9999-12-31"]
    #expect(isOrdered((days + [nil]).map { stored($0) }, by: \.oldestFirst))
    #expect(isOrdered((days.reversed() + [nil]).map { stored($0) }, by: \.newestFirst))
  }

  @Test("Sessions come in the order of time, then numbers, then questions")
  func numbers() {
    var passages: [StoredPassage] = []
    for session in ["1899-1900", "1999-2000", "2024-2025", nil] {
      for number in ["2", "10", "247", "248", "255", "256", "3000a", "65535", "65536", "1000000"] {
        for question in [0, 1, 9, 10, 247, 248, 1000] {
          passages.append(stored(session: session, number: number, question: question))
        }
      }
    }
    #expect(isOrdered(passages, by: \.byNumber))
  }

  @Test("Sets without a number come before others, in the order of their names")
  func names() {
    let names = ["2024Z00001", "2024Z00001-b", "2024Z1", "a", "a.b", "b"]
    let passages = names.flatMap { name in
      [1, 2, 300].map { stored("2024-01-01", key: name, question: $0) }
    }
    #expect(isOrdered(passages + [stored("2024-01-01", number: "1")], by: \.oldestFirst))
  }

  @Test("Two sets of one day and number are not mixed; that of the Tweede Kamer is first")
  func chambers() {
    let chambers: [QuestionSet.Chamber?] = QuestionSet.Chamber.allCases + [nil]
    let passages = chambers.enumerated().flatMap { place, chamber in
      [1, 2].map {
        stored("2024-01-01", number: "7", key: "set\(place)", question: $0, chamber: chamber)
      }
    }
    #expect(isOrdered(passages, by: \.newestFirst))
    let versions = ["ah-tk-20232024-7", "ah-tk-20232024-7-n1"].map { key in
      [1, 2].map {
        PassageOrder(of: stored("2024-01-01", number: "7", key: key, question: $0)).oldestFirst
      }
    }
    let merged = versions.flatMap(\.self).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(Array(merged.prefix(2)) == versions[0] || Array(merged.prefix(2)) == versions[1])
  }

  @Test("A number with a letter comes after the number itself and before the next")
  func letters() {
    let numbers: [String] = ["606", "606a", "606ab", "606b", "607"]
    let passages = numbers.flatMap { (number: String) in
      [1, 2].map {
        stored(
          "2024-01-01", session: "2023-2024", number: number, key: "set \(number)", question: $0,
          chamber: .tweedeKamer)
      }
    }
    #expect(isOrdered(passages, by: \.byNumber))
    #expect(isOrdered(passages, by: \.newestFirst))
  }

  @Test("A number of a few digits and a question take six bytes besides the date")
  func size() {
    let order = PassageOrder(of: stored("2024-01-01", session: "2023-2024", number: "2500"))
    #expect(order.oldestFirst.count == 10)
    #expect(order.byNumber.count == 9)
  }
}

@Suite("The values of facets in their slot")
struct FacetCodeTests {
  @Test(
    "A value comes back as it was",
    arguments: [
      (.session, "2024-2025"), (.session, "1950-1951"), (.session, "1949-1950"),
      (.session, "2077-2078"), (.session, "2078-2079"), (.session, "2024-2026"), (.session, "é"),
      (.kind, "answered"), (.kind, "other"), (.kind, "iets"), (.minister, "Minister Van Weel"),
      (.minister, "Staatssecretaris Bos"), (.minister, "Minister-President Kok"),
      (.minister, "minister Bos"), (.minister, "Minister "), (.party, "50PLUS"),
      (.member, "Minister Eik"),
    ] as [(Field, String)])
  func roundTrip(_ field: Field, _ value: String) {
    let bytes = FacetCode.bytes(of: value, field)
    #expect(FacetCode.value(of: bytes[...], field) == value)
    #expect(!bytes.contains(0x1E) && !bytes.contains(0x1F))
  }

  @Test("Sessions and kinds take one byte, and a post takes one before the name")
  func size() {
    #expect(FacetCode.bytes(of: "2024-2025", .session) == [0xCA])
    #expect(FacetCode.bytes(of: "answered", .kind).count == 1)
    #expect(FacetCode.bytes(of: "Staatssecretaris Bos", .minister).count == 4)
  }

  @Test("Unknown codes are read as text, not past the end of a list")
  func unknown() {
    #expect(FacetCode.value(of: [0xFF], .kind) == "\u{FFFD}")
    #expect(FacetCode.value(of: [], .minister) == "")
  }
}
