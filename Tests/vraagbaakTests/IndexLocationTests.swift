import Testing

/// Where the index is looked for.
@Suite("Where the index is")
struct IndexLocationTests {
  @Test("--index comes before $VRAAGBAAK_INDEX")
  func option() throws {
    let place = try Workplace([.harbour])
    try place.write(.allowance)
    let run = try place.run("index", "--index", "elsewhere", "documents")
    #expect(run.status == 0)
    #expect(place.exists("elsewhere/XAPIANDB"))
    #expect(try place.run("search", "--index", "elsewhere", "gezinnen").status == 0)
    #expect(try place.run("search", "--index=elsewhere", "gezinnen").status == 0)
    #expect(try place.run("search", "gezinnen").status == 1)
  }

  @Test("$XDG_DATA_HOME counts if $VRAAGBAAK_INDEX is not set or empty", arguments: [nil, ""])
  func dataHome(_ variable: String?) throws {
    let place = try Workplace()
    try place.write(.harbour)
    let environment = ["VRAAGBAAK_INDEX": variable, "XDG_DATA_HOME": "\(place.path)/data"]
    #expect(try place.run(["index", "documents"], environment: environment).status == 0)
    #expect(place.exists("data/vraagbaak/XAPIANDB"))
    #expect(try place.run(["search", "fort"], environment: environment).status == 0)
  }

  @Test("The index is in ~/.local/share/vraagbaak if neither is set")
  func home() throws {
    let place = try Workplace()
    try place.write(.harbour)
    let environment: [String: String?] = ["VRAAGBAAK_INDEX": nil]
    #expect(try place.run(["index", "documents"], environment: environment).status == 0)
    #expect(place.exists("home/.local/share/vraagbaak/XAPIANDB"))
  }

  @Test("The user is asked where the index is if even $HOME is not set")
  func nowhere() throws {
    let environment: [String: String?] = ["VRAAGBAAK_INDEX": nil, "HOME": nil]
    let run = try Workplace().run(["search", "fort"], environment: environment)
    #expect(run.output == "")
    #expect(run.errors.contains("--index DIR"))
    #expect(run.status == 2)
  }

  @Test(
    "An index that is not there is an error that says how to make one, and none is made",
    arguments: [
      ["search", "fort"], ["show", "x"], ["status"], ["explain", "fort"], ["check"],
      ["compact"],
    ])
  func missing(_ arguments: [String]) throws {
    let place = try Workplace()
    let run = try place.run(arguments)
    #expect(run.output == "")
    #expect(run.errors.contains("er is geen index in \(place.path)/index"))
    #expect(run.errors.contains("vraagbaak index PAD"))
    #expect(run.status == (["search", "show"].contains(arguments[0]) ? 2 : 66))
    #expect(!place.exists("index"))
  }
}
