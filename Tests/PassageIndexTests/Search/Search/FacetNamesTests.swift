import Testing

@testable import PassageSearch

@Suite("The names of the values of facets")
struct FacetNamesTests {
  /// The counts of spellings by the name that stands for them.
  private func joined(
    _ counts: KeyValuePairs<String, Int>, _ facet: SearchRequest.Facet
  ) -> [String: Int] {
    let names = FacetNames(facet, counts.map { ($0.key, $0.value) })
    return counts.reduce(into: [:]) { $0[names.name(of: $1.key), default: 0] += $1.value }
  }

  @Test("Spellings of one party or person have one name, the most frequent of them")
  func spellings() {
    #expect(
      joined(["FVD": 2, "FvD": 5, "Forum voor Democratie": 1, "SP": 3], .partij)
        == ["FvD": 8, "SP": 3])
    #expect(joined(["D. Yeşilgöz": 1, "Yeşilgöz": 4, "Yesilgoz": 1], .lid) == ["Yeşilgöz": 6])
    #expect(
      joined(["J. de Vries": 2, "G. de Vries": 3, "De Vries": 1], .lid)
        == ["J. de Vries": 2, "G. de Vries": 3, "De Vries": 1])
    #expect(joined(["A.B. Eik": 1, "A.B. eik": 2, "Eik": 2], .lid) == ["A.B. eik": 5])
    #expect(
      joined(
        ["Minister Van Eik": 2, "Minister P. van Eik": 1, "Staatssecretaris Van Eik": 1], .minister)
        == ["Minister Van Eik": 3, "Staatssecretaris Van Eik": 1])
    #expect(joined(["A.": 1, "B": 1], .lid) == ["A.": 1, "B": 1])
    #expect(joined([:], .lid) == [:])
  }

  @Test("Of spellings that are equally frequent the first in the alphabet is the name")
  func ties() {
    #expect(joined(["Linde": 2, "K. Linde": 2, "linde": 2], .lid) == ["K. Linde": 6])
  }

  @Test("Topics, sessions and kinds have no other spellings")
  func exactFacets() {
    #expect(joined(["Zorg": 1, "zorg": 2], .thema) == ["Zorg": 1, "zorg": 2])
    #expect(joined(["2023-2024": 1, "2024-2025": 2], .jaar) == ["2023-2024": 1, "2024-2025": 2])
    #expect(joined(["answered": 1, "delay": 2], .soort) == ["answered": 1, "delay": 2])
  }

  @Test("A value is meant by each of its spellings, and by those that differ in case or accents")
  func meanings() {
    let parties = FacetNames(.partij, [("FvD", 5), ("FVD", 2), ("SP", 3)])
    for typed in ["FvD", "FVD", "fvd", "Forum voor Democratie", "forum voor democratie"] {
      #expect(parties.names(meantBy: typed) == ["FvD"], "\(typed)")
    }
    #expect(parties.names(meantBy: "Socialistische Partij") == ["SP"])
    #expect(parties.names(meantBy: "S") == [])
    #expect(parties.names(meantBy: "") == [])

    let members = FacetNames(
      .lid, [("D. Yeşilgöz", 1), ("J. de Vries", 2), ("G. de Vries", 3), ("A.B. Eik", 1)])
    #expect(members.names(meantBy: "yesilgoz") == ["D. Yeşilgöz"])
    #expect(members.names(meantBy: "EIK") == ["A.B. Eik"])
    #expect(members.names(meantBy: "a.b. eik") == ["A.B. Eik"])
    #expect(members.names(meantBy: "C. Eik") == [])
    #expect(members.names(meantBy: "g. de vries") == ["G. de Vries"])
    #expect(members.names(meantBy: "De Vries") == [])

    let topics = FacetNames(.thema, [("Zorg | Jeugd", 1), ("zorg | jeugd", 1), ("Verkeer", 2)])
    #expect(topics.names(meantBy: "Zorg | Jeugd") == ["Zorg | Jeugd"])
    #expect(topics.names(meantBy: "ZORG | JEUGD") == ["Zorg | Jeugd", "zorg | jeugd"])
    #expect(topics.names(meantBy: "Zorg") == [])

    let sessions = FacetNames(.jaar, [("2024-2025", 1)])
    for typed in ["2024-2025", "2024–2025", "2024/25", "20242025"] {
      #expect(sessions.names(meantBy: typed) == ["2024-2025"], "\(typed)")
    }
    #expect(sessions.names(meantBy: "2023..2024") == [])

    let kinds = FacetNames(.soort, [("answered", 1), ("questions", 1), ("delay", 1), ("other", 1)])
    #expect(kinds.names(meantBy: "beantwoord") == ["answered"])
    #expect(kinds.names(meantBy: "Vragen") == ["questions"])
    #expect(kinds.names(meantBy: "UITSTEL") == ["delay"])
    #expect(kinds.names(meantBy: "overig") == ["other"])
    #expect(kinds.names(meantBy: "onbeantwoord") == [])
  }

  @Test("A name stands for a hundred spellings at most, the most frequent ones")
  func manySpellings() {
    // Of the letters of a name, each subset can be capitals.
    let all = (0..<128).map { number in
      let letters = "abcdefg".enumerated().map { place, letter in
        number & (1 << place) != 0 ? letter.uppercased() : String(letter)
      }
      return (spelling: letters.joined(), count: 200 - number)
    }
    let names = FacetNames(.lid, all)
    #expect(names.spellings(of: "abcdefg") == all.prefix(100).map(\.spelling))
    #expect(names.names(meantBy: "abCDEFG") == ["abCDEFG"])
    #expect(names.spellings(of: "abCDEFG") == ["abCDEFG"])
  }
}
