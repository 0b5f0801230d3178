/// Nouns whose plural or diminutive changes more than spelling does, also as the last part of a compound: a short
/// vowel that becomes long (`dagen`, `toeslagen`), another vowel (`leden`, `steden`), -eren, `koeien`.
enum IrregularForms {
  private static let table: [(form: [UInt8], base: [UInt8])] = """
    leden:lid steden:stad schepen:schip smeden:smid dagen:dag wegen:weg baden:bad paden:pad bladen:blad \
    bladeren:blad vaten:vat gaten:gat glazen:glas graven:graf slagen:slag verdragen:verdrag \
    bedragen:bedrag sloten:slot schoten:schot loten:lot boden:bod goden:god hoven:hof holen:hol \
    oorlogen:oorlog gebeden:gebed bevelen:bevel genen:gen daken:dak staven:staf kinderen:kind \
    eieren:ei runderen:rund lammeren:lam kalveren:kalf volkeren:volk raderen:rad liederen:lied \
    hoenderen:hoen beenderen:been goederen:goed kleren:kleed klederen:kleed gemoederen:gemoed \
    gelederen:gelid koeien:koe vlooien:vlo paadje:pad blaadje:blad glaasje:glas scheepje:schip \
    gaatje:gat vaatje:vat lieden:man crises:crisis bases:basis doses:dosis
    """.split(separator: " ").map { pair in
      let words = pair.split(separator: ":").map { Array($0.utf8) }
      return (words[0], words[1])
    }

  /// The rows of the table by the last four letters of the form, which none is shorter than.
  private static let rows: WordTable<[Int]> = {
    var rows: [[UInt8]: [Int]] = [:]
    for (number, row) in table.enumerated() {
      rows[Array(row.form.suffix(4)), default: []].append(number)
    }
    return WordTable(rows)
  }()

  /// Ends like a form of `lid`, but is one of `lijden`.
  private static let geleden = [UInt8]("geleden")

  /// The base of a word with such an ending, where it is a word.
  static func base(of word: [UInt8], where isWord: ([UInt8]) -> Bool) -> [UInt8]? {
    guard word.count > 4, word != geleden else { return nil }
    for row in rows[word.suffix(4)] ?? [] {
      let (form, base) = table[row]
      guard word.count >= form.count, word.suffix(form.count) == form[...] else { continue }
      let candidate = word.dropLast(form.count) + base
      // Only the letters are the same where the word has a long vowel of its own: scholen, piloten.
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
