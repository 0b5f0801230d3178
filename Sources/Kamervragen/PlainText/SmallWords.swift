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

  /// Function words that begin no other word, with the minimum length of the rest in bytes.
  static let leading = SmallWordList([
    ("het", 4), ("deze", 4), ("dit", 4), ("wordt", 3), ("worden", 3), ("heeft", 3), ("hebben", 3),
    ("kunnen", 3), ("moeten", 3), ("zijn", 3), ("zoals", 4), ("omdat", 3), ("ook", 4), ("geen", 4),
    ("welke", 4), ("niet", 5), ("dat", 5), ("die", 5), ("van", 5), ("een", 5), ("zich", 5),
    ("de", 5), ("te", 6), ("en", 6), ("is", 6),
  ])

  /// Function words that end no other word, with the minimum length of the rest in bytes.
  static let trailing = SmallWordList([
    ("het", 4), ("deze", 4), ("dit", 4), ("wordt", 4), ("worden", 4), ("heeft", 4), ("hebben", 4),
    ("kunnen", 4), ("moeten", 4), ("zijn", 4), ("zoals", 4), ("omdat", 4), ("niet", 4),
    ("van", 5), ("voor", 5), ("dat", 5), ("die", 5), ("een", 6),
  ])

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

/// A function word of at most six bytes.
struct SmallWord {
  /// In bytes.
  let length: Int
  /// The minimum length of the rest of the word, in bytes.
  let leastRest: Int
  /// The bytes as one number, the last lowest, to compare them at once.
  fileprivate let letters: UInt64

  /// In bytes.
  static let maximumLength = 6

  init(_ word: String, leastRest: Int) {
    letters = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    length = word.utf8.count
    self.leastRest = leastRest
  }
}

/// Function words, at most 64, and where other words may begin or end with them.
struct SmallWordList {
  private let words: [SmallWord]
  /// For each byte, the words that begin with it, and those that end with it, as bits.
  private var first = [UInt64](repeating: 0, count: 256)
  private var last = [UInt64](repeating: 0, count: 256)

  init(_ words: [(word: String, leastRest: Int)]) {
    self.words = words.map(SmallWord.init)
    for (place, (word, _)) in words.enumerated() {
      for byte in word.utf8.prefix(1) { first[Int(byte)] |= 1 << place }
      for byte in word.utf8.suffix(1) { last[Int(byte)] |= 1 << place }
    }
  }

  /// Whether a word begins with one of these and has a long enough rest.
  func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count >= SmallWord.maximumLength else { return false }
    let head = Self.packed(bytes, from: word.lowerBound)
    return isAny(of: first[Int(bytes[word.lowerBound])], word.count) { begins(head, $0) }
  }

  /// Whether a word ends with one of these and has a long enough rest.
  func mayEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count >= SmallWord.maximumLength else { return false }
    let tail = Self.packed(bytes, from: word.upperBound - SmallWord.maximumLength)
    return isAny(of: last[Int(bytes[word.upperBound - 1])], word.count) { ends(tail, $0) }
  }

  /// The words that a word of at least six bytes begins with, in their order, if its rest is long
  /// enough.
  func beginnings(of bytes: [UInt8], _ word: Range<Int>) -> [SmallWord] {
    let head = bytes.withUnsafeBufferPointer { Self.packed($0, from: word.lowerBound) }
    return words.filter { begins(head, $0) && word.count >= $0.length + $0.leastRest }
  }

  /// The words that a word of at least six bytes ends with, in their order, if its rest is long
  /// enough.
  func endings(of bytes: [UInt8], _ word: Range<Int>) -> [SmallWord] {
    let tail = bytes.withUnsafeBufferPointer {
      Self.packed($0, from: word.upperBound - SmallWord.maximumLength)
    }
    return words.filter { ends(tail, $0) && word.count >= $0.length + $0.leastRest }
  }

  /// Whether one of the words at some places, given as bits, fits a word of a length.
  @inline(__always)
  private func isAny(of places: UInt64, _ length: Int, _ fits: (SmallWord) -> Bool) -> Bool {
    var places = places
    while places != 0 {
      let word = words[places.trailingZeroBitCount]
      if length >= word.length + word.leastRest, fits(word) { return true }
      places &= places - 1
    }
    return false
  }

  private func begins(_ head: UInt64, _ word: SmallWord) -> Bool {
    head >> (8 * (SmallWord.maximumLength - word.length)) == word.letters
  }

  private func ends(_ tail: UInt64, _ word: SmallWord) -> Bool {
    (tail ^ word.letters) << (64 - 8 * word.length) == 0
  }

  /// Six bytes from a place as one number, the last lowest.
  private static func packed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(bytes)
    let four = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))
    let two = UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt16.self))
    return UInt64(four) << 16 | UInt64(two)
  }
}
