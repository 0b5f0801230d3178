/// What a word may be found by because it is a form of a verb.
struct RelatedVerbForms {
  /// The forms of its verb that have a term of their own, since they are also words of another
  /// kind: `gegeven` of `geven`.
  var forms: [[UInt8]] = []
  /// Those that are rather something else: `gevallen` of `vallen`.
  var unlikelyForms: [[UInt8]] = []
  /// The terms of the verbs of which the word may be a form although it has another term: `geef` of
  /// `gegeven`.
  var verbs: [[UInt8]] = []
}

extension MorphologicalAnalyzer {
  private static let minimumTermLength = 3

  /// What a word in lower-case ASCII may be found by because it is a form of a verb. An exception
  /// that gives a word itself as its term says that it is no form of a verb.
  func relatedVerbForms(of word: [UInt8]) -> RelatedVerbForms {
    var related = RelatedVerbForms()
    guard word.count >= Self.minimumTermLength, word.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 })
    else { return related }
    let paradigm = Paradigm(lexicon: lexicon)
    let term = analysis(of: word).term
    // werk is rather the noun, and even scholen and gassen may be.
    let isStem = word == term && (paradigm.isNoun(term) || paradigm.hasEn(term))
    let hasNoun = paradigm.isNoun(term)
    for infinitive in infinitives(of: term) {
      guard let conjugation = Conjugator(paradigm: paradigm).conjugation(of: infinitive) else {
        continue
      }
      for form in conjugation.forms(of: infinitive) where !isOwnWord(form) {
        if analysis(of: form).term == term || related.forms.contains(form) { continue }
        if isStem || hasNoun && !isOfVerbOnly(form, conjugation, paradigm)
          || isRatherOther(form, conjugation, paradigm)
        {
          related.unlikelyForms.append(form)
        } else {
          related.forms.append(form)
        }
      }
    }
    if !isOwnWord(word) {
      for (infinitive, _) in InfinitiveFinder(paradigm).verbs(of: word) {
        let verb = analysis(of: infinitive).term
        if verb != term, !related.verbs.contains(verb) { related.verbs.append(verb) }
      }
    }
    return related
  }

  /// The infinitives with a term.
  private func infinitives(of term: [UInt8]) -> [[UInt8]] {
    ([term] + Spelling.open(term, "en")).filter {
      lexicon.has($0) && analysis(of: $0).term == term
    }
  }

  /// Whether a function word or an exception says that a word is no form of another, or a form of
  /// such a word: `bekende`, of `bekend`.
  private func isOwnWord(_ word: [UInt8]) -> Bool {
    if FunctionWords.uninflected.contains(word) { return true }
    guard let term = exceptions.terms[word] else { return false }
    return exceptions.terms[term] == term
  }

  /// Whether a form is a participle or a strong past that is no noun or adjective: `gezet`, not the
  /// `gast` or `gezond` that `gassen` and `zonnen` might have.
  private func isOfVerbOnly(
    _ form: [UInt8], _ conjugation: Conjugation, _ paradigm: Paradigm
  ) -> Bool {
    (conjugation.participles.contains(form) || StrongVerbs.pasts[form] != nil)
      && !paradigm.isNoun(form) && !paradigm.isAdjective(form)
  }

  /// Whether a form of a verb is rather another word: a form of one (`gevallen` of `geval`), or a
  /// noun that only looks like a weak verb (`ziekte`).
  private func isRatherOther(
    _ form: [UInt8], _ conjugation: Conjugation, _ paradigm: Paradigm
  ) -> Bool {
    if exceptions.terms[form] != nil { return true }
    guard let number = lexicon.words.number(of: form) else { return false }
    let base = lexicon.words.word(lexicon.base(number))
    if base != form { return !conjugation.has(base) }
    if paradigm.endsInNoun(form, of: conjugation) { return true }
    if conjugation.participles.contains(form) || StrongVerbs.pasts[form] != nil { return false }
    return paradigm.isNoun(form) || paradigm.has(form, "n") || paradigm.has(form, "s")
      || Spelling.open(form, "en").contains { paradigm.has($0) && !conjugation.has($0) }
  }
}
