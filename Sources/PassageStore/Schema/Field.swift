/// A searchable field of a passage. A new field needs a case with a row here; the compiler then
/// asks for its content (`Schema.add`) and for how a query reads its values. The help follows from
/// the row.
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
  case submitted
  case received

  /// How the text of a field becomes terms.
  package enum Form {
    /// Words of the passage's text. All text fields share their terms; positions tell the fields
    /// apart.
    case text
    /// Words with positions, their stems and parts, apart from those of the text.
    case label
    /// Words with positions and no stems: names.
    case name
    /// The whole value as one term.
    case key
    /// No terms: value slots that are searched by range.
    case range
  }

  package struct Row {
    /// The capital with which the field's terms begin; 0 if it has none.
    let letter: UInt8
    package let form: Form
    /// The name in a Dutch query; the English one is the case's own.
    package let dutch: String
    /// Other names.
    let synonyms: [String]
    /// Whether words without a field are searched here and count for the rank.
    let isSearchedByDefault: Bool
    let example: String

    init(
      _ letter: Unicode.Scalar?, _ form: Form, _ dutch: String, or synonyms: [String] = [],
      isSearchedByDefault: Bool = false, example: String
    ) {
      self.letter = letter.map { UInt8(ascii: $0) } ?? 0
      self.form = form
      self.dutch = dutch
      self.synonyms = synonyms
      self.isSearchedByDefault = isSearchedByDefault
      self.example = example
    }

    /// The amount that one occurrence of a word adds to the frequency of its term. Topics add
    /// nothing: only some publications have them, so they must not affect the rank.
    var weight: UInt32 { isSearchedByDefault ? 1 : 0 }
  }

  // Every index on disk depends on the letters: a changed row requires a new Schema.version.
  package var row: Row {
    switch self {
    case .question:
      Row(
        "Q", .text, "vraag", or: ["vragen"], isSearchedByDefault: true,
        example: "vraag:stikstof, vraag:3")
    case .answer:
      Row(
        "A", .text, "antwoord", or: ["antwoorden"], isSearchedByDefault: true,
        example: "antwoord:\"extra capaciteit\"")
    case .subject:
      Row(
        "S", .text, "onderwerp", or: ["titel", "title"], isSearchedByDefault: true,
        example: "onderwerp:jeugdzorg")
    case .footnote:
      Row(
        "F", .text, "voetnoot", or: ["voetnoten", "noot", "noten"], isSearchedByDefault: true,
        example: "voetnoot:nrc")
    case .remark:
      Row("R", .text, "toelichting", isSearchedByDefault: true, example: "toelichting:termijn")
    case .member:
      Row(
        "M", .name, "lid",
        or: [
          "leden", "kamerlid", "kamerleden", "indiener", "indieners", "vragensteller", "author",
        ],
        isSearchedByDefault: true,
        example: "lid:dijk, lid:\"van dijk\"")
    case .party:
      Row(
        "P", .name, "partij", or: ["partijen", "fractie", "fracties"], isSearchedByDefault: true,
        example: "partij:GroenLinks-PvdA")
    case .minister:
      Row(
        "B", .name, "minister",
        or: ["bewindspersoon", "bewindslid", "staatssecretaris", "ministerie", "departement"],
        isSearchedByDefault: true,
        example: "minister:weel, minister:financiën")
    case .topic:
      Row(
        "T", .label, "thema", or: ["trefwoord", "trefwoorden", "rubriek", "keyword"],
        example: "thema:economie, thema:\"Economie | Ondernemen\"")
    case .number: Row("N", .key, "nr", or: ["nummer"], example: "nr:705")
    case .session:
      Row(
        "J", .key, "jaar", or: ["vergaderjaar", "year"],
        example: "jaar:2024-2025 (vergaderjaar), jaar:2024")
    case .caseNumber:
      Row(
        "Z", .key, "zaak", or: ["zaaknummer", "zaaknr", "kenmerk"], example: "zaak:2024Z16543")
    case .kind:
      Row(
        "K", .key, "soort", or: ["type", "status"],
        example: "soort:vragen (of onbeantwoord, beantwoord, uitstel, overig)")
    case .identifier: Row("I", .key, "id", example: "id:ah-tk-20242025-705")
    case .date:
      Row(
        nil, .range, "datum",
        example: "datum:2024-10-01..2024-12-31, datum:2024-10, datum:vorige maand")
    case .submitted:
      Row(nil, .range, "ingezonden", or: ["gesteld"], example: "ingezonden:2024-10")
    case .received:
      Row(nil, .range, "beantwoord", or: ["ontvangen"], example: "beantwoord:laatste 30 dagen")
    }
  }

  package var letter: UInt8 { row.letter }

  /// Whether the field has words rather than a key or a date.
  package var hasWords: Bool {
    switch row.form {
    case .text, .label, .name: true
    case .key, .range: false
    }
  }

  /// Whether its words are those of the passage's text.
  package var isOfText: Bool { row.form == .text }

  /// The fields of the passage's text, in the order of their positions.
  package static let textFields = Field.allCases.filter(\.isOfText)

  /// Finds a field by one of its names, in any case.
  package init?(name: some StringProtocol) {
    let name = name.lowercased()
    let found = Field.allCases.first { field in
      field.rawValue.lowercased() == name || field.row.dutch == name
        || field.row.synonyms.contains(name)
    }
    guard let found else { return nil }
    self = found
  }

  /// The fields in which a word without a field is searched.
  package static let searchedByDefault = Field.allCases.filter(\.row.isSearchedByDefault)

  /// Its names in a query, the Dutch one first; case does not matter.
  public var names: [String] { [row.dutch] + (row.dutch == rawValue ? [] : [rawValue]) }

  /// The other names that a query may have.
  public var synonyms: [String] { row.synonyms }

  /// The names and an example of each field, for the help.
  public static var overview: [(names: String, example: String)] {
    allCases.map { field in
      (field.names.map { "\($0):" }.joined(separator: " / "), field.row.example)
    }
  }
}
