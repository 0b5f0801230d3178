import Testing

@testable import Kamervragen

/// The sentence of the answer in the middle of a text.
@Suite("A sentence glued into a text") struct GluedSentenceTests {
  /// What stands before the sentence, the sentence, and what stands behind it.
  private func cut(_ text: String, from start: Int = 0) -> [String]? {
    let bytes = Array(text.utf8)
    guard let found = GluedSentence(bytes, from: start) else { return nil }
    let pieces = [
      bytes[..<found.start], bytes[found.sentence], bytes[found.sentence.upperBound...],
    ]
    return pieces.map { String(decoding: $0, as: UTF8.self).trimmed }
  }

  @Test("The sentence is cut out with its title, and the text behind it stays")
  func titled() {
    #expect(
      cut(
        "Zo neen, waarom niet? Antwoord Antwoord van minister Van Zanten (Justitie). (Ontvangen 3 mei 1990) Nee, het is zo."
      ) == [
        "Zo neen, waarom niet?",
        "Antwoord van minister Van Zanten (Justitie). (Ontvangen 3 mei 1990)", "Nee, het is zo.",
      ])
  }

  @Test("The sentence may have no title, and nothing around it")
  func alone() {
    let sentence = "Antwoord van staatssecretaris Baars (Defensie). (Ontvangen 3 mei 1990)"
    #expect(cut(sentence) == ["", sentence, ""])
    #expect(cut("Waarom niet? \(sentence)") == ["Waarom niet?", sentence, ""])
  }

  @Test(
    "What it refers to belongs to it, and a number that nothing leads up to does not",
    arguments: [
      (", zie ook Aanhangsel Handelingen nr. 722, vergaderjaar 1989–1990", " 1 Ja."),
      (". Zie ook Aanhangsel Handelingen, vergaderjaar 1989–1990, nrs. 12, 13 en 14.", " 1 Ja."),
      (" (zie ook Aanhangsel Handelingen nr. 12)", " 1 Ja."), ("", " 1 Ja."),
      (", zie ook Aanhangsel van de Handelingen nr. 12, vergaderjaar 1989–1990", " 2 en 3 Nee."),
    ])
  func references(reference: String, rest: String) {
    let sentence = "Antwoord van minister Van Zanten (Justitie). (Ontvangen 3 mei 1990)"
    #expect(cut("Nee? \(sentence)\(reference)\(rest)")?[1] == sentence + reference)
    #expect(cut("Nee? \(sentence)\(reference)\(rest)")?[2] == rest.trimmed)
  }

  @Test("A sentence whose bracket is missing ends behind the year")
  func missingBracket() {
    #expect(
      cut("Antwoord van minister Van Zanten (Justitie). (Ontvangen 3 mei 1990 1 Ja.")
        == ["", "Antwoord van minister Van Zanten (Justitie). (Ontvangen 3 mei 1990", "1 Ja."])
  }

  @Test("The sentence of a notice is cut out with its title")
  func notice() {
    #expect(
      cut(
        "Waarom niet? Mededeling Mededeling van minister Van Zanten (Justitie). (Ontvangen 3 mei 1990) Het duurt nog."
      ) == [
        "Waarom niet?", "Mededeling van minister Van Zanten (Justitie). (Ontvangen 3 mei 1990)",
        "Het duurt nog.",
      ])
  }

  @Test(
    "What only looks like it is none",
    arguments: [
      "Is het antwoord van minister Van Zanten ontvangen op 3 mei 1990?",
      "Hebt u de brief (ontvangen 3 mei 1990) gelezen?",
      "Antwoord van minister Van Zanten (Justitie). (Ontvangen na de zomer", "",
      "antwoord van minister Van Zanten (Justitie). (Ontvangen in mei van een jaar waarin veel gebeurde",
    ])
  func none(text: String) {
    #expect(cut(text) == nil)
  }

  @Test("It is looked for from a place on, and the first one counts")
  func first() {
    let one = "Antwoord van minister Van Zanten (Justitie). (Ontvangen 3 mei 1990)"
    let two = "Antwoord van minister Baars (Defensie). (Ontvangen 4 mei 1990)"
    #expect(cut("\(one) Ja. \(two) Nee.")?[1] == one)
    #expect(cut("\(one) Ja. \(two) Nee.", from: one.utf8.count + 1)?[1] == two)
  }
}
