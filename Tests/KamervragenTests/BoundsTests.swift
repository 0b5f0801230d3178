import Testing

@testable import Kamervragen

/// What a set, and what a document in markup, may have.
@Suite("Bounds") struct BoundsTests {
  private func refusal(_ text: String, name: String = "set.txt") -> ReadError? {
    do {
      _ = try read(text, name: name)
      return nil
    } catch {
      return error as? ReadError
    }
  }

  /// What a set of so many passages has too much of after a change.
  private func excess(
    passages: Int = 1, _ change: (inout QuestionSet) -> Void
  ) -> ReadError? {
    var set = QuestionSet(kind: .questions)
    set.passages = Array(
      repeating: Passage(questions: [1], questionText: "Kent u dit?"), count: passages)
    change(&set)
    do {
      try SetBounds.standard.check(set)
      return nil
    } catch {
      return error
    }
  }

  @Test("A set may have as much as a bound says, and no more")
  func bounds() {
    let member = Member(name: "Jansen", party: "SP")
    #expect(excess { $0.members = Array(repeating: member, count: 300) } == nil)
    #expect(
      excess { $0.members = Array(repeating: member, count: 301) }
        == .exceedsBound(what: "indieners", found: 301, limit: 300))
    #expect(excess(passages: 2_000) { _ in } == nil)
    #expect(
      excess(passages: 2_001) { _ in }
        == .exceedsBound(what: "passages", found: 2_001, limit: 2_000))
    let note = Footnote(mark: "1", text: "Krant")
    #expect(
      excess {
        $0.passages[0].footnotes = Array(repeating: note, count: 5_000)
        $0.footnotes = [note]
      } == .exceedsBound(what: "noten", found: 5_001, limit: 5_000))
    #expect(
      excess { $0.subject = String(repeating: "é", count: 10_001) }
        == .exceedsBound(what: "bytes in het onderwerp", found: 20_002, limit: 20_000))
    #expect(
      excess { $0.addressees = [String(repeating: "a", count: 4_001)] }
        == .exceedsBound(what: "bytes in een naam", found: 4_001, limit: 4_000))
    #expect(
      excess { $0.remarks = [String(repeating: "a", count: 4 << 20)] }
        == .exceedsBound(what: "bytes aan tekst", found: 4_194_315, limit: 4_194_304))
  }

  @Test("Topics, keywords and an abstract have bounds, eight times what is real")
  func topics() {
    #expect(excess { $0.topics = (1...100).map { "Recht | Deel \($0)" } } == nil)
    #expect(
      excess { $0.topics = (1...101).map { "Recht | Deel \($0)" } }
        == .exceedsBound(what: "thema's", found: 101, limit: 100))
    #expect(
      excess { $0.topics = ["Recht", String(repeating: "a", count: 4_001)] }
        == .exceedsBound(what: "bytes in een thema", found: 4_001, limit: 4_000))
    #expect(
      excess { $0.keywords = String(repeating: "é", count: 2_001) }
        == .exceedsBound(what: "bytes aan trefwoorden", found: 4_002, limit: 4_000))
    #expect(
      excess { $0.abstract = String(repeating: "a", count: 20_001) }
        == .exceedsBound(what: "bytes in de samenvatting", found: 20_001, limit: 20_000))
    func stored(_ passages: Int) -> ReadError? {
      excess(passages: passages) {
        $0.topics = ["Recht"]
        $0.keywords = String(repeating: "a", count: 4_000)
        $0.abstract = String(repeating: "a", count: 20_000)
      }
    }
    #expect(stored(347) == nil)
    // 24,107 bytes of heading and 11 of text for each.
    #expect(
      stored(348)
        == .exceedsBound(
          what: "bytes aan tekst met bij elke passage de kop", found: 348 * 24_118,
          limit: 8_388_608))
  }

  @Test("A long subject counts for each passage, since each is stored with it")
  func stored() {
    func stored(_ passages: Int) -> ReadError? {
      excess(passages: passages) { $0.subject = String(repeating: "a", count: 20_000) }
    }
    #expect(stored(417) == nil)
    // 20,100 bytes of heading and 11 of text for each.
    #expect(
      stored(418)
        == .exceedsBound(
          what: "bytes aan tekst met bij elke passage de kop", found: 418 * 20_111,
          limit: 8_388_608))
  }

  @Test("Every form is checked, and says in Dutch what there is too much of")
  func forms() {
    let names = Array(repeating: "Jansen", count: 301).joined(separator: ", ")
    let sentence = "Vragen van de leden \(names) (SP) aan de Minister van Defensie over de marine"
    let members = ReadError.exceedsBound(what: "indieners", found: 301, limit: 300)
    #expect(
      refusal("\(sentence) (ingezonden 3 maart 2025).\n\nVraag 1\n\nKent u dit?\n") == members)
    #expect(
      refusal(
        "<kamervragen><omschr>\(sentence)</omschr><vraag><nr>1</nr><al>Ja?</al></vraag></kamervragen>",
        name: "a.xml") == members)
    #expect(
      refusal(
        "<html><body><p>\(sentence)</p><h2>Vraag 1</h2><p>Ja?</p></body></html>", name: "a.html")
        == members)
    let texts = Array(repeating: "\"Ja?\"", count: 2_001).joined(separator: ",")
    #expect(
      refusal(
        "{\"identifier\":\"kv-tk-2024Z00001\",\"text\":[\(texts)],\"meta\":{}}", name: "a.json")
        == .exceedsBound(what: "passages", found: 2_001, limit: 2_000))
    #expect(
      "\(members)"
        == "het heeft meer dan een set kan hebben: 301 indieners; het maximum is 300")
  }

  @Test("A file that is text is smaller than one that has pictures")
  func textSize() {
    let size = SourceReader.textLimit + 1
    #expect(
      refusal(String(repeating: "a", count: size))
        == .tooLarge(size: size, limit: SourceReader.textLimit))
    // What is packed is told by its first bytes, however large it is.
    #expect(
      refusal("{\\rtf" + String(repeating: "a", count: size))
        == .unknownForm(found: "RTF"))
  }

  @Test("Metadata with more than a set can have are named and left alone")
  func metadata() throws {
    let names = (0...300).map {
      "<metadata name=\"OVERHEIDop.indiener\" content=\"Jansen \($0)\"/>"
    }
    let set = try SourceReader.read(
      Array("Vraag 1\n\nKent u dit?\n\nVraag 2\n\nEn dit?\n".utf8), name: "a.txt",
      metadata: Array("<metadata_gegevens>\(names.joined())</metadata_gegevens>".utf8))
    #expect(set.members.isEmpty)
    #expect(
      set.warnings.last
        == "De metadata bij dit document zijn niet te lezen: het heeft meer dan een set kan hebben: 301 indieners; het maximum is 300."
    )
  }

  // MARK: Markup

  private func damage(_ text: String, _ form: SourceForm = .xml) -> String? {
    do {
      _ = try MarkupBounds.bounded(Array(text.utf8), form: form)
      return nil
    } catch {
      guard case .damaged(_, let reason) = error else { return "\(error)" }
      return reason
    }
  }

  @Test("Attributes that a document type gives to every element count for every element")
  func defaults() {
    let list = (0..<250).map { "a\($0) CDATA 'x'" }.joined(separator: " ")
    func document(_ elements: Int) -> String {
      "<!DOCTYPE a [<!ATTLIST b \(list)>]><a>" + String(repeating: "<b/>", count: elements) + "</a>"
    }
    #expect(damage(document(1_999)) == nil)
    #expect(damage(document(2_000)) == "het heeft meer dan 500000 attributen")
    #expect(
      refusal(document(2_000), name: "a.xml")?.description.hasSuffix("500000 attributen") == true)
  }

  @Test("A document type that cannot be counted, or is too long, is refused")
  func doctypes() {
    #expect(
      damage("<!DOCTYPE a [<!ENTITY % p \"<!ATTLIST b c CDATA 'x'>\"> %p;]><a/>")
        == "het documenttype heeft parameterentiteiten")
    #expect(
      damage("<!DOCTYPE a [<!ENTITY" + String(repeating: " ", count: 500) + "% p 'x'>]><a/>")
        == "het documenttype heeft parameterentiteiten")
    #expect(
      damage("<!DOCTYPE a [" + String(repeating: "<!ELEMENT b ANY>", count: 5_000) + "]><a/>")
        == "het documenttype is langer dan 65536 bytes")
    #expect(
      damage(
        "<!DOCTYPE a PUBLIC \"x\" \"y\" [<!-- ' --><?b ' ?><!ENTITY % l PUBLIC \"p\" \"l.ent\"><!ENTITY e \"é\">]><a/>"
      )
        == nil)
  }

  @Test("Comments, instructions and references to entities count as elements do")
  func nodes() {
    let limit = MarkupBounds.nodeLimit
    for piece in ["<!---->", "<?a?>", "&b;"] {
      let text = "<a>" + String(repeating: piece, count: limit)
      #expect(damage(text) == "het heeft meer dan 400000 onderdelen", "\(piece)")
    }
    #expect(damage("<a>" + String(repeating: "&amp;", count: limit)) == nil)
  }

  @Test(
    "Encodings in which a tag is not written as in ASCII are refused",
    arguments: ["UTF-7", "ebcdic-cp-us"])
  func encodings(name: String) {
    #expect(
      damage("<?xml version='1.0' encoding='\(name)'?><a/>")
        == "de codering «\(name)» wordt niet gelezen")
  }

  @Test("Long text and long CDATA come in pieces and are the same text")
  func longText() throws {
    let words = String(repeating: "woord é ", count: 15_000)
    let data = String(repeating: "<a & b> ]] ", count: 8_000)
    let text = "<a>\(words)<b/><![CDATA[\(data)]]></a>"
    let bounded = try MarkupBounds.bounded(Array(text.utf8), form: .xml)
    let longest = bounded.split(separator: UInt8(ascii: "<")).map(\.count).max() ?? 0
    #expect(longest < MarkupBounds.textLimit + 100)
    var found = ""
    var pieces = 0
    try XMLEvents.read(Array(text.utf8), form: .xml) { event throws(ReadError) in
      guard case .text(let piece) = event else { return }
      found += piece
      pieces += 1
    }
    #expect(found == words + data)
    #expect(pieces == 11)
  }

  @Test("What is short is given to libxml2 as it is")
  func shortText() throws {
    let text = Array("<a b='1'>één <![CDATA[<x>]]> &amp; twee</a>".utf8)
    #expect(try MarkupBounds.bounded(text, form: .xml) == text)
  }

  @Test("Notes in notes and tables in tables have an end")
  func nesting() {
    func document(_ open: String, _ close: String, _ count: Int) -> String {
      "<kamervragen><vraag><nr>1</nr><al>Ja?</al>" + String(repeating: open, count: count)
        + String(repeating: close, count: count) + "</vraag></kamervragen>"
    }
    #expect(refusal(document("<noot>", "</noot>", 10), name: "a.xml") == nil)
    #expect(
      refusal(document("<noot>", "</noot>", 11), name: "a.xml")
        == .exceedsBound(what: "noten in elkaar", found: 11, limit: 10))
    #expect(refusal(document("<row><entry>", "</entry></row>", 20), name: "a.xml") == nil)
    #expect(
      refusal(document("<row><entry>", "</entry></row>", 21), name: "a.xml")
        == .exceedsBound(what: "rijen van tabellen in elkaar", found: 21, limit: 20))
  }

  @Test("A part of an office document has the same bounds")
  func office() {
    let attributes = (0...300).map { " a\($0)=\"x\"" }.joined()
    #expect(
      throws: ReadError.damaged(form: .docx, reason: "een element heeft meer dan 300 attributen")
    ) {
      try SourceReader.read(Docx(body: "<w:p\(attributes)/>").bytes, name: "a.docx")
    }
  }
}
