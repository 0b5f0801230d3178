import Kamervragen

/// The overview of `inspect` for a person: what was found, and how each passage begins.
enum InspectionText {
  /// The lines of the overview of one set.
  static func lines(_ set: QuestionSet, source: String, width: Int) -> [String] {
    var lines = [source]
    func add(_ label: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      let name = label + String(repeating: " ", count: max(0, 15 - label.count))
      let wrapped = wrap(value, width: max(20, width - 17))
      for (index, line) in wrapped.enumerated() {
        lines.append("  " + (index == 0 ? name : String(repeating: " ", count: 15)) + line)
      }
    }
    add("nummer", heading(set))
    add("soort", kind(set.kind))
    add("zaak", set.caseNumber)
    add("onderwerp", set.subject)
    add("vraagstellers", set.members.map(member).joined(separator: ", "))
    add("gericht aan", set.addressees.joined(separator: "; "))
    add("antwoord van", set.respondents.map(respondent).joined(separator: "; "))
    add("mede namens", set.onBehalfOf.joined(separator: "; "))
    add("ingezonden", set.submitted?.description)
    add("ontvangen", set.received?.description)
    add("thema", set.topics.joined(separator: "; "))
    add("trefwoorden", set.keywords)
    if let abstract = set.abstract {
      add("samenvatting", opening(abstract, width: (width - 17) * 2))
    }
    add("zie ook", set.seeAlso.joined(separator: ", "))
    for remark in set.remarks { add("opmerking", opening(remark, width: (width - 17) * 2)) }
    for note in set.footnotes { add("noot \(note.mark)", note.text) }
    for passage in set.passages { lines += self.lines(passage, width: width) }
    for warning in set.warnings { add("let op", warning) }
    return lines
  }

  private static func lines(_ passage: Passage, width: Int) -> [String] {
    let numbers = passage.questions.map(String.init).joined(separator: ", ")
    let room = max(20, width - 14)
    var lines: [String] = []
    if passage.questions.isEmpty {
      lines.append("  tekst       " + opening(passage.questionText, width: room))
    } else {
      let label = "vraag \(numbers)"
      let pad = String(repeating: " ", count: max(1, 12 - label.count))
      lines.append(
        "  \(label)\(pad)"
          + opening(passage.questionText, width: max(20, width - 2 - label.count - pad.count)))
    }
    if let answer = passage.answerText {
      lines.append("    antwoord  " + opening(answer, width: room))
    }
    for note in passage.footnotes {
      lines.append(
        "    noot \(note.mark)" + String(repeating: " ", count: max(1, 5 - note.mark.count))
          + opening(note.text, width: room))
    }
    return lines
  }

  private static func heading(_ set: QuestionSet) -> String {
    let chamber: String? =
      switch set.chamber {
      case .tweedeKamer: "Tweede Kamer"
      case .eersteKamer: "Eerste Kamer"
      case nil: nil
      }
    let number = set.number.map { "nr. \($0)" }
    let year = set.session.map { "vergaderjaar \($0)" }
    let details = [chamber, year, number].compactMap(\.self).joined(separator: ", ")
    return [set.identifier ?? "(geen)", details].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private static func kind(_ kind: QuestionSet.Kind) -> String {
    switch kind {
    case .answered: "vragen met antwoord"
    case .questions: "vragen zonder antwoord"
    case .delay: "uitstel van het antwoord"
    case .other: "iets anders, zoals aangekondigde mondelinge vragen"
    }
  }

  private static func member(_ member: Member) -> String {
    member.party.map { "\(member.name) (\($0))" } ?? member.name
  }

  private static func respondent(_ respondent: Respondent) -> String {
    let name = respondent.name.isEmpty ? "" : " \(respondent.name)"
    return respondent.role + name + (respondent.portfolio.map { " (\($0))" } ?? "")
  }

  /// The words of a text that fit in so many columns.
  private static func opening(_ text: String, width: Int) -> String {
    let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return wrap(flat, width: max(10, width - 2)).first.map {
      $0.count < flat.count ? $0 + " …" : $0
    } ?? ""
  }

  private static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(separator: " ") {
      let count = word.count
      if length > 0, length + 1 + count > width {
        lines.append(line)
        line = ""
        length = 0
      }
      if length > 0 { line += " " }
      line += word
      length += count + (length > 0 ? 1 : 0)
    }
    if length > 0 { lines.append(line) }
    return lines
  }
}
