@testable import Kamervragen

/// A sheet as it was printed from 1995 to 2009, without its titles: what a test says, and else two
/// questions and their answers.
func printedSheet(
  _ questions: String = "1\nKent u dit?\n\n2\nHoe lang al?",
  _ answers: String = "1\nJa.\n\n2\nEen jaar."
) -> String {
  """
  Vragen van het lid Terpstra-Kok (Landelijke Lijst) aan de minister van Verkeer en Waterstaat over de pont. (Ingezonden 3 maart 1999)

  \(questions)

  Antwoord

  Antwoord van minister Van Zanten (Verkeer en Waterstaat). (Ontvangen 12 april 1999)

  \(answers)
  """
}

/// A passage without notes.
func passage(_ numbers: [Int], _ question: String, _ answer: String? = nil) -> Passage {
  Passage(questions: numbers, questionText: question, answerText: answer)
}

/// The passages of a set that stands in a printed sheet, on one line and in a record of the
/// archive.
let ferryPassages = [
  passage([1], "Kent u het bericht over de pont?", "Ja."),
  passage(
    [2, 3], "Hoe vaak voer de pont niet?\n\nWie betaalt de omweg?",
    "De pont voer op elf dagen niet. De omweg betaalt de reiziger."),
]
