internal import DutchText

/// Words that texts about any matter have; see `Resources/general-words.txt`.
enum GeneralWords {
  private static let words = String(decoding: PackageResources.general_words_txt, as: UTF8.self)
    .split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { $0.split(separator: " ") }

  /// The terms of their forms.
  static func terms(_ analyzer: Analyzer) -> Set<String> {
    Set(words.map { analyzer.analysis(of: String($0)).term })
  }
}
