// The routines of the publication that work from the end of the word. Each step returns whether it
// changed the ending of the word (perhaps to the same letters).

// MARK: - Steps 1 and 2: inflection

extension WordBuffer {
  /// Plurals, genitives and infinitives.
  mutating func step1() -> Bool {
    guard ends(inOneOf: "sne") else { return false }
    if let end = ending("'s") {
      return delete(from: end)
    }
    if let end = ending("ies") {
      return inR1(end) && replace(from: end, with: "ie")
    }
    if let end = ending("es") {
      if let ar = match("ar", before: end), inR1(ar), endsInC(ar) {
        return delete(from: end) && lengthenV()
      }
      if let er = match("er", before: end), inR1(er), endsInC(er) {
        return delete(from: end)
      }
      return inR1(end) && endsInC(end) && replace(from: end, with: "e")
    }
    if let end = ending("és") {
      return inR1(end) && replace(from: end, with: "é")
    }
    if let end = ending("aus") {
      return inR1(end) && endsInV(end) && replace(from: end, with: "au")
    }
    if let end = ending("s") {
      if let t = match("t", before: end), inR1(t) { return false }
      return inR1(end) && endsInC(end) && delete(from: end)
    }
    if let end = ending("en") {
      if let hed = match("hed", before: end), inR1(hed) {
        return replace(from: hed, with: "heid")
      }
      if match("nd", before: end) != nil {
        return delete(from: end)
      }
      if let d = match("d", before: end), inR1(d), endsInC(d) {
        return delete(from: d)
      }
      if let i = match("i", before: end) ?? match("j", before: end), endsInV(i) {
        return delete(from: end)
      }
      return inR1(end) && endsInC(end) && delete(from: end) && lengthenV()
    }
    if let end = ending("nde") {
      return replace(from: end, with: "nd")
    }
    return false
  }

  /// Diminutives and the inflectional *-e*.
  mutating func step2() -> Bool {
    guard ends(inOneOf: "e") else { return false }
    if let end = ending("je") {
      if let t = match("'t", before: end) {
        return delete(from: t)
      }
      if let et = match("et", before: end), inR1(et), endsInC(et) {
        return delete(from: et)
      }
      if let rnt = match("rnt", before: end) {
        return replace(from: rnt, with: "rn")
      }
      if let t = match("t", before: end), inR1(t), endsInVX(t) {
        return delete(from: t)
      }
      if let ink = match("ink", before: end) {
        return replace(from: ink, with: "ing")
      }
      if let mp = match("mp", before: end) {
        return replace(from: mp, with: "m")
      }
      if let apostrophe = match("'", before: end), inR1(apostrophe) {
        return delete(from: apostrophe)
      }
      return inR1(end) && endsInC(end) && delete(from: end)
    }
    if let end = ending("ge") {
      return inR1(end) && replace(from: end, with: "g")
    }
    if let end = ending("lijke") {
      return inR1(end) && replace(from: end, with: "lijk")
    }
    if let end = ending("ische") {
      return inR1(end) && replace(from: end, with: "isch")
    }
    if let end = ending("de") {
      return inR1(end) && endsInC(end) && delete(from: end)
    }
    if let end = ending("te") {
      return inR1(end) && replace(from: end, with: "t")
    }
    if let end = ending("se") {
      return inR1(end) && replace(from: end, with: "s")
    }
    if let end = ending("re") {
      return inR1(end) && replace(from: end, with: "r")
    }
    if let end = ending("le") {
      return inR1(end) && delete(from: end) && attach("l") && lengthenV()
    }
    if let end = ending("ene") {
      return inR1(end) && endsInC(end) && delete(from: end) && attach("en") && lengthenV()
    }
    if let end = ending("ieve") {
      return inR1(end) && endsInC(end) && replace(from: end, with: "ief")
    }
    return false
  }
}

// MARK: - Steps 3 and 4: derivation

extension WordBuffer {
  /// Endings that make nouns.
  mutating func step3() -> Bool {
    guard ends(inOneOf: "etdlrgj") else { return false }
    if let end = ending("atie") {
      return inR1(end) && replace(from: end, with: "eer")
    }
    if let end = ending("iteit") {
      return inR1(end) && delete(from: end) && lengthenV()
    }
    if let end = ending("heid") ?? ending("sel") ?? ending("ster") {
      return inR1(end) && delete(from: end)
    }
    if let end = ending("rder") {
      return replace(from: end, with: "r")
    }
    if let end = ending("ing") ?? ending("isme") ?? ending("erij") {
      // Exception: schilderij (painting) is kept apart from schild (shield).
      if match("ild", before: end) != nil { return replace(from: end, with: "er") }
      return inR1(end) && delete(from: end) && lengthenV()
    }
    if let end = ending("arij") {
      return inR1(end) && endsInC(end) && replace(from: end, with: "aar")
    }
    if let end = ending("fie") {
      return inR2(end) && delete(from: end) && attach("f") && lengthenV()
    }
    if let end = ending("gie") {
      return inR2(end) && delete(from: end) && attach("g") && lengthenV()
    }
    if let end = ending("tst") {
      return inR1(end) && endsInC(end) && replace(from: end, with: "t")
    }
    if let end = ending("dst") {
      return inR1(end) && endsInC(end) && replace(from: end, with: "d")
    }
    return false
  }

  /// Endings that make adjectives; *-ig*, *-iger* and *-igst* once more if none of the others
  /// changed the word.
  mutating func step4() -> Bool {
    guard ends(inOneOf: "lfrtgd") else { return false }
    return step4WithoutIg() || step4Ig()
  }

  private mutating func step4WithoutIg() -> Bool {
    if let end = ending("ioneel") {
      return inR1(end) && replace(from: end, with: "ie")
    }
    if let end = ending("atief") {
      return inR1(end) && replace(from: end, with: "eer")
    }
    if let end = ending("baar") {
      return inR1(end) && delete(from: end)
    }
    if let end = ending("naar") {
      return inR1(end) && endsInV(end) && replace(from: end, with: "n")
    }
    if let end = ending("laar") {
      return inR1(end) && endsInV(end) && replace(from: end, with: "l")
    }
    if let end = ending("raar") {
      return inR1(end) && endsInV(end) && replace(from: end, with: "r")
    }
    if let end = ending("tant") {
      return inR1(end) && replace(from: end, with: "teer")
    }
    if let end = ending("lijker") ?? ending("lijkst") {
      return inR1(end) && replace(from: end, with: "lijk")
    }
    if let end = ending("achtig") ?? ending("achtiger") ?? ending("achtigst") {
      return inR1(end) && delete(from: end)
    }
    if let end = ending("eriger") ?? ending("erigst") ?? ending("erig") ?? ending("end") {
      return inR1(end) && endsInC(end) && delete(from: end) && lengthenV()
    }
    return false
  }

  private mutating func step4Ig() -> Bool {
    guard let end = ending("iger") ?? ending("igst") ?? ending("ig") else { return false }
    // Exception: innig (intimate) is kept apart from in (in).
    if match("inn", before: end) == 0 { return false }
    return inR1(end) && endsInC(end) && delete(from: end) && lengthenV()
  }
}

// MARK: - Steps 7, 6 and 1c: the last letters

extension WordBuffer {
  /// The *-t* of a verb after *k*, *f* and *p*.
  mutating func step7() -> Bool {
    guard ends(inOneOf: "t") else { return false }
    if let end = ending("kt") { return replace(from: end, with: "k") }
    if let end = ending("ft") { return replace(from: end, with: "f") }
    if let end = ending("pt") { return replace(from: end, with: "p") }
    return false
  }

  /// Two equal consonants become one, and *v* and *z* at the end become *f* and *s*.
  mutating func step6() {
    guard ends(inOneOf: "bcdfghjklmnpqrstvwxz"), let last = letter(before: limit) else { return }
    if last.base == letter(before: last.start)?.base {
      // Exception: innen (to collect) is kept apart from in (in).
      if let nn = ending("nn"), match("i", before: nn) == 0 { return }
      delete(from: last.start)
    } else if let end = ending("v") {
      replace(from: end, with: "f")
    } else if let end = ending("z") {
      replace(from: end, with: "s")
    }
  }

  /// The *-d* or *-t* of a participle whose *ge-* was removed.
  mutating func step1c() {
    if let end = ending("d") {
      guard inR1(end), endsInC(end) else { return }
      if let n = match("n", before: end), inR1(n) { return }
      // Exception: geïnd (collected) goes with innen (to collect), not with in (in).
      if match("in", before: end) == 0 {
        replace(from: end, with: "n")
      } else {
        delete(from: end)
      }
    } else if let end = ending("t") {
      guard inR1(end), endsInC(end) else { return }
      if let h = match("h", before: end), inR1(h) { return }
      // Exception: geënt (grafted) is kept apart from en (and).
      if match("en", before: end) == 0 { return }
      delete(from: end)
    }
  }
}

// MARK: - Spelling

extension WordBuffer {
  /// Writes the vowel before a single final consonant as Dutch writes it in a closed syllable:
  /// *lop*, left of *lopen*, becomes *loop*.
  ///
  /// - Returns: `true` in any case, as the publication's `do`.
  mutating func lengthenV() -> Bool {
    guard let consonant = letter(before: limit), !consonant.isVWX else { return true }
    let end = consonant.start

    guard let vowel = letter(before: end) else { return true }

    if let start = match("eë", before: end), let e = letter(after: start) {
      insert(e, at: end)
    } else if let start = match("ië", before: end) {
      overwrite(from: start, with: "iee")
    } else {
      switch vowel.base {
      case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u"):
        if standsAlone(vowel) { insert(vowel, at: end) }
      case UInt8(ascii: "e") where match("ë", before: end) == nil:
        if standsAlone(vowel), isStressed(vowel) { insert(vowel, at: end) }
      default:
        break
      }
    }
    return true
  }

  /// `(non-AEIOU or atlimit)`: whether no other vowel stands immediately before this one.
  private func standsAlone(_ vowel: Letter) -> Bool {
    guard let previous = letter(before: vowel.start) else { return true }
    return !previous.isAEIOU
  }

  /// The condition of the publication for what precedes the consonant before a single *e*: `not
  /// (AIOU or (E atlimit))` and `not (next AIOU non-AEIOU)`.
  private func isStressed(_ vowel: Letter) -> Bool {
    let consonant = letter(before: vowel.start)
    guard let second = letter(before: consonant?.start ?? 0) else { return true }
    if second.isAIOU || (second.isE && second.start == 0) { return false }
    guard let third = letter(before: second.start), third.isAIOU else { return true }
    guard let fourth = letter(before: third.start) else { return true }
    return fourth.isAEIOU
  }
}
