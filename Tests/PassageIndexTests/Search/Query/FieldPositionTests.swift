import PassageSearch
import TestSupport
import Testing

/// One term has a word in all fields of the text, and its positions tell them apart. What a search
/// in a field finds is compared with the words of the texts themselves.
@Suite("Words, phrases and NEAR in one field of the text")
struct FieldPositionTests {
  private static let words = ["eik", "eiken", "beuk", "beuken", "den", "spar", "linde"]
  private static let stems = ["eiken": "eik", "beuken": "beuk"]
  private static let fields = ["vraag", "antwoord", "onderwerp"]

  /// The words of the question, the answer and the subject of each set.
  private static let texts: [[[String]]] = {
    var generator = SeededGenerator(seed: 24)
    return (0..<90).map { _ in
      [0...9, 0...40, 1...5].map { length in
        (0..<Int.random(in: length, using: &generator)).map { _ in
          words.randomElement(using: &generator) ?? ""
        }
      }
    }
  }()

  private static func shelf() async throws -> Shelf {
    try await Shelf(
      publications: texts.enumerated().map { number, fields in
        let texts = fields.map { $0.joined(separator: " ") }
        return Publication(
          number: "\(101 + number)", subject: texts[2],
          passages: [("1", "Wat: \(texts[0])?", "Dit: \(texts[1]).")])
      })
  }

  /// The numbers of the sets of which one of some fields is as it should be.
  private static func sets(
    _ fields: some Sequence<Int>, _ isMeant: ([String]) -> Bool
  ) -> [String] {
    texts.enumerated().filter { _, texts in fields.contains { isMeant(texts[$0]) } }
      .map { "\(101 + $0.offset)" }
  }

  private static func has(_ phrase: [String], _ words: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: phrase) }
  }

  /// Whether some words stand in any order within so many positions.
  private static func has(_ wanted: [String], within window: Int, _ words: [String]) -> Bool {
    words.indices.contains { start in
      var rest = Array(words[start...].prefix(window))
      return wanted.allSatisfy { word in
        guard let place = rest.firstIndex(of: word) else { return false }
        rest.remove(at: place)
        return true
      }
    }
  }

  @Test("A word in a field is found in each of its forms, and in that field only")
  func word() async throws {
    let shelf = try await Self.shelf()
    for (place, field) in Self.fields.enumerated() {
      for word in Self.words {
        let stem = Self.stems[word] ?? word
        let expected = Self.sets([place]) { $0.contains { (Self.stems[$0] ?? $0) == stem } }
        #expect(try shelf.complete("\(field):\(word)") == expected, "\(field):\(word)")
        let exact = Self.sets([place]) { $0.contains(word) }
        #expect(try shelf.complete("\(field):\"\(word)\"") == exact, "\(field):\"\(word)\"")
        #expect(try shelf.complete("\(field):\(word)", isExact: true) == exact)
      }
      let beginning = Self.sets([place]) { $0.contains { $0.hasPrefix("be") } }
      #expect(try shelf.complete("\(field):be*") == beginning)
    }
  }

  @Test("A phrase in a field is found in that field only, and one without a field in any")
  func phrase() async throws {
    let shelf = try await Self.shelf()
    var generator = SeededGenerator(seed: 25)
    for _ in 0..<40 {
      let count = Int.random(in: 2...3, using: &generator)
      let phrase = (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }
      let quoted = "\"\(phrase.joined(separator: " "))\""
      for (place, field) in Self.fields.enumerated() {
        let expected = Self.sets([place]) { Self.has(phrase, $0) }
        #expect(try shelf.complete("\(field):\(quoted)") == expected, "\(field):\(quoted)")
      }
      #expect(try shelf.complete(quoted) == Self.sets(0..<3) { Self.has(phrase, $0) }, "\(quoted)")
    }
  }

  @Test("No words of two fields are near each other, however many may stand between them")
  func apart() async throws {
    let shelf = try await Shelf("Eik?|Beuk.", "Eik en beuk?|Ja.")
    let steps = (1...30).map { _ in " NEAR/100 eik" }.joined()
    #expect(try shelf.complete("eik NEAR/100 beuk") == ["102"])
    #expect(try shelf.complete("\"eik beuk\"") == [])
    #expect(try shelf.complete("eik NEAR/100 beuk\(steps)") == [])
  }

  @Test("Words near each other in a field are found in that field only, in any order")
  func near() async throws {
    let shelf = try await Self.shelf()
    var generator = SeededGenerator(seed: 26)
    for count in [2, 2, 2, 3, 3, 4] {
      let words = Array(Self.words.shuffled(using: &generator).prefix(count))
      let distance = Int.random(in: 1...4, using: &generator)
      let query = words.joined(separator: " NEAR/\(distance) ")
      // Each NEAR adds its distance.
      let window = distance * (count - 1) + count - 1
      for (place, field) in Self.fields.enumerated() {
        let expected = Self.sets([place]) { Self.has(words, within: window, $0) }
        #expect(try shelf.complete("\(field):(\(query))") == expected, "\(field):(\(query))")
      }
      let anywhere = Self.sets(0..<3) { Self.has(words, within: window, $0) }
      #expect(try shelf.complete(query) == anywhere, "\(query)")
    }
  }
}
