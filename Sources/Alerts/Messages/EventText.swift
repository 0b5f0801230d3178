internal import VraagbaakReport

extension Event.Kind {
  /// What happened, in Dutch, with a capital.
  package var dutch: String {
    switch self {
    case .answered: "Nu beantwoord"
    case .newAnswer: "Nieuw, met antwoord"
    case .newQuestions: "Nieuwe vragen"
    case .delay: "Uitstel van beantwoording"
    case .correction: "Verbeterde versie"
    case .reprint: "Herdruk"
    case .changed: "Gewijzigd"
    case .withdrawn: "Ingetrokken"
    case .other: "Nieuwe publicatie"
    }
  }

  /// The word in a count: `3 nieuw`.
  fileprivate var word: String {
    switch self {
    case .answered: "beantwoord"
    case .newAnswer, .newQuestions, .other: "nieuw"
    case .delay: "uitgesteld"
    case .correction, .reprint, .changed: "gewijzigd"
    case .withdrawn: "ingetrokken"
    }
  }
}

extension Findings {
  /// How much of what there is: `3 nieuw, 1 beantwoord`.
  package var summary: String {
    let words = ["nieuw", "beantwoord", "uitgesteld", "gewijzigd", "ingetrokken"]
    let numbers = Dictionary(counts.map { ($0.key.word, $0.value) }, uniquingKeysWith: +)
    return words.compactMap { word in numbers[word].map { "\($0) \(word)" } }
      .joined(separator: ", ")
  }

  /// The subject of a message; if it tells one thing, with what that is about.
  var title: String {
    let about = count == 1 ? items.first?.stored?.set.subject : nil
    let title = "Vraagbaak \(alert.name): \(summary)"
    guard let about else { return title }
    return StyledText("\(title): \(about)").cut(to: 150).lines(width: 1000)
      .joined(separator: " ")
  }
}

extension Alert.Subject {
  /// What is followed, in Dutch: `Zoekvraag: kaas`.
  package var dutch: String {
    switch self {
    case .query(let query): "Zoekvraag: \(query)"
    case .answered(let reference): "Gevolgde vragen: \(reference)"
    }
  }
}
