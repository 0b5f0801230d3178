import TestSupport
import Testing

@testable import Kamervragen

/// Damaged and hostile XML, HTML, JSON and metadata: they are read or refused, never worse.
@Suite("Damaged markup") struct DamagedMarkupTests {

  private static let documents = [
    "ah-tk-20242025-9007/ah-tk-20242025-9007.xml", "kv-2070899008.xml", "ah-tk-20152016-9009.html",
    "ah-tk-20052006-9102/ah-tk-20052006-9102.xml", "ah-tk-20032004-9103.html", "KVR99104.xml",
  ]

  /// What must hold of every set that is read.
  private func check(_ set: QuestionSet) {
    let texts =
      set.passages.flatMap { [$0.questionText, $0.answerText ?? ""] + $0.footnotes.map(\.text) }
      + set.remarks + set.footnotes.map(\.text) + set.warnings + [set.subject ?? ""]
    for text in texts {
      #expect(!text.unicodeScalars.contains { (0xF0000...0xFFFFD).contains($0.value) }, "\(text)")
    }
    for passage in set.passages { #expect(passage.questions == passage.questions.sorted()) }
  }

  /// Reads something and checks the set that it is read as; false if it is refused.
  private func isRead(_ read: () throws -> QuestionSet) -> Bool {
    guard let set = try? read() else { return false }
    check(set)
    return true
  }

  // How many are read depends on libxml2 too, so the numbers are the least that must be.

  @Test(
    "Documents that are cut off are read or refused",
    arguments: zip(documents, [0, 0, 27, 0, 9, 0]))
  func cut(name: String, minimum: Int) throws {
    let bytes = try corpus(name)
    let readable = stride(from: 0, to: bytes.count, by: 61).count { length in
      isRead { try SourceReader.read(Array(bytes[..<length]), name: name) }
    }
    #expect(readable >= minimum)
  }

  @Test(
    "Documents with bytes changed, missing and doubled are read or refused",
    arguments: zip(documents, [4, 4, 60, 8, 77, 10]))
  func bytes(name: String, minimum: Int) throws {
    let bytes = try corpus(name)
    let metadata = try corpus("ah-tk-20242025-9007/metadata.xml")
    var random = SeededGenerator(seed: 11)
    var readable = 0
    for round in 0..<120 {
      let kind = [Damage.replaced, .removed, .doubled][round % 3]
      let damaged = bytes.damaged(1...6, [kind], using: &random)
      if isRead({ try SourceReader.read(damaged, name: name, metadata: metadata) }) {
        readable += 1
      }
      let wrong = metadata.damaged(1...6, [kind], using: &random)
      // The document is read, whatever its metadata are.
      #expect(isRead { try SourceReader.read(bytes, name: name, metadata: wrong) })
      #expect(isRead { try SourceReader.read(bytes, name: name, metadata: damaged) })
    }
    #expect(readable >= minimum)
  }

  @Test(
    "Shuffled and exchanged elements are read or refused",
    arguments: zip(documents, [61, 54, 91, 16, 91, 16]))
  func elements(name: String, minimum: Int) throws {
    let text = String(decoding: try corpus(name), as: UTF8.self)
    var random = SeededGenerator(seed: 5)
    let pieces = text.split(separator: "<").map { "<" + $0 }
    let names = [
      "vraag", "antwoord", "noot", "al", "nr", "div", "table", "kamervragen", "nootref", "omschr",
      "reactie", "voetnoot", "noten", "mededeling", "kvr",
    ]
    var readable = 0
    for round in 0..<80 {
      var shuffled = pieces
      switch round % 3 {
      case 0: shuffled.shuffle(using: &random)
      case 1:
        shuffled = pieces.damaged(10...10, [.exchanged], from: 1, using: &random) { piece, _ in
          piece
        }
      default:
        let from = names.randomElement(using: &random) ?? "al"
        let to = names.randomElement(using: &random) ?? "nr"
        shuffled = pieces.map { $0.replacing(from, with: to) }
      }
      let damaged = shuffled.joined()
      // As XML most of it is refused; as a page all of it is read.
      if isRead({ try read(damaged, name: name) }) { readable += 1 }
      if isRead({ try OfficialHTML.read(Array(damaged.utf8), name: name) }) { readable += 1 }
    }
    #expect(readable >= minimum)
  }

  @Test("Random elements of the field are read or refused")
  func randomElements() throws {
    var random = SeededGenerator(seed: 23)
    let names = [
      "vraag", "antwoord", "nr", "al", "noot", "noot.nr", "noot.al", "nootref", "lijst", "li",
      "li.nr",
      "table", "row", "entry", "kamervraagopmerking", "kamervraagomschrijving", "naam", "bijlage",
      "br", "sup", "kop", "tussenkop", "omschr", "nummer", "vragen",
    ]
    let words = [
      "Vraag 1", "Vraag 2 en 3", "Antwoord 1", "Ja.", "Toelichting:", "Mededeling", "4",
      "\u{F0000}",
      "Vragen van het lid Ruyter (LL) aan de Minister van Defensie over de sluis (ingezonden 3 maart 2025).",
      "Antwoord van Minister De Wael (Defensie) (ontvangen 3 april 2025).", "1", " ", "n1",
    ]
    func element(_ depth: Int) -> String {
      let name = names.randomElement(using: &random) ?? "al"
      let inner = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        depth < 6 && Bool.random(using: &random)
          ? element(depth + 1) : words.randomElement(using: &random) ?? ""
      }
      let id = Bool.random(using: &random) ? " id=\"n1\" refid=\"n1\"" : ""
      return "<\(name)\(id)>\(inner.joined())</\(name)>"
    }
    var count = 0
    for _ in 0..<400 {
      let body = (0..<8).map { _ in element(0) }.joined()
      if isRead({ try read("<kamervragen>\(body)</kamervragen>", name: "x.xml") }) { count += 1 }
    }
    #expect(count > 100)
  }

  @Test(
    "Large hostile documents are read or refused",
    arguments: [
      ("<kamervragen>", "<vraag><al>Een?<nootref/></al></vraag>", ["</kamervragen>"]),
      (
        "<kamervragen><noot id='a'>x</noot><vraag><al>", "Een?<nootref refid='a'/>",
        ["</al></vraag></kamervragen>"]
      ),
      (
        "<kamervragen><vraag><al>", "x<noot><noot.al>y</noot.al></noot>",
        ["</al></vraag></kamervragen>"]
      ),
      ("<kamervragen>", "<table><row><entry>x<noot>y</noot></entry></row></table>", []),
      ("<html><body>", "<div class='vraag'><h2>Vraag 1<a class='nootnum' href='#x'>1</a></h2>", []),
      ("<html><body>", "<p>x<br>", []),
      (
        "<html>", "<h2>Vraag 1</h2><p>Een?</p>",
        ["", "</al></vraag></kamervragen>", "</kamervragen>", "\"]}"]
      ),
      ("<html><body><div class='stuk'>", "<div>", []), ("<html><body ", "a b=c ", []),
      ("<kamervragen ", "a='b' ", []), ("<html><body>", "<script>x</script>", []),
      ("<html>", "&amp;&#x41;", []),
      ("{\"identifier\":\"kv-tk-2024Z99001\",\"meta\":{},\"text\":[\"", "Een? 1 Krant. ", ["\"]}"]),
      ("[", "[", []), ("{\"a\":", "{\"a\":", []), ("<!DOCTYPE a [", "<!ENTITY a 'b'>", []),
      ("<a>", "<a>", []),
    ])
  func hostile(start: String, unit: String, expected: [String]) {
    let text = start + String(repeating: unit, count: 60_000 / unit.utf8.count)
    let readable = ["", "</al></vraag></kamervragen>", "</kamervragen>", "\"]}"].filter { end in
      isRead { try read(text + end, name: "x") }
    }
    #expect(readable == expected, "\(start)\(unit)")
  }
}
