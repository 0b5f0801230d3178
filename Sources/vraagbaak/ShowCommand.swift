import FoundationEssentials
import Kamervragen
import PassageIndex
import VraagbaakReport

/// `vraagbaak show`: a passage or a set, whole.
struct ShowCommand: Subcommand {
  static let name = "show"
  static let summary = "toont een passage of een hele set"
  static var help: Help {
    Help(
      usage: ["[opties] ID…"],
      description: [
        "Een ID is een set (ah-tk-20242025-705, kv-tk-2024Z18775, 2024Z18775), een vraag daarvan "
          + "(ah-tk-20242025-705#3; #0 is wat bij geen vraag hoort) of de naam van een bestand. "
          + "Ook wat niet meer gezocht wordt, zoals vragen die beantwoord zijn, is zo te zien."
      ],
      exitCodes: [
        ([.ok], "gevonden"), ([.nothingFound], "iets niet gevonden"), ([.error], "fout"),
      ])
  }

  static var options: [Option<ShowCommand>] {
    IndexLocation.options.within(\.location) + [
      .choice(
        "format", "VORM", "text (standaard) of json: één passage per regel", sets: \.format)
    ]
  }

  private enum Format: String, CaseIterable { case text, json }

  private var location = IndexLocation()
  private var format = Format.text
  private var references: [String] = []

  static func failure(_ code: ExitCode) -> ExitCode { .error }

  mutating func take(operands: [String]) throws(UsageError) {
    guard !operands.isEmpty else { throw UsageError("geef een ID om te tonen") }
    references = operands
  }

  func run(_ console: Console) async throws -> ExitCode {
    let reader = try location.reader()
    var code = ExitCode.ok
    for reference in references {
      let passages = try reader.passages(of: reference)
      if passages.isEmpty {
        console.error("vraagbaak show: \(reference) is niet in de index")
        code = .nothingFound
      }
      var records: [String: SetRecord] = [:]
      for passage in passages where records[passage.source] == nil {
        records[passage.source] = try reader.record(of: passage)
      }
      switch format {
      case .text: PassageText(passages: passages, records: records).print(to: console)
      case .json:
        for passage in passages {
          let record = PassageRecord(stored: passage, record: records[passage.source])
          console.print(try record.json)
        }
      }
    }
    return code
  }
}

/// Passages whole, under the heading of their set.
private struct PassageText {
  let passages: [StoredPassage]
  /// What else is known of each set, by its file.
  let records: [String: SetRecord]

  func print(to console: Console) {
    func show(_ text: String, _ style: StyledText.Style = .plain, indent: Int = 0) {
      let lines = StyledText(text, style)
        .lines(width: console.width, indent: indent, usesColor: console.usesColor)
      for line in lines { console.print(styled: line) }
    }
    var shown: StoredPassage?
    for stored in passages {
      if shown?.setKey != stored.setKey || shown?.source != stored.source {
        show("\(stored.setCitation)  (\(stored.setKey))", .heading)
        for line in heading(of: stored) { show(line) }
        show(stored.source, .faint)
        for line in records[stored.source].map(Self.others) ?? [] { show(line, .faint) }
        console.print("")
      }
      shown = stored
      let passage = stored.passage
      if !passage.questions.isEmpty { show("Vraag \(Self.list(passage.questions))", .heading) }
      if !passage.questionText.isEmpty {
        show(passage.questionText)
        console.print("")
      }
      if let answer = passage.answerText {
        if !passage.questions.isEmpty {
          show("Antwoord \(Self.list(passage.questions))", .heading)
        }
        show(answer)
        console.print("")
      }
      for note in passage.footnotes { show("[\(note.mark)] \(note.text)", .faint, indent: 2) }
      if !passage.footnotes.isEmpty { console.print("") }
    }
  }

  private func heading(of stored: StoredPassage) -> [String] {
    let set = stored.set
    var lines: [String] = []
    if let subject = set.subject { lines.append("Onderwerp: \(subject)") }
    if !set.members.isEmpty {
      lines.append("Gevraagd door: \(set.members.map(\.citation).joined(separator: ", "))")
    }
    if !set.addressees.isEmpty {
      lines.append("Gericht aan: \(set.addressees.joined(separator: ", "))")
    }
    if let submitted = set.submitted { lines.append("Ingezonden: \(submitted.dutch)") }
    if !set.respondents.isEmpty {
      let verb = set.kind == .delay ? "Mededeling van" : "Antwoord van"
      lines.append("\(verb): \(set.respondents.map(\.citation).joined(separator: ", "))")
    }
    if !set.onBehalfOf.isEmpty {
      lines.append("Mede namens: \(set.onBehalfOf.joined(separator: ", "))")
    }
    if let received = set.received { lines.append("Ontvangen: \(received.dutch)") }
    if let caseNumber = set.caseNumber { lines.append("Zaak: \(caseNumber)") }
    if !set.topics.isEmpty { lines.append("Thema: \(set.topics.joined(separator: "; "))") }
    if let keywords = set.keywords { lines.append("Trefwoorden: \(keywords)") }
    if let abstract = set.abstract { lines.append("Samenvatting: \(abstract)") }
    let links = records[stored.source]?.links ?? []
    for relation in SetLink.Relation.allCases {
      let sets = links.filter { $0.relation == relation }.map(\.set)
      if !sets.isEmpty {
        lines.append("\(Self.name(of: relation)): \(sets.joined(separator: ", "))")
      }
    }
    let linked = Set(links.map { $0.set.lowercased() })
    let seeAlso = set.seeAlso.filter { !linked.contains($0.lowercased()) }
    if !seeAlso.isEmpty { lines.append("Zie ook: \(seeAlso.joined(separator: ", "))") }
    return lines
  }

  private static func name(of relation: SetLink.Relation) -> String {
    switch relation {
    case .questions: "Gestelde vragen"
    case .answer: "Beantwoord in"
    case .delay: "Uitstel"
    case .earlierVersion: "Eerdere versie"
    case .laterVersion: "Latere versie"
    }
  }

  /// The other files that have the set.
  private static func others(_ record: SetRecord) -> [String] {
    var lines = record.sources.map { "Ook aanwezig als: \($0.path) (\($0.form.displayName))" }
    let more = record.sourceCount - record.sources.count
    if more > 0 { lines.append("en nog \(more)") }
    return lines
  }

  private static func list(_ numbers: [Int]) -> String {
    guard numbers.count > 1 else { return numbers.first.map(String.init) ?? "" }
    return numbers.dropLast().map(String.init).joined(separator: ", ")
      + " en \(numbers[numbers.count - 1])"
  }
}

/// A passage whole as a JSON object.
private struct PassageRecord: Encodable {
  let stored: StoredPassage
  let record: SetRecord?

  var json: String {
    get throws { try JSONLine.of(self) }
  }

  private enum Key: String, CodingKey {
    case format, id, identifier, number, session, caseNumber, kind, subject, members, addressees
    case respondents, onBehalfOf, submitted, received, seeAlso, questions, questionText
    case answerText, footnotes, source, citation, links, otherSources, topics, keywords, abstract
  }

  func encode(to encoder: any Encoder) throws {
    let set = stored.set
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(1, forKey: .format)
    try container.encode(stored.id, forKey: .id)
    try container.encode(stored.citation, forKey: .citation)
    try container.encode(set.identifier, forKey: .identifier)
    try container.encode(set.number, forKey: .number)
    try container.encode(set.session, forKey: .session)
    try container.encode(set.caseNumber, forKey: .caseNumber)
    try container.encode(set.kind, forKey: .kind)
    try container.encode(set.subject, forKey: .subject)
    try container.encode(set.members, forKey: .members)
    try container.encode(set.addressees, forKey: .addressees)
    try container.encode(set.respondents, forKey: .respondents)
    try container.encode(set.onBehalfOf, forKey: .onBehalfOf)
    try container.encode(set.submitted?.description, forKey: .submitted)
    try container.encode(set.received?.description, forKey: .received)
    try container.encode(set.seeAlso, forKey: .seeAlso)
    try container.encode(set.topics, forKey: .topics)
    try container.encode(set.keywords, forKey: .keywords)
    try container.encode(set.abstract, forKey: .abstract)
    try container.encode(stored.passage.questions, forKey: .questions)
    try container.encode(stored.passage.questionText, forKey: .questionText)
    try container.encode(stored.passage.answerText, forKey: .answerText)
    try container.encode(stored.passage.footnotes, forKey: .footnotes)
    try container.encode(stored.source, forKey: .source)
    try container.encode(record?.sources ?? [], forKey: .otherSources)
    try container.encode(record?.links ?? [], forKey: .links)
  }
}
