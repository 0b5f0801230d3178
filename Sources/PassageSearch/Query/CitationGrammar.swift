internal import Kamervragen

/// A citation in the pieces of a query.
struct FoundCitation: Hashable {
  /// Nil for what cites a publication that is neither a set nor a dossier: `Handelingen II
  /// 2024–2025, nr. 8`.
  var publication: CitedPublication?
  /// The piece after it.
  var end: Int
  /// Whether other texts often have the same words: `nr. 5`, `2024-2025 700`.
  var isAmbiguous = false
}

/// Reads a citation of a set in the series Aanhangsel or by its case, whatever the order of its
/// parts: «Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 2395», «AH 616», «Kamervragen
/// 2024Z16543, vraag 6», «Handelingen II, Aanhangsel, 2007-2008, nr. 12», «#705».
struct SetCitation {
  private var scanner: CitationScanner
  private var isAppendix = false
  private var isProceedings = false
  private var isQuestions = false
  private var hasNumberSign = false
  private var chamber: QuestionSet.Chamber?
  private var session: String?
  private var numbers: [String] = []
  private var caseNumber: String?
  private var questions: [Int] = []
  /// The piece after the last part that tells something.
  private var end = 0

  private init(_ scanner: CitationScanner) {
    self.scanner = scanner
  }

  /// Reads the citation that begins at a place.
  static func read(_ scanner: CitationScanner) -> FoundCitation? {
    var reading = SetCitation(scanner)
    reading.skipLead()
    while reading.takePart() {}
    return reading.found
  }

  private var found: FoundCitation? {
    if let caseNumber {
      return FoundCitation(
        publication: CitedPublication(.caseNumber(caseNumber), questions: questions), end: end)
    }
    guard !numbers.isEmpty else { return nil }
    if isProceedings, !isAppendix { return FoundCitation(publication: nil, end: end) }
    return FoundCitation(
      publication: CitedPublication(
        .numbers(numbers, session: session, chamber: chamber), questions: questions),
      end: end,
      isAmbiguous: !isAppendix && (session == nil || !hasNumberSign && !isQuestions))
  }

  /// `Zie ook`, which texts have before a citation.
  private mutating func skipLead() {
    let begin = scanner.at
    guard scanner.takeWord(["zie"]) else { return }
    _ = scanner.takeWord(["ook"])
    guard let word = scanner.next, word.form == .letters, Self.openings.contains(word.text) else {
      scanner.at = begin
      return
    }
  }

  private static let appendix: Set<String> = ["aanhangsel", "aanhangsels", "aanh", "ah"]
  private static let proceedings: Set<String> = ["handelingen", "handeling", "hand"]
  private static let openings = appendix.union(proceedings).union([
    "kamervragen", "antwoord", "antwoorden",
  ])

  private var isMarked: Bool { isAppendix || isProceedings || isQuestions }

  private mutating func takePart() -> Bool {
    scanner.skip([",", ";", ":", ".", "(", ")", "-"])
    guard let piece = scanner.next else { return false }
    switch piece.form {
    case .letters: return takeWord() || takeQuestions()
    case .digits: return takeNumber()
    case .sign: return takeHash()
    }
  }

  private mutating func takeWord() -> Bool {
    if scanner.takeWord(Self.appendix) {
      isAppendix = true
    } else if scanner.takeWord(Self.proceedings) {
      isProceedings = true
    } else if scanner.takeWord(["kamervragen", "kamervraag", "kv"]) {
      isQuestions = true
    } else if isMarked, scanner.takeWord(["van", "der", "de"]) {
      return true
    } else if !numbers.isEmpty, session == nil, let found = takeSessionAfterNumber() {
      session = found
      end = scanner.at
    } else if scanner.takeWord(["vergaderjaar", "vergaderjaren", "zitting", "zittingsjaar"]) {
      return session == nil
    } else if let found = takeChamber() {
      chamber = found
    } else if numbers.isEmpty, takeNumberSign() {
      hasNumberSign = true
    } else {
      return takeCaseSign()
    }
    return true
  }

  /// `nr. 705 van 2024-2025`, `nr. 705 uit 2024-2025`.
  private mutating func takeSessionAfterNumber() -> String? {
    scanner.take { scanner in
      scanner.takeWord(["van", "uit"]) ? scanner.takeSession() : nil
    }
  }

  private mutating func takeChamber() -> QuestionSet.Chamber? {
    let isMarked = isMarked
    return scanner.take { scanner in
      if scanner.takeWord(["tweede"]) { return scanner.takeWord(["kamer"]) ? .tweedeKamer : nil }
      if scanner.takeWord(["eerste"]) { return scanner.takeWord(["kamer"]) ? .eersteKamer : nil }
      guard isMarked else { return nil }
      if scanner.takeWord(["tk", "ii"]) { return .tweedeKamer }
      return scanner.takeWord(["ek", "i"]) ? .eersteKamer : nil
    }
  }

  /// `nr. 705`, `nrs. 12 en 13`.
  private mutating func takeNumberSign() -> Bool {
    let taken = scanner.take { scanner in
      let isPlural = CitationScanner.pluralNumberSigns.contains(scanner.next?.text ?? "")
      guard scanner.takeWord(CitationScanner.numberSigns) else { return nil as [String]? }
      scanner.skip([".", ":", ",", "#"])
      let numbers = scanner.takeNumbers(digits: 6, isPlural: isPlural)
      return numbers.isEmpty ? nil : numbers
    }
    guard let taken else { return false }
    numbers = taken
    end = scanner.at
    return true
  }

  /// `vraagnummer 2024Z16543`, `zaak 2024Z16543`, also with the numbers of before 2009.
  private mutating func takeCaseSign() -> Bool {
    guard caseNumber == nil else { return false }
    let taken = scanner.take { scanner in
      guard scanner.takeWord(["vraagnummer", "zaaknummer", "zaak", "kenmerk", "vragen"]) else {
        return nil as String?
      }
      scanner.skip([":", ",", "."])
      return scanner.takeCaseNumber() ?? scanner.takeDigits(9...10)
    }
    guard let taken else { return false }
    caseNumber = taken
    end = scanner.at
    return true
  }

  private mutating func takeNumber() -> Bool {
    if caseNumber == nil, numbers.isEmpty, let found = scanner.takeCaseNumber() {
      caseNumber = found
    } else if session == nil, let found = scanner.takeSession() {
      session = found
    } else if isQuestions, caseNumber == nil, let found = scanner.takeDigits(9...10) {
      caseNumber = found
    } else if numbers.isEmpty, caseNumber == nil, isAppendix || session != nil,
      let found = scanner.take({ scanner in
        let numbers = scanner.takeNumbers(digits: 6, isPlural: false)
        return numbers.isEmpty ? nil : numbers
      })
    {
      numbers = found
    } else {
      return false
    }
    end = scanner.at
    return true
  }

  /// `#705`; after a number or a case `#3`, the number of a question.
  private mutating func takeHash() -> Bool {
    let isNamed = !numbers.isEmpty || caseNumber != nil
    guard questions.isEmpty, scanner.takeSign("#"), let digits = scanner.takeDigits(1...6),
      let number = Int(digits)
    else { return false }
    if isNamed {
      questions = [number]
    } else {
      numbers = [String(number)]
      hasNumberSign = true
    }
    end = scanner.at
    return true
  }

  /// `vraag 3`, `vragen 2 en 3`, `antwoord op vraag 3`.
  private mutating func takeQuestions() -> Bool {
    guard questions.isEmpty, !numbers.isEmpty || caseNumber != nil else { return false }
    let found = QuestionClause.take(&scanner)
    guard !found.isEmpty else { return false }
    questions = found
    end = scanner.at
    return true
  }
}

/// The questions of a citation: `vraag 3`, `vragen 2 en 3`, `antwoord op vraag 3`.
enum QuestionClause {
  static func take(_ scanner: inout CitationScanner) -> [Int] {
    scanner.take { scanner in
      scanner.skip([",", ";", ":", ".", "("])
      if scanner.takeWord(["antwoord", "antwoorden"]) { _ = scanner.takeWord(["op"]) }
      _ = scanner.takeWord(["de"])
      guard scanner.takeWord(["vraag", "vragen", "vr", "vrn", "antwoord"]) else {
        return nil as [Int]?
      }
      scanner.skip([":", "."])
      let numbers = scanner.takeNumbers(digits: 3, isPlural: true).compactMap { Int($0) }
      return numbers.isEmpty ? nil : numbers
    } ?? []
  }
}
