internal import PassageIndex

/// The names of places in the page of a set.
enum PassageAnchor {
  /// The place of a question.
  static func question(_ number: Int) -> String { "vraag-\(number)" }

  /// The place of a passage: that of its first question, or a place by its order in the set.
  static func fragment(of stored: StoredPassage) -> String {
    stored.passage.questions.first.map(question) ?? "tekst-\(stored.ordinal + 1)"
  }
}
