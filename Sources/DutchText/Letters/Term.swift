/// What the index stores of a word.
enum Term {
  /// In UTF-8 bytes; longer terms are cut off.
  static let maximumLength = 200
}
