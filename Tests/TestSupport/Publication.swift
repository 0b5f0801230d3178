/// A set as the Aanhangsel publishes it, to be written to a file. A part that is nil is left out of
/// the text.
package struct Publication: Sendable {
  /// What stands under a heading such as `Vraag 1`.
  package typealias Passage = (heading: String, question: String, answer: String?)

  package var title: String?
  package var number: String?
  package var members: String
  package var addressee: String
  package var subject: String
  package var submitted: String?
  package var respondent: String?
  package var received: String?
  package var passages: [Passage]
  /// What stands behind all passages.
  package var end: String?

  package init(
    title: String? = nil, number: String? = "705",
    members: String = "het lid **Bikker** (ChristenUnie)",
    addressee: String = "de Minister van Justitie en Veiligheid", subject: String = "groen",
    submitted: String? = "17 oktober 2024",
    respondent: String? = "Minister **Van Weel** (Justitie en Veiligheid)",
    received: String? = "3 december 2024", passages: [Passage] = [], end: String? = nil
  ) {
    self.title = title
    self.number = number
    self.members = members
    self.addressee = addressee
    self.subject = subject
    self.submitted = submitted
    self.respondent = respondent
    self.received = received
    self.passages = passages
    self.end = end
  }

  package var text: String {
    var paragraphs = [title, number].compactMap(\.self)
    let asked = submitted.map { " (ingezonden \($0))" } ?? ""
    paragraphs.append("Vragen van \(members) aan \(addressee) over *\(subject)*\(asked).")
    if let respondent, let received {
      paragraphs.append("Antwoord van \(respondent) (ontvangen \(received)).")
    }
    for passage in passages {
      paragraphs += ["Vraag \(passage.heading)", passage.question]
      if let answer = passage.answer { paragraphs += ["Antwoord \(passage.heading)", answer] }
    }
    if let end { paragraphs.append(end) }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }
}
