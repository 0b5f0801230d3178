/// A set of Kamervragen as the Tweede Kamer publishes it, for a test to write to a file.
struct WrittenSet {
  var number: Int
  var subject: String
  var members = "het lid **Jansen** (D66)"
  var minister = "De Vries"
  var portfolio = "Financiën"
  var submitted = "3 september 2024"
  var received = "1 oktober 2024"
  /// What stands below the heading.
  var body: String

  /// The name of the file without its extension: the identifier of the set.
  var name: String { "ah-tk-20242025-\(number)" }

  var text: String {
    """
    Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden

    \(number)

    Vragen van \(members) aan de Minister van \(portfolio) over *\(subject)* (ingezonden \(submitted)).

    Antwoord van Minister **\(minister)** (\(portfolio)) (ontvangen \(received)).

    \(body)

    """
  }

  /// A short set that has one of each: a question with its own answer and a footnote, two that are
  /// answered together.
  static let allowance = WrittenSet(
    number: 901, subject: "de toeslag voor kinderopvang",
    body: """
      Vraag 1

      Kent u het bericht «Toeslag te laat»?¹

      Antwoord 1

      Ja.

      Vraag 2

      Waarom is de toeslag te laat betaald?

      Vraag 3

      Hoeveel gezinnen wachten nog?

      Antwoord 2 en 3

      Een storing hield de betaling op. Er wachten nog 36 410 gezinnen.

      ¹ De Courant, 1 september 2024.
      """)

  /// Another one, later, of other people, that shares few words with the first.
  static let harbour = WrittenSet(
    number: 902, subject: "het fort van 's-Gravenhage",
    members: "de leden **Bakker** (VVD) en **De Boer** (SP)", minister: "Smit",
    portfolio: "Infrastructuur en Waterstaat", submitted: "7 januari 2025",
    received: "4 februari 2025",
    body: """
      Vraag 1

      Klopt het dat de reparatie van zo'n fort € 1,5 mln kost, en dat er geen toeslag is?

      Antwoord 1

      De reparatie kost 1,5 miljoen euro.
      """)

  /// So many sets of twenty passages each; `dossier1000` occurs in the twenty of the first set
  /// alone.
  static func many(_ count: Int) -> [WrittenSet] {
    (0..<count).map { index in
      let number = 1000 + index
      let body = (1...20).map { question in
        "Vraag \(question)\n\nHoe staat het met dossier\(number)?\n\nAntwoord \(question)\n\nDat loopt."
      }
      return WrittenSet(
        number: number, subject: "de dossiers", body: body.joined(separator: "\n\n"))
    }
  }
}
