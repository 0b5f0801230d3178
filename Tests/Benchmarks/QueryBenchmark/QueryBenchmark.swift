import Glibc

@testable import PassageSearch
@testable import PassageStore
@testable import Xapian

/// Measures searches in one process: each query of a file, ten results with their snippets, the
/// best of some rounds; and of each what Xapian alone takes for the same query tree. Then the same
/// with all facets counted. Built by scripts/benchmark-queries only.
///
///     QueryBenchmark INDEX QUERIES ROUNDS
///
/// QUERIES has `kind<TAB>words` on each line: word, or, and, phrase, bool (the last word is
/// unwanted), prefix.
@main
struct QueryBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let rounds = Int(arguments[3]), rounds > 0,
      freopen(arguments[2], "r", fdopen(0, "r")) != nil
    else {
      print("usage: QueryBenchmark INDEX QUERIES ROUNDS")
      exit(64)
    }
    let reader = try IndexReader(path: arguments[1])
    var queries: [(kind: String, text: String)] = []
    while let line = readLine() {
      let columns = line.split(separator: "\t").map(String.init)
      if columns.count == 2 { queries.append((columns[0], query(columns[0], columns[1]))) }
    }
    var whole = [Double](repeating: .infinity, count: queries.count)
    var engine = whole
    var faceted = whole
    for _ in 0..<rounds {
      for (index, query) in queries.enumerated() {
        let request = SearchRequest(query.text)
        whole[index] = min(whole[index], try milliseconds { _ = try reader.search(request) })
        var counting = request
        counting.facets = SearchRequest.Facet.allCases
        faceted[index] = min(
          faceted[index], try milliseconds { _ = try reader.search(counting) })
        engine[index] = min(engine[index], try reader.engineMilliseconds(for: request))
      }
    }
    report("all", whole, engine)
    report("with facets", faceted, engine)
    for kind in ["word", "or", "and", "phrase", "bool", "prefix"] {
      let places = queries.indices.filter { queries[$0].kind == kind }
      report(kind, places.map { whole[$0] }, places.map { engine[$0] })
    }
  }

  private static func query(_ kind: String, _ words: String) -> String {
    switch kind {
    case "phrase": "\"\(words)\""
    case "or": words.split(separator: " ").joined(separator: " OF ")
    case "prefix": words.hasSuffix("*") ? words : words + "*"
    default: words
    }
  }

  private static func report(_ kind: String, _ whole: [Double], _ engine: [Double]) {
    guard !whole.isEmpty else { return }
    func percentiles(_ values: [Double]) -> String {
      let sorted = values.sorted()
      let numbers = [
        sorted[sorted.count / 2], sorted[sorted.count * 95 / 100], sorted[sorted.count - 1],
      ]
      return numbers.map { number in
        let hundredths = Int((number * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
      }.joined(separator: " / ")
    }
    print("\(kind): \(percentiles(whole)) ms p50 / p95 / max; Xapian alone \(percentiles(engine))")
  }
}

/// How long some work takes.
private func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  let start = Timestamp.monotonic
  try work()
  return (Timestamp.monotonic - start) * 1000
}

extension IndexReader {
  /// What Xapian takes for the full and the partial matches of a request.
  fileprivate func engineMilliseconds(for request: SearchRequest) throws -> Double {
    let compiled = try index.compile(
      QueryParser.parse(request.query), isExact: request.isExact, aliases: request.aliases)
    var options = request.options(isUnranked: compiled.isUnranked)
    options.wantsData = false
    return try milliseconds {
      let full = try index.search(compiled.full, options)
      // Much as a search does: where complete matches fill the list, the others are only estimated.
      if let partial = compiled.partial {
        let isFilled = full.lowerBound >= SetRanking.window
        options.limit = isFilled ? 0 : options.limit
        options.checkAtLeast = isFilled ? 0 : options.checkAtLeast
        _ = try index.search(partial, options)
      }
    }
  }
}
