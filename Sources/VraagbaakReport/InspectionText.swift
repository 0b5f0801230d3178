package import Kamervragen
internal import PassageIndex

/// The overview that `inspect` prints: the heading of a set, and the opening words of each passage.
package enum InspectionText {
  /// The lines of the overview of one set.
  package static func lines(_ set: QuestionSet, source: String, width: Int) -> [String] {
    var lines = [source]
    func add(_ label: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      let wrapped = StyledText(value).lines(width: width, indent: 17)
      lines.append("  \(label.padded(to: 15))" + (wrapped.first?.dropFirst(17) ?? ""))
      lines += wrapped.dropFirst()
    }
    add("nummer", heading(set))
    add("soort", set.kind.explanation)
    add("zaak", set.caseNumber)
    add("onderwerp", set.subject)
    add("vraagstellers", set.members.map(\.citation).joined(separator: ", "))
    add("gericht aan", set.addressees.joined(separator: "; "))
    add("antwoord van", set.respondents.map(\.citation).joined(separator: "; "))
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
      let start = "  " + "\(label) ".padded(to: 12)
      lines.append(start + opening(passage.questionText, width: width - start.count))
    }
    if let answer = passage.answerText {
      lines.append("    antwoord  " + opening(answer, width: room))
    }
    for note in passage.footnotes {
      lines.append(
        "    noot " + "\(note.mark) ".padded(to: 5) + opening(note.text, width: room))
    }
    return lines
  }

  private static func heading(_ set: QuestionSet) -> String {
    let number = set.number.map { "nr. \($0)" }
    let year = set.session.map { "vergaderjaar \($0)" }
    let details = [set.chamber?.name, year, number].compactMap(\.self).joined(separator: ", ")
    return [set.identifier ?? "(geen)", details].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// As many first words of a text as fit in `width` columns.
  private static func opening(_ text: String, width: Int) -> String {
    let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return StyledText(flat).lines(width: width - 2).first.map {
      $0.count < flat.count ? $0 + " …" : $0
    } ?? ""
  }
}
