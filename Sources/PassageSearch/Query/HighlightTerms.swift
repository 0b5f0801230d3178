/// The terms that make a word of a text a hit, and the phrases whose words are hits only together.
struct HighlightTerms: Sendable, Hashable {
  /// Why a term is highlighted.
  struct Purpose: Sendable, Hashable {
    /// The part of the query, from 0.
    var part = 0
    /// Whether it is only a part of the compound in the query, or a relative of the word.
    var isLoose = false
  }

  private(set) var terms: [[UInt8]: Purpose] = [:]
  /// Each a sequence of word terms of one field.
  private(set) var phrases: [[[UInt8]]: Purpose] = [:]
  /// The purpose of the terms that are being added.
  var purpose = Purpose()

  /// Adds a term. Its first purpose is kept, unless that is loose and the new one is not.
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
