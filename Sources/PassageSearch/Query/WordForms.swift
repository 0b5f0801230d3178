internal import PassageStore
internal import DutchText
internal import Xapian

/// The forms in which texts may have a word of a query.
extension QueryCompiler {
  /// The terms that at least one document has.
  func known(_ terms: [String]) throws(XapianError) -> [String] {
    if terms.isEmpty { return [] }
    let counts = try index.database.documentFrequencies(of: TermList(terms.map(\.utf8)))
    return zip(terms, counts).filter { $1 > 0 }.map(\.0)
  }

  /// A longer word in capitals is seldom an abbreviation.
  private static let maximumAbbreviation = 4

  /// A name is in its capitals in at least one of so many passages with its letters. In fewer, the
  /// capitals are those of headings.
  private static let maximumPassagesPerName = 20

  /// The exact form of an abbreviation or name that differs from another word by its capitals only:
  /// `OM` is not `om`, `DENK` is no form of `denken`. Nil for any other word; and for one that is
  /// no function word, if few or no passages have the capitals.
  func tellingCapitals(
    of word: String, _ stream: TokenStream, _ fields: [Field]
  ) throws(XapianError) -> String? {
    let exact = stream.tokens.first { $0.kind == .exact && !$0.isPart }.map(stream.term)
    guard let exact, exact != exact.lowercased() else { return nil }
    // Nobody searches for the function word alone.
    if Stopwords.words.contains(word) { return exact }
    // `VS` is not `vs`. A longer name of the table has the letters of no word.
    let isName =
      !isInCapitals && exact.utf8.count <= Self.maximumAbbreviation
      && (aliases.hasName(word)
        ? exact.utf8.count == 2 : schema.analyzer.isInflected(word))
    guard isName else { return nil }
    let named = try passages(with: .exact, exact, fields)
    guard named > 0 else { return nil }
    let isRare = try passages(with: .word, word, fields) > named * Self.maximumPassagesPerName
    return isRare ? nil : exact
  }

  /// The number of passages that have a term in some fields. A passage counts once for the
  /// text, and once for each other field.
  func passages(
    with kind: Token.Kind, _ text: String, _ fields: [Field]
  ) throws(XapianError) -> Int {
    let terms = Self.terms([(kind, text)], fields)
    return try index.database.documentFrequencies(of: TermList(terms.map(\.utf8)))
      .reduce(0) { $0 + Int($1) }
  }

  /// Whether a word is typed as a name, with a capital, that the word list lacks: *Koolwijk* is no
  /// *kool* and no *wijk*.
  func isUnlistedName(_ text: String, _ folded: String) -> Bool {
    guard let first = text.first(where: \.isLetter), first.isUppercase,
      text.contains(where: \.isLowercase)
    else { return false }
    return schema.analyzer.listing(of: folded) == .none
  }

  /// The words of a composite when it is written with spaces.
  static func elements(of stream: TokenStream) -> [String] {
    let parts = stream.tokens.filter { $0.kind == .word && $0.isPart }
    var places: Set<UInt32> = []
    // A part may have parts at the same place: `36` and `410` of `36 410-XV`, after the whole of
    // them.
    let elements = parts.filter { places.insert($0.position).inserted }
    if places.count > 1 { return elements.map(stream.term) }
    // Letters and digits have one position together, and two if written with a space: `Natura2000`.
    let terms = parts.map(stream.term)
    let numbers = terms.count { $0.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
    return terms.count == 2 && numbers == 1 ? terms : []
  }

  /// The forms of a word; none unless the text is a single word.
  private func inflections(of text: String) -> [(Token.Kind, String)] {
    let stream = schema.analyzer.tokens(of: text)
    let words = stream.tokens.filter { $0.kind == .word && !$0.isPart }
    guard words.count == 1 else { return [] }
    return inflections(of: stream.term(of: words[0]), stream.tokens, stream)
  }

  /// The word itself and the forms that share a stem with it. The index has no stem term for a word
  /// that is its own stem, so the word is used instead.
  func inflections(
    of word: String, _ tokens: [Token], _ stream: TokenStream
  ) -> [(Token.Kind, String)] {
    var forms: [(Token.Kind, String)] = [(.word, word)]
    var stems = tokens.filter { $0.kind == .stem && !$0.isPart }.map { stream.term(of: $0) }
    // Of the numbers only ordinals have a stem: that of `21ste` is `21e`.
    let hasDigits = word.utf8.contains { $0 &- UInt8(ascii: "0") < 10 }
    if stems.isEmpty, !hasDigits || word.hasSuffix("e") { stems = [word] }
    for stem in stems {
      forms.append((.stem, stem))
      if stem != word, isOwnStem(stem) { forms.append((.word, stem)) }
    }
    return forms
  }

  private func isOwnStem(_ word: String) -> Bool {
    let stream = schema.analyzer.tokens(of: word)
    let whole = stream.tokens.filter { !$0.kind.isOfCompound && !$0.isPart }
    return whole.count == 1 && stream.term(of: whole[0]) == word
  }

  /// Endings that follow an apostrophe, which people leave out: `fotos`, `zzper`.
  private static let endingsAfterApostrophe = ["s", "er", "ers", "tje", "tjes", "je", "jes"]
  /// The minimum number of letters before it: `pas` does not mean `pa's`.
  private static let minimumBeforeApostrophe = 3

  /// The word with the apostrophe that it may lack, if a text has that.
  func apostrophed(
    _ word: String, _ fields: [Field]
  ) throws(XapianError) -> [(Token.Kind, String)] {
    var forms: [(Token.Kind, String)] = []
    for ending in Self.endingsAfterApostrophe where word.hasSuffix(ending) {
      let before = word.dropLast(ending.count)
      guard before.count >= Self.minimumBeforeApostrophe else { continue }
      forms += inflections(of: "\(before)'\(ending)").filter { $0.1.contains("'") }
    }
    return try known(forms, fields)
  }

  /// The genitive of a word that the lexicon lacks (`Ruttes` for `Rutte`), or the word of which it
  /// is the genitive, if a text has that.
  func genitive(_ word: String, _ fields: [Field]) throws(XapianError) -> [(Token.Kind, String)] {
    let analyzer = schema.analyzer
    guard analyzer.listing(of: word) != .word, word.utf8.count >= Self.minimumInGenitive,
      word.utf8.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 })
    else { return [] }
    var others: [String] = []
    if analyzer.listing(of: word + "s") == .none { others.append(word + "s") }
    if word.hasSuffix("s"), analyzer.listing(of: word) == .none {
      let name = String(word.dropLast())
      if analyzer.listing(of: name) != .word { others.append(name) }
    }
    return try known(others.map { (.word, $0) }, fields)
  }

  /// The minimum number of letters of such a word.
  private static let minimumInGenitive = 4

  /// The forms that at least one text has.
  private func known(
    _ forms: [(Token.Kind, String)], _ fields: [Field]
  ) throws(XapianError) -> [(Token.Kind, String)] {
    var found: [(Token.Kind, String)] = []
    for (kind, text) in forms
    where try !known(Self.terms([(kind, text)], fields)).isEmpty {
      found.append((kind, text))
    }
    return found
  }

  // MARK: Words that texts write as one

  /// The terms of neighbouring words written as one, if a text has that: `mantelzorger` for `mantel
  /// zorger`. It relates to each of the two as a compound does to its part.
  func joinedTerms(of parts: [QueryExpression]) throws(XapianError) -> [String] {
    var joined: [String] = []
    for (first, second) in zip(parts, parts.dropFirst()) {
      guard case .word(let first) = first, case .word(let second) = second,
        first.utf8.count > 2, second.utf8.count > 2,
        first.utf8.count + second.utf8.count <= QueryParser.maximumWordBytes
      else { continue }
      let forms = inflections(of: first + second)
      // `beuk den` does not mean `beukden`, which is a form of `beuk`.
      let own = Set((inflections(of: first) + inflections(of: second)).map(\.1))
      if forms.isEmpty || forms.contains(where: { own.contains($0.1) }) { continue }
      joined += try known(Self.terms(forms, Field.searchedByDefault))
    }
    return joined
  }
}
