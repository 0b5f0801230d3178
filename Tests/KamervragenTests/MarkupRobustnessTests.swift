import Testing

@testable import Kamervragen

/// Damaged and hostile XML, HTML, JSON and metadata: they are read or refused, never worse.
@Suite("Damaged markup") struct MarkupRobustnessTests {
  /// A repeatable source of random numbers (SplitMix64).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

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

  @Test("Documents that are cut off are read or refused", arguments: documents)
  func cut(name: String) throws {
    let bytes = try corpus(name)
    for length in stride(from: 0, to: bytes.count, by: 61) {
      if let set = try? SourceReader.read(Array(bytes[..<length]), name: name) { check(set) }
    }
  }

  @Test("Flipped, missing and doubled bytes are read or refused", arguments: documents)
  func bytes(name: String) throws {
    let bytes = try corpus(name)
    let metadata = try corpus("ah-tk-20242025-9007/metadata.xml")
    var random = Seeded(state: 11)
    for round in 0..<120 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<damaged.count, using: &random)
        switch round % 4 {
        case 0: damaged[at] = UInt8.random(in: 0...255, using: &random)
        case 1: damaged[at] ^= 1 << UInt8.random(in: 0..<7, using: &random)
        case 2:
          damaged.removeSubrange(
            at..<min(damaged.count, at + Int.random(in: 1..<60, using: &random)))
        default:
          let end = min(damaged.count, at + Int.random(in: 1..<200, using: &random))
          damaged.insert(contentsOf: damaged[at..<end], at: at)
        }
        if damaged.isEmpty { damaged = [0x3C] }
      }
      if let set = try? SourceReader.read(damaged, name: name, metadata: metadata) { check(set) }
      if let set = try? SourceReader.read(bytes, name: name, metadata: damaged) { check(set) }
    }
  }

  @Test("Shuffled and exchanged elements are read or refused", arguments: documents)
  func elements(name: String) throws {
    let text = String(decoding: try corpus(name), as: UTF8.self)
    var random = Seeded(state: 5)
    let pieces = text.split(separator: "<").map { "<" + $0 }
    for round in 0..<80 {
      var shuffled = pieces
      switch round % 3 {
      case 0: shuffled.shuffle(using: &random)
      case 1:
        for _ in 0..<10 {
          shuffled.swapAt(
            Int.random(in: 1..<shuffled.count, using: &random),
            Int.random(in: 1..<shuffled.count, using: &random))
        }
      default:
        let names = [
          "vraag", "antwoord", "noot", "al", "nr", "div", "table", "kamervragen", "nootref",
          "omschr",
          "reactie", "voetnoot", "noten", "mededeling", "kvr",
        ]
        let from = names.randomElement(using: &random) ?? "al"
        let to = names.randomElement(using: &random) ?? "nr"
        shuffled = shuffled.map { $0.replacing(from, with: to) }
      }
      let damaged = shuffled.joined()
      // As XML most of it is refused; as a page all of it is read.
      if let set = try? read(damaged, name: name) { check(set) }
      if let set = try? OfficialHTML.read(Array(damaged.utf8), name: name) { check(set) }
    }
  }

  @Test("Random elements of the field are read or refused")
  func randomElements() throws {
    var random = Seeded(state: 23)
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
      if let set = try? read("<kamervragen>\(body)</kamervragen>", name: "x.xml") {
        check(set)
        count += 1
      }
    }
    #expect(count > 100)
  }

  @Test(
    "Large hostile documents are read or refused",
    arguments: [
      ("<kamervragen>", "<vraag><al>Een?<nootref/></al></vraag>"),
      ("<kamervragen><noot id='a'>x</noot><vraag><al>", "Een?<nootref refid='a'/>"),
      ("<kamervragen><vraag><al>", "x<noot><noot.al>y</noot.al></noot>"),
      ("<kamervragen>", "<table><row><entry>x<noot>y</noot></entry></row></table>"),
      ("<html><body>", "<div class='vraag'><h2>Vraag 1<a class='nootnum' href='#x'>1</a></h2>"),
      ("<html><body>", "<p>x<br>"), ("<html>", "<h2>Vraag 1</h2><p>Een?</p>"),
      ("<html><body><div class='stuk'>", "<div>"), ("<html><body ", "a b=c "),
      ("<kamervragen ", "a='b' "), ("<html><body>", "<script>x</script>"),
      ("<html>", "&amp;&#x41;"),
      ("{\"identifier\":\"kv-tk-2024Z99001\",\"meta\":{},\"text\":[\"", "Een? 1 Krant. "),
      ("[", "["), ("{\"a\":", "{\"a\":"), ("<!DOCTYPE a [", "<!ENTITY a 'b'>"), ("<a>", "<a>"),
    ])
  func hostile(start: String, unit: String) {
    let text = start + String(repeating: unit, count: 60_000 / unit.utf8.count)
    for end in ["", "</al></vraag></kamervragen>", "</kamervragen>", "\"]}"] {
      if let set = try? read(text + end, name: "x") { check(set) }
    }
  }
}
