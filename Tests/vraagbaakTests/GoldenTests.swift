import Foundation
import Testing

/// The output of every command in every form over Corpus/, byte for byte as it is kept in Golden/.
/// A change that is meant is written by `VRAAGBAAK_GOLDEN=write swift test --filter GoldenTests`,
/// and read in the difference.
struct GoldenTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

  /// What is run for each file of Golden/, one line of arguments after the other.
  static let files = [
    "help": ["", "help", "nope", "help nope", "search --nope"]
      + CommandLineTests.commands.map { "help \($0)" },
    "inspect": [
      "inspect \(corpus)", "inspect --format json \(corpus)", "inspect Corpus/README.md",
    ],
    "index": [
      "index Corpus --verbose", "index Corpus nergens --report verslag.json", "status",
      "status --format json", "status --refused", "status --coverage",
      "status --coverage --format json", "check", "index Corpus --rebuild", "index --rollback",
      "index --rollback", "compact", "index --rollback", "index nergens", "status",
    ],
    "search": queries.map { "search \($0)" },
    "search-json": [
      "--limit 3 opsporingscapaciteit klanten", "--limit 2 --facet lid --facet jaar antwoord",
      "--limit 2 --group set --sort newest vraag", "xqzzy", "--limit 1 de minister",
      "--similar ah-tk-20242025-705#3 --limit 2",
    ].map { "search --format json \($0)" } + ["search --format jsonl --limit 2 politie"],
    "search-tsv": ["search --format tsv vraag", "search --format tsv --sort number antwoord"],
    "show": ids.map { "show \($0)" },
    "show-json": ids.prefix(4).map { "show --format json \($0)" },
    "explain": queries.filter { !$0.hasPrefix("--") }.map { "explain \($0)" } + [
      "explain --why ah-tk-20242025-705#3 opsporingscapaciteit klanten",
      "explain --why 2024Z99003 zorg minister:niemand", "explain --why nergens zorg",
    ],
    "stem": ["stem", "stem --index index"],
    "evaluate": [
      "evaluate vragen.tsv oordelen.tsv --run run.txt",
      "evaluate vragen.tsv oordelen.tsv --compare run.txt", "evaluate oordelen.tsv vragen.tsv",
    ],
  ]

  private static let queries = [
    "opsporingscapaciteit klanten", "--limit 3 --offset 1 vraag", "--group set antwoord",
    "--all politie minister", "--facet partij --facet soort vraag", "--exact politie",
    "lid:dijk", "jaar:2024 minister", "\"extra capaciteit\"", "a NEAR/5 b", "politi*", "-vraag",
    "(vraag", "OF OF", "xqzzy", "opsporingscapasiteit", "foo:bar vraag", "datum:2024-13 vraag",
    "lid:niemand jaar:2015 vraag", "--similar ah-tk-20242025-705#3", "--similar nergens",
  ]

  private static let ids = [
    "ah-tk-20242025-705#3", "2024Z99003", "kv-tk-2024Z99061", "ah-tk-20242025-9006",
    "ah-tk-20242025-705#99", "nergens",
  ]

  /// The documents of the corpus, each once.
  private static var corpus: String {
    let walk = FileManager.default.enumerator(atPath: "\(root)/Corpus")
    return (walk?.compactMap { $0 as? String } ?? [])
      .filter { $0.contains(".") && !$0.hasPrefix("README") }.sorted()
      .map { "Corpus/\($0)" }.joined(separator: " ")
  }

  @Test("Every command says what it said before", arguments: files.keys.sorted())
  func golden(_ name: String) throws {
    let place = try Workplace()
    try FileManager.default.copyItem(
      atPath: "\(Self.root)/Corpus", toPath: "\(place.path)/Corpus")
    try place.write(
      "1\tkort\topsporingscapaciteit klanten\n2\tlang\twat doet de minister\n", to: "vragen.tsv")
    try place.write(
      "1\tah-tk-20242025-705#3\t2\n2\tah-tk-20242025-705#2\t1\n", to: "oordelen.tsv")
    if name != "index" { #expect(try place.run("index", "--quiet", "Corpus").status == 0) }
    var said = ""
    for line in Self.files[name] ?? [] {
      let run = try place.run(
        line.split(separator: " ").map(String.init),
        input: "toeslagen\nvergaderingen\nliep\nkinderopvangtoeslag\n")
      said += "$ vraagbaak \(line)\n[\(run.status)]\n\(run.output)"
      if !run.errors.isEmpty { said += "--- stderr\n\(run.errors)" }
      said += "\n"
    }
    for file in ["verslag.json", "run.txt"] where place.exists(file) {
      said += "--- \(file)\n" + (try place.read(file))
    }
    said = Self.normalized(said, place)
    let file = "\(Self.root)/Tests/vraagbaakTests/Golden/\(name).txt"
    if ProcessInfo.processInfo.environment["VRAAGBAAK_GOLDEN"] == "write" {
      try Data(said.utf8).write(to: URL(filePath: file))
    }
    let kept = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    let (new, old) = (said.split(separator: "\n"), kept.split(separator: "\n"))
    let difference = zip(new, old).enumerated().first { $1.0 != $1.1 }
    #expect(said == kept, "\(name).txt, line \((difference?.offset ?? 0) + 1)")
  }

  /// The text without what differs from run to run: paths, times, sizes, and the last digits of
  /// scores.
  private static func normalized(_ text: String, _ place: Workplace) -> String {
    text.replacing(place.path, with: "PLAATS")
      .replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#, with: "TIJD")
      .replacing(#/"(seconds|bytes)":[0-9.e+-]+/#) { "\"\($0.1)\":0" }
      .replacing(#/\d+,\d (s|MB)\b/#) { "0,0 \($0.1)" }
      .replacing(#/(\d+\.\d{6})\d+/#) { "\($0.1)" }
  }
}
