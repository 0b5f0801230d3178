/// A field of a passage that can be searched. One row here is all that a field needs: indexing, the query language and
/// its help follow from it.
public enum Field: String, Sendable, Hashable, CaseIterable {
  case question
  case answer
  case subject
  case footnote
  case remark
  case member
  case party
  case minister
  case topic
  case number
  case session
  case caseNumber = "case"
  case kind
  case identifier = "id"
  case date

  /// How the text of a field becomes terms.
  package enum Form {
    /// Words with positions, and their stems.
    case text
    /// Words with positions and no stems: names.
    case name
    /// The whole value as one term.
    case key
    /// A value slot that is searched by range; no terms.
    case range
  }

  package struct Row {
    /// The capital that the field's terms begin with.
    let letter: UInt8
    package let form: Form
    /// The name in a Dutch query; the English one is the case's own.
    package let dutch: String
    /// How much one occurrence of a word counts (the within-document frequency it adds).
    let weight: UInt32
    /// Whether words without a field are searched here.
    let isSearchedByDefault: Bool
    let example: String
  }

  // The letter is a contract with every index on disk: a changed row asks for another Schema.version.
  package var row: Row {
    switch self {
    case .question:
      Row(
        letter: UInt8(ascii: "Q"), form: .text, dutch: "vraag", weight: 1,
        isSearchedByDefault: true, example: "vraag:stikstof, vraag:3")
    case .answer:
      Row(
        letter: UInt8(ascii: "A"), form: .text, dutch: "antwoord", weight: 1,
        isSearchedByDefault: true, example: "antwoord:\"extra capaciteit\"")
    case .subject:
      Row(
        letter: UInt8(ascii: "S"), form: .text, dutch: "onderwerp", weight: 1,
        isSearchedByDefault: true, example: "onderwerp:jeugdzorg")
    case .footnote:
      Row(
        letter: UInt8(ascii: "F"), form: .text, dutch: "voetnoot", weight: 1,
        isSearchedByDefault: true, example: "voetnoot:nrc")
    case .remark:
      Row(
        letter: UInt8(ascii: "R"), form: .text, dutch: "toelichting", weight: 1,
        isSearchedByDefault: true, example: "toelichting:termijn")
    case .member:
      Row(
        letter: UInt8(ascii: "M"), form: .name, dutch: "lid", weight: 1,
        isSearchedByDefault: true, example: "lid:dijk, lid:\"van dijk\"")
    case .party:
      Row(
        letter: UInt8(ascii: "P"), form: .name, dutch: "partij", weight: 1,
        isSearchedByDefault: true, example: "partij:GroenLinks-PvdA")
    case .minister:
      Row(
        letter: UInt8(ascii: "B"), form: .name, dutch: "minister", weight: 1,
        isSearchedByDefault: true, example: "minister:weel, minister:financiën")
    case .topic:
      // Without weight, so that no rank depends on what only some publications have.
      Row(
        letter: UInt8(ascii: "T"), form: .text, dutch: "thema", weight: 0,
        isSearchedByDefault: false,
        example: "thema:economie, thema:\"Economie | Ondernemen\"")
    case .number:
      Row(
        letter: UInt8(ascii: "N"), form: .key, dutch: "nr", weight: 0,
        isSearchedByDefault: false, example: "nr:705")
    case .session:
      Row(
        letter: UInt8(ascii: "J"), form: .key, dutch: "jaar", weight: 0,
        isSearchedByDefault: false, example: "jaar:2024-2025 (vergaderjaar), jaar:2024")
    case .caseNumber:
      Row(
        letter: UInt8(ascii: "Z"), form: .key, dutch: "zaak", weight: 0,
        isSearchedByDefault: false, example: "zaak:2024Z16543")
    case .kind:
      Row(
        letter: UInt8(ascii: "K"), form: .key, dutch: "soort", weight: 0,
        isSearchedByDefault: false,
        example: "soort:vragen (of onbeantwoord, beantwoord, uitstel, overig)")
    case .identifier:
      Row(
        letter: UInt8(ascii: "I"), form: .key, dutch: "id", weight: 0,
        isSearchedByDefault: false, example: "id:ah-tk-20242025-705")
    case .date:
      Row(
        letter: 0, form: .range, dutch: "datum", weight: 0, isSearchedByDefault: false,
        example: "datum:2024-01-01..2024-12-31, datum:2024-10, datum:..2023")
    }
  }

  package var letter: UInt8 { row.letter }

  /// Whether the field holds running words rather than one key or a date.
  package var hasWords: Bool {
    switch row.form {
    case .text, .name: true
    case .key, .range: false
    }
  }

  /// Finds a field by its Dutch or English name, in any case; `session` and `number` have a second Dutch one.
  package init?(name: some StringProtocol) {
    let name = name.lowercased()
    let other = ["nummer": Field.number, "vergaderjaar": .session, "datum": .date]
    guard
      let field = Field.allCases.first(where: { $0.rawValue == name || $0.row.dutch == name })
        ?? other[name]
    else { return nil }
    self = field
  }

  /// The fields that a word without a field is searched in.
  package static let searchedByDefault = Field.allCases.filter(\.row.isSearchedByDefault)

  /// One line for each field: names and an example.
  public static var overview: [(names: String, example: String)] {
    allCases.map { field in
      let dutch = field.row.dutch
      let names = dutch == field.rawValue ? "\(dutch):" : "\(dutch): / \(field.rawValue):"
      return (names, field.row.example)
    }
  }
}
