import Testing

/// What clerks type. No input is a syntax error: the exit code is 0 or 1, never 2.
@Suite("Queries as they are typed")
struct QueryInputTests {
  private static let oddities = [
    "zo'n", "zo’n", "36 410", "36.410", "€ 1,5 mln", "'s-Gravenhage", "\"", "\"\"", "\"fort", "(((",
    ")))", "()", "-", "--", "- -", "+", "*", "**", "f*", "lid:", "lid:\"", "lid:(", "lid:*", ":",
    "::",
    "lid:lid:lid:", "datum:", "datum:..", "datum:2024-13-45", "datum:9999..0000", "jaar:x",
    "soort:x", "vraag:0", "vraag:99999999999999999999", "nr:", "OF", "OF OF", "EN", "NIET",
    "NIET NIET fort", "a OF", "OF a", "- fort", "-fort", "-(fort OF brug)", "€", "☃", "👩‍👩‍👧",
    "\u{202E}fort", "\t", " ", "", "e\u{301}e\u{301}n", "ǅ", "ﬁets", "<script>", "../../etc",
    "%s%n", "fort\nbrug", "'", "''", "’", "a/b", "www.fort.nl", "a-b-c-d-e-f", "1,5", "§ 3:2 lid 1",
  ]

  @Test("Every oddity gives an answer on stdout and 0 or 1")
  func oddity() throws {
    let place = try Workplace([.allowance, .harbour])
    for query in Self.oddities {
      let run = try place.run("search", "--", query)
      #expect([0, 1].contains(run.status), "\(query)")
      #expect(!run.output.isEmpty, "\(query)")
      #expect(run.messages.allSatisfy { $0.hasPrefix("let op: ") }, "\(query)")
    }
  }

  @Test("Very long and very deep queries are answered too")
  func long() throws {
    let place = try Workplace([.harbour])
    for piece in ["fort ", "(", "-", "\"", "lid:", "a OF ", "f* "] {
      let query = String(repeating: piece, count: 20_000 / piece.count)
      let run = try place.run("search", "--", query)
      #expect([0, 1].contains(run.status), "\(piece)")
    }
  }

  @Test("A word is found as a clerk types it")
  func found() throws {
    let place = try Workplace([.allowance, .harbour])
    for (query, expected) in [
      ("zo'n", ["902#1"]), ("zo’n", ["902#1"]), ("'s-Gravenhage", ["902#1"]),
      ("gravenhage", ["902#1"]), ("’s-gravenhage", ["902#1"]), ("€ 1,5 mln", ["902#1"]),
      ("1,5 miljoen", ["902#1"]), ("36 410", ["901#2"]), ("36410", ["901#2"]),
      ("TOESLAG laat", ["901#1", "901#2"]), ("financien gezinnen", ["901#2"]),
      ("\"toeslag te laat\"", ["901#1", "901#2"]), ("\"laat toeslag\"", []),
      ("toes*", ["901#1", "901#2", "902#1"]), ("fort OF gezinnen", ["901#2", "902#1"]),
      ("toeslag -fort", ["901#1", "901#2"]), ("+fort toeslag", ["902#1"]),
      ("nr:901 vraag:3", ["901#2"]), ("lid:bakker lid:jansen", ["901#1", "901#2", "902#1"]),
      ("lid:bakker partij:d66", []), ("datum:2024", ["901#1", "901#2"]),
    ] {
      let run = try place.run(
        "search", "--all", "--sort", "number", "--format", "json", "--", query)
      let ids = try JSONValue(run.output)["results"]?.elements.compactMap { $0["id"]?.asText }
      #expect(ids == expected.map { "ah-tk-20242025-\($0)" }, "\(query)")
      #expect(run.status == (expected.isEmpty ? 1 : 0), "\(query)")
      #expect(run.errors == "", "\(query)")
    }
  }

  @Test("Words may come as one argument or as several")
  func argumentsJoin() throws {
    let place = try Workplace([.allowance, .harbour])
    #expect(try place.run("search", "toeslag laat") == place.run("search", "toeslag", "laat"))
    #expect(
      try place.run("search", "--limit", "1", "fort") == place.run("search", "fort", "--limit=1"))
  }

  @Test("A query without a word finds nothing and says why")
  func noWord() throws {
    let place = try Workplace([.harbour])
    for query in ["", " ", "(((", "-", "*", "\""] {
      let run = try place.run("search", "--", query)
      #expect(run.output == "Niets gevonden\n", "\(query)")
      #expect(run.messages.contains("let op: De zoekvraag heeft geen woord om op te zoeken."))
      #expect(run.status == 1, "\(query)")
    }
  }
}
