internal import CXXHash

/// Repairs words at former line ends: splits words that text extraction glued together ("hetkader",
/// "deNederlandse"), and joins words broken by a hyphen ("maatrege-len", "zorgverzeke- raars").
///
/// The document itself is the main word list. A word is split only if one half is a function word
/// that begins or ends no other word, and the other half also occurs alone. A broken word is joined
/// if the whole also occurs, if its second half is an ending, or if a space follows the hyphen and
/// the second half is a longer word. A document with fewer than `minimumWords` such words is left
/// unchanged.
struct GluedWords {
  private enum Edit: Hashable {
    case part(at: Int)
    case join(Range<Int>)
  }

  /// How often each word occurs in the document, by its 64-bit digest.
  private var counts: [UInt64: Int] = [:]

  /// The minimum number of different words that prove such an extraction.
  private static let minimumWords = 3

  /// Repairs the texts of a set.
  static func mend(_ set: inout QuestionSet) {
    var texts = set.remarks
    for passage in set.passages { texts += [passage.questionText, passage.answerText ?? ""] }
    let divided = texts.map(Divided.init)
    let glued = GluedWords(divided)
    guard glued.isEvident(in: divided) else { return }
    set.remarks = set.remarks.map(glued.mended)
    for index in set.passages.indices {
      set.passages[index].questionText = glued.mended(set.passages[index].questionText)
      set.passages[index].answerText = set.passages[index].answerText.map(glued.mended)
      for note in set.passages[index].footnotes.indices {
        let text = set.passages[index].footnotes[note].text
        set.passages[index].footnotes[note].text = glued.mended(text)
      }
    }
  }

  private init(_ texts: [Divided]) {
    for text in texts {
      for word in text.words { counts[Self.digest(text.bytes[word]), default: 0] += 1 }
    }
  }

  private static func digest(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  }

  /// Whether enough different words need repair: one word spelt in two ways proves nothing.
  private func isEvident(in texts: [Divided]) -> Bool {
    var words: Set<[UInt8]> = []
    for text in texts {
      for edit in edits(in: text) {
        words.insert(Self.surroundings(of: edit, in: text.bytes))
        if words.count >= Self.minimumWords { return true }
      }
    }
    return false
  }

  /// The letters around an edit, to count different words.
  private static func surroundings(of edit: Edit, in bytes: [UInt8]) -> [UInt8] {
    let (left, right) =
      switch edit {
      case .part(let place): (place, place)
      case .join(let hyphen): (hyphen.lowerBound, hyphen.upperBound)
      }
    let isLetter = { (byte: UInt8) in Ascii.isLetter(byte) || byte >= 0x80 }
    let before = bytes[..<left].suffix(40).reversed().prefix(while: isLetter).reversed()
    return (before + bytes[right...].prefix(40).prefix(while: isLetter)).map(Ascii.lower)
  }

  private func mended(_ text: String) -> String {
    let divided = Divided(text)
    let edits = edits(in: divided)
    guard !edits.isEmpty else { return text }
    let bytes = divided.bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count)
    var begin = 0
    for edit in edits {
      switch edit {
      case .part(let place):
        result += bytes[begin..<place] + [Ascii.space]
        begin = place
      case .join(let range):
        result += bytes[begin..<range.lowerBound]
        begin = range.upperBound
      }
    }
    return String(decoding: result + bytes[begin...], as: UTF8.self)
  }

  // MARK: Words

  /// A text and the byte ranges of its words, which are runs of letters.
  private struct Divided {
    let bytes: [UInt8]
    private(set) var words: [Range<Int>] = []

    init(_ text: String) {
      bytes = Array(text.utf8)
      var begin: Int?
      var index = 0
      while index < bytes.count {
        let length =
          Ascii.isLetter(bytes[index]) ? 1 : (0xC3...0xC5).contains(bytes[index]) ? 2 : 0
        if length > 0, begin == nil { begin = index }
        if length == 0, let start = begin {
          words.append(start..<index)
          begin = nil
        }
        index += max(1, length)
      }
      if let begin { words.append(begin..<bytes.count) }
    }
  }

  private func isKnown(_ bytes: ArraySlice<UInt8>) -> Bool {
    counts[Self.digest(bytes)] != nil
  }

  private func edits(in text: Divided) -> [Edit] {
    let bytes = text.bytes
    let words = text.words
    var edits: [Edit] = []
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : nil
      if let next, let hyphen = brokenAt(bytes, word, next) {
        edits.append(.join(hyphen))
      } else if Self.standsAlone(bytes, word), let place = gluedAt(bytes, word) {
        edits.append(.part(at: place))
      }
    }
    return edits
  }

  /// Whether a word is not part of an address, a number or a hyphenated compound.
  private static func standsAlone(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    if word.lowerBound > 0 {
      let before = bytes[word.lowerBound - 1]
      guard !Ascii.isDigit(before), !Ascii.isOne(before, of: "-./@_'&=#") else { return false }
    }
    guard word.upperBound < bytes.count else { return true }
    let after = bytes[word.upperBound]
    if Ascii.isOne(after, of: "/@_&='") || Ascii.isDigit(after) { return false }
    return after != Ascii.dot || word.upperBound + 1 == bytes.count
      || !Ascii.isWordByte(bytes[word.upperBound + 1])
  }

  // MARK: Glued

  /// Where a word has to be split.
  private func gluedAt(_ bytes: [UInt8], _ word: Range<Int>) -> Int? {
    guard Ascii.isLower(bytes[word.lowerBound]) else { return nil }
    if let capital = word.first(where: { Ascii.isUpper(bytes[$0]) }) {
      let left = bytes[word.lowerBound..<capital]
      let isSmall = SmallWords.all.contains(Array(left))
      return isSmall || left.count >= 4 && isKnown(left) ? capital : nil
    }
    let whole = bytes[word]
    let hasHyphen = word.upperBound < bytes.count && bytes[word.upperBound] == Ascii.hyphen
    guard !hasHyphen, whole.count >= 6 else { return nil }
    func isRare() -> Bool {
      counts[Self.digest(whole)] == 1
        && !SmallWords.exceptions.contains(where: { whole.starts(with: $0) })
    }
    for (small, least) in SmallWords.leading
    where small[0] == whole[whole.startIndex] && whole.count >= small.count + least
      && whole.starts(with: small)
    {
      let place = word.lowerBound + small.count
      if isKnown(bytes[place..<word.upperBound]), isRare() { return place }
    }
    for (small, least) in SmallWords.trailing
    where small.last == whole.last && whole.count >= small.count + least
      && whole.suffix(small.count).elementsEqual(small)
    {
      let place = word.upperBound - small.count
      if isKnown(bytes[word.lowerBound..<place]), isRare() { return place }
    }
    return nil
  }

  // MARK: Broken

  /// The hyphen between two pieces of one word, with the space after it.
  private func brokenAt(
    _ bytes: [UInt8], _ left: Range<Int>, _ right: Range<Int>
  ) -> Range<Int>? {
    let gap = bytes[left.upperBound..<right.lowerBound]
    let isSpaced = gap.elementsEqual("- ".utf8)
    guard isSpaced || gap.elementsEqual("-".utf8), left.count >= 2, right.count >= 2,
      left.lowerBound == 0 || bytes[left.lowerBound - 1] != Ascii.hyphen,
      bytes[left].dropFirst().allSatisfy({ !Ascii.isUpper($0) }),
      bytes[right].allSatisfy({ !Ascii.isUpper($0) })
    else { return nil }
    let whole = bytes[left] + bytes[right]
    let isKnownWhole = isKnown(whole[...])
    if isSpaced {
      // In "zorg- en" the rest of the word follows the next word.
      guard !SmallWords.all.contains(Array(bytes[right])),
        isKnownWhole || right.count >= 4 && !bytes[right].starts(with: "en".utf8)
      else { return nil }
      return left.upperBound..<right.lowerBound
    }
    let isEnding =
      left.count >= 4 && SmallWords.endings.contains(Array(bytes[right]))
    return isKnownWhole || isEnding ? left.upperBound..<right.lowerBound : nil
  }
}

/// Words that may be glued to others, and word endings.
private enum SmallWords {
  typealias Word = [UInt8]

  /// Function words that may be glued to a capitalised word.
  static let all = Set(
    """
    aan als bij dan dat de deze die dit door een en er geen heeft hebben het hij hun in is kan
    kunnen maar met moet moeten na naar niet of om onder ook op over te tegen tot tussen uit van via
    voor waar wat we wel werd wordt worden ze zich zijn zal zij zoals zonder omdat respectievelijk
    noch danwel
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

  /// Function words that begin no other word, with the minimum length of the rest in bytes.
  static let leading: [(Word, Int)] = [
    ("het", 4), ("deze", 4), ("dit", 4), ("wordt", 3), ("worden", 3), ("heeft", 3), ("hebben", 3),
    ("kunnen", 3), ("moeten", 3), ("zijn", 3), ("zoals", 4), ("omdat", 3), ("ook", 4), ("geen", 4),
    ("welke", 4), ("niet", 5), ("dat", 5), ("die", 5), ("van", 5), ("een", 5), ("zich", 5),
    ("de", 5), ("te", 6), ("en", 6), ("is", 6),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Function words that end no other word, with the minimum length of the rest in bytes.
  static let trailing: [(Word, Int)] = [
    ("het", 4), ("deze", 4), ("dit", 4), ("wordt", 4), ("worden", 4), ("heeft", 4), ("hebben", 4),
    ("kunnen", 4), ("moeten", 4), ("zijn", 4), ("zoals", 4), ("omdat", 4), ("niet", 4),
    ("van", 5), ("voor", 5), ("dat", 5), ("die", 5), ("een", 6),
  ].map { (Array($0.0.utf8), $0.1) }

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
