import Kamervragen
package import PassageIndex
import PassageStore

/// A set, or some questions of it, cited in full.
package struct FullCitation: Sendable, Hashable {
  /// The forms in which it can be written.
  package enum Style: String, CaseIterable, Sendable {
    /// As clerks write it.
    case text
    case bibtex, ris, markdown
  }

  let stored: StoredPassage
  /// The numbers of the questions; empty for the whole set.
  let questions: [Int]
  var heading: QuestionSet { stored.set }

  /// Makes a citation of the set of a passage; of all of it if there are no questions.
  package init(_ stored: StoredPassage, questions: [Int] = []) {
    self.stored = stored
    self.questions = questions
  }

  /// The citation in a style, as one or more lines.
  package func written(in style: Style) -> String {
    switch style {
    case .text: text
    case .bibtex: bibtex
    case .ris: ris
    case .markdown: markdown
    }
  }

  /// `Aanhangsel van de Handelingen, Tweede Kamer, vergaderjaar 2024–2025, nr. 705 (vraag 3)`.
  var text: String {
    let session = heading.session.map { "vergaderjaar " + $0.replacing("-", with: "–") }
    let parts = [series, chamber, session, name].compactMap(\.self)
    return oneLine(parts.joined(separator: ", ") + (part.map { " (\($0))" } ?? ""))
  }

  /// The series in which it was published.
  var series: String { heading.number == nil ? "Kamervragen" : "Aanhangsel van de Handelingen" }

  var chamber: String? {
    switch heading.chamber {
    case .tweedeKamer: "Tweede Kamer"
    case .eersteKamer: "Eerste Kamer"
    case nil: nil
    }
  }

  private var name: String? {
    if let number = heading.number { return "nr. \(number)" }
    return heading.caseNumber.map { "zaaknummer \($0)" } ?? stored.setKey
  }

  var part: String? { questions.citation }

  /// What it is about; its citation if that is not known.
  var title: String { heading.subject.map(oneLine) ?? text }

  /// The date of the publication.
  var date: CalendarDate? { heading.received ?? heading.submitted }

  /// Who answered or gave notice, and when: `Antwoord van Minister Van Weel, 3 december 2024`.
  package var answer: String? {
    guard heading.kind == .answered || heading.kind == .delay else { return nil }
    let kind = heading.kind == .delay ? "Uitstel van" : "Antwoord van"
    let people = heading.respondents.map(\.citation).joined(separator: ", ")
    let parts = [people.isEmpty ? nil : "\(kind) \(people)", heading.received?.dutch]
    let text = parts.compactMap(\.self).joined(separator: ", ")
    return text.isEmpty ? nil : oneLine(text)
  }

  /// Text without line ends and control characters, which would end a line of a form.
  func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").withoutControls
  }
}
