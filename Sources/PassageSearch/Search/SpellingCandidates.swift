internal import Xapian

/// Words that may have been meant by a word, all by the same kind of error: the confusions of Dutch
/// spelling (`ei` and `ij`, `d` and `t`, one letter or two) and slips of the keyboard (one letter
/// too many, too few, another, or two changed places).
struct SpellingCandidates {
  /// The words, in byte order.
  let words: TermList
  /// How unlikely the error is: the factor, as a logarithm, by which a word must be more frequent
  /// than one without an error.
  private let cost: Double

  private static let costOfFirstLetter = 2.0

  /// The cost of a word. People seldom mistype the first letter.
  func cost(of word: ArraySlice<UInt8>, instead typed: [UInt8]) -> Double {
    word.first == typed.first ? cost : cost + Self.costOfFirstLetter
  }

  /// The words that one error makes into a word, or two confusions of sounds. Of a name, only those
  /// in which no letter is replaced by one far from it on the keyboard: names differ by a letter.
  static func all(of word: [UInt8], isName: Bool) -> [SpellingCandidates] {
    let once = respellings(of: [word])
    let twice = respellings(of: (0..<once.count).map { Array(once[$0]) })
    var all = [
      SpellingCandidates(words: once, cost: 1), SpellingCandidates(words: swaps(of: word), cost: 1),
      SpellingCandidates(words: additions(to: word), cost: 2),
      SpellingCandidates(words: omissions(from: word), cost: 2),
      SpellingCandidates(words: replacements(in: word) { isBeside($0, $1) }, cost: 2.5),
    ]
    if !isName {
      all.append(SpellingCandidates(words: replacements(in: word) { !isBeside($0, $1) }, cost: 5))
      all.append(SpellingCandidates(words: twice, cost: 5))
    }
    return all
  }

  /// The words that differ from a word in the spelling of one sound.
  static func respelled(_ word: [UInt8]) -> SpellingCandidates {
    SpellingCandidates(words: respellings(of: [word]), cost: 1)
  }

  // MARK: Sounds

  /// Pairs that sound alike or nearly so in Dutch.
  private static let soundAlikes: [([UInt8], [UInt8])] = [
    ("ei", "ij"), ("au", "ou"), ("g", "ch"), ("d", "t"), ("d", "dt"), ("t", "dt"), ("c", "k"),
    ("c", "s"), ("s", "z"), ("f", "v"), ("i", "ie"), ("i", "y"), ("ij", "y"), ("x", "ks"),
    ("kw", "qu"), ("t", "th"), ("f", "ph"), ("e", "a"), ("k", "q"), ("sj", "ch"), ("w", "v"),
    ("s", "sch"), ("ks", "ct"), ("sie", "tie"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The words that differ from one of some in the spelling of one sound, or in one double letter.
  /// In byte order.
  static func respellings(of words: [[UInt8]]) -> TermList {
    var found = TermList()
    for word in words {
      for (one, other) in soundAlikes {
        for (old, new) in [(one, other), (other, one)] {
          for at in word.indices where word[at...].starts(with: old) {
            found.append(word[..<at], new, word[(at + old.count)...])
          }
        }
      }
      for at in word.indices {
        let isDouble = at + 1 < word.count && word[at] == word[at + 1]
        found.append(
          word[..<at], isDouble ? [] : [word[at]], word[(isDouble ? at + 1 : at)...])
      }
    }
    found.sort()
    return found
  }

  // MARK: Slips

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")

  /// The words that have one letter more. In byte order.
  static func additions(to word: [UInt8]) -> TermList {
    var found = TermList()
    for at in 0...word.count {
      for letter in letters { found.append(word[..<at], CollectionOfOne(letter), word[at...]) }
    }
    found.sort()
    return found
  }

  /// The words that have one letter less. In byte order.
  static func omissions(from word: [UInt8]) -> TermList {
    var found = TermList()
    for at in word.indices { found.append(word[..<at], word[(at + 1)...]) }
    found.sort()
    return found
  }

  /// The words in which two neighbouring letters have changed places. In byte order.
  static func swaps(of word: [UInt8]) -> TermList {
    var found = TermList()
    for at in word.indices.dropLast() where word[at] != word[at + 1] {
      found.append(word[..<at], [word[at + 1], word[at]], word[(at + 2)...])
    }
    found.sort()
    return found
  }

  /// The words in which one letter is replaced by another that suits. In byte order.
  static func replacements(
    in word: [UInt8], by suits: (_ old: UInt8, _ new: UInt8) -> Bool
  ) -> TermList {
    var found = TermList()
    for at in word.indices {
      for letter in letters where letter != word[at] && suits(word[at], letter) {
        found.append(word[..<at], CollectionOfOne(letter), word[(at + 1)...])
      }
    }
    found.sort()
    return found
  }

  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }

  /// Whether two keys touch each other.
  static func isBeside(_ one: UInt8, _ other: UInt8) -> Bool {
    guard let first = place(of: one), let second = place(of: other), one != other else {
      return false
    }
    // Each row begins half a key to the right of the one above it.
    let distance = 2 * (first.column - second.column) + first.row - second.row
    return abs(first.row - second.row) <= 1 && abs(distance) <= 2
  }

  private static func place(of key: UInt8) -> (row: Int, column: Int)? {
    for (row, keys) in rows.enumerated() {
      if let column = keys.firstIndex(of: key) { return (row, column) }
    }
    return nil
  }
}
