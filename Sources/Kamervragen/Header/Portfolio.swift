/// The fields of government that bewindspersonen answer for, in their official writing.
///
/// Documents drop commas, spaces and capitals ("Volksgezondheid Welzijn en Sportover"); the table gives the words back.
/// A name that is not in the table is kept as it is printed.
enum Portfolio {
  /// The ministries and the fields of ministers without portfolio since 1994.
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
    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
    "Vreemdelingenzaken en Integratie", "Wonen en Rijksdienst", "Wonen, Wijken en Integratie",
    "Jeugd, Preventie en Sport", "Werk en Participatie", "Herstel en Toeslagen",
    "Herstel Groningen", "Digitalisering en Koninkrijksrelaties", "Koninkrijksrelaties",
  ]

  /// Slips that documents make, and what they mean.
  static let slips = [
    ("Binnenlandse Zaken en Koninkrijkrelaties", "Binnenlandse Zaken en Koninkrijksrelaties"),
    ("Sociale Zaken en Werkgelegheid", "Sociale Zaken en Werkgelegenheid"),
    ("Volksgezondheid, Welzijn & Sport", "Volksgezondheid, Welzijn en Sport"),
  ]

  /// Each name with its letters only, longest first, so that the first that fits is the whole name.
  static let keys: [(key: [UInt8], name: String)] =
    (names.map { ($0, $0) } + slips)
    .map { (Squeezed(letters: $0.0).bytes, $0.1) }
    .sorted { $0.0.count > $1.0.count }

  /// The longest known name that begins at a place, and where it ends.
  static func known(in squeezed: Squeezed, at start: Int) -> (name: String, end: Int)? {
    for (key, name) in keys {
      if let end = squeezed.end(of: key, at: start) { return (name, end) }
    }
    return nil
  }

  /// The official writing of a printed name, or the name as printed.
  static func official(_ printed: String) -> String {
    let key = Squeezed(letters: printed).bytes
    return keys.first { $0.key == key }?.name ?? printed
  }
}

/// A text without spaces and in lower case, that knows where each byte stood: words are found in it also where an
/// extraction lost the spaces between them ("deMinister", "vanFinanciën").
struct Squeezed {
  /// The bytes that are left.
  let bytes: [UInt8]
  /// For each of them its place in the text; one more for the end.
  let origin: [Int]

  init(_ text: String) {
    self.init(text) { $0 != Ascii.space && $0 != Ascii.tab }
  }

  /// Letters only, without commas and hyphens.
  init(letters text: String) {
    self.init(text) { Ascii.isLetter($0) || $0 >= 0xC3 || (0x80..<0xC0).contains($0) }
  }

  private init(_ text: String, _ keeps: (UInt8) -> Bool) {
    var bytes: [UInt8] = []
    var origin: [Int] = []
    for (index, byte) in text.utf8.enumerated() where keeps(byte) {
      bytes.append(Ascii.lower(byte))
      origin.append(index)
    }
    origin.append(text.utf8.count)
    self.bytes = bytes
    self.origin = origin
  }

  /// Where a name of letters ends that begins at a place: commas and hyphens between the letters are passed over.
  func end(of key: [UInt8], at start: Int) -> Int? {
    var index = start
    for letter in key {
      while index < bytes.count, bytes[index] == Ascii.comma || bytes[index] == Ascii.hyphen {
        index += 1
      }
      guard index < bytes.count, bytes[index] == letter else { return nil }
      index += 1
    }
    return index
  }

  /// The first byte that is left at or behind a place in the text.
  func index(of place: Int) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high) / 2
      if origin[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the bytes stood next to each other in the text.
  func isUnbroken(_ range: Range<Int>) -> Bool {
    range.isEmpty || origin[range.upperBound - 1] - origin[range.lowerBound] == range.count - 1
  }

  /// Whether a word stands at a place; the word has no spaces.
  func has(_ word: String, at start: Int) -> Bool { Ascii.hasPrefix(bytes, at: start, word) }
}
