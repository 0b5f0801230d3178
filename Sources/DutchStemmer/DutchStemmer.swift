/// The published Kraaij-Pohlmann stemmer for Dutch.
///
/// The algorithm is by Wessel Kraaij and Renée Pohlmann, made in the UPLIFT project at Utrecht
/// University: *Porter's stemming algorithm for Dutch* (1994), and a program in C after it (1995)
/// whose rules differ from the paper in places. This stemmer follows the revision of that program
/// which the Snowball project has published as its Dutch stemmer since version 3.0 (2025), with the
/// exceptions added there: the file `algorithms/dutch.sbl` of
/// <https://github.com/snowballstem/snowball>; its history is at
/// <https://snowballstem.org/algorithms/kraaij_pohlmann/stemmer.html>. (Snowball's older stemmer,
/// Martin Porter's, is another algorithm; there it is now called `dutch_porter`.)
///
/// This is an independent implementation of that publication. It contains no code of the Snowball
/// project, whose own implementations are under the 3-clause BSD licence. Steps, regions and
/// groupings have the names of the publication, and the steps are in its order, so that the two can
/// be read side by side.
///
/// The stemmer has no state and may be called from several threads at once.
public enum DutchStemmer {
  /// Stems one lower-case word in place.
  ///
  /// The word is expected in Unicode's composed form (NFC), with `'` (U+0027) as its apostrophe.
  /// Other bytes are accepted too, invalid UTF-8 included, and an empty word stays empty. A word of
  /// valid UTF-8 becomes a stem of valid UTF-8. A word that is nothing but `'s` or `'tje` becomes
  /// empty, as published.
  ///
  /// The stem has at most one byte more than the word, if `-le` becomes a second accented vowel
  /// (*clientèle*, *clientèèl*), and in valid UTF-8 never more letters. Nothing is allocated if
  /// `word` is the only owner of its storage and that has room for this byte.
  ///
  /// - Parameter word: the UTF-8 bytes of the word; replaced by those of its stem.
  public static func stem(_ word: inout [UInt8]) {
    var buffer = WordBuffer()
    buffer.exchange(with: &word)
    buffer.stem()
    buffer.exchange(with: &word)
  }
}

extension WordBuffer {
  /// The routine `stem` of the publication: all steps in their order.
  fileprivate mutating func stem() {
    var stemmed = false
    measure()

    if step1() { stemmed = true }
    if step2() { stemmed = true }
    if step3() { stemmed = true }
    if step4() { stemmed = true }

    if losePrefix() {
      measure()
      stemmed = true
      step1c()
    }
    if loseInfix() {
      measure()
      stemmed = true
      step1c()
    }

    if step7() { stemmed = true }
    if stemmed { step6() }
  }
}
