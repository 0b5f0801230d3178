/// The portfolios of bewindspersonen, in their official spelling.
///
/// Documents drop commas, spaces and capitals ("Volksgezondheid Welzijn en Sportover"); the table
/// restores them. A name that is not in the table is kept as printed.
enum Portfolio {
  /// The ministries, and the fields of ministers without portfolio, since 1982.
  static let names = [
    "Algemene Zaken", "Asiel en Migratie", "Armoedebeleid, Participatie en Pensioenen",
    "Binnenlandse Zaken en Koninkrijksrelaties", "Binnenlandse Zaken", "Buitenlandse Zaken",
    "Buitenlandse Handel en Ontwikkelingshulp", "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "Bestuurlijke Vernieuwing en Koninkrijksrelaties", "Basis- en Voortgezet Onderwijs en Media",
    "Defensie", "Digitale Economie en Soevereiniteit", "Economische Zaken",
    "Economische Zaken en Klimaat", "Economische Zaken, Landbouw en Innovatie", "Financiën",
    "Grote Steden- en Integratiebeleid", "Immigratie en Asiel", "Immigratie, Integratie en Asiel",
    "Infrastructuur en Milieu", "Infrastructuur en Waterstaat", "Jeugd en Gezin", "Justitie",
    "Justitie en Veiligheid", "Klimaat en Energie", "Klimaat en Groene Groei",
    "Landbouw, Natuurbeheer en Visserij", "Landbouw, Natuur en Voedselkwaliteit",
    "Landbouw, Visserij, Voedselzekerheid en Natuur", "Langdurige Zorg en Sport", "Medische Zorg",
    "Medische Zorg en Sport", "Milieu en Wonen", "Natuur en Stikstof",
    "Onderwijs, Cultuur en Wetenschap", "Onderwijs, Cultuur en Wetenschappen",
    "Ontwikkelingssamenwerking", "Primair en Voortgezet Onderwijs", "Rechtsbescherming",
    "Sociale Zaken en Werkgelegenheid", "Veiligheid en Justitie", "Verkeer en Waterstaat",
    "Volksgezondheid, Welzijn en Sport", "Volkshuisvesting en Ruimtelijke Ordening",
    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", "Vreemdelingenzaken en Integratie",
    "Wonen en Rijksdienst", "Wonen, Wijken en Integratie", "Jeugd, Preventie en Sport",
    "Werk en Participatie", "Herstel en Toeslagen", "Herstel Groningen",
    "Digitalisering en Koninkrijksrelaties", "Koninkrijksrelaties", "Onderwijs en Wetenschappen",
    "Landbouw en Visserij", "Welzijn, Volksgezondheid en Cultuur",
    "Nederlands-Antilliaanse en Arubaanse Zaken", "Nederlands-Antilliaanse Zaken",
    "Wetenschapsbeleid", "Europese Zaken", "Emancipatiebeleid",
    "Integratie, Jeugdbescherming, Preventie en Reclassering",
  ]

  /// Misspellings in documents, with the official name.
  static let slips = [
    ("Binnenlandse Zaken en Koninkrijkrelaties", "Binnenlandse Zaken en Koninkrijksrelaties"),
    ("Sociale Zaken en Werkgelegheid", "Sociale Zaken en Werkgelegenheid"),
  ]

  /// The letters of each name, longest first, so that the first match is the whole name.
  static let keys: [(key: [UInt8], name: String)] =
    (names.map { ($0, $0) } + slips
    + names.compactMap { name in withoutAnd(name).map { ($0, name) } })
    .map { (Squeezed(letters: $0.0).bytes, $0.1) }
    .sorted { $0.0.count > $1.0.count }

  /// The name without its last "en", which may be lost or a sign: "Volksgezondheid, Welzijn &
  /// Sport".
  private static func withoutAnd(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard let and = words.lastIndex(of: "en") else { return nil }
    return (words[..<and] + words[(and + 1)...]).joined(separator: " ")
  }

  /// The longest known name that begins at a place and ends where `isEnd` allows it, and its end.
  static func known(
    in squeezed: Squeezed, at start: Int, ending isEnd: (Int) -> Bool = { _ in true }
  ) -> (name: String, end: Int)? {
    guard start < squeezed.count else { return nil }
    for (key, name) in byFirstLetter[Int(squeezed.bytes[start])] {
      if let end = squeezed.end(of: key, at: start), isEnd(end) { return (name, end) }
    }
    return nil
  }

  /// A known name that ends at a word end, or before a word that is glued to it: "Sportover".
  static func whole(
    in head: Squeezed, at start: Int, limit: Int
  ) -> (name: String, end: Int)? {
    known(in: head, at: start) { end in
      end <= limit
        && (head.isWordEnd(end)
          || ["over", "inzake", "en", "van", "voor", "aan", "op", "mede"].contains {
            head.has($0, at: end) && head.isWordEnd(end + $0.utf8.count)
          })
    }
  }

  /// The keys by their first byte.
  private static let byFirstLetter: [[(key: [UInt8], name: String)]] = (0..<256).map { letter in
    keys.filter { $0.key.first == UInt8(letter) }
  }

  /// The official spelling of a printed name, or the name as printed.
  static func official(_ printed: String) -> String {
    let key = Squeezed(letters: printed).bytes
    guard let first = key.first else { return printed }
    return byFirstLetter[Int(first)].first { $0.key == key }?.name ?? printed
  }
}
