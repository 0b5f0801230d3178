/// Words that may be glued to others, and word endings.
enum SmallWords {
  /// Function words that may be glued to a capitalised word.
  static let all = Set(
    """
    aan als bij dan dat de deze die dit door een en er geen heeft hebben het hij hun in is kan
    kunnen maar met moet moeten na naar niet of om onder ook op over te tegen tot tussen uit van via
    voor waar wat we wel werd wordt worden ze zich zijn zal zij zoals zonder omdat respectievelijk
    noch danwel
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

  /// Function words that begin no other word, with the minimum length of the rest in bytes, by
  /// their first byte.
  static let leading = byByte(
    \.first,
    [
      ("het", 4), ("deze", 4), ("dit", 4), ("wordt", 3), ("worden", 3), ("heeft", 3), ("hebben", 3),
      ("kunnen", 3), ("moeten", 3), ("zijn", 3), ("zoals", 4), ("omdat", 3), ("ook", 4),
      ("geen", 4),
      ("welke", 4), ("niet", 5), ("dat", 5), ("die", 5), ("van", 5), ("een", 5), ("zich", 5),
      ("de", 5), ("te", 6), ("en", 6), ("is", 6),
    ])

  /// Function words that end no other word, with the minimum length of the rest in bytes, by their
  /// last byte.
  static let trailing = byByte(
    \.last,
    [
      ("het", 4), ("deze", 4), ("dit", 4), ("wordt", 4), ("worden", 4), ("heeft", 4), ("hebben", 4),
      ("kunnen", 4), ("moeten", 4), ("zijn", 4), ("zoals", 4), ("omdat", 4), ("niet", 4),
      ("van", 5), ("voor", 5), ("dat", 5), ("die", 5), ("een", 6),
    ])

  private static func byByte(
    _ byte: (Substring.UTF8View) -> UInt8?, _ words: [(word: String, leastRest: Int)]
  ) -> [[SmallWord]] {
    (0...UInt8.max).map { key in
      words.filter { byte(Substring($0.word).utf8) == key }.map(SmallWord.init)
    }
  }

  /// Beginnings of words that only look glued.
  static let exceptions = [
    "hetgeen", "hetzelfde", "hetzij", "dezelfde", "degene", "decentr", "dereg", "demo", "deesc",
    "destab", "dekolon", "demili", "deradi", "depriv", "tekort", "tegoed", "tewerk", "teweeg",
    "niettemin", "zichzelf", "diezelfde", "datzelfde", "ditzelfde", "eenouder", "iedereen", "enkel",
  ].map { Array($0.utf8) }

  /// Word endings that are not words themselves.
  static let endings = Set(
    """
    heid heden lijk lijke lijks ling lingen ging gingen king kingen ting tingen ning ningen sing
    singen ping pingen tie ties tief tieve teit sche schap schappen ceerd ceren seerd seren teerd
    teren neerd neren baar bare loos loze den gen len nen ten zen raars ders kers ria ria's teem
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
}

/// A function word of at most six bytes, in one number, to compare it at once.
struct SmallWord {
  /// In bytes.
  let length: Int
  /// The minimum length of the rest of the word, in bytes.
  let leastRest: Int
  /// The bytes, the first lowest.
  private let letters: UInt64

  /// In bytes.
  static let maximumLength = 6

  init(_ word: String, leastRest: Int) {
    letters = word.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    length = word.utf8.count
    self.leastRest = leastRest
  }

  /// Six bytes from a place, the first lowest.
  static func packed(_ bytes: [UInt8], from start: Int) -> UInt64 {
    (start..<start + maximumLength).reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
  }

  /// Whether six packed bytes begin with the word.
  func begins(_ head: UInt64) -> Bool { (head ^ letters) << (64 - 8 * length) == 0 }

  /// Whether six packed bytes end with the word.
  func ends(_ tail: UInt64) -> Bool { tail >> (8 * (Self.maximumLength - length)) == letters }
}
