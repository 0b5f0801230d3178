extension QuestionSet {
  /// Keeps the words of a header that are in no field: words that were not understood, with a
  /// warning, and persons named with the posts.
  mutating func keepUnread(of header: Header) {
    let unread = (header.question?.unread ?? []) + (header.answer?.unread ?? [])
    if !unread.isEmpty {
      // A date that does not exist already has a warning.
      var named = quotedInWarnings
      for words in unread where named.insert(words.trimmingTail(").,;")).inserted {
        keep(headWords: words)
      }
    }
    let persons = (header.question?.persons ?? []) + (header.answer?.persons ?? [])
    if !persons.isEmpty {
      remarks.append(Self.personsTitle + persons.joined(separator: ", "))
    }
    var account = HeadAccount(headFields, posts: posts)
    for text in header.understood + header.values {
      for words in account.lost(in: text) { keep(headWords: words) }
    }
  }

  /// The quotations in the warnings: "De datum «31 april 2024» in de kop bestaat niet.".
  private var quotedInWarnings: Set<String> {
    Set(
      warnings.flatMap { $0.split(separator: "«").dropFirst() }.map {
        String($0.prefix { $0 != "»" })
      })
  }

  private mutating func keep(headWords words: String) {
    remarks.append("Kop: \(words)")
    warnings.append("In de kop zijn woorden niet begrepen: «\(words.opening)».")
  }

  /// The texts that can account for words of a header, except the posts.
  private var headFields: [String] {
    members.flatMap { [$0.name, $0.party ?? ""] } + respondents.map(\.name) + [subject ?? ""]
      + remarks.filter { $0.hasPrefix("Kop: ") || $0.hasPrefix(Self.personsTitle) } + warnings
  }

  /// The posts of a header. The Minister-President is also the minister of Algemene Zaken.
  private var posts: [String] {
    addressees + onBehalfOf + respondents.flatMap { [$0.role, $0.portfolio ?? ""] }
      + ["Algemene Zaken"]
  }

  /// The start of the remark with persons of the header who are in no field: "de staatssecretaris
  /// van Financiën, mw. X". The title itself is not searched.
  package static let personsTitle = "Genoemd in de kop: "
}
