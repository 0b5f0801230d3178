/// Limits of terms, which the index stores for words.
enum Term {
  /// In UTF-8 bytes; longer terms are cut off.
  static let maximumLength = 200
}
