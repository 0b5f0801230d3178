/// Reads texts without question headings: lists from a word processor, delay notices,
/// announcements.
enum FreeText {
  /// Reads a body without headings into a set.
  static func read(
    _ sections: [Section], _ layout: TextLayout, _ header: Header, isNotice: Bool,
    isAnswered: Bool, into set: inout QuestionSet
  ) {
    var paragraphs: [String] = []
    // A notice without the questions is one passage, even below a title.
    let isOnlyNotice = isNotice && !sections.contains { $0.kind == .loose && !$0.lines.isEmpty }
    for section in sections {
      let texts = ParagraphJoiner.paragraphs(section.lines, layout: layout)
      switch section.kind {
      case .remark(.notice) where isOnlyNotice: paragraphs += texts
      case .remark(let kind):
        set.remarks.append("\(kind.rawValue): \(texts.joined(separator: "\n\n"))")
        if kind == .notice { set.kind = .delay }
      case .attachment: set.remarks.append(attachment(texts))
      case .question, .answer, .loose: paragraphs += texts
      }
    }
    if isNotice {
      set.kind = .delay
      readNotice(paragraphs, &set)
    } else if isAnswered {
      set.kind = .answered
      set.passages = [
        Passage(questions: [], questionText: "", answerText: paragraphs.joined(separator: "\n\n"))
      ]
      set.warnings.append(
        "De tekst heeft geen kopjes van vragen en antwoorden; hij is één passage.")
    } else if header.question?.isOral == true || paragraphs.isEmpty {
      // The sentence is the only text of an announcement.
      let text = paragraphs.isEmpty ? header.sentences : paragraphs
      set.passages = [Passage(questions: [], questionText: text.joined(separator: "\n\n"))]
    } else if paragraphs.count > Heading.maximumNumber {
      set.passages = [Passage(questions: [], questionText: paragraphs.joined(separator: "\n\n"))]
      set.warnings.append(
        "De tekst heeft geen kopjes en is te lang voor een lijst van vragen; hij is één passage.")
    } else {
      set.passages = paragraphs.enumerated().map {
        Passage(questions: [$0.offset + 1], questionText: $0.element)
      }
      set.warnings.append(UnnumberedQuestions.warning)
    }
  }

  /// An attachment as a remark.
  static func attachment(_ paragraphs: [String]) -> String {
    let text = paragraphs.joined(separator: "\n\n")
    return text.hasPrefix("Bijlage") ? text : "Bijlage: \(text)"
  }

  /// Reads a notice without the questions, whose members and posts are only in its sentences.
  private static func readNotice(_ paragraphs: [String], _ set: inout QuestionSet) {
    set.passages = [Passage(questions: [], questionText: paragraphs.joined(separator: "\n\n"))]
    guard set.members.isEmpty,
      let sentence = paragraphs.lazy.compactMap(NoticeSentence.question).first
    else { return }
    set.members = sentence.members
    set.addressees = sentence.addressees
    set.subject = sentence.subject
  }
}

/// The sentence of a delay notice: "Op 6 november jl. hebben de leden X en Y (beiden P)
/// schriftelijke vragen gesteld aan de minister van Z over …".
enum NoticeSentence {
  /// The details of the questions; nil unless the paragraph names a member's party.
  static func question(_ paragraph: String) -> QuestionSentence? {
    let bytes = Array(paragraph.utf8)
    guard let begin = [" de leden ", " het lid "].compactMap({ Ascii.find($0, in: bytes) }).min(),
      let close = bytes[begin...].firstIndex(of: Ascii.close), close - begin < 400
    else { return nil }
    var end = close
    // More members may follow: "(SP) en Jansen (VVD)".
    while let next = bytes[(end + 1)...].firstIndex(of: Ascii.open), next - end < 60,
      let another = bytes[next...].firstIndex(of: Ascii.close), another - next < 40,
      Ascii.hasPrefix(bytes, at: end + 1, ", ") || Ascii.hasPrefix(bytes, at: end + 1, " en ")
    { end = another }
    let names = String(decoding: bytes[begin...end], as: UTF8.self).trimmed
    let sentenceEnd = Ascii.find(". ", in: bytes, from: end) ?? bytes.count
    let rest = Array(bytes[(end + 1)..<max(end + 1, sentenceEnd)])
    let address = Ascii.find("aan ", in: rest).map { String(decoding: rest[$0...], as: UTF8.self) }
    let over =
      Ascii.find(" over ", in: rest).map { String(decoding: rest[$0...], as: UTF8.self) } ?? ""
    let sentence = QuestionSentence(clause: "\(names) \(address ?? over)")
    guard sentence?.members.contains(where: { $0.party != nil }) == true else { return nil }
    return sentence
  }
}

/// Unnumbered questions between the headings of their answers.
enum UnnumberedQuestions {
  static let warning =
    "De vragen hebben in de tekst geen nummers; ze zijn in hun volgorde genummerd."

  /// Makes sections of the questions: the last paragraphs with a question mark before each answer.
  static func sections(_ sections: [Section], _ layout: TextLayout) -> [Section] {
    var result: [Section] = []
    var number = 0
    for (index, section) in sections.enumerated() {
      var section = section
      guard index + 1 < sections.count, case .answer(let next) = sections[index + 1].kind else {
        result.append(section)
        continue
      }
      let start = questionStart(section.lines, isLoose: section.kind == .loose)
      let asking = Array(section.lines[start...])
      section.lines = Array(section.lines[..<start])
      if !section.lines.isEmpty || section.kind != .loose { result.append(section) }
      guard !asking.isEmpty else { continue }
      if next.count > 1, asking.count >= next.count {
        let paragraphs = ParagraphJoiner.paragraphs(asking, layout: layout)
        if paragraphs.count == next.count {
          for (number, text) in zip(next, paragraphs) {
            result.append(
              Section(
                kind: .question([number]), lines: [SourceLine(text: text, gap: .blank, page: 0)]))
          }
          number = next.last ?? number
          continue
        }
      }
      let numbers = next.isEmpty ? [number + 1] : next
      number = numbers.last ?? number
      result.append(Section(kind: .question(numbers), lines: asking))
    }
    return result
  }

  /// Where the question begins in the lines before an answer: after the last paragraph without a
  /// question mark.
  private static func questionStart(_ lines: [SourceLine], isLoose: Bool) -> Int {
    if isLoose { return 0 }
    var start = lines.count
    var index = lines.count
    while index > 0 {
      var begin = index - 1
      while begin > 0, lines[begin].gap == .line { begin -= 1 }
      let asks = lines[begin..<index].contains { $0.text.utf8.contains(UInt8(ascii: "?")) }
      guard asks else { break }
      start = begin
      index = begin
      if lines[begin].gap == .line { break }
    }
    return start
  }
}
