import DutchText
import Foundation
import Kamervragen
import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

/// The bytes that lie in an index. A change that one of these tests finds makes indexes that are
/// there unreadable, or wrong without a word: it needs another `Schema.version`.
@Suite("What lies in an index")
struct IndexContractTests {
  private static let source = "/x/ï/a b.md"

  /// A set in which everything is filled in.
  private static var set: QuestionSet {
    var set = StoredSetTests.filled.heading
    set.topics = ["Economie | Ondernemen", "Zorg"]
    set.keywords = "haven; sluis"
    set.abstract = "Kort."
    set.form = .pdf
    set.answeredIn = ["ah-tk-20242025-800"]
    return set
  }

  private static var stored: StoredPassage {
    StoredPassage(
      set: set,
      passage: Passage(
        questions: [2, 3], questionText: "Zo’n OM-boete van 36 410?", answerText: "Huizen.",
        footnotes: [Footnote(mark: "1", text: "https://nrc.nl/dijk NRC")]),
      ordinal: 300, source: source)
  }

  /// ASCII as it is, and any other byte in hexadecimal between angle brackets.
  private func printed(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      (0x20..<0x7F).contains(byte)
        ? String(Unicode.Scalar(byte)) : "<" + String(byte, radix: 16, uppercase: true) + ">"
    }.joined()
  }

  @Test("An index says which schema, which reader and which analysis made it")
  func fingerprint() {
    #expect(
      Schema().fingerprint == "schema-10 reader-3 surface-3 kraaij-pohlmann-3")
  }

  @Test("Each field has its letter")
  func letters() {
    #expect(
      Field.allCases.map { "\($0.rawValue) \($0.letter == 0 ? "-" : printed([$0.letter]))" } == [
        "question Q", "answer A", "subject S", "footnote F", "remark R", "member M", "party P",
        "minister B", "topic T", "number N", "session J", "case Z", "kind K", "id I", "date -",
        "submitted -", "received -",
      ])
  }

  @Test("Each value has its slot")
  func slots() {
    #expect(
      Schema.Slot.allCases.map { "\($0.rawValue) \($0)" } == [
        "0 oldestFirst", "1 newestFirst", "2 byNumber", "3 set", "4 submitted", "5 facets",
        "6 received", "7 name",
      ])
  }

  @Test("A passage has these terms, at these positions, and these values")
  func document() {
    var stream = TokenStream()
    let document = Schema().document(
      for: Self.stored, sourceDigest: ContentDigest(of: Array(Self.source.utf8)),
      remarks: ["Toelichting:"], using: &stream)
    #expect(
      document.description.split(separator: "\n").sorted() == [
        "2 bytes of data", "36 @6 ×1", "36410 @6 ×1", "410 @6 ×1", "=NRC @3087 ×1", "=OM @3 ×1",
        "=financiën @2056 ×1", "A @1030 ×0", "B=financiën @14 ×1", "Ben @19 ×1", "Ben @5 ×1",
        "Bfinancien @14 ×1", "Bjustitie @18 ×1", "Bjustitie @4 ×1", "Bminister @1 ×1",
        "Bminister @16 ×1", "Bminister @8 ×1", "Bministerpresident @8 ×1", "Bpresident @9 ×1",
        "Bschoof @10 ×1", "Bstaatssecretaris @12 ×1", "Bvan @13 ×1", "Bvan @17 ×1", "Bvan @2 ×1",
        "Bveiligheid @20 ×1", "Bveiligheid @6 ×1", "Bweel @3 ×1", "B|Minister Van Weel ×0",
        "B|Minister-President Schoof ×0", "DnzPWEJ9PlxEo ×0", "EzkjkSSXhtIHI ×0", "F @3082 ×0",
        "F @3083 ×0", "F @3084 ×0", "F @3085 ×0", "F @3086 ×0", "Iah-tk-20242025-705 ×0",
        "J2024 ×0",
        "J2024-2025 ×0", "Kanswered ×0", "Mbikker @1 ×1", "Momtzigt @3 ×1", "M|Bikker ×0",
        "M|Omtzigt ×0", "N705 ×0", "Pchristenunie @1 ×1", "P|ChristenUnie ×0", "Q @1 ×0",
        "Q @2 ×0", "Q @3 ×0", "Q @4 ×0", "Q @5 ×0", "R @4111 ×0", "S @2055 ×0", "S @2056 ×0",
        "S @2057 ×0", "T:economie ×0", "T:economie|ondernemen ×0", "T:ondernemen ×0", "T:zorg ×0",
        "Teconomie @1 ×0", "Thaven @6 ×0", "Tondernemen @2 ×0", "Tsluis @7 ×0", "Tzorg @4 ×0",
        "T|Economie | Ondernemen ×0", "T|Economie ×0", "T|Zorg ×0", "T~haaf ×0",
        "T~onderneem ×0", "V2 ×0", "V3 ×0",
        "Z2024z16543 ×0", "[0] = <C><DA><83><F9><2><C1><0><CE>H<2>",
        "[1] = <F3>%|<F9><2><C1><0><CE>H<2>", "[2] = <7><E8><F9><2><C1><0><CE>H<2>",
        "[3] = <9F>3<D6><10><9F>O<97><11>(", "[4] = <C><D9>]",
        "[5] = ChristenUnie<1E>Bikker<1F>Omtzigt<1E><1>Van Weel<1F>Minister-President Schoof<1E>"
          + "Economie<1F>Economie | Ondernemen<1F>Zorg<1E><CA><1E><80>",
        "[6] = <C><DA><83>", "boete @4 ×1", "dijk @3086 ×0", "en @2058 ×1", "financien @2056 ×1",
        "https @3083 ×0", "huizen @1031 ×1", "ijs @2057 ×1", "nl @3085 ×0", "nrc @3084 ×0",
        "nrc @3087 ×1", "om @3 ×1", "omboete @3 ×1", "toelichting @4112 ×1", "van @5 ×1",
        "zo @2 ×1", "zo'n @2 ×1", "~huis ×1", "~omboet ×1", "~toelicht ×1",
      ])
  }

  @Test("A passage that says little has these terms and values")
  func bareDocument() {
    var stream = TokenStream()
    let document = Schema().document(
      for: StoredPassage(
        set: QuestionSet(kind: .other), passage: Passage(questions: [], questionText: ""),
        ordinal: 0, source: ""),
      sourceDigest: ContentDigest(of: []), using: &stream)
    #expect(
      document.description.split(separator: "\n").sorted() == [
        "1 bytes of data", "DmaoG0wFHmNhg ×0", "EmaoG0wFHmNhg ×0", "Kother ×0", "V ×0",
        "[0] = <FF><FF><FF><0>#<0>", "[1] = <FF><FF><FF><0>#<0>", "[2] = <FF><FF><0>#<0>",
        "[3] = <99><AA><6><D3><1>G<98><D8>`", "[5] = <1E><1E><1E><1E><1E><83>",
      ])
  }

  @Test("A set document has the record and its file")
  func setDocument() {
    let set = PreparedSet(record: [1, 2, 3], passages: [])
    #expect(
      Schema().setDocument(for: set, sourceDigest: ContentDigest(of: [])).description == """
        Hset ×0
        DmaoG0wFHmNhg ×0
        [7] = <99><AA><6><D3><1>G<98><D8>`
        3 bytes of data
        """)
  }

  @Test("The words of a set are those of its texts in any form, without numbers and function words")
  func setWords() {
    var heading = QuestionSet(kind: .answered)
    heading.subject = "de sluizen"
    let passage = Passage(
      questions: [1], questionText: "Welke sluis van 1950? Zie https://sluis.nl.",
      answerText: "Geen sluizen.")
    let set = StoredSet(heading: heading, passages: [passage, passage], source: "/a")
    var stream = TokenStream()
    let words = Schema().words(of: set, &stream).frequencies
    let sluis = Schema().analyzer.analysis(of: "sluis").term
    #expect(words[Schema.setWord(sluis)] == 5)
    #expect(words[Schema.subjectWord(sluis)] == 1)
    #expect(words.keys.allSatisfy { !$0.contains("1950") && !$0.contains("https") })
    #expect(words[Schema.setWord("de")] == nil)
  }

  @Test("A verb apart from its particle counts for a set by itself, and with the particle")
  func separatedVerb() throws {
    let schema = Schema(try Vocabulary(words: Array("invoeren\nvoeren\ntaks\n".utf8)))
    let passage = Passage(questions: [1], questionText: "Is een taks in te voeren?")
    let set = StoredSet(
      heading: QuestionSet(kind: .questions), passages: [passage], source: "/a")
    var stream = TokenStream()
    let words = schema.words(of: set, &stream).frequencies
    for word in ["voeren", "invoeren", "taks"] {
      #expect(words[Schema.setWord(schema.analyzer.analysis(of: word).term)] == 1, "\(word)")
    }
  }

  @Test("Passages that are not searched have terms that say so")
  func hidden() {
    #expect(Schema.askedElsewhereTerm == "Hvraag")
    #expect(Schema.supersededTerm == "Hversie")
  }

  @Test("The record of a set has these bytes")
  func setText() {
    let set = StoredSet(heading: Self.set, passages: [Self.stored.passage], source: Self.source)
    #expect(
      printed(set.encoded()) == """
        <C>/x/<C3><AF>/a b.md<13>ah-tk-20242025-705<8>answered<D>tweede-kamer<A>2024-2025<4>705<B>2024Z16543\
        <1B>financi<C3><AB>n <C2><AB><C4><B3>s<C2><BB> en <F0><9F><8C><B3><2><6>Bikker\
        <D>ChristenUnie<7>Omtzigt<0><1>#Minister van Justitie en Veiligheid<2><8>Minister\
        <8>Van Weel<17>Justitie en Veiligheid<12>Minister-President<6>Schoof<0><2>\
        <1F>Staatssecretaris van Financi<C3><AB>n<0><B>2024-02-29<B>2024-12-03<1>\
        <12>ah-tk-20242025-496<2><15>Economie | Ondernemen<4>Zorg<D>haven; sluis<6>Kort.<1><2><2>\
        <3><1B>Zo<E2><80><99>n OM-boete van 36 410?<8>Huizen.<1><1>1<17>https://nrc.nl/dijk NRC<0>
        """)
  }

  @Test("The ledger's record of a file has this key and these bytes")
  func fileRecord() {
    let file = SourceFile(
      path: Array(Self.source.utf8), size: 1234, modified: 1_733_216_400_123_456_789,
      metadata: MetadataSidecar(path: Array("/m.xml".utf8), size: 5, modified: -3))
    let digest = ContentDigest(of: [1, 2, 3])
    var entry = LedgerEntry(
      file, digest: digest,
      summary: SourceSummary(of: Self.set, source: Self.source, digest: digest, passages: 9),
      passages: 7)
    entry.visibility = .noticeOnly
    entry.adopted = ["Ikv-tk-2024z1"]
    entry.inherited.keywords = "veer"
    entry.refusal = LedgerEntry.Refusal(
      reason: "reden", first: "eerst", last: "laatst", tries: 2, reader: 1)
    #expect(entry.key == "file/nzPWEJ9PlxEo")
    #expect(
      printed(entry.encoded()) == """
        <6><C>/x/<C3><AF>/a b.md<D3><9><18><D><9F>"<8>=m<15><1><1><5>m.xml<5><FF><FF><FF><FF><FF>\
        <FF><FF><FD><10><AC>w<EB><88><CB><C4><B8><D4><EB><CE><9B>v2<AE>s;<7><1><1>\
        <D>Ikv-tk-2024z1<1><0><0><0><0><0><5>veer<1><5>reden<5>eerst<6>laatst<2><1><1>\
        <14>ah-tk-20242025-705<0><1><4><0><9><1><1><1><1><CA><1><B>2024Z16543<10><8C>[<C1>\
        <8D><D>qs<93><FA><A1>[zvTa<B0><1><12>ah-tk-20242025-800<1><12>ah-tk-20242025-496<E5><AE>\
        <D3><9><B3><B6><D3><9><0><F3><2><1><DB><DF><89>L<8><A6><B7>\
        <8B><1><1B>financi<C3><AB>n <C2><AB><C4><B3>s<C2>\
        <BB> en <F0><9F><8C><B3><2><6>Bikker<D>ChristenUnie<7>Omtzigt<0>\
        <1>#Minister van Justitie en Veiligheid<E5><AE><D3><9><2><15>Economie | Ondernemen\
        <4>Zorg<D>haven; sluis
        """)
  }

  @Test("The record of a set's links has this key and these bytes")
  func setRecord() {
    var record = SetRecord()
    record.sourceCount = 3
    record.sources = [OtherSource(path: "/a.xml", form: .xml)]
    record.links = [SetLink(relation: .laterVersion, set: "ah-tk-20242025-9")]
    #expect(SetRecord.key(of: "ah-tk-20242025-705") == "set/zkjkSSXhtIHI")
    #expect(
      printed(record.encoded()) == "<3><1><6>/a.xml<3>xml<1><C>laterVersion<10>ah-tk-20242025-9")
  }

  @Test("An index has these entries of its own among its metadata, and this stub")
  func metadata() async throws {
    let place = try TestIndex()
    try place.write(Publication(passages: [("1", "Wat?", "Dat.")]).text, to: "705.md")
    try await place.run()
    let keys = try Database(path: place.index).metadataEntries(withPrefix: "").map {
      $0.key.prefix { $0 != "/" }
    }
    #expect(keys.sorted() == ["file", "fingerprint", "lastRun", "madeBy", "shards"])
    #expect(
      try String(contentsOfFile: "\(place.index)/XAPIANDB", encoding: .utf8)
        == "auto generation-1/shard-1\n")
  }
}
