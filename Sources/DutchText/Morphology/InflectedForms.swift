extension MorphologicalAnalyzer {
  /// The endings of nouns, adjectives and weak verbs: `open` ones change the spelling of the stem.
  private static let endings: (open: [StaticString], plain: [StaticString]) = (
    ["e", "en", "er", "eren"], ["s", "n", "je", "jes", "tje", "t", "te", "ten", "de", "den"]
  )

  /// The listed forms that have a term: `zaak` and `zaken` of `zaak`. Some irregular forms are
  /// missing. All are in lower-case ASCII.
  func forms(of term: [UInt8]) -> [[UInt8]] {
    guard term.count > 2, term.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return [term] }
    var candidates = Self.endings.open.flatMap { Spelling.open(term, $0) }
    for ending in Self.endings.plain {
      candidates.append(
        term + UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    }
    var forms = [term]
    for candidate in candidates
    where !forms.contains(candidate) && lexicon.words.number(of: candidate) != nil
      && analysis(of: candidate).term == term
    { forms.append(candidate) }
    return forms
  }
}
