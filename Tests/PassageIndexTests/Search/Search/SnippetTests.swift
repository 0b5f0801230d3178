import TestSupport
import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("The piece of a text that a result shows")
struct SnippetTests {
  /// A snippet of a text in which every occurrence of the words is a hit, each the word of another
  /// part of the query.
  private func snippet(_ text: String, _ words: String...) -> Snippet {
    snippet(text, parts: words.map { [$0] })
  }

  /// The same with several words that are of one part of the query.
  private func snippet(_ text: String, parts: [[String]]) -> Snippet {
    let bytes = Array(text.utf8)
    var hits: [Highlighter.Hit] = []
    for (part, words) in parts.enumerated() {
      for term in words.map({ Array($0.utf8) }) {
        for start in bytes.indices where bytes[start...].starts(with: term) {
          hits.append(
            Highlighter.Hit(
              range: start..<start + term.count, purpose: HighlightTerms.Purpose(part: part)))
        }
      }
    }
    hits.sort { $0.range.lowerBound < $1.range.lowerBound }
    return Snippet(of: text, hits: hits)
  }

  /// Sentences without a hit, each of 50 bytes with the space after it.
  private func filler(_ count: Int) -> String {
    String(repeating: "Hier staat een zin die helemaal nergens over gaat. ", count: count)
  }

  @Test("A short text is shown whole, with its hits in the original spelling")
  func short() {
    let found = snippet("De Financiën zijn op orde.", "Financiën")
    #expect(
      found.pieces == [
        Snippet.Piece(text: "De ", isHit: false), Snippet.Piece(text: "Financiën", isHit: true),
        Snippet.Piece(text: " zijn op orde.", isHit: false),
      ])
    #expect(found.html == "De <b>Financiën</b> zijn op orde.")
    #expect(found.plain == "De Financiën zijn op orde.")
  }

  @Test("A piece with two words of the query comes before one with forms of one word")
  func forms() {
    let one = "Een eik, de eiken en het eikje staan er. "
    let two = "Een eik bij een beuk. "
    let text = one + filler(8) + two + filler(8)
    let found = snippet(text, parts: [["eik ", "eiken", "eikje"], ["beuk"]])
    #expect(found.html.contains("Een <b>eik </b>bij een <b>beuk</b>."))
  }

  @Test("Hits are shown at the very beginning and end, beside each other, of one to four bytes")
  func edges() {
    #expect(snippet("eik", "eik").html == "<b>eik</b>")
    #expect(snippet("eikbeuk", "eik", "beuk").html == "<b>eik</b><b>beuk</b>")
    #expect(
      snippet("a é € 🌳 z", "a", "é", "€", "🌳", "z").html
        == "<b>a</b> <b>é</b> <b>€</b> <b>🌳</b> <b>z</b>")
    #expect(snippet("").html == "")
    #expect(snippet("").pieces == [])
  }

  @Test("Signs that mean something in HTML are escaped, in hits as well")
  func escaping() {
    let found = snippet("Geldt <b> & «AT&T» > 3?", "AT&T")
    #expect(found.html == "Geldt &lt;b&gt; &amp; «<b>AT&amp;T</b>» &gt; 3?")
    #expect(found.plain == "Geldt <b> & «AT&T» > 3?")
  }

  @Test("A text is on one line: paragraphs, tabs and control characters are a space")
  func oneLine() {
    #expect(snippet("Eik.\n\nBeuk.", "Beuk").html == "Eik. <b>Beuk</b>.")
    #expect(snippet("Eik.\r\n\tBeuk.").html == "Eik. Beuk.")
    #expect(snippet("a\u{1B}[31mb\u{7}c\u{0}d\u{7F}").plain == "a [31mb c d ")
    #expect(snippet("een\n\n\n\ntwee   drie").plain == "een twee drie")
    #expect(snippet("twee\nwoorden", "twee\nwoorden").html == "<b>twee woorden</b>")
  }

  @Test("A long text without hits gives its beginning in whole sentences")
  func beginning() {
    let text = filler(20)
    #expect(snippet(text).plain == filler(5).dropLast() + " …")
    #expect(snippet(text).pieces.count == 2)
  }

  @Test("The sentences with the most different words of the query are shown")
  func bestSentences() {
    let text = filler(10) + "De eik en de eik. " + filler(10) + "De eik en de beuk. " + filler(10)
    let found = snippet(text, "eik", "beuk")
    #expect(found.html.contains("De <b>eik</b> en de <b>beuk</b>."))
    #expect(found.pieces.count { $0.isHit } == 2)
    #expect(found.pieces.first == Snippet.Piece(text: "… ", isHit: false))
    #expect(found.pieces.last == Snippet.Piece(text: " …", isHit: false))
    #expect(found.plain.utf8.count <= Snippet.length + "…  …".utf8.count)
  }

  @Test("A sentence does not end at an abbreviation, a number or in a word")
  func sentenceEnds() {
    let head = String(repeating: "x", count: 290) + ". "
    let text = head + "Zie art. 3 en bijv. de wet, blz. 4 op om.nl! Nu beuk? " + filler(5)
    let found = snippet(text, "art")
    #expect(found.plain.hasPrefix("… Zie art. 3 en bijv. de wet, blz. 4 op om.nl! Nu beuk? Hier"))
  }

  @Test("A sentence that is too long is cut between words, around its hits")
  func longSentence() {
    let words = String(repeating: "woordje ", count: 100)
    let found = snippet(words + "de eik en de beuk " + words + "einde", "eik", "beuk")
    #expect(found.html.contains(" de <b>eik</b> en de <b>beuk</b> woordje"))
    #expect(found.html.hasPrefix("… woordje "))
    #expect(found.html.hasSuffix(" woordje …"))
    #expect(found.plain.utf8.count <= Snippet.length + "…  …".utf8.count)
    let start = snippet("eik " + words + "einde", "eik")
    #expect(start.html.hasPrefix("<b>eik</b> woordje"))
    let end = snippet(words + "de eik", "eik")
    #expect(end.html.hasSuffix("woordje de <b>eik</b>"))
  }

  @Test("A hit behind a very long word is shown, also where no space is near")
  func longWord() {
    let url = "https://om.nl/" + String(repeating: "a1", count: 400)
    let found = snippet("Zie \(url) over de eik en de beuk", "eik", "beuk")
    #expect(found.html.contains("de <b>eik</b> en de <b>beuk</b>"))
    let accents = snippet("Zie " + String(repeating: "é", count: 600) + "eik", "eik")
    #expect(accents.html.hasSuffix("é<b>eik</b>"))
    #expect(!accents.plain.contains("\u{FFFD}"))
  }

  @Test("A hit longer than the snippet is cut at a letter, not in one")
  func longHit() {
    let word = String(repeating: "é", count: 400)
    let found = snippet("De \(word) is lang.", word)
    #expect(!found.plain.contains("\u{FFFD}"))
    #expect(found.plain.utf8.count <= Snippet.length + "…  …".utf8.count)
  }

  @Test("No letter is ever cut, wherever the window falls")
  func multiByte() {
    var generator = SeededGenerator(seed: 8)
    let pieces = ["é", "€", "🌳", "e\u{301}", "a", ". ", " ", "eik", "\n\n", "Ĳ", "? A", ".\n"]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...700, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let found = snippet(text, "eik")
      #expect(!found.plain.contains("\u{FFFD}"))
      #expect(found.plain.utf8.count <= Snippet.length + "…  …".utf8.count)
      #expect(found.pieces.contains { $0.isHit } == text.contains("eik"))
      #expect(found.pieces.allSatisfy { !$0.isHit || $0.text == "eik" })
      #expect(!found.plain.contains("\n"))
    }
  }
}

@Suite("Where a query hits a text")
struct HighlighterTests {
  /// The surfaces of the hits in a text of a question.
  private func surfaces(
    _ text: String, terms: [String] = [], phrases: [[String]] = [], in field: Field = .question
  ) -> [String] {
    var wanted = HighlightTerms()
    for term in terms { wanted.add(term) }
    for phrase in phrases { wanted.add(phrase: phrase) }
    var highlighter = Highlighter(wanted, schema: Schema())
    let bytes = Array(text.utf8)
    return highlighter.hits(in: text, of: field).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test("A word is a hit in the spelling of the text, by its form, its stem or its exact form")
  func words() {
    #expect(
      surfaces("De Financiën en financien", terms: ["financien"]) == ["Financiën", "financien"])
    #expect(surfaces("De Financiën en financien", terms: ["=financiën"]) == ["Financiën"])
    #expect(surfaces("Klant, klanten", terms: ["~klant"]) == ["klanten"])
    #expect(surfaces("het OM gaat om O.M.", terms: ["=OM"]) == ["OM", "O.M."])
    #expect(surfaces("36 410 en 36.410", terms: ["36410"]) == ["36 410", "36.410"])
  }

  @Test("What is sought in one field is a hit only there")
  func fields() {
    #expect(surfaces("eik", terms: ["Meik"]) == [])
    #expect(surfaces("eik", terms: ["Meik"], in: .member) == ["eik"])
    #expect(surfaces("eik", terms: []) == [])
    #expect(surfaces("eikbeuk", terms: ["/eik\u{1}A"]) == [])
    var wanted = HighlightTerms()
    wanted.add("eik", in: .answer)
    wanted.add(phrase: ["den", "spar"], in: .answer)
    var highlighter = Highlighter(wanted, schema: Schema())
    #expect(highlighter.hits(in: "eik, den spar", of: .question) == [])
    #expect(
      highlighter.hits(in: "eik, den spar", of: .answer).map(\.range) == [0..<3, 5..<8, 9..<13])
  }

  @Test("A part of a compound is a hit in its own place, and the whole covers its parts")
  func compounds() {
    #expect(surfaces("het CKM-onderzoek", terms: ["onderzoek"]) == ["onderzoek"])
    #expect(surfaces("het CKM-onderzoek", terms: ["ckmonderzoek"]) == ["CKM-onderzoek"])
    #expect(
      surfaces("het CKM-onderzoek", terms: ["ckmonderzoek", "onderzoek"]) == ["CKM-onderzoek"])
    #expect(surfaces("het CKM-onderzoek", terms: ["ckm", "onderzoek"]) == ["CKM", "onderzoek"])
  }

  @Test("The words of a phrase are hits only where they stand together")
  func phrases() {
    let phrase = [["betaalde", "seks"]]
    #expect(surfaces("betaalde zorg en seks", phrases: phrase) == [])
    #expect(
      surfaces("Seks betaalde; betaalde «seks» en betaalde", phrases: phrase)
        == ["betaalde", "seks"])
    #expect(surfaces("betaalde.\n\nSeks", phrases: phrase) == [])
    #expect(surfaces("seks betaalde seks seks", phrases: phrase) == ["betaalde", "seks"])
    #expect(surfaces("eik eik eik", phrases: [["eik", "eik"]]) == ["eik", "eik", "eik"])
  }

  @Test("A hit names the part of the query that it is for, the first that looked for it")
  func parts() {
    var wanted = HighlightTerms()
    wanted.add("eik")
    wanted.purpose.part = 1
    wanted.add("eik")
    wanted.add("beuk")
    wanted.purpose.part = 2
    wanted.add(phrase: ["den", "spar"])
    var highlighter = Highlighter(wanted, schema: Schema())
    let hits = highlighter.hits(in: "spar beuk eik den spar", of: .question)
    #expect(hits.map(\.purpose.part) == [1, 0, 2, 2])
  }

  @Test("Loose hits are left out if the text has what is meant")
  func loose() {
    var wanted = HighlightTerms()
    wanted.purpose = HighlightTerms.Purpose(part: 0, isLoose: true)
    wanted.add("eik")
    wanted.add("beuk")
    wanted.purpose.isLoose = false
    wanted.add("eikbeuk")
    wanted.purpose = HighlightTerms.Purpose(part: 1, isLoose: false)
    wanted.add("beuk")
    var highlighter = Highlighter(wanted, schema: Schema())
    let far = highlighter.hits(in: "eik en beuk", of: .question)
    // What is looked for by itself as well is not loose.
    #expect(far.map(\.purpose.isLoose) == [true, false])
    #expect(far.map(\.range) == [0..<3, 7..<11])
    let near = highlighter.hits(in: "eik en beuk, eikbeuk", of: .question)
    #expect(near.map(\.range) == [7..<11, 13..<20])
  }

  @Test("Hits come in order, without overlap, on whole letters, for any text")
  func anyText() {
    var generator = SeededGenerator(seed: 9)
    let pieces = ["eik", "beuk", "-", " ", "é", "'s", "36", " 410", "\u{AD}", "🌳", ".", "\n\n"]
    var wanted = HighlightTerms()
    for term in ["eik", "36410", "eikbeuk", "410"] { wanted.add(term) }
    wanted.add(phrase: ["eik", "beuk"])
    var highlighter = Highlighter(wanted, schema: Schema())
    var hits = 0
    for _ in 0..<1000 {
      let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let bytes = Array(text.utf8)
      var end = 0
      for hit in highlighter.hits(in: text, of: .question) {
        hits += 1
        #expect(hit.range.lowerBound >= end, "\(text)")
        #expect(hit.range.upperBound <= bytes.count, "\(text)")
        #expect(String(validating: bytes[hit.range], as: UTF8.self) != nil, "\(text)")
        end = hit.range.upperBound
      }
    }
    #expect(hits == 1823)
  }
}
