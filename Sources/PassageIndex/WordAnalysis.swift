internal import DutchText
internal import Glibc

/// What becomes of single words, for people who want to see the analysis.
public struct WordAnalysis: Sendable {
  private let analyzer: Analyzer

  /// Makes an analysis with the system's list of Dutch words, where it has one.
  public init() {
    analyzer = Analyzer(lexicon: SystemWordList.lexicon())
  }

  /// Analyses one word.
  ///
  /// - Returns: the published stem of its lower-case form, the term under which the index finds it, and the parts of a
  ///   compound, none where it is none.
  public func analyze(_ word: String) -> (stem: String, term: String, parts: [String]) {
    let published = analyzer.publishedStem(of: word)
    let stream = analyzer.tokens(of: word)
    let whole = stream.tokens.filter { !$0.isPart }
    let token = whole.first { $0.kind == .stem } ?? whole.first { $0.kind == .word }
    return (published, token.map { stream.term(of: $0) } ?? "", parts(of: word))
  }

  /// The parts of a compound, also of one with hyphens between them.
  private func parts(of word: String) -> [String] {
    let elements = word.split(separator: "-").map(String.init)
    let parts = elements.flatMap { element in
      let parts = analyzer.meaning(of: element).parts.map(\.word)
      return parts.isEmpty ? [element.lowercased()] : parts
    }
    return parts.count > 1 ? parts : []
  }
}

/// The list of Dutch words that Debian's package `wdutch` installs.
enum SystemWordList {
  private static let path = "/usr/share/dict/dutch"

  /// The lexicon of the list; nil where it is not installed.
  static func lexicon() -> Lexicon? {
    guard let text = contents() else { return nil }
    let words = text.split(separator: "\n").map(String.init)
    return try? Lexicon(Lexicon.compile(words))
  }

  private static func contents() -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let read = fread(&buffer, 1, buffer.count, file)
      if read == 0 { break }
      bytes.append(contentsOf: buffer[..<read])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
