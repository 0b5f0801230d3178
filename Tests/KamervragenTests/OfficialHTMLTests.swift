import Testing

@testable import Kamervragen

/// The pages of officielebekendmakingen.nl.
@Suite("Official HTML") struct OfficialHTMLTests {
  private static let sentences = """
    <p>Vragen van het lid Verbeeten (Landelijke Lijst) aan de Minister van
       Financiën over de
       veerpont (ingezonden 4 januari 2016)</p>
    <p>Antwoord van Minister Ruyter (Financiën) mede namens de Minister van Defensie (ontvangen 4 februari 2016).</p>
    """

  private func page(
    _ body: String, meta: String = "", block: String = "div class=\"stuk broodtekst\""
  )
    -> String
  {
    let name = block.split(separator: " ").first ?? "div"
    return """
      <!DOCTYPE html>
      <html lang="nl"><head><meta charset="utf-8"><title>Officiële bekendmakingen</title>\(meta)
      <script>if (a<b && c>d) { document.write("<p>Vraag 9</p>") }</script></head>
      <body><nav><ul><li>Home</li></ul></nav><table><tr><th>Organisatie</th></tr></table>
      <\(block)>\(body)</\(name)><footer><p>Over deze website</p></footer></body></html>
      """
  }

  private func refusal(_ text: String) -> String? {
    do {
      _ = try read(text, name: "pagina.html")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("Every field of a page, hard-wrapped, with boxes of notes")
  func fields() throws {
    let set = try read(
      page(
        """
        <p>Tweede Kamer der Staten-Generaal</p><p>2</p>
        <p>Vergaderjaar 2015–2016</p><p>Aanhangsel van de Handelingen</p>
        <p>Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden</p>
        <p>9021</p>
        \(Self.sentences)
        <div class="vraag">
          <h2 class="stuktitel no-toc"><a id="d1e43" name="d1e43"></a>Vraag 1
          </h2>
          <p>Tekst van
             de vraag?<a class="nootnum supernote-click-ID-2016Z99001-d1e57" href="#ID-2016Z99001-d1e57">1</a>
             <a class="nootnum supernote-click-n2" href="#n2">2</a></p>
        </div>
        <div class="antwoord"><h2 class="stuktitel no-toc">Antwoord 1</h2><p>Vraag 3</p><p>Ja.</p></div>
        <div class="vraag"><h2 class="stuktitel no-toc">Vraag 2, 3</h2><p>En?</p></div>
        <div class="antwoord"><h2 class="stuktitel no-toc">Antwoord 2 en 3</h2>
          <p>Nee:</p><ul><li>een;</li><li><p>twee.</p></li></ul><ol start="4"><li>vier</li></ol>
          <table><tr><th>Jaar</th><th>Aantal</th></tr><tr><td>2015</td><td>12</td></tr></table></div>
        <div class="kamervraagopmerking"><p>Toelichting: Deze vragen dienen ter aanvulling.</p></div>
        <div id="noten"><hr />
         <div class="voet noot snp-mouseoffset snb-pinned notedefault" id="supernote-note-ID-2016Z99001-d1e57">
          <h5 class="note-close"><a class="note-close" href="#close-ID-2016Z99001-d1e57">X</a> Noot
          </h5><sup><span class="nootnum"><a id="ID-2016Z99001-d1e57" name="ID-2016Z99001-d1e57"></a>1</span></sup>
          <p><a href="http://krant.example/x" title="link naar http://krant.example/x" class="externe_link">http://krant.example/x</a></p></div>
         <div class="voet noot" id="supernote-note-n2">
          <h5 class="note-close"><a class="note-close" href="#close-n2">X</a> Noot
          </h5><sup><span class="nootnum"><a id="n2" name="n2"></a>2</span></sup>
          <p>Blad,
             2 januari 2016.</p></div></div>
        """,
        meta: """
          <meta name="DC.identifier" content="ah-tk-20152016-9021">
          <meta name="OVERHEIDop.vraagnummer" content="2016Z99001">
          <meta name="OVERHEIDop.indiener" content="X.Y. Verbeeten">
          """))
    #expect(set.form == .html)
    #expect(set.kind == .answered)
    #expect(set.identifier == "ah-tk-20152016-9021")
    #expect(set.number == "9021")
    #expect(set.caseNumber == "2016Z99001")
    #expect(set.chamber == .tweedeKamer)
    #expect(set.session == "2015-2016")
    #expect(set.subject == "de veerpont")
    #expect(set.members == [Member(name: "Verbeeten", party: "Landelijke Lijst")])
    #expect(set.addressees == ["Minister van Financiën"])
    #expect(
      set.respondents == [Respondent(role: "Minister", name: "Ruyter", portfolio: "Financiën")])
    #expect(set.onBehalfOf == ["Minister van Defensie"])
    #expect(set.submitted?.description == "2016-01-04")
    #expect(set.received?.description == "2016-02-04")
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Tekst van de vraag?¹ ²", answerText: "Vraag 3\n\nJa.",
          footnotes: [
            Footnote(mark: "1", text: "http://krant.example/x"),
            Footnote(mark: "2", text: "Blad, 2 januari 2016."),
          ]),
        Passage(
          questions: [2, 3], questionText: "En?",
          answerText: "Nee:\n\n• een;\n\n• twee.\n\n4. vier\n\nJaar | Aantal\n\n2015 | 12"),
      ])
    #expect(set.remarks == ["Toelichting: Deze vragen dienen ter aanvulling."])
    #expect(set.footnotes == [])
    #expect(set.warnings == [])
  }

  @Test("The number may be a paragraph, and a mark may stand in the heading")
  func numberParagraph() throws {
    let set = try read(
      page(
        """
        \(Self.sentences)
        <div class="vraag"><p class="nummer">1</p><p>Een?</p></div>
        <div class="antwoord"><p class="nummer">1</p><p>Ja.</p></div>
        <div class="vraag"><h2 class="stuktitel">Vraag 2<a class="nootnum" href="#n1">1</a></h2><p>Twee?</p></div>
        <div class="antwoord"><h2 class="stuktitel">Antwoord 2</h2><p>Nee.</p></div>
        <div id="noten"><div class="noot" id="n1"><span class="nootnum">1</span><p>Krant.</p></div></div>
        """))
    #expect(set.passages.map(\.questions) == [[1], [2]])
    #expect(set.passages.map(\.answerText) == ["Ja.", "Nee."])
    #expect(set.passages[1].questionText == "Twee?¹")
    #expect(set.passages[1].footnotes == [Footnote(mark: "1", text: "Krant.")])
    #expect(set.identifier == nil)
    #expect(set.warnings == [])
  }

  @Test(
    "On newer pages the main part has the text",
    arguments: ["main class=\"global-main\"", "article", "div id=\"content\"", "div"])
  func layouts(block: String) throws {
    let set = try read(
      page(
        """
        <table><tr><th>Datum publicatie</th><th>Organisatie</th><th>Vergaderjaar</th><th>Nummer</th><th>Datum ontvangst</th></tr>
          <tr><td>05-02-2016</td><td>Tweede Kamer der Staten-Generaal</td><td>2015-2016</td><td>9021</td><td>04-02-2016</td></tr></table>
        <p>Vragen van het lid Verbeeten (Landelijke Lijst) aan de Minister van Financiën over de veerpont</p>
        <section><div class="vraag"><h3>Vraag 1</h3><p>Een?</p></div>
        <div class="antwoord"><h3>Antwoord 1</h3><p>Ja.</p></div></section>
        """, block: block))
    #expect(set.number == "9021")
    #expect(set.session == "2015-2016")
    #expect(set.received?.description == "2016-02-04")
    #expect(set.subject == "de veerpont")
    #expect(set.passages == [Passage(questions: [1], questionText: "Een?", answerText: "Ja.")])
  }

  @Test("Without classes the headings tell the parts")
  func headings() throws {
    let set = try read(
      page(
        """
        \(Self.sentences)
        <h3>Vraag 1</h3><p>Een?</p><h3>Antwoord 1</h3><p>Vraag 2</p><p>Ja.</p>
        <h3>Vraag 2</h3><p>Twee?</p><h3>Antwoord 2</h3><p>Nee.</p><h3>Toelichting</h3><p>Zo is het.</p>
        """, block: "main class=\"global-main\""))
    #expect(
      set.passages == [
        Passage(questions: [1], questionText: "Een?", answerText: "Vraag 2\n\nJa."),
        Passage(questions: [2], questionText: "Twee?", answerText: "Nee."),
      ])
    #expect(set.remarks == ["Toelichting: Zo is het."])
    #expect(set.warnings == [])
  }

  @Test("Without headings the lines tell the parts")
  func lines() throws {
    let set = try read(
      page(
        "\(Self.sentences)<p><b>Vraag 1</b></p><p>Een?</p><p><b>Antwoord 1</b></p><p>Ja.<br><br>Zeker.</p>",
        block: "article"))
    #expect(set.form == .html)
    #expect(
      set.passages == [Passage(questions: [1], questionText: "Een?", answerText: "Ja.\n\nZeker.")])
  }

  @Test("A page under a name that ends in xml, and XHTML, are pages")
  func names() throws {
    let text = page(
      Self.sentences
        + "<div class=\"vraag\"><h2>Vraag 1</h2><p>Een?</p></div><div class=\"antwoord\"><h2>Antwoord 1</h2><p>Ja.</p></div>"
    )
    #expect(try read(text, name: "ah-tk-20152016-9021.xml").form == .html)
    let declared =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- -->\n"
      + text.replacing("<!DOCTYPE html>", with: "")
    #expect(try read(declared).form == .html)
  }

  @Test(
    "A page that is no publication is refused",
    arguments: [
      "<html><head><title>404</title></head><body><h1>Pagina niet gevonden</h1><p>De pagina die u zoekt is niet gevonden.</p></body></html>",
      "<!DOCTYPE html><html><body><main><h1>Zoekresultaten</h1><ul><li><a href=\"/ah-tk-20242025-9001.html\">Vragen van het lid Verbeeten (LL) aan de Minister van Financiën over de veerpont</a></li></ul></main></body></html>",
      "<html><body></body></html>", "<html>", "<!DOCTYPE html>",
      "<html><body><div class=\"stuk\"><p>Verslag van een debat</p></div></body></html>",
    ])
  func otherPages(text: String) {
    let message = refusal(text) ?? "gelezen"
    #expect(
      message.hasPrefix("dit zijn geen Kamervragen: ") || message.hasPrefix("dit HTML-bestand"))
  }

  @Test("A page that says that its publication is not there is refused with its words")
  func unavailable() {
    #expect(
      refusal(page("<p>Deze publicatie is niet beschikbaar in HTML-formaat.</p>"))
        == "dit zijn geen Kamervragen: de tekst van de publicatie (het bestand meldt: «Deze publicatie is niet beschikbaar in HTML-formaat.») ontbreekt"
    )
  }
}
