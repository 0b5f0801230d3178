internal import DutchText
internal import Xapian

// The terms by which sets, their passages and their files are named, and the documents that hold
// the text.

extension Schema {
  /// The term of all passages of a set.
  package func setTerm(_ key: String) -> String {
    Self.setPrefix + ContentDigest(of: Array(Self.folded(key).utf8)).shortText
  }

  /// The terms that the passages of a set with a question number have, and no others (0: the one
  /// without numbers).
  package func passageTerms(_ key: String, question: Int) -> [String] {
    [setTerm(key), question == 0 ? Self.questionNumberPrefix : questionNumberTerm(question)]
  }

  /// The term of a question number in any set.
  package func questionNumberTerm(_ number: Int) -> String {
    "\(Self.questionNumberPrefix)\(number)"
  }

  /// The term of the set document and all passages of a source file. `digest` is that of its path.
  func sourceTerm(_ digest: ContentDigest) -> String { sourceTerm(named: digest.name) }

  /// The same for the short name of the file, as `Slot.set` has it.
  package func sourceTerm(named name: [UInt8]) -> String {
    Self.sourcePrefix + ContentDigest.text(ofName: name)
  }

  /// The term of set documents. A search leaves them out.
  package static let setDocumentTerm = visibilityPrefix + "set"

  /// The terms of documents that no search finds, whatever it asks for.
  package static let neverSearched = [supersededTerm, setDocumentTerm]

  /// A key in comparable form: lower case without white space; a digest if it is too long for a
  /// term.
  package static func folded(_ value: String) -> String {
    // Nearly all keys are ASCII, and a large index has hundreds of thousands.
    let isASCII = value.utf8.allSatisfy { $0 < 0x80 }
    let text =
      isASCII
      ? String(decoding: value.utf8.compactMap(foldedASCII), as: UTF8.self)
      : value.lowercased().filter { !$0.isWhitespace }
    guard text.utf8.count > Analyzer.maximumTermLength else { return text }
    return ContentDigest(of: Array(text.utf8)).hexadecimal
  }

  private static func foldedASCII(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: " "), UInt8(ascii: "\t")...UInt8(ascii: "\r"): nil
    default: byte
    }
  }

  // MARK: Documents

  /// Adds what a passage is found by as a part of its set and file, and where its text lies.
  func addPlace(of stored: StoredPassage, _ source: ContentDigest, _ document: inout Document) {
    addKey(sourceTerm(source), &document)
    let questions = Set(stored.passage.questions)
    let terms = (questions.isEmpty ? [0] : questions).sorted().flatMap {
      passageTerms(stored.setKey, question: $0)
    }
    for term in Set(terms).sorted() { addKey(term, &document) }
    document.setValue(source.name, slot: Slot.set.rawValue)
    document.data = PassagePlace.encoded(stored.ordinal)
  }

  /// The document that holds the texts of a source file and has the words of the set. `source` is
  /// the digest of the file's path.
  func setDocument(for set: PreparedSet, sourceDigest source: ContentDigest) -> Document {
    var document = set.words
    document.data = set.record
    addKey(Self.setDocumentTerm, &document)
    addKey(sourceTerm(source), &document)
    document.setValue(source.name, slot: Slot.name.rawValue)
    return document
  }
}
