/// The verbs that change their vowel; see `Resources/strong-verbs.txt`.
enum StrongVerbs {
  /// The forms of one verb that its stem does not give.
  struct Row {
    var infinitive: [UInt8]
    /// Singular and plural.
    var pasts: [[UInt8]] = []
    var participles: [[UInt8]] = []
    /// Those that are nearly always another word unless something precedes them: `zon`.
    var rare: [[UInt8]] = []
  }

  /// A row for each line: infinitive, past, its plural, participle.
  private static let verbs = WordFile(PackageResources.strong_verbs_txt).lines.map { line in
    var row = Row(infinitive: Array(line[0]))
    for (column, form) in line.enumerated().dropFirst() where form.count > 1 {
      let word = form.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
      if word.count < form.count { row.rare.append(word) }
      if column < 3 { row.pasts.append(word) } else { row.participles.append(word) }
    }
    return row
  }

  /// The row of each infinitive.
  static let rows = WordTable(
    Dictionary(verbs.map { ($0.infinitive, $0) }) { first, _ in first })
  /// The infinitive of each form of the past.
  static let pasts = WordTable(infinitives(of: \.pasts))
  /// The infinitive of each participle.
  static let participles = WordTable(infinitives(of: \.participles))
  /// All infinitives.
  static let infinitives = WordSet(verbs.map(\.infinitive))

  private static func infinitives(of forms: (Row) -> [[UInt8]]) -> [[UInt8]: [UInt8]] {
    Dictionary(
      verbs.flatMap { verb in forms(verb).map { ($0, verb.infinitive) } }
    ) { first, _ in first }
  }

  /// The first and third person of verbs whose stem ends in a vowel.
  static let openPresents = WordTable(
    Dictionary(
      uniqueKeysWithValues: [
        ("gaan", "ga", "gaat"), ("staan", "sta", "staat"), ("slaan", "sla", "slaat"),
        ("zien", "zie", "ziet"), ("doen", "doe", "doet"),
      ].map { infinitive, stem, third in
        (Array(infinitive.utf8), (stem: Array(stem.utf8), third: Array(third.utf8)))
      }))

  /// The infinitives of which a form may be one, as the end of a word: `geven` of `gaf`, `gegeven`
  /// and, after a prefix, `geven` (`vergeven`).
  static let infinitivesOfForms: WordTable<[[UInt8]]> = {
    var forms: [[UInt8]: [[UInt8]]] = [:]
    for (infinitive, row) in rows.entries {
      for form in row.pasts { forms[form, default: []].append(infinitive) }
      for form in row.participles {
        forms[form, default: []].append(infinitive)
        if form.begins("ge") { forms[Array(form.dropFirst(2)), default: []].append(infinitive) }
      }
    }
    for (infinitive, present) in openPresents.entries {
      for form in [present.stem, present.third] { forms[form, default: []].append(infinitive) }
    }
    return WordTable(forms.mapValues { $0.sorted { $0.lexicographicallyPrecedes($1) } })
  }()
  static let maximumFormLength = 12
}
