/// The published Kraaij-Pohlmann stemmer for Dutch.
public enum DutchStemmer {
  /// Stems one lower-case word in place.
  ///
  /// - Parameter word: the UTF-8 bytes of the word; replaced by those of its stem.
  public static func stem(_ word: inout [UInt8]) {}
}
