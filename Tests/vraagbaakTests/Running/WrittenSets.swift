import TestSupport

/// Sets for a test to write to files.
extension Publication {
  /// A set of the year 2024-2025 with the title that the Aanhangsel has.
  static func answered(
    _ number: Int, subject: String, members: String = "het lid **Jansen** (D66)",
    passages: [Passage] = [], end: String? = nil
  ) -> Publication {
    Publication(
      title:
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden",
      number: "\(number)", members: members, addressee: "de Minister van Financiën",
      subject: subject, submitted: "3 september 2024",
      respondent: "Minister **De Vries** (Financiën)", received: "1 oktober 2024",
      passages: passages, end: end)
  }

  /// The name of the file without its extension: the identifier of the set.
  var name: String { "ah-tk-20242025-\(number ?? "")" }

  /// A short set that has one of each: a question with its own answer and a footnote, two questions
  /// that are answered together.
  static let allowance = answered(
    901, subject: "de toeslag voor kinderopvang",
    passages: [
      ("1", "Kent u het bericht «Toeslag te laat»?¹", "Ja."),
      ("2", "Waarom is de toeslag te laat betaald?", nil),
      ("3", "Hoeveel gezinnen wachten nog?", nil),
    ],
    end: """
      Antwoord 2 en 3

      Een storing hield de betaling op. Er wachten nog 36 410 gezinnen.

      ¹ De Courant, 1 september 2024.
      """)

  /// Another one, later, of other people, that shares few words with the first.
  static let harbour: Publication = {
    var set = answered(
      902, subject: "het fort van 's-Gravenhage",
      members: "de leden **Bakker** (VVD) en **De Boer** (SP)",
      passages: [
        (
          "1",
          "Klopt het dat de reparatie van zo'n fort € 1,5 mln kost, en dat er geen toeslag is?",
          "De reparatie kost 1,5 miljoen euro."
        )
      ])
    set.addressee = "de Minister van Infrastructuur en Waterstaat"
    set.respondent = "Minister **Smit** (Infrastructuur en Waterstaat)"
    set.submitted = "7 januari 2025"
    set.received = "4 februari 2025"
    return set
  }()

  /// Sets of twenty passages each; `dossier1000` occurs in the twenty of the first set alone.
  static func many(_ count: Int) -> [Publication] {
    (1000..<1000 + count).map { number in
      answered(
        number, subject: "de dossiers",
        passages: (1...20).map { ("\($0)", "Hoe staat het met dossier\(number)?", "Dat loopt.") })
    }
  }
}
