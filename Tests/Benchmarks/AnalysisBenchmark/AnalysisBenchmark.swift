import DutchText
import Foundation

/// Measures the analysis of Dutch text on one core: tokens, terms and parts, with a lexicon and
/// with the published stemmer alone; and each different word once, which is what a word costs that
/// was not met before. Built by scripts/benchmark-analysis only.
///
///     AnalysisBenchmark DIRECTORY WORDS ROUNDS
@main
struct AnalysisBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let rounds = Int(arguments[3]), rounds > 0 else {
      print("usage: AnalysisBenchmark DIRECTORY WORDS ROUNDS")
      exit(64)
    }
    let texts = try Self.texts(in: arguments[1])
    let list = String(decoding: try Data(contentsOf: URL(filePath: arguments[2])), as: UTF8.self)
    let lexicon = try Lexicon(Lexicon.compile(list.split(separator: "\n").lazy.map(String.init)))
    let analyzer = Analyzer(lexicon: lexicon)
    let words = Self.differentWords(of: texts)
    print(
      "\(texts.count) texts, \(megabytes(texts)) MB, \(words.count) different words, \(rounds) rounds, MB/s"
    )
    for round in 1...rounds {
      let withWords = speed(analyzer, texts)
      let stemmer = speed(Analyzer(), texts)
      let once = speed(analyzer, words)
      print(
        "\(round): with words \(withWords), stemmer alone \(stemmer), each word once \(once)")
    }
  }

  /// The texts of a directory and those inside it, in the order of their paths.
  private static func texts(in directory: String) throws -> [[UInt8]] {
    let paths =
      FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted()
      .map { [UInt8](try Data(contentsOf: URL(filePath: "\(directory)/\($0)"))) }
  }

  /// Every word of the texts once, a text of some of them each.
  private static func differentWords(of texts: [[UInt8]]) -> [[UInt8]] {
    var words: Set<ArraySlice<UInt8>> = []
    for text in texts {
      words.formUnion(text.split { ($0 | 0x20) &- UInt8(ascii: "a") >= 26 && $0 < 0x80 })
    }
    return words.sorted { $0.lexicographicallyPrecedes($1) }.map { Array($0) + [0x20] }
  }

  private static func megabytes(_ texts: [[UInt8]]) -> Double {
    (Double(texts.reduce(0) { $0 + $1.count }) / 1e5).rounded() / 10
  }

  /// Megabytes of text in a second of this core's time.
  private static func speed(_ analyzer: Analyzer, _ texts: [[UInt8]]) -> Double {
    var stream = TokenStream()
    let start = clock()
    for text in texts {
      stream.removeAll()
      text.withUnsafeBufferPointer { analyzer.analyze($0, into: &stream) }
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    return (Double(texts.reduce(0) { $0 + $1.count }) / seconds / 1e5).rounded() / 10
  }
}
