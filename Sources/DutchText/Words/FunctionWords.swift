/// The function words of Dutch by their roles; see `Resources/function-words.txt`.
enum FunctionWords {
  private static let file = WordFile(PackageResources.function_words_txt)

  /// Words that are no form of another word and no part of a compound.
  static let uninflected = WordSet(file.words("uninflected"))
  /// Those that are nouns as the last part of a compound: `nepnieuws`, `bankpas`.
  static let heads = WordSet(file.words("head"))
  /// Those that are also the first part of compounds: `tweestaten`, `meerkosten`.
  static let modifiers = WordSet(file.words("modifier"))
  /// Words between the members of a suspended compound.
  static let connectors = WordSet(file.words("connector"))

  /// Words that nearly every passage has.
  static let stop = Set(file.words("stop").map { String(decoding: $0, as: UTF8.self) })
}

/// Words that nearly every passage has and that do not say what it is about. In a query they count
/// only if it has no other word, or between quotes.
public enum Stopwords {
  /// In lower case without diacritics.
  public static var words: Set<String> { FunctionWords.stop }
}
