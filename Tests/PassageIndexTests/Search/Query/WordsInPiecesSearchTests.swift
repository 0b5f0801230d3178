import PassageStore
import TestSupport
import Testing

@testable import PassageSearch

@Suite("Verbs and words in pieces in a query")
struct WordsInPiecesSearchTests {
  private static let words = """
    geven geeft gaf gegeven gegevens vallen valt viel gevallen geval gevalletje blijken blijkt \
    bleek bleker bleekst bleke bleken bleekt afkeuren afkeurt afgekeurd keuren keurt keurde \
    gekeurd export exporteren import importeren handel handels bezit wapen wapenbezit \
    wapenhandel aanvoer afvoer doorvoer voer voeren voert aanvoeren voedsel water voorziening \
    voedselvoorziening watervoorziening en of in aan af door
    """

  /// An index of questions, numbered from 101, with these words.
  private func shelf(_ questions: String...) async throws -> (TestIndex, IndexReader) {
    let place = try TestIndex()
    for (offset, question) in questions.enumerated() {
      let publication = Publication(
        number: "\(101 + offset)", passages: [("1", question, "Daar zeg ik niets over.")])
      try place.write(publication.text, to: "\(offset).md")
    }
    let list = Self.words.split(whereSeparator: \.isWhitespace).joined(separator: "\n")
    try place.write(list, to: "../woorden")
    try await place.run(vocabulary: VocabularyFiles(words: place.path("../woorden")))
    return (place, try place.reader())
  }

  private func found(
    _ query: String, _ reader: IndexReader, all: Bool = true, isExact: Bool = false
  ) throws -> [String] {
    var request = SearchRequest(query)
    request.requiresAll = all
    request.isExact = isExact
    return try reader.search(request).results.compactMap(\.stored.set.number).sorted()
  }

  @Test("A verb finds its forms that are also other words, but not the forms of those")
  func verbs() async throws {
    let (place, reader) = try await shelf(
      "Is er geld gegeven?", "Waar zijn de gegevens?", "Is de nota afgekeurd?", "Wat bleek er?",
      "Zijn er gevallen?")
    #expect(try found("geven", reader) == ["101"])
    #expect(try found("gaf", reader) == ["101"])
    #expect(try found("afkeuren", reader) == ["103"])
    #expect(try found("blijken", reader) == ["104"])
    #expect(try found("geven", reader, isExact: true) == [])
    // Rather the plural of a noun: only a partial match.
    #expect(try found("vallen", reader) == [])
    #expect(try found("vallen", reader, all: false) == ["105"])
    _ = place
  }

  @Test("A form that is also another word finds the verb, below the word itself")
  func forms() async throws {
    let (place, reader) = try await shelf("Wat blijkt er?", "Wat bleek er?", "Wie geeft?")
    #expect(try found("bleek", reader) == ["102"])
    #expect(try found("bleek", reader, all: false) == ["101", "102"])
    _ = place
  }

  @Test("A name is no form of a verb")
  func names() async throws {
    let place = try TestIndex()
    let publication = Publication(number: "101", passages: [("1", "Wie bleek er?", "Niemand.")])
    try place.write(
      publication.text.replacing("bleek", with: "kwam").replacing("Bikker", with: "Bleek"),
      to: "1.md")
    let list = Self.words.split(whereSeparator: \.isWhitespace).joined(separator: "\n")
    try place.write(list, to: "../woorden")
    try await place.run(vocabulary: VocabularyFiles(words: place.path("../woorden")))
    let reader = try place.reader()
    #expect(try found("lid:bleek", reader) == ["101"])
    #expect(try found("blijken", reader, all: false) == [])
    #expect(try found("lid:blijken", reader) == [])
  }

  @Test("Suspended compounds in a query are each searched")
  func suspended() async throws {
    let (place, reader) = try await shelf(
      "Wat is de aanvoer, en wat de afvoer?", "Wat is de aan- en afvoer?", "Wat is de afvoer?",
      "Wat is wapenbezit, en wat wapenhandel?", "Wat is wapenbezit?",
      "Wat is de aanvoer, afvoer en doorvoer?")
    #expect(try found("aan- en afvoer", reader) == ["101", "102", "106"])
    #expect(try found("aan-, door- en afvoer", reader) == ["106"])
    #expect(try found("(aan- en afvoer) doorvoer", reader) == ["106"])
    #expect(try found("aan- OF doorvoer", reader) == ["101", "102", "106"])
    #expect(try found("vraag:(aan- of doorvoer)", reader) == ["106"])
    #expect(try found("wapenbezit en -handel", reader) == ["104"])
    // As typed between quotes and with --exact.
    #expect(try found("\"aan- en afvoer\"", reader) == ["102"])
    #expect(try found("aan- en afvoer", reader, isExact: true) == ["102"])
    _ = place
  }

  @Test("A minus excludes unless it completes a compound after «en» or «of»")
  func minus() async throws {
    let (place, reader) = try await shelf(
      "Wat is wapenbezit, en wat wapenhandel?", "Wat is wapenbezit?",
      "Wat is wapenbezit, wat handel?", "Wat is export?")
    // It also excludes the compounds that handel is a part of.
    #expect(try found("wapenbezit -handel", reader) == ["102"])
    #expect(try found("wapenbezit en -wapenhandel", reader) == ["102", "103"])
    #expect(try found("wapenbezit EN -handel", reader) == ["102"])
    #expect(try found("wapenbezit en NIET handel", reader) == ["102"])
    #expect(try found("export en -handel", reader) == ["104"])
    #expect(try found("wapenbezit en -wapenhandel", reader, isExact: true) == ["102", "103"])
    _ = place
  }

  @Test("Question words count only if there is nothing else")
  func questionWords() async throws {
    let (place, reader) = try await shelf(
      "Hoeveel export is er?", "Wanneer is er export?", "Waarover gaat import?")
    #expect(try found("hoeveel export", reader) == ["101", "102"])
    #expect(try found("wanneer import", reader) == ["103"])
    #expect(try found("in hoeverre export", reader) == ["101", "102"])
    #expect(try found("hoeveel", reader) == ["101"])
    #expect(try found("waarover", reader) == ["103"])
    #expect(try found("\"hoeveel export\"", reader) == ["101"])
    _ = place
  }
}
