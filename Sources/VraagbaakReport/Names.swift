package import Kamervragen
package import PassageIndex

extension QuestionSet.Kind {
  /// What stands before the bewindspersonen. The archive names one with questions that it has no
  /// answer to.
  package var respondentLabel: String {
    switch self {
    case .answered: "Antwoord van"
    case .delay: "Mededeling van"
    case .questions, .other: "Bewindspersoon"
    }
  }

  /// One Dutch word for a table.
  package var word: String {
    switch self {
    case .answered: "beantwoord"
    case .questions: "vragen"
    case .delay: "uitstel"
    case .other: "overig"
    }
  }

  /// A Dutch description of sets of this kind.
  package var explanation: String {
    switch self {
    case .answered: "vragen met antwoord"
    case .questions: "vragen zonder antwoord"
    case .delay: "uitstel van het antwoord"
    case .other: "iets anders, zoals aangekondigde mondelinge vragen"
    }
  }
}

extension QuestionSet.Chamber {
  /// The chamber's Dutch name.
  package var name: String {
    switch self {
    case .tweedeKamer: "Tweede Kamer"
    case .eersteKamer: "Eerste Kamer"
    }
  }
}

extension SetLink.Relation {
  /// The Dutch heading before the linked sets.
  package var title: String {
    switch self {
    case .questions: "Gestelde vragen"
    case .answer: "Beantwoord in"
    case .delay: "Uitstel"
    case .earlierVersion: "Eerdere versie"
    case .laterVersion: "Latere versie"
    }
  }
}
