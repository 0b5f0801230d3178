internal import DutchText
internal import Glibc
internal import PassageStore
internal import Xapian

/// Finds the words that best tell what texts are about: those that come back in them and are rare
/// elsewhere. Function words and general words (`Resources/general-words.txt`) are none, nor are
/// numbers and web addresses.
struct KeyTerms {
  let analyzer: Analyzer
  /// The number of passages.
  let passages: Int
  /// For each of some words, the number of passages that contain it or a form of it.
  let frequencies: ([Word]) throws(XapianError) -> [Int]
  /// Whether a passage that may be found contains a word or a form of it, given the number of all
  /// passages that do.
  let isElsewhere: (Word, _ known: Int) throws(XapianError) -> Bool

  /// A text, and how much one occurrence of a word in it counts.
  struct Text {
    let text: String
    let weight: Double
    /// Whether the text is only near the one asked for. Words that stand in no other count less.
    var isContext = false
  }

  /// A word of the texts.
  struct Word: Hashable {
    /// As most of the texts print it.
    var text: String
    /// The same, folded.
    var folded: String
    /// The term of its forms.
    var term: String
    /// The weight of its occurrences.
    var weight: Double
    /// Whether only the context has it.
    var isOfContext: Bool
  }

  /// Each occurrence of a word counts less than the one before, as in BM25. With this constant a
  /// word that comes back counts up to five times as much as one that stands there once.
  private static let saturation = 4.0
  /// The share that a word counts for if only the context has it.
  private static let shareOfContext = 0.7
  /// Words with fewer letters are not looked at.
  private static let minimumLetters = 3
  /// The maximum number of words whose frequency is looked up.
  private static let maximumLookedUp = 400

  /// What is known of the forms of a word.
  private struct Occurrences {
    var weight = 0.0
    var isInText = false
    /// The forms as they are printed.
    var forms: [String: Form] = [:]
  }

  private struct Form {
    let folded: String
    var count = 0
  }

  /// The words that best tell what texts are about, the best first.
  ///
  /// - Parameters:
  ///   - texts: of one passage or set, and its context.
  ///   - names: folded words that do not count, such as the names of those who ask.
  ///   - limit: the maximum number of words.
  /// - Returns: the words. Those that no other passage has, or all have, are left out.
  /// - Throws: `XapianError` of the look-ups.
  func words(
    of texts: [Text], besides names: Set<String>, limit: Int
  ) throws(XapianError) -> [Word] {
    var occurrences: [String: Occurrences] = [:]
    let general = GeneralWords.terms(analyzer)
    for text in texts { count(text, names, general, &occurrences) }
    var words: [Word] = []
    for (term, found) in occurrences {
      let mostPrinted = found.forms.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
      guard let (form, printed) = mostPrinted else { continue }
      var weight = found.weight * (Self.saturation + 1) / (found.weight + Self.saturation)
      if !found.isInText { weight *= Self.shareOfContext }
      words.append(
        Word(
          text: form, folded: printed.folded, term: term, weight: weight,
          isOfContext: !found.isInText))
    }
    words.sort { ($1.weight, $0.folded) < ($0.weight, $1.folded) }
    words.removeLast(max(0, words.count - Self.maximumLookedUp))
    var telling: [(word: Word, known: Int, weight: Double)] = []
    for (word, known) in zip(words, try frequencies(words)) where known > 1 && known < passages {
      telling.append((word, known, word.weight * log(Double(passages) / Double(known))))
    }
    telling.sort { ($1.weight, $0.word.folded) < ($0.weight, $1.word.folded) }
    var best: [Word] = []
    for (word, known, _) in telling.prefix(limit * 4) where best.count < limit {
      if try isElsewhere(word, known) { best.append(word) }
    }
    return best
  }

  private func count(
    _ text: Text, _ names: Set<String>, _ general: Set<String>,
    _ occurrences: inout [String: Occurrences]
  ) {
    let bytes = Array(text.text.utf8)
    let stream = analyzer.tokens(of: text.text)
    var addresses = WebAddresses.ranges(in: text.text)[...]
    for (place, token) in stream.tokens.enumerated() where token.kind == .word && !token.isPart {
      while let first = addresses.first, first.upperBound <= token.byteRange.lowerBound {
        addresses.removeFirst()
      }
      let isInAddress = addresses.first.map { $0.lowerBound <= token.byteRange.lowerBound } ?? false
      let folded = stream.term(of: token)
      guard !isInAddress, Self.hasLetters(folded), !Stopwords.words.contains(folded),
        !names.contains(folded)
      else { continue }
      let stem = stream.tokens[place...].prefix { $0.position == token.position }
        .first { $0.kind == .stem && !$0.isPart && !$0.isOfSeveral }
      let term = stem.map(stream.term) ?? folded
      guard !general.contains(term), !general.contains(folded) else { continue }
      var known = occurrences[term] ?? Occurrences()
      known.weight += text.weight
      if !text.isContext { known.isInText = true }
      let form = PrintedForm.form(of: token, in: bytes, analyzer)
      known.forms[form, default: Form(folded: folded)].count += 1
      occurrences[term] = known
    }
  }

  /// Whether a folded word has enough letters to be more than a number or an initial.
  private static func hasLetters(_ word: String) -> Bool {
    word.utf8.count { $0 >= 0x80 || $0 &- UInt8(ascii: "a") < 26 } >= minimumLetters
  }
}
