/// The verbs that change their vowel; see `Resources/strong-verbs.txt`.
enum StrongVerbs {
  /// Infinitive, past, its plural, participle.
  private static let verbs = WordFile(PackageResources.strong_verbs_txt).lines

  /// The infinitive of each form of the past.
  static let pasts = WordTable(forms(in: 1...2))
  /// The infinitive of each participle.
  static let participles = WordTable(forms(in: 3...3))
  /// All infinitives.
  static let infinitives = WordSet(verbs.map { Array($0[0]) })

  private static func forms(in columns: ClosedRange<Int>) -> [[UInt8]: [UInt8]] {
    var forms: [[UInt8]: [UInt8]] = [:]
    forms.reserveCapacity(verbs.count * columns.count)
    for verb in verbs {
      let infinitive = Array(verb[0])
      for form in verb[columns] where form.count > 1 {
        let form = Array(form)
        if forms[form] == nil { forms[form] = infinitive }
      }
    }
    return forms
  }
}
