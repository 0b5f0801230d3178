/// The verbs that change their vowel; see `Resources/strong-verbs.txt`.
enum StrongVerbs {
  /// Infinitive, past, its plural, participle.
  private static let verbs = WordFile(PackageResources.strong_verbs_txt).lines

  /// The infinitive of each form of the past.
  static let pasts = WordTable(forms(in: 1...2))
  /// The infinitive of each participle.
  static let participles = WordTable(forms(in: 3...3))
  /// All infinitives.
  static let infinitives = WordSet(verbs.map { $0[0] })

  private static func forms(in columns: ClosedRange<Int>) -> [[UInt8]: [UInt8]] {
    var forms: [[UInt8]: [UInt8]] = [:]
    forms.reserveCapacity(verbs.count * columns.count)
    for verb in verbs {
      for form in verb[columns] where form.count > 1 && forms[form] == nil { forms[form] = verb[0] }
    }
    return forms
  }
}
