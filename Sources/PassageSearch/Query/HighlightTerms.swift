internal import PassageStore

/// The terms that make a word of a text a hit, and the phrases whose words are hits only together.
struct HighlightTerms: Sendable, Hashable {
  /// Why a term is highlighted.
  struct Purpose: Sendable, Hashable {
    /// The part of the query, from 0.
    var part = 0
    /// Whether it is only a part of the compound in the query, or a relative of the word.
    var isLoose = false
  }

  /// The terms of words next to each other.
  struct Phrase: Sendable, Hashable {
    var terms: [[UInt8]]
    /// The field that they are sought in; nil for any text.
    var field: Field?
  }

  /// The purposes of each term: by the text field that it is sought in, nil for any. The terms of
  /// other fields name these themselves.
  private(set) var terms: [[UInt8]: [Field?: Purpose]] = [:]
  private(set) var phrases: [Phrase: Purpose] = [:]
  /// The purpose of the terms that are being added.
  var purpose = Purpose()

  /// Adds a term. Its first purpose is kept, unless that is loose and the new one is not.
  mutating func add(_ term: String, in field: Field? = nil) {
    let term = Array(term.utf8)
    let known = terms[term]?[field]
    if known.map({ $0.isLoose && !purpose.isLoose }) ?? true {
      terms[term, default: [:]][field] = purpose
    }
  }

  /// Adds a phrase.
  mutating func add(phrase: [String], in field: Field? = nil) {
    let phrase = Phrase(terms: phrase.map { Array($0.utf8) }, field: field)
    if phrases[phrase] == nil { phrases[phrase] = purpose }
  }

  /// The purpose of a term in a text of a field; nil if it is not sought there.
  func purpose(of term: [UInt8], in field: Field) -> Purpose? {
    guard let purposes = terms[term] else { return nil }
    return purposes[nil] ?? purposes[field]
  }
}
