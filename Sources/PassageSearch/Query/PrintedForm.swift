internal import DutchText
internal import PassageStore
internal import Xapian

/// Finds how texts print a folded word: with its accents and capitals.
struct PrintedForm {
  let index: OpenIndex

  /// The maximum number of passages that are read for it.
  private static let maximumPassages = 5

  /// The word as most of a few passages print it in one of some fields; as it is if none has it in
  /// this form.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  func of(
    _ word: String, in fields: [Field] = Field.searchedByDefault
  ) throws(IndexError) -> String {
    var forms: [String: Int] = [:]
    // As a part of what is written as one word: GroenLinks-PvdA.
    var partForms: [String: Int] = [:]
    for field in fields where forms.isEmpty {
      let passages = try index.passages(
        matching: .term(Schema.term(field, .word, word)), limit: Self.maximumPassages)
      for stored in passages {
        for text in stored.texts(of: field) {
          count(word, in: text, isName: field.row.form == .name, &forms, &partForms)
        }
      }
    }
    // Equals come in the order of their letters, so that the answer is always the same.
    if forms.isEmpty { forms = partForms }
    return forms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? word
  }

  private func count(
    _ word: String, in text: String, isName: Bool, _ forms: inout [String: Int],
    _ partForms: inout [String: Int]
  ) {
    let analyzer = index.schema.analyzer
    let bytes = Array(text.utf8)
    let stream = analyzer.tokens(of: text)
    for token in stream.tokens where token.kind == .word && stream.term(of: token) == word {
      let form =
        isName
        ? String(decoding: bytes[token.byteRange], as: UTF8.self)
        : Self.form(of: token, in: bytes, analyzer)
      if token.isPart {
        partForms[form, default: 0] += 1
      } else {
        forms[form, default: 0] += 1
      }
    }
  }

  /// A word as a text prints it, but without the capital that begins a sentence, unless the lexicon
  /// has it as a name.
  static func form(of token: Token, in text: [UInt8], _ analyzer: Analyzer) -> String {
    let printed = String(decoding: text[token.byteRange], as: UTF8.self)
    let small = printed.lowercased()
    guard printed != small, printed.dropFirst() == small.dropFirst(),
      beginsSentence(after: text[..<token.byteRange.lowerBound]),
      analyzer.listing(of: printed) != .name
    else { return printed }
    return small
  }

  /// Whether a sentence, a quotation or a text begins after some text.
  private static func beginsSentence(after text: ArraySlice<UInt8>) -> Bool {
    var text = text
    while let last = text.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") {
      text.removeLast()
    }
    // No scalar has more than four bytes.
    let last = String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last
    return last.map(signsBeforeSentence.contains) ?? true
  }

  private static let signsBeforeSentence = Set(".?!:\"'«“„‘-–•".unicodeScalars)
}
