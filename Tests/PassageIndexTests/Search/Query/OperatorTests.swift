import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Operators as people type them")
struct OperatorTests {
  @Test("A minus excludes at the beginning of a word only, and so do the dashes it is turned into")
  func minus() {
    for sign in ["-", "–", "−", "‐", "‑"] {
      expectParse("eik \(sign)linde", [.word("eik"), .not(.word("linde"))])
      expectParse("(\(sign)linde)", [.not(.word("linde"))])
      expectParse("eik,\(sign)linde", [.word("eik"), .not(.word("linde"))])
      expectParse("eik\(sign)linde", [.word("eik\(sign)linde")])
      expectParse("(eik)\(sign)linde", [.word("eik"), .word("linde")])
      expectParse("\"eik\"\(sign)linde", [.phrase("eik"), .word("linde")])
      expectParse("eik \(sign) linde", [.word("eik"), .word("\(sign)"), .word("linde")])
    }
    expectParse("eik —linde", [.word("eik"), .word("—linde")])
  }

  @Test("What stands after a bracket and a hyphen is found, not excluded")
  func afterBracket() async throws {
    let shelf = try await Shelf("Wat doen (oud)-leden?", "Wat doen oude leden?", "Oud is mooi.")
    try shelf.expect("(oud)-leden", finds: ["101"])
    try shelf.expect("oud -leden", finds: ["103"])
    try shelf.expect("oud –leden", finds: ["103"])
  }

  @Test("A comma, a semicolon and a bar between words are spaces")
  func separators() {
    let words: [QueryExpression] = [.word("eik"), .word("linde")]
    for separator in [",", ", ", " , ", ";", "; ", "|", " | ", ",,", ", |;"] {
      expectParse("eik\(separator)linde", words)
    }
    expectParse("eik||linde", [.any(words)])
    expectParse("1,5 2.000,75", [.word("1,5"), .word("2.000,75")])
  }

  @Test("AND between the same field means both; without it either")
  func andBetweenFields() {
    let (eik, linde) = (QueryExpression.word("eik"), QueryExpression.word("linde"))
    let both: [QueryExpression] = [.field(.member, eik), .field(.member, linde)]
    for and in ["EN", "AND", "&&"] { expectParse("lid:eik \(and) lid:linde", both) }
    expectParse("lid:eik lid:linde", [.field(.member, .any([eik, linde]))])
    expectParse("(lid:eik EN lid:linde)", [.all(both)])
    expectParse("lid:eik EN beuk EN lid:linde", [both[0], .word("beuk"), both[1]])
    expectParse(
      "lid:eik EN lid:linde lid:beuk lid:els",
      both + [.field(.member, .any([.word("beuk"), .word("els")]))])
    expectParse("EN lid:eik lid:linde EN", [.field(.member, .any([eik, linde]))])
    expectParse("lid:eik OF lid:linde", [.any(both)])
  }

  @Test("Two members with AND between them asked together")
  func members() async throws {
    let shelf = try await Shelf(publications: [
      Publication(
        number: "101", members: "het lid **Eikema** (SP)", passages: [("1", "Groeit het?", "Ja.")]),
      Publication(
        number: "102", members: "de leden **Eikema** (SP) en **Lindeman** (CDA)",
        passages: [("1", "Groeit het?", "Ja.")]),
      Publication(
        number: "103", members: "het lid **Lindeman** (CDA)",
        passages: [("1", "Groeit het?", "Ja.")]),
    ])
    try shelf.expect("lid:eikema EN lid:lindeman", finds: ["102"])
    try shelf.expect("lid:eikema lid:lindeman", finds: ["101", "102", "103"])
    try shelf.expect("partij:sp EN partij:cda", finds: ["102"])
    try shelf.expect("fractie:sp kamerlid:lindeman", finds: ["102"])
  }

  @Test("A function word is no operand of OF or NIET")
  func functionWords() {
    let (eik, linde) = (QueryExpression.word("eik"), QueryExpression.word("linde"))
    expectParse("eik OF de linde", [.any([eik, linde])])
    expectParse("eik OF van de linde beuk", [.any([eik, linde]), .word("beuk")])
    expectParse("eik van OF linde", [eik, linde])
    expectParse("eik OF de", [eik])
    expectParse("de OF het", [.any([.word("de"), .word("het")])])
    expectParse("eik NIET de linde", [eik, .not(linde)])
    expectParse("eik OF NIET de linde", [.any([eik, .not(linde)])])
    expectParse("eik OF \"de linde\"", [.any([eik, .phrase("de linde")])])
    expectParse("OM OF de linde", [.any([.word("OM"), linde])])
    let excluded = [QueryProblem.functionWordAfterNot("de")]
    expectParse("eik -de", [eik], problems: excluded)
    expectParse("eik NIET de", [eik], problems: excluded)
  }

  @Test("Names of fields have synonyms")
  func synonyms() {
    for (name, field) in [
      ("fractie", Field.party), ("kamerlid", .member), ("indiener", .member), ("titel", .subject),
      ("bewindspersoon", .minister), ("ministerie", .minister), ("trefwoord", .topic),
      ("noot", .footnote),
    ] {
      expectParse("\(name):eik", [.field(field, .word("eik"))])
    }
    expectParse("zaaknummer:2024Z00001", [.field(.caseNumber, .word("2024Z00001"))])
  }

  @Test("A name of several words beside an operator or after a field stays one name")
  func names() async throws {
    let shelf = try await Shelf(
      "Reisde u naar de Verenigde Staten?", "Verenigde zij China en de staten?", "Groeit de eik?")
    try shelf.expect("Verenigde Staten OF eik", finds: ["101", "103"])
    try shelf.expect("eik OF Verenigde Staten", finds: ["101", "103"])
    try shelf.expect("staten -Verenigde Staten", finds: ["102"])
    try shelf.expect("staten NIET Verenigde Staten", finds: ["102"])
    try shelf.expect("vraag:Verenigde Staten", finds: ["101"])
    try shelf.expect("China OF eik OF Verenigde Staten", finds: ["101", "102", "103"])
  }

  @Test("Numbers with a comma and a space between them are several numbers")
  func numbers() {
    expectParse("705, 604", [.word("705"), .word("604")])
    expectParse("12; 345", [.word("12"), .word("345")])
    expectParse("12 345, 678", [.word("12 345"), .word("678")])
  }

  @Test("A minus or NIET after the name of a field excludes the value")
  func excludedValues() {
    let excluded = QueryExpression.not(.field(.member, .word("eik")))
    expectParse("lid:-eik", [excluded])
    expectParse("lid:NIET eik linde", [excluded, .word("linde")])
    expectParse("-lid:-eik", [.field(.member, .word("eik"))])
  }

  @Test("A member is found as headings print it: with initials, or with the party in brackets")
  func printedMembers() {
    let eikema = QueryExpression.field(.member, .word("Eikema"))
    expectParse("lid:D. Eikema linde", [eikema, .word("linde")])
    expectParse("lid:D.F. Eikema", [eikema])
    expectParse("lid:Th.C. van Eik", [.field(.member, .phrase("van Eik"))])
    expectParse("lid:d eikema", [.field(.member, .word("d")), .word("eikema")])
    expectParse("lid:\"Eikema (SP)\"", [.field(.member, .phrase("Eikema"))])
    expectParse("lid:\"(SP)\"", [.field(.member, .phrase("(SP)"))])
  }

  @Test("A vergaderjaar among words is one, a year after another word is not")
  func sessions() {
    let session = QueryExpression.field(.session, .word("2024-2025"))
    expectParse("vergaderjaar 2024-2025 eik", [session, .word("eik")])
    expectParse("eik zittingsjaar 2024/25", [.word("eik"), session])
    expectParse("vergaderjaar 2024 eik", [.word("vergaderjaar"), .word("2024"), .word("eik")])
    expectParse("eik vergaderjaar", [.word("eik"), .word("vergaderjaar")])
  }

  @Test("Words with a slash between them are a phrase, or words if no passage has that")
  func slashes() async throws {
    let shelf = try await Shelf("Groeit de eik/linde?", "Groeit de linde bij de eik?")
    try shelf.expect("eik/linde", finds: ["101"])
    try shelf.expect("linde/eik", finds: ["101", "102"])
    try shelf.expect("linde/eik/groeit", finds: ["101", "102"])
    try shelf.expect("linde/eik", isExact: true, finds: [])
  }

  @Test("A function word in capitals between other words is no name")
  func functionWordInCapitals() async throws {
    let shelf = try await Shelf("Is DE eik groen?", "Is de eik groen?")
    try shelf.expect("eik DE", finds: ["101", "102"])
    try shelf.expect("DE eik groen", finds: ["101", "102"])
  }
}
