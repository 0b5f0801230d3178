import DutchText
import Testing

@Suite("The tokens of Dutch text")
struct AnalyzerTests {
  @Test(
    "A word gives its form, its stem if different, and its exact form if folding loses something",
    arguments: [
      ("De opsporing", "1:de 2:opsporing 2:~opspoor"),
      ("klanten", "1:klanten 1:~klant"),
      ("financiën", "1:financien 1:=financiën"),
      ("financie\u{308}n", "1:financien 1:=financiën"),
      ("ideeën", "1:ideeen 1:=ideeën"),
      ("Straße", "1:strasse 1:=straße 1:~stras"),
      ("Yes\u{B8}ilgöz", "1:yesilgoz 1:=yesilgöz"),
      ("Ĳssel", "1:ijssel 1:~ijs"),
      ("IJssel", "1:ijssel 1:~ijs"),
      ("regel\u{AD}geving", "1:regelgeving 1:~relgeef"),
      ("OM", "1:om 1:=OM"),
      ("om", "1:om"),
    ])
  func words(_ text: String, _ expected: String) {
    #expect(Analyzer().tokens(of: text).description == expected)
  }

  @Test(
    "A composite is found whole, and by its parts at their positions",
    arguments: [
      ("GroenLinks-PvdA", "1:groenlinkspvda 1:+groenlinks 1:+~groenlink 2:+pvda"),
      (
        "EER-studenten",
        "1:eerstudenten 1:~eerstudent 1:+eer 1:+=EER 2:+studenten 2:+~student"
      ),
      ("e-mail", "1:email 1:+e 2:+mail"),
      ("COVID-19", "1:covid19 1:+covid 1:+=COVID 2:+19"),
      ("’s-Gravenhage", "1:sgravenhage 1:~sgravenhag 1:+s 2:+gravenhage 2:+~gravenhag"),
      ("ziekenhui-zen", "1:ziekenhuizen 1:~ziekenhuis 1:+ziekenhui 2:+zen"),
      ("2023–2024", "1:2023-2024 1:+2023 2:+2024"),
      ("wet- en regelgeving", "1:wet 2:en 3:regelgeving 3:~relgeef"),
      ("21ste 21e 2de", "1:21ste 1:~21e 1:+21 1:+ste 2:21e 2:+21 3:2de 3:~2e 3:+2 3:+de"),
    ])
  func composites(_ text: String, _ expected: String) {
    #expect(Analyzer().tokens(of: text).description == expected)
  }

  @Test(
    "A number is one term however it is grouped, and keeps its fraction",
    arguments: [
      ("36410", "1:36410"),
      ("36 410", "1:36410 1:+36 1:+410"),
      ("36\u{A0}410", "1:36410 1:+36 1:+410"),
      ("36\u{202F}410", "1:36410 1:+36 1:+410"),
      ("36.410", "1:36410 1:+36 1:+410"),
      ("36 410-XV", "1:36410xv 1:+36410 1:+36 1:+410 2:+xv 2:+=XV"),
      ("€ 1,5 miljoen", "1:euro 2:1,5 3:miljoen"),
      ("1.234,56", "1:1234,56 1:+1 1:+234"),
      ("1,2,3", "1:1 2:2 3:3"),
      ("12.10.2024", "1:12 2:10 3:2024"),
      ("in 2024 150 keer", "1:in 2:2024 3:150 4:keer"),
      ("80%", "1:80 2:procent"),
      ("80\u{A0}% 5\u{202F}%", "1:80 2:procent 3:5 4:procent"),
      ("3‰ 3 ‰", "1:3 2:promille 2:~promil 3:3 4:promille 4:~promil"),
      ("€5 € 5 €\u{A0}5", "1:euro 2:5 3:euro 4:5 5:euro 6:5"),
      ("x.nl/7%20a %20 a% € ‰", "1:x 2:nl 3:7 4:20a 4:+20 5:20 6:a"),
      ("65%-norm", "1:65 2:procent 3:norm"),
    ])
  func numbers(_ text: String, _ expected: String) {
    #expect(Analyzer().tokens(of: text).description == expected)
  }

  @Test(
    "Letters and digits in one word are also found apart if there is one border between them",
    arguments: [
      ("273f", "1:273f 1:+273"),
      ("126ff", "1:126ff 1:+126 1:+ff"),
      ("50PLUS", "1:50plus 1:+50 1:+plus"),
      ("JA21", "1:ja21 1:+ja 1:+21"),
      ("CO₂", "1:co2 1:+co 1:+2"),
      ("2024Z16543", "1:2024z16543"),
    ])
  func lettersAndDigits(_ text: String, _ expected: String) {
    #expect(Analyzer().tokens(of: text).description == expected)
  }

  @Test(
    "An abbreviation is the same with and without its full stops",
    arguments: [
      ("A.V.G.", "1:avg 1:=AVG"),
      ("AVG", "1:avg 1:=AVG"),
      ("m.b.t.", "1:mbt"),
      ("D.M. van Weel", "1:dm 1:=DM 2:van 3:weel"),
    ])
  func abbreviations(_ text: String, _ expected: String) {
    #expect(Analyzer().tokens(of: text).description == expected)
  }

  @Test(
    "Every kind of apostrophe joins an ending to its word",
    arguments: [
      ("zo'n", "1:zo'n 1:+zo"),
      ("zo’n", "1:zo'n 1:+zo"),
      ("zo´n", "1:zo'n 1:+zo"),
      ("risico’s", "1:risico's 1:~risico 1:+risico"),
      ("zzp'er", "1:zzp'er 1:+zzp"),
      ("zzp'ers", "1:zzp'ers 1:~zzp'er 1:+zzp"),
      ("NGO's", "1:ngo's 1:~ngo 1:+ngo 1:=NGO"),
      ("d'Hondt", "1:d'hondt 1:+hondt"),
      ("'s ochtends", "1:s 2:ochtends 2:~ocht"),
      ("'wet'", "1:wet"),
      ("‘wet’", "1:wet"),
    ])
  func apostrophes(_ text: String, _ expected: String) {
    #expect(Analyzer().tokens(of: text).description == expected)
  }

  @Test(
    "Quotes, dashes, slashes, full stops and note marks separate words",
    arguments: [
      ("«kop»", "1:kop"), ("een — twee", "1:een 2:twee"), ("en/of", "1:en 2:of"),
      ("www.om.nl", "1:www 2:om 3:nl"), ("seks.² In", "1:seks 1:~sek 2:in"), ("m²", "1:m"),
      ("", ""), ("…?!", ""), ("- -", ""),
    ])
  func separators(_ text: String, _ expected: String) {
    #expect(Analyzer().tokens(of: text).description == expected)
  }

  @Test("A paragraph leaves a position free, so that no phrase crosses it")
  func paragraphs() {
    #expect(Analyzer().tokens(of: "een twee\n\ndrie").description == "1:een 2:twee 4:drie")
    #expect(Analyzer().tokens(of: "een twee\ndrie").description == "1:een 2:twee 3:drie")
    #expect(Analyzer().tokens(of: "een twee?\n\n\n\n«Drie»").description == "1:een 2:twee 4:drie")
    #expect(Analyzer().tokens(of: "een.\n\n—\n\ntwee").description == "1:een 4:twee")
  }

  @Test("Byte ranges give the words as they are in the text")
  func byteRanges() {
    let text = "Het «ĲSSEL-gebied» kost € 36\u{A0}410, zo’n risico’s."
    let bytes = Array(text.utf8)
    let stream = Analyzer().tokens(of: text)
    let surfaces = stream.tokens.map { token in
      "\(stream.term(of: token))=\(String(decoding: bytes[token.byteRange], as: UTF8.self))"
    }
    #expect(
      surfaces == [
        "het=Het", "ijsselgebied=ĲSSEL-gebied", "ijsselbied=ĲSSEL-gebied", "ijssel=ĲSSEL",
        "ijs=ĲSSEL", "IJSSEL=ĲSSEL", "gebied=gebied", "bied=gebied", "kost=kost",
        "euro=€", "36410=36\u{A0}410", "36=36", "410=410", "zo'n=zo’n", "zo=zo",
        "risico's=risico’s",
        "risico=risico’s", "risico=risico",
      ])
  }

  @Test("A second text continues at the next position, with byte ranges of its own")
  func twoTexts() {
    var stream = TokenStream()
    var texts = ["een twee", "drie"]
    for index in texts.indices {
      texts[index].withUTF8 { Analyzer().analyze($0, into: &stream) }
      stream.endText()
    }
    #expect(stream.description == "1:een 2:twee 4:drie")
    #expect(stream.tokens.map(\.byteRange) == [0..<3, 4..<8, 0..<4])
  }

  @Test("A word of any length gives a term of at most 200 bytes that ends with a whole letter")
  func longWords() {
    let long = String(repeating: "é", count: 5000)
    let stream = Analyzer().tokens(of: long)
    #expect(stream.tokens.map { stream.term(of: $0).utf8.count }.max() == 200)
    #expect(stream.tokens.allSatisfy { !stream.term(of: $0).contains("\u{FFFD}") })
  }
}
