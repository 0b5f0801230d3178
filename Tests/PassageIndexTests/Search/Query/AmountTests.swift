import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Numbers with units")
struct AmountTests {
  private static let written: [(String, [String])] = [
    ("65%", ["65 procent", "65 percent", "65 pct"]),
    ("65 %", ["65 procent", "65 percent", "65 pct"]),
    ("65 procent", ["65 procent", "65 percent", "65 pct"]),
    ("2,5 pct.", ["2,5 procent", "2,5 percent", "2,5 pct"]),
    ("3‰", ["3 promille"]),
    ("€ 5 miljoen", ["5 miljoen", "5 mln", "5000000"]),
    ("5 miljoen euro", ["5 miljoen", "5 mln", "5000000"]),
    ("5 mln.", ["5 miljoen", "5 mln", "5000000"]),
    ("€5mln", ["5 miljoen", "5 mln", "5000000"]),
    (
      "2,5 miljard",
      [
        "2,5 miljard", "2,5 mld", "2,5 mrd", "2500 miljoen", "2500 mln", "2500000000",
      ]
    ),
    (
      "€ 5.500.000",
      [
        "5,5 miljoen", "5,5 mln", "5.500.000 euro", "euro 5.500.000", "5.500.000 eur",
        "eur 5.500.000", "5500000 euro", "euro 5500000", "5500000 eur", "eur 5500000",
      ]
    ),
    ("10 euro", ["10 euro", "euro 10", "10 eur", "eur 10"]),
    ("EUR 10", ["10 euro", "euro 10", "10 eur", "eur 10"]),
    (
      "€ 1.234.567 ",
      [
        "1.234.567 euro", "euro 1.234.567", "1.234.567 eur", "eur 1.234.567", "1234567 euro",
        "euro 1234567", "1234567 eur", "eur 1234567",
      ]
    ),
  ]

  @Test("An amount has the spellings in which texts write it", arguments: written)
  func spellings(_ text: String, _ expected: [String]) throws {
    let words = text.split(separator: " ").map(String.init)
    let (amount, count) = try #require(Amount.read(words))
    #expect(amount.spellings == expected)
    #expect(count == words.count)
    #expect(amount.text == words.joined(separator: " "))
  }

  @Test("A unit that does not go with millions is a word of its own")
  func otherUnit() throws {
    let (amount, count) = try #require(Amount.read(["3", "miljoen", "procent"]))
    #expect(amount.text == "3 miljoen")
    #expect(amount.spellings == ["3 miljoen", "3 mln", "3000000"])
    #expect(count == 2)
  }

  @Test(
    "A number without a unit, and a unit without a number, are no amount",
    arguments: [
      "65", "procent", "€", "€ veel", "vijf miljoen", "65%-norm", "1.23.4 euro", "5.miljoen.x",
      "1,2,3 euro", "euro", "1234567890123456 euro", "5 dagen", "",
    ])
  func noAmounts(_ text: String) {
    #expect(Amount.read(text.split(separator: " ").map(String.init)) == nil)
  }

  @Test("An amount is found in any spelling, and not in another amount")
  func search() async throws {
    let shelf = try await Shelf(
      "Is 65% genoeg?", "Is 65 procent genoeg?", "Is het 65 en welk procent?", "Is 165% genoeg?",
      "Kost het € 5 miljoen?", "Kost het 5 mln. euro?", "Kost het € 5.000.000?",
      "Kost het 15 miljoen?", "Kost het 1,5 miljoen?", "Zijn 5 van de miljoen bomen groen?")
    for query in ["65%", "65 %", "65 procent", "\"65 procent\"", "vraag:65%"] {
      try shelf.expect(query, finds: ["101", "102"])
    }
    for query in ["€ 5 miljoen", "5 miljoen euro", "5 mln", "€5 mln."] {
      try shelf.expect(query, finds: ["105", "106", "107"])
    }
    try shelf.expect("€ 5.000.000", finds: ["105", "106", "107"])
    try shelf.expect("kost -5mln", finds: ["108", "109"])
    try shelf.expect("65% OF 165%", finds: ["101", "102", "104"])
    try shelf.expect("5 mln", isExact: true, finds: ["106"])
  }

  @Test("Random signs and digits are read or left, and the words read are those given")
  func random() {
    var random = SeededGenerator(seed: 21)
    let pieces = ["€", "5", "%", ",", ".", " ", "mln", "miljard", "eur", "000", "-", "é", "‰"]
    var amounts = 0
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 1...7, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let words = text.split(separator: " ").map(String.init)
      guard let (amount, count) = Amount.read(words) else { continue }
      amounts += 1
      #expect((1...words.count).contains(count))
      #expect(!amount.spellings.isEmpty)
      #expect(amount.text == words.prefix(count).joined(separator: " "))
    }
    #expect(amounts > 100)
  }
}
