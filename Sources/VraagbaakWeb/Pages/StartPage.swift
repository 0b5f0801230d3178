internal import HTTPServer
internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

/// `/` without a query: the search box, examples, and how much there is.
struct StartPage {
  let sets: Int
  let passages: Int
  /// The newest passage, of which the examples are made; nil if there is none.
  let newest: StoredPassage?
  let site: SiteAddresses

  func response() -> HTTPResponse {
    var frame = PageFrame("", main: main, site)
    frame.search = nil
    return frame.response()
  }

  private var main: HTML {
    """
    <div class="begin">
    <h1>Vraagbaak</h1>
    <p class="uitleg">Zoek in de schriftelijke vragen van Kamerleden en de antwoorden daarop: tot op \
    de vraag, met de vindplaats erbij.</p>
    \(SearchBox(search: SearchParameters(), site: site, isFirst: true).html)
    \(examples)<p class="omvang">\(counted(sets, "set", "sets")) met \
    \(counted(passages, "vraag of tekst", "vragen en teksten")). \
    <a href="\(to: site.page("stand"))">Wat er is, en wat er ontbreekt</a></p>
    </div>
    """
  }

  private func counted(_ number: Int, _ one: String, _ more: String) -> String {
    "\(number.grouped) \(number == 1 ? one : more)"
  }

  private var examples: HTML {
    let examples = newest.map(QueryExample.all) ?? []
    guard !examples.isEmpty else { return .empty }
    let rows: [HTML] = examples.map { example in
      """
      <li>\(example.label): \
      <a href="\(to: site.search(SearchParameters(example.query)))">\(example.query)</a></li>

      """
    }
    return """
      <div class="voorbeelden">
      <h2>Bijvoorbeeld</h2>
      <ul>
      \(rows)</ul>
      <p><a href="\(to: site.page("hulp"))">Alles over zoeken</a></p>
      </div>

      """
  }
}

/// A query to try, made of a passage of the index so that it finds something.
struct QueryExample: Sendable, Hashable {
  let label: String
  let query: String

  /// A word, a name, a citation, a phrase and a period of a passage, as far as it has them.
  static func all(of stored: StoredPassage) -> [QueryExample] {
    let set = stored.set
    let words = words(in: set.subject ?? stored.passage.questionText)
    var examples: [QueryExample] = []
    func add(_ label: String, _ query: String?) {
      if let query { examples.append(QueryExample(label: label, query: query)) }
    }
    add("een woord", words.joined().max { $0.count < $1.count }?.lowercased())
    add("woorden in deze volgorde", phrase(in: words).map { "\"\($0)\"" })
    add("een Kamerlid", (set.members.first?.name).flatMap(name).map { "lid:\"\($0)\"" })
    add("een vindplaats", set.number == nil ? set.caseNumber : stored.setCitation)
    add("een periode", stored.date.map { "datum:\(String($0.description.prefix(7)))" })
    return examples
  }

  /// The runs of words with one space between them and nothing else.
  private static func words(in text: String) -> [[String]] {
    text.split { !$0.isLetter && $0 != " " }.map { run in
      run.split(separator: " ").map(String.init)
    }
  }

  /// The longest two words in a row. Short ones are function words.
  private static func phrase(in runs: [[String]]) -> String? {
    let pairs: [[String]] = runs.flatMap { run in
      zip(run, run.dropFirst()).map { [$0, $1] }
    }
    return pairs.filter { pair in pair.allSatisfy { $0.count > 4 } }
      .map { $0.joined(separator: " ") }.max { $0.count < $1.count }
  }

  private static func name(_ name: String) -> String? {
    name.allSatisfy { $0.isLetter || " .-'’".contains($0) } ? name : nil
  }
}
