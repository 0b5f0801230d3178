internal import DutchText
internal import Glibc
internal import Xapian

/// Finds the words that best characterise a passage.
struct KeyTerms {
  /// The number of passages that contain a word or a form of it, given the word and its term.
  let frequency: (_ word: String, _ term: String) throws(XapianError) -> Int
  /// Whether a passage that may be found contains a word or a form of it.
  let isElsewhere: (_ word: String, _ term: String) throws(XapianError) -> Bool
  let analyzer: Analyzer
  /// The number of passages.
  let passages: Int

  /// A word as a text has it.
  struct Word: Hashable {
    var text: String
    /// The weight of its occurrences, from 1 to 2: as in BM25, each counts less than the one
    /// before.
    var occurrences: Double
    /// The weight of its occurrences times its rarity.
    var weight: Double
  }

  /// The most characteristic words of texts (tf·idf).
  ///
  /// - Parameters:
  ///   - texts: each with how much one occurrence in it counts.
  ///   - limit: the maximum number of words.
  /// - Returns: the words, the most characteristic first, each in its most frequent form. A word
  ///   that occurs in no other passage, or in all, is left out.
  /// - Throws: `XapianError` of the look-ups.
  func words(
    of texts: [(text: String, weight: Double)], limit: Int
  ) throws(XapianError) -> [Word] {
    var counts: [String: (weight: Double, forms: [String: Int])] = [:]
    for (text, weight) in texts {
      let stream = analyzer.tokens(of: text)
      for token in stream.tokens where token.kind == .word && !token.isPart {
        let word = stream.term(of: token)
        guard word.count > 2, word.allSatisfy(\.isLetter), !Stopwords.words.contains(word) else {
          continue
        }
        let term = analyzer.analysis(of: word).term
        counts[term, default: (0, [:])].weight += weight
        counts[term, default: (0, [:])].forms[word, default: 0] += 1
      }
    }
    var telling: [(word: Word, term: String)] = []
    for (term, count) in counts {
      let forms = count.forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      guard let form = forms.first?.key else { continue }
      let known = try frequency(form, term)
      guard known > 1, known < passages else { continue }
      let occurrences = count.weight * 2 / (count.weight + 1)
      let rarity = log(Double(passages) / Double(known))
      let word = Word(text: form, occurrences: occurrences, weight: occurrences * rarity)
      telling.append((word, term))
    }
    telling.sort { ($1.word.weight, $0.word.text) < ($0.word.weight, $1.word.text) }
    var words: [Word] = []
    for (word, term) in telling.prefix(limit * 4) where words.count < limit {
      if try isElsewhere(word.text, term) { words.append(word) }
    }
    return words
  }
}
