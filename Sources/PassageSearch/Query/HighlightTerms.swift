/// The terms that make a word of a text a hit, and the phrases whose words are hits only together.
struct HighlightTerms: Sendable, Hashable {
  /// What a term is looked for.
  struct Purpose: Sendable, Hashable {
    /// The part of the query, from 0.
    var part = 0
    /// Whether it is only a part of the compound that is meant, or a relative of the word.
    var isLoose = false
  }

  private(set) var terms: [[UInt8]: Purpose] = [:]
  /// Each a sequence of word terms of one field.
  private(set) var phrases: [[[UInt8]]: Purpose] = [:]
  /// What is looked for at the moment.
  var purpose = Purpose()

  /// Adds a term; for the first purpose that it has, but rather for one that is not loose.
  mutating func add(_ term: String) {
    let term = Array(term.utf8)
    if terms[term].map({ $0.isLoose && !purpose.isLoose }) ?? true { terms[term] = purpose }
  }

  /// Adds a phrase.
  mutating func add(phrase: [String]) {
    let phrase = phrase.map { Array($0.utf8) }
    if phrases[phrase] == nil { phrases[phrase] = purpose }
  }
}
