/// Finds the spelling that was most likely meant.
enum NearestSpelling {
  private static let sounds: [(String, String)] = [
    ("ij", "y"), ("ei", "y"), ("ou", "au"), ("ch", "g"), ("ck", "k"), ("c", "k"), ("q", "k"),
    ("dt", "t"),
    ("th", "t"), ("ph", "f"), ("x", "ks"), ("z", "s"), ("v", "f"), ("ae", "aa"),
  ]

  /// A folded word in a uniform spelling: one spelling for each sound, and no double letters.
  static func sound(of word: String) -> String {
    var text = word
    for (spelling, sound) in sounds { text = text.replacing(spelling, with: sound) }
    var single = ""
    for letter in text where letter != single.last { single.append(letter) }
    return single
  }

  /// The number of letters that are added, left out or replaced, or that change places with their
  /// neighbour (optimal string alignment); nil if it is more than a bound.
  ///
  /// - Parameters:
  ///   - first: one spelling.
  ///   - second: the other.
  ///   - most: the bound.
  /// - Returns: the number, or nil.
  static func distance(_ first: String, _ second: String, atMost most: Int) -> Int? {
    let (first, second) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    guard abs(first.count - second.count) <= most else { return nil }
    var before: [Int] = []
    var row = Array(0...second.count)
    for at in first.indices {
      var next = [at + 1]
      for other in second.indices {
        let isSame = first[at] == second[other]
        var best = min(row[other] + (isSame ? 0 : 1), row[other + 1] + 1, next[other] + 1)
        if at > 0, other > 0, first[at] == second[other - 1], first[at - 1] == second[other] {
          best = min(best, before[other - 1] + 1)
        }
        next.append(best)
      }
      guard next.contains(where: { $0 <= most }) else { return nil }
      (before, row) = (row, next)
    }
    let distance = row[second.count]
    return distance <= most ? distance : nil
  }

  /// The word that was most likely meant: the nearest, and of those the most frequent.
  ///
  /// - Parameters:
  ///   - word: folded.
  ///   - known: folded words with their frequencies.
  /// - Returns: one at most a third of the letters away; nil if there is none.
  static func nearest(
    to word: String, among known: some Sequence<(word: String, frequency: Int)>
  ) -> String? {
    var best: (word: String, distance: Int, frequency: Int)?
    let sound = sound(of: word)
    for candidate in known where candidate.word != word {
      let bound = best?.distance ?? max(1, word.count / 3)
      // Words that sound alike are nearer than any others.
      let isAlike = self.sound(of: candidate.word) == sound
      let letters = isAlike ? 0 : distance(word, candidate.word, atMost: bound)
      guard let distance = letters else { continue }
      if let known = best,
        (known.distance, candidate.frequency) <= (distance, known.frequency)
      {
        continue
      }
      best = (candidate.word, distance, candidate.frequency)
    }
    return best?.word
  }
}
