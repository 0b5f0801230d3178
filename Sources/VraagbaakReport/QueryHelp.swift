internal import PassageIndex

/// The query language in short, for the command's help, its manual and the page `/hulp`.
package struct QueryHelp: Sendable, Hashable {
  /// What can be written.
  package struct Row: Sendable, Hashable {
    /// The form: `a OF b`, or the names of a field: `lid: / member:`.
    package let written: String
    /// What it finds.
    package let meaning: String
    /// Queries to try.
    package let examples: [String]
  }

  /// What the rows have in common, as a title.
  package let title: String
  /// A clause about all rows; nil for none.
  package let remark: String?
  package let rows: [Row]

  /// All of it, in order.
  package static let sections = [operators, fields]

  /// Words and signs.
  package static let operators = QueryHelp(
    title: "Zoektaal", remark: nil,
    rows: [
      Row(
        written: "\"betaalde seks\"", meaning: "deze woorden in deze vorm en volgorde",
        examples: ["\"betaalde seks\""]),
      Row(
        written: "a NEAR/5 b", meaning: "deze woorden hooguit 5 woorden uit elkaar",
        examples: ["wachttijd NEAR/5 jeugdzorg"]),
      Row(
        written: "a OF b, a OR b", meaning: "een van beide", examples: ["huisarts OF ziekenhuis"]),
      Row(
        written: "-woord, NIET woord", meaning: "zonder dit woord",
        examples: ["onderwijs -universiteit"]),
      Row(written: "+woord", meaning: "dit woord is verplicht", examples: ["+stikstof natuur"]),
      Row(written: "toeslag*", meaning: "alle woorden die zo beginnen", examples: ["toeslag*"]),
      Row(
        written: "kinder*toeslag", meaning: "alle woorden met dit begin en dit eind",
        examples: ["kinder*toeslag"]),
      Row(
        written: "( … )", meaning: "wat bij elkaar hoort",
        examples: ["(huisarts OF ziekenhuis) wachttijd"]),
      Row(
        written: "AH 705, nr. 705, 2024Z16543#6",
        meaning: "deze set of vraag eerst; ook een hele vindplaats",
        examples: ["nr. 705", "2024Z16543#6"]),
      Row(
        written: "24 587, nr. 995", meaning: "passages die dit Kamerstuk aanhalen",
        examples: ["24 587, nr. 995"]),
    ])

  /// The fields.
  package static let fields = QueryHelp(
    title: "Velden",
    remark: "hetzelfde veld twee keer: een van beide; verschillende velden: allebei",
    rows: zip(Field.allCases, Field.overview).map { field, overview in
      Row(
        written: overview.names, meaning: meaning(of: field),
        examples: queries(in: overview.example))
    })

  private static func meaning(of field: Field) -> String {
    switch field {
    case .question: "in de vraag; met een getal: de vraag met dat nummer"
    case .answer: "in het antwoord"
    case .subject: "in het onderwerp"
    case .footnote: "in de voetnoten"
    case .remark: "in de toelichting bij de vragen"
    case .member: "wie de vragen stelde"
    case .party: "de partij van wie de vragen stelde"
    case .minister: "wie antwoordde of gevraagd werd, met naam of ministerie"
    case .topic: "het thema van de uitgever, of een trefwoord"
    case .number: "het nummer in het Aanhangsel"
    case .session: "het vergaderjaar, of het jaar"
    case .caseNumber: "het zaaknummer"
    case .kind: "het soort publicatie"
    case .identifier: "het kenmerk van de publicatie"
    case .date: "de dag van de vragen of van het antwoord: een dag, maand, jaar of periode"
    case .submitted: "de dag waarop de vragen zijn ingezonden"
    case .received: "de dag waarop het antwoord is ontvangen"
    }
  }

  /// The queries in the example of a field, `jaar:2024-2025 (vergaderjaar), jaar:2024`, without
  /// what stands between brackets.
  private static func queries(in example: String) -> [String] {
    var rest = example[...]
    var plain = ""
    while let open = rest.firstRange(of: " (") {
      plain += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      rest = rest.firstIndex(of: ")").map { rest[rest.index(after: $0)...] } ?? ""
    }
    plain += rest
    return plain.split(separator: ", ").map(String.init)
  }
}
