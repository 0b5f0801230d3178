internal import PassageStore
internal import DutchText
internal import Xapian

/// Words and phrases in the terms of the index.
extension QueryCompiler {
  // The weights were chosen by measurement over a grid; around these values the measures hardly
  // change.

  /// The weight of a word in a compound, relative to the word by itself.
  private static let weightInCompounds = 0.8
  /// The total weight of the parts of a compound, relative to the compound, if they are near each
  /// other in one field.
  private static let weightOfOpenForm = 0.1
  /// The maximum number of other words between the parts of a compound.
  private static let maximumWordsBetweenParts = 5
  /// The total weight of the parts of a compound wherever they occur, even one without the others.
  /// It exceeds that of a word because each part is more common than the compound.
  private static let weightOfParts = 1.6
  /// The weight of a relative of a word. Relatives are searched for short queries only: a longer
  /// query is specific enough, and relatives would make all of it vaguer.
  private static let weightOfRelatives = 0.5
  private static let maximumWordsWithRelatives = 2
  /// The weight of a word in the names of a heading (members, parties, posts), relative to one in a
  /// text: so little that a passage with the word in its text always comes first. With `slot`
  /// passages about locks come before those of the member Slot.
  static let weightOfNames = 0.001

  /// The fields of texts, and those of names. A field that a query names counts as a text.
  static func parted(_ fields: [Field]) -> (texts: [Field], names: [Field]) {
    guard fields.count > 1 else { return (fields, []) }
    return (
      fields.filter { $0.row.form != .name }, fields.filter { $0.row.form == .name }
    )
  }

  /// The terms of some forms in some fields.
  static func terms(_ forms: [(Token.Kind, String)], _ fields: [Field]) -> [String] {
    WordTerms.of(fields).flatMap { scope in forms.flatMap { scope.terms($0.0, $0.1) } }
  }

  /// The query for a word as typed, in all the forms in which texts have it.
  mutating func wordQuery(_ text: String, _ fields: [Field]) throws(XapianError) -> Query? {
    let stream = schema.analyzer.tokens(of: text)
    let words = stream.tokens.filter { $0.kind == .word && !$0.isPart }
    guard let first = words.first else { return nil }
    // What is typed without a space but analysed as several words (`en/of`, `nrc.nl`) is a phrase.
    guard words.count == 1, !isExact else {
      guard let phrase = try phraseQuery(text, fields) else { return nil }
      if isExact { return phrase }
      return try index.hasMatch(phrase) ? phrase : try wordsQuery(beside: text, fields) ?? phrase
    }

    var forms: [(Token.Kind, String)] = []
    let folded = stream.term(of: first)
    // A name has no other forms than its genitive: *Erkens* is no *erkent*.
    let isName = isUnlistedName(text, folded)
    let isPlainName = isName && !stream.tokens.contains(where: \.kind.isOfCompound)
    let ordinary =
      isPlainName ? [(.word, folded)] : inflections(of: folded, stream.tokens, stream)
    let capitals = try tellingCapitals(of: folded, stream, fields)
    let (texts, names) = Self.parted(fields)
    if let capitals {
      forms = [(.exact, capitals)]
      // A user who types everything in capitals also finds the word, below the name.
      if fields.count > 1, reduction < .ranks, !Stopwords.words.contains(folded) {
        compiled.highlights.purpose.isLoose = true
        compiled.parts.append(
          .scaled(try anyForm(ordinary, texts).query, by: Self.weightOfRelatives))
        compiled.highlights.purpose.isLoose = false
      }
    } else {
      forms = ordinary
      forms += try apostrophed(folded, fields)
      forms += try genitive(folded, fields)
    }
    note(forms, as: folded, stream, fields)
    let otherForms =
      capitals == nil && !isPlainName
      ? schema.analyzer.otherVerbForms(of: folded) : .init()
    let word = try anyForm(forms, or: otherForms.likely, texts)
    var alternatives = [word.query]
    if capitals == nil {
      if reduction < .compounds {
        alternatives = try withCompounds(word, meaning: forms, texts, isAnywhere: fields.count > 1)
      }
      compiled.highlights.purpose.isLoose = true
      if reduction < .openForms, !isName {
        alternatives += try openForms(of: text, stream, fields)
      }
      if usesRelatives, wordCount <= Self.maximumWordsWithRelatives {
        try addRelatives(of: forms, fields)
        try addVerbs(otherForms, fields)
      }
      compiled.highlights.purpose.isLoose = false
    }
    let elements = Self.elements(of: stream).prefix(QueryParser.maximumWords)
    if elements.count > 1, reduction < .compounds {
      // A composite also matches its parts next to each other.
      alternatives += phrases(elements.map { (.word, $0) }, texts)
    }
    if !names.isEmpty {
      let inNames =
        [try anyForm(forms, names).query]
        + (elements.count > 1 ? phrases(elements.map { (.word, $0) }, names) : [])
      alternatives += inNames.map { .scaled($0, by: Self.weightOfNames) }
    }
    return alternatives.count == 1 ? alternatives[0] : .or(alternatives)
  }

  /// The query for words with slashes between them, each by itself: `jeugdzorg/wachttijden`. Nil if
  /// it is anything else.
  private mutating func wordsQuery(
    beside text: String, _ fields: [Field]
  ) throws(XapianError) -> Query? {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count > 1,
      words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0 == "-" } })
    else { return nil }
    var queries: [Query] = []
    for word in words {
      if let query = try wordQuery(String(word), fields) { queries.append(query) }
    }
    return .and(queries)
  }

  // MARK: Relatives

  /// A passage with a relative of a word (`weigering` for `weigeren`) moves up. If it lacks the
  /// word itself it is a partial match.
  private mutating func addRelatives(
    of forms: [(Token.Kind, String)], _ fields: [Field]
  ) throws(XapianError) {
    guard fields.count > 1, let term = forms.first(where: { $0.0 == .stem })?.1 else { return }
    let fields = fields.filter { $0.row.form != .name }
    for relative in schema.analyzer.relatives(of: term) {
      let anywhere = try anyForm(
        [(.word, relative), (.stem, relative), (.part, relative)], fields)
      compiled.parts.append(.scaled(anywhere.query, by: Self.weightOfRelatives))
    }
  }

  /// A passage with what is rather another word than a form of the verb (`gevallen` for `vallen`),
  /// or with the verb of which a word may be a form (`blijken` for `bleek`), counts as one with a
  /// relative.
  private mutating func addVerbs(
    _ other: Analyzer.OtherVerbForms, _ fields: [Field]
  ) throws(XapianError) {
    guard fields.count > 1 else { return }
    let fields = fields.filter { $0.row.form != .name }
    var related: [FormSet] = []
    for verb in other.verbs { related.append(try anyForm([(.word, verb), (.stem, verb)], fields)) }
    if !other.unlikely.isEmpty { related.append(try anyForm([], or: other.unlikely, fields)) }
    compiled.parts += related.map { .scaled($0.query, by: Self.weightOfRelatives) }
  }

  // MARK: Compounds

  /// A word and the compounds that it is a part of. The word by itself weighs more than inside a
  /// compound; together they weigh as one word that occurs more often.
  private mutating func withCompounds(
    _ word: FormSet, meaning forms: [(Token.Kind, String)], _ fields: [Field], isAnywhere: Bool
  ) throws(XapianError) -> [Query] {
    let stems = forms.filter { $0.0 == .stem }.map { (Token.Kind.part, $0.1) }
    let parts = try known(Self.terms(stems, fields)) + (isAnywhere ? joinedTerms : [])
    guard !parts.isEmpty else { return [word.query] }
    for term in parts { compiled.highlights.add(term) }
    return [
      .scaled(word.query, by: 1 - Self.weightInCompounds),
      .scaled(word.adding(parts).query, by: Self.weightInCompounds),
    ]
  }

  /// The parts of a compound near each other in one field: `capaciteit van de politie` for
  /// `politiecapaciteit`. Only words as written have positions, so the forms of each part are
  /// searched. A part anywhere else, or in another compound, moves a passage up but does not match
  /// the whole.
  private mutating func openForms(
    of text: String, _ stream: TokenStream, _ fields: [Field]
  ) throws(XapianError) -> [Query] {
    let tokens = stream.tokens.filter { $0.kind == .part }
    var parts: [String] = []
    for part in tokens.map(stream.term) where !parts.contains(part) { parts.append(part) }
    guard parts.count > 1 else { return [] }
    let fields = fields.filter { $0.row.form != .name }
    if fields.count > 1 {
      for part in parts {
        let anywhere = try anyForm([(.word, part), (.stem, part), (.part, part)], fields)
        compiled.parts.append(
          .scaled(anywhere.query, by: Self.weightOfParts / Double(parts.count)))
      }
    }
    let divisions = divisions(of: text, at: tokens.map(\.byteRange))
    return WordTerms.of(fields).map { scope in
      let asWords = divisions.map { words in
        let terms = words.map { forms in forms.flatMap { scope.terms(.word, $0) } }
        for term in terms.joined() { compiled.highlights.add(term, in: scope.only) }
        return scope.near(
          terms.map { .or($0.map { .term($0) }) }, words.count + Self.maximumWordsBetweenParts)
      }
      return .scaled(
        .or(asWords), by: Self.weightOfOpenForm / Double(parts.count))
    }
  }

  /// The ways to write a compound as separate words, each word with its forms: every part by
  /// itself; and for three parts or more also in two, at each of the seams (`asielzoekers
  /// centrum`).
  private func divisions(of text: String, at parts: [Range<Int>]) -> [[[String]]] {
    let utf8 = Array(text.utf8)
    func written(_ letters: Range<Int>) -> String? {
      let stream = schema.analyzer.tokens(of: String(decoding: utf8[letters], as: UTF8.self))
      return stream.tokens.first { $0.kind == .word && !$0.isPart }.map(stream.term)
    }
    func forms(_ these: ArraySlice<Range<Int>>) -> [String] {
      guard let first = these.first, let last = these.last, first.lowerBound < last.upperBound,
        let word = written(first.lowerBound..<last.upperBound)
      else { return [] }
      var forms = schema.analyzer.forms(of: schema.analyzer.analysis(of: word).term)
      // Some people write the linking element with the first word: `volks gezondheid`.
      let next = these.endIndex < parts.endIndex ? parts[these.endIndex].lowerBound : 0
      let linked = next > last.upperBound ? written(first.lowerBound..<next) : nil
      for form in [word, linked].compactMap(\.self) where !forms.contains(form) {
        forms.append(form)
      }
      return forms
    }
    var divisions = [parts.indices.map { forms(parts[$0...$0]) }]
    if parts.count > 2 {
      divisions += parts.indices.dropFirst().map { [forms(parts[..<$0]), forms(parts[$0...])] }
    }
    return divisions.filter { words in words.allSatisfy { !$0.isEmpty } }
  }

  /// The forms in any of the fields. Names are no forms of a verb.
  private mutating func anyForm(
    _ forms: [(Token.Kind, String)], or formsOfVerb: [String] = [], _ fields: [Field]
  ) throws(XapianError) -> FormSet {
    var word = FormSet()
    for scope in WordTerms.of(fields) {
      let isName = scope.field.row.form == .name
      let forms = forms + (isName ? [] : formsOfVerb.map { (.word, $0) })
      var (placed, others): ([String], [String]) = ([], [])
      for (kind, text) in forms {
        let terms = scope.terms(kind, text)
        for term in terms { compiled.highlights.add(term, in: scope.only) }
        if kind.isOfCompound { others += terms } else { placed += terms }
        // A stem has no positions, so its forms are sought.
        if kind == .stem, scope.only != nil { placed += try writtenForms(of: text) }
      }
      if scope.only == nil {
        word.add(placed + others)
      } else {
        word.add(placed: placed, others, scope)
      }
    }
    return word
  }

  /// The forms that an inflected word may share with its stem begin with as many bytes of it.
  private static let bytesOfBeginning = 3

  /// The words that have a stem: those of the lexicon, and those of the index that begin like it.
  private func writtenForms(of stem: String) throws(XapianError) -> [String] {
    let analyzer = schema.analyzer
    let beginning = String(decoding: stem.utf8.prefix(Self.bytesOfBeginning), as: UTF8.self)
    let known = try index.database.terms(withPrefix: beginning, limit: Wildcard.maximumTerms)
      .map(\.term).filter { analyzer.analysis(of: $0).term == stem }
    return Array(Set(analyzer.forms(of: stem) + known)).sorted()
  }

  // MARK: Phrases

  /// The query for what is between quotes. A single word in capitals is the word if no passage has
  /// it in capitals.
  mutating func quotedQuery(_ text: String, _ fields: [Field]) throws(XapianError) -> Query? {
    let words = exactForms(of: text)
    let isInCapitals =
      words.count == 1 && words[0].0 == .exact && words[0].1 == words[0].1.uppercased()
    guard isInCapitals, !isExact, try passages(with: .exact, words[0].1, fields) == 0 else {
      return try phraseQuery(text, fields)
    }
    return try phraseQuery(text, fields, isFolded: true)
  }

  /// Words in this form and order, in any one of the fields; `isFolded` without regard to accents
  /// and capitals.
  mutating func phraseQuery(
    _ text: String, _ fields: [Field], isFolded: Bool = false
  ) throws(XapianError) -> Query? {
    let words = exactForms(of: text, isFolded: isFolded)
    guard !words.isEmpty else { return nil }
    let (texts, names) = Self.parted(fields)
    func query(_ fields: [Field]) throws(XapianError) -> [Query] {
      words.count == 1 ? [try anyForm(words, fields).query] : phrases(words, fields)
    }
    let inTexts = try query(texts)
    let inNames = names.isEmpty ? [] : try query(names)
    let all = inTexts + inNames.map { .scaled($0, by: Self.weightOfNames) }
    return all.count == 1 ? all[0] : .or(all)
  }

  private mutating func phrases(_ words: [(Token.Kind, String)], _ fields: [Field]) -> [Query] {
    WordTerms.of(fields).map { scope in
      let terms = words.flatMap { scope.terms($0.0, $0.1) }
      compiled.highlights.add(phrase: terms, in: scope.only)
      return scope.phrase(terms)
    }
  }

  /// The form to search at each position: the exact one if it has diacritics or capitals that
  /// matter, the parts of a composite that takes several positions, else the word.
  private func exactForms(of text: String, isFolded: Bool = false) -> [(Token.Kind, String)] {
    let stream = schema.analyzer.tokens(of: text)
    var forms: [(Token.Kind, String)] = []
    var position: UInt32 = 0
    let last = stream.tokens.last?.position ?? 0
    // A word without spaces may still have any number of parts.
    while position < last, forms.count < QueryParser.maximumWords {
      position += 1
      let here = stream.tokens.filter { $0.position == position }
      // The first position of a composite has both the whole and its first part; the next positions
      // have the other parts.
      let end = here.first { !$0.isPart }?.byteRange.upperBound ?? 0
      let isComposite = stream.tokens.contains {
        $0.position == position + 1 && $0.isPart && $0.byteRange.upperBound <= end
      }
      let candidates =
        isComposite || !here.contains { !$0.isPart }
        ? here.filter(\.isPart) : here.filter { !$0.isPart }
      guard
        let token = candidates.first(where: { $0.kind == .exact && !isFolded })
          ?? candidates.first(where: { $0.kind == .word })
      else { continue }
      forms.append((token.kind, stream.term(of: token)))
    }
    return forms
  }

  /// A number with its unit, in the ways in which texts write it.
  mutating func amountQuery(
    _ amount: Amount, _ fields: [Field]
  ) throws(XapianError) -> Query? {
    var queries: [Query] = []
    for spelling in isExact ? [amount.text] : amount.spellings {
      if let query = try phraseQuery(spelling, fields) { queries.append(query) }
    }
    return queries.count > 1 ? .or(queries) : queries.first
  }

  /// Words as typed, near each other in any one of the fields.
  mutating func nearQuery(
    _ words: [String], _ distance: Int, _ fields: [Field]
  ) throws(XapianError) -> Query? {
    let forms = words.flatMap { exactForms(of: $0) }.prefix(QueryParser.maximumWords)
    guard forms.count > 1 else { return try phraseQuery(words.joined(separator: " "), fields) }
    let (_, names) = Self.parted(fields)
    return .or(
      WordTerms.of(fields).map { scope in
        let terms = forms.flatMap { scope.terms($0.0, $0.1) }
        for term in terms { compiled.highlights.add(term, in: scope.only) }
        let query = scope.near(terms.map { .term($0) }, distance + forms.count - 1)
        return names.contains(scope.field) ? .scaled(query, by: Self.weightOfNames) : query
      })
  }
}
