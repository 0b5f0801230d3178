/// The letter in which a ministry sends its answers: "In antwoord op uw brief van 5 juli 2024, nr. 2024Z11859, deel ik u
/// mede dat de vragen van de leden …", with its signature.
struct CoveringLetter: Hashable {
  /// The number of the case, where the letter gives that and not a number of the ministry.
  var caseNumber: String?
  var question: QuestionSentence?
  /// Who signed: the name under the post.
  var signature: String?
  var onBehalfOf: [String] = []

  /// Reads the lines before the answers; nil where they hold no such letter.
  init?(_ lines: [SourceLine]) {
    guard let opening = lines.first(where: { Self.isOpening($0.text) })?.text else { return nil }
    let cases = CaseNumber.all(in: opening)
    caseNumber = cases.count == 1 ? cases[0] : nil
    question = Self.question(opening)
    for (index, line) in lines.enumerated() {
      let squeezed = Squeezed(line.text)
      if squeezed.has("medenamens", at: 0) {
        onBehalfOf += PostsClause(String(line.text.dropFirst("Mede namens".count))).posts
      } else if squeezed.has("de", at: 0), PostsClause.function(in: squeezed, at: 2) != nil,
        index + 1 < lines.count, Self.isName(lines[index + 1].text)
      {
        signature = lines[index + 1].text
      }
    }
  }

  private static func isOpening(_ line: String) -> Bool {
    [
      "In antwoord op uw", "In het antwoord op uw", "In reactie op uw", "Hierbij bied ik u",
      "Hierbij zend ik u",
    ]
    .contains { line.hasPrefix($0) }
  }

  private static func question(_ text: String) -> QuestionSentence? {
    let bytes = Array(text.utf8)
    guard let asked = Ascii.find("vragen van ", in: bytes) else { return nil }
    let begin = asked + "vragen van ".utf8.count
    let end = Ascii.find(" worden beantwoord", in: bytes, from: begin) ?? bytes.count
    return QuestionSentence(clause: String(decoding: bytes[begin..<end], as: UTF8.self))
  }

  /// A line that can be the name under a letter: a few words with capitals and no full stop at the end.
  private static func isName(_ line: String) -> Bool {
    guard line.utf8.count <= 60, line.utf8.last != Ascii.dot, !line.utf8.contains(Ascii.comma)
    else { return false }
    let words = line.split(separator: " ")
    guard words.count <= 7, let last = words.last?.unicodeScalars.first else { return false }
    return last.properties.isUppercase
      && words.first?.unicodeScalars.first?.properties.isUppercase == true
  }
}
