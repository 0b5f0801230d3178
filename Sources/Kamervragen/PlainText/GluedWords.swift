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

  private let known: WordCounts
  private let leading: SmallWordList
  private let trailing: SmallWordList

  /// The minimum number of different words that prove such an extraction.
  private static let minimumWords = 3

  /// Repairs the texts of a set.
  static func mend(_ set: inout QuestionSet) {
    var texts = set.remarks
    for passage in set.passages { texts += [passage.questionText, passage.answerText ?? ""] }
    let (leading, trailing) = (SmallWords.leading, SmallWords.trailing)
    let divided = texts.map { Divided($0, leading, trailing) }
    guard divided.reduce(0, { $0 + $1.candidates.count }) >= minimumWords else { return }
    let glued = GluedWords(divided, leading, trailing)
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

  private init(_ texts: [Divided], _ leading: SmallWordList, _ trailing: SmallWordList) {
    known = WordCounts(texts.map { ($0.bytes, $0.words) })
    self.leading = leading
    self.trailing = trailing
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
    let divided = Divided(text, leading, trailing)
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
    /// The words that may need repair, by their letters or the hyphen after them. They are few.
    private(set) var candidates: [Int] = []

    init(_ text: String, _ leading: SmallWordList, _ trailing: SmallWordList) {
      bytes = Array(text.utf8)
      words.reserveCapacity(bytes.count / 5)
      bytes.withUnsafeBufferPointer { divide($0, leading, trailing) }
    }

    private mutating func divide(
      _ bytes: UnsafeBufferPointer<UInt8>, _ leading: SmallWordList, _ trailing: SmallWordList
    ) {
      var index = 0
      while index < bytes.count {
        let begin = index
        var hasCapital = false
        while index < bytes.count {
          if Ascii.isLetter(bytes[index]) {
            hasCapital = hasCapital || Ascii.isUpper(bytes[index])
            index += 1
          } else if (0xC3...0xC5).contains(bytes[index]) {
            index += 2
          } else {
            break
          }
        }
        guard index > begin else {
          index += 1
          continue
        }
        let word = begin..<min(index, bytes.count)
        let isBroken = index < bytes.count && bytes[index] == Ascii.hyphen
        if isBroken || hasCapital || leading.mayBegin(bytes, word) || trailing.mayEnd(bytes, word) {
          candidates.append(words.count)
        }
        words.append(word)
      }
    }
  }

  private func isKnown(_ bytes: ArraySlice<UInt8>) -> Bool { known.count(of: bytes) > 0 }

  private func edits(in text: Divided) -> [Edit] {
    let bytes = text.bytes
    let words = text.words
    var edits: [Edit] = []
    for index in text.candidates {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : nil
      if let next, let hyphen = brokenAt(bytes, word, next) {
        edits.append(.join(hyphen))
      } else if let place = gluedAt(bytes, word), Self.standsAlone(bytes, word) {
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
    let hasHyphen = word.upperBound < bytes.count && bytes[word.upperBound] == Ascii.hyphen
    guard !hasHyphen, word.count >= SmallWord.maximumLength else { return nil }
    for small in leading.beginnings(of: bytes, word) {
      let place = word.lowerBound + small.length
      if isKnown(bytes[place..<word.upperBound]), isRare(bytes[word]) { return place }
    }
    for small in trailing.endings(of: bytes, word) {
      let place = word.upperBound - small.length
      if isKnown(bytes[word.lowerBound..<place]), isRare(bytes[word]) { return place }
    }
    return nil
  }

  private func isRare(_ word: ArraySlice<UInt8>) -> Bool {
    known.count(of: word) == 1
      && !SmallWords.exceptions.contains(where: { word.starts(with: $0) })
  }

  // MARK: Broken

  /// The hyphen between two pieces of one word, with the space after it.
  private func brokenAt(
    _ bytes: [UInt8], _ left: Range<Int>, _ right: Range<Int>
  ) -> Range<Int>? {
    guard bytes[left.upperBound] == Ascii.hyphen else { return nil }
    let gap = right.lowerBound - left.upperBound
    let isSpaced = gap == 2 && bytes[left.upperBound + 1] == Ascii.space
    guard isSpaced || gap == 1, left.count >= 2, right.count >= 2,
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
