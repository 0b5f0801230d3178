internal import DutchText
internal import Kamervragen
internal import Xapian

// The words of set documents. They say what a set as a whole is about: how often it has a word in
// any form, by itself or inside a compound, and which words its subject has.

extension Schema {
  private static let wordMark = UInt8(ascii: "+")
  private static let subjectMark = UInt8(ascii: "^")

  /// What the terms of the words of sets begin with. No passage has such terms.
  package static let setWordPrefix = String(decoding: [wordMark], as: UTF8.self)

  /// The term of sets with a word. `base` is the term that the forms of the word share.
  package static func setWord(_ base: String) -> String { setWordPrefix + base }

  /// The term of sets whose subject has a word.
  package static func subjectWord(_ base: String) -> String {
    String(decoding: [subjectMark], as: UTF8.self) + base
  }

  /// A document with the words of a set. Those that nearly every set has are left out, and so are
  /// numbers.
  func words(of set: StoredSet, _ stream: inout TokenStream) -> Document {
    var document = Document()
    let texts = set.passages.filter { !BoilerplateQuestion.isRequest($0.questionText) }
      .flatMap { [$0.questionText, $0.answerText ?? ""] }
    let notes = set.passages.flatMap { $0.footnotes.map(\.text) }
    let subject = [set.heading.subject ?? ""]
    add(texts + notes + set.remarks + subject, Self.wordMark, &stream, &document)
    add(subject, Self.subjectMark, &stream, &document)
    return document
  }

  private func add(
    _ texts: [String], _ mark: UInt8, _ stream: inout TokenStream, _ document: inout Document
  ) {
    for text in texts where !text.isEmpty {
      stream.removeAll()
      var text = text
      text.withUTF8 { analyzer.analyze($0, into: &stream) }
      var addresses = WebAddresses.ranges(in: text)[...]
      for (place, token) in stream.tokens.enumerated() where token.kind != .exact {
        while let first = addresses.first, first.upperBound <= token.byteRange.lowerBound {
          addresses.removeFirst()
        }
        if let first = addresses.first, first.lowerBound <= token.byteRange.lowerBound { continue }
        let bytes = stream.bytes(of: token)
        guard let initial = bytes.first, initial >= UInt8(ascii: "a") else { continue }
        if token.kind == .word {
          // A word with a stem counts as that. What it completes with others is no stem of it.
          let here = stream.tokens[(place + 1)...].prefix { $0.position == token.position }
          let hasStem = here.contains {
            $0.kind == .stem && !$0.isOfSeveral && $0.isPart == token.isPart
          }
          if hasStem { continue }
          if Stopwords.words.contains(stream.term(of: token)) { continue }
        }
        document.addPosting(bytes, prefix: [mark], position: 0, frequency: 1)
      }
    }
  }
}
