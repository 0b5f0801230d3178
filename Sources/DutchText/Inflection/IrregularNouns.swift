/// Nouns whose plural or diminutive changes more than spelling does; see
/// `Resources/irregular-nouns.txt`.
enum IrregularNouns {
  private typealias Row = (form: [UInt8], base: [UInt8])

  /// The rows of the file by the last four letters of the form.
  private static let rows: WordTable<[Row]> = {
    var rows: [[UInt8]: [Row]] = [:]
    for line in WordFile(PackageResources.irregular_nouns_txt).lines {
      rows[Array(line[0].suffix(4)), default: []].append((Array(line[0]), Array(line[1])))
    }
    return WordTable(rows)
  }()

  /// Looks like a form of `lid`, but is one of `lijden`.
  private static let geleden = [UInt8]("geleden")

  /// The singular of a word that ends in one of these forms, if the lexicon has it.
  static func base(of word: [UInt8], where isWord: ([UInt8]) -> Bool) -> [UInt8]? {
    guard word.count > 4, word != geleden else { return nil }
    for (form, base) in rows[word.suffix(4)] ?? [] {
      guard word.count >= form.count, word.suffix(form.count) == form[...] else { continue }
      let candidate = word.dropLast(form.count) + base
      // A coincidence if the word has a regular singular: scholen, piloten.
      if word.count > form.count, word.ends("en"),
        let regular = Spelling.closed(word.dropLast(2)).first, regular != candidate,
        isWord(regular)
      {
        continue
      }
      if isWord(Array(candidate)) { return Array(candidate) }
    }
    return nil
  }
}
