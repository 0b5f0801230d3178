internal import Kamervragen
internal import PassageIndex
internal import PassageStore

/// A passage in the page of its set: its questions, the answer, and its notes.
struct PassageSection {
  private let stored: StoredPassage
  private let question: MarkedText
  private let answer: MarkedText?
  private let notes: [MarkedText]

  init(_ stored: StoredPassage, _ highlighted: HighlightedPassage?) {
    self.stored = stored
    let passage = stored.passage
    question = highlighted.map { MarkedText($0.question) } ?? MarkedText(passage.questionText)
    answer =
      highlighted?.answer.map { MarkedText($0) } ?? passage.answerText.map { MarkedText($0) }
    notes =
      highlighted?.footnotes.map { MarkedText($0) }
      ?? passage.footnotes.map { MarkedText($0.text) }
  }

  private var passage: Passage { stored.passage }
  private var numbers: [Int] { passage.questions }
  /// The name of the passage within the page, for its notes.
  private var name: String { "\(stored.ordinal + 1)" }

  func html(_ anchors: inout Anchors) -> HTML {
    var marks = NoteLinks(of: passage, name)
    var question = question
    question.addWebAddresses()
    question.add(marks.links(in: passage.questionText, &anchors))
    var answer = answer
    answer?.addWebAddresses()
    answer?.add(marks.links(in: passage.answerText ?? "", &anchors))
    return """
      <section class="passage"\(anchors.attribute(PassageAnchor.fragment(of: stored)))>
      \(questions(question, &anchors))\(answer.map(answered))\
      \(marks.list(notes, &anchors))</section>

      """
  }

  /// The questions: each under its number if they can be told apart, else all under all numbers.
  private func questions(_ text: MarkedText, _ anchors: inout Anchors) -> HTML {
    let paragraphs = text.paragraphs
    guard !numbers.isEmpty else { return "\(paragraphs.map { "<p>\($0)</p>\n" as HTML })" }
    if numbers.count > 1, numbers.count == paragraphs.count {
      var html = HTML.empty
      for (number, paragraph) in zip(numbers, paragraphs) {
        html += """
          <h2\(anchors.attribute(PassageAnchor.question(number)))>Vraag \(number)</h2>
          <p>\(paragraph)</p>

          """
      }
      return html
    }
    var places = HTML.empty
    for number in numbers {
      let place = anchors.attribute(PassageAnchor.question(number))
      if !place.isEmpty { places += "<span\(place)></span>" }
    }
    return """
      <h2>\(places)\(numbers.count == 1 ? "Vraag" : "Vragen") \(numbers.enumeration)</h2>
      \(paragraphs.map { "<p>\($0)</p>\n" })
      """
  }

  private func answered(_ text: MarkedText) -> HTML {
    let heading: HTML =
      numbers.isEmpty ? .empty : "<h3>Antwoord \(numbers.enumeration)</h3>\n"
    return """
      <div class="antwoord">
      \(heading)\(text.paragraphs.map { "<p>\($0)</p>\n" })</div>

      """
  }
}

/// The notes of a passage, and the marks in its texts that lead to them.
struct NoteLinks {
  private let notes: [Footnote]
  /// The name of the passage within the page.
  private let name: String
  /// How many marks were met, by what is printed. If several notes have the same mark, the first
  /// occurrence is that of the first note.
  private var met: [String: Int] = [:]
  /// The places of the notes whose mark is in a text.
  private var found: Set<Int> = []
  private let places: [String: [Int]]

  init(of passage: Passage, _ name: String) {
    notes = passage.footnotes
    self.name = name
    places = Dictionary(grouping: notes.indices) { [notes] in notes[$0].mark }
  }

  /// The marks in the next text of the passage, as links.
  mutating func links(in text: String, _ anchors: inout Anchors) -> [MarkedText.Link] {
    var links: [MarkedText.Link] = []
    for mark in NoteMark.all(in: text, of: notes) {
      guard let same = places[mark.mark], let last = same.last else { continue }
      let occurrence = met[mark.mark, default: 0]
      met[mark.mark] = occurrence + 1
      let note = occurrence < same.count ? same[occurrence] : last
      found.insert(note)
      let target = Address(fragment: noteName(note))
      links.append(
        MarkedText.Link(
          range: mark.range,
          start: """
            <a class="noot"\(anchors.attribute(markName(note))) href="\(to: target)" \
            aria-label="noot \(mark.mark)">
            """))
    }
    return links
  }

  /// The notes, each with a link back to its mark.
  func list(_ texts: [MarkedText], _ anchors: inout Anchors) -> HTML {
    guard !notes.isEmpty else { return .empty }
    var items = HTML.empty
    for (place, text) in texts.enumerated() {
      var text = text
      text.addWebAddresses()
      let mark = notes[place].mark
      let back: HTML =
        found.contains(place)
        ? """
        <a class="noot" href="\(to: Address(fragment: markName(place)))" \
        aria-label="terug naar noot \(mark) in de tekst">\(mark)</a>
        """ : "<span class=\"noot\">\(mark)</span>"
      items += "<li\(anchors.attribute(noteName(place)))>\(back) \(text.line)</li>\n"
    }
    return "<ul class=\"noten\" aria-label=\"Noten\">\n\(items)</ul>\n"
  }

  private func noteName(_ note: Int) -> String { "noot-\(name)-\(note + 1)" }
  private func markName(_ note: Int) -> String { "teken-\(name)-\(note + 1)" }
}
