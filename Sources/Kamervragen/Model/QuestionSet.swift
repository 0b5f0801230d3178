/// One published set of Kamervragen: the numbered questions of members of parliament, any answers
/// of a minister, and the facts of the heading.
///
/// Every text is the document's own, in reading order, in Unicode NFC, with paragraphs separated by
/// `"\n\n"` and without page furniture. Unknown values are `nil` or empty, never guessed.
public struct QuestionSet: Sendable, Hashable {
  /// The identifier of the publication, `ah-tk-20242025-705` or `kv-tk-2024Z18775`: printed in the
  /// text, derived from it, or taken from the file name or the metadata if the text does not
  /// contradict it.
  public var identifier: String?
  /// The kind of publication.
  public var kind: Kind
  /// The form that was read.
  public var form: SourceForm
  /// The publications that answer these questions, according to their metadata:
  /// `ah-tk-20172018-1715`.
  public var answeredIn: [String]
  /// The chamber whose members asked.
  public var chamber: Chamber?
  /// The vergaderjaar, `2024-2025` (always with a hyphen).
  public var session: String?
  /// The number in the Aanhangsel van de Handelingen as printed, `705` or `6a`.
  public var number: String?
  /// The zaaknummer (vraagnummer), `2024Z16543`.
  public var caseNumber: String?
  /// The subject: the words after "over" in the heading.
  public var subject: String?
  /// The members who asked (indieners), in the order of the heading.
  public var members: [Member]
  /// The addressed posts, `Minister van Justitie en Veiligheid`.
  public var addressees: [String]
  /// The bewindspersonen who answered.
  public var respondents: [Respondent]
  /// The posts on whose behalf the answer was also given (mede namens).
  public var onBehalfOf: [String]
  /// The day on which the questions were submitted (ingezonden).
  public var submitted: CalendarDate?
  /// The day on which the answer was received (ontvangen).
  public var received: CalendarDate?
  /// The publications that the heading refers to (Zie ook), as identifiers: `ah-tk-20242025-496`.
  public var seeAlso: [String]
  /// The questions with their answers, in the order of the document.
  public var passages: [Passage]
  /// Footnotes of the heading and of the remarks, and footnotes whose mark was not found.
  public var footnotes: [Footnote]
  /// Texts that belong to the set as a whole, each with its heading word: `Toelichting: …`,
  /// `Mededeling: …`.
  public var remarks: [String]
  /// The publisher's topics (TaxonomieBeleidsagenda), from general to particular: `Economie |
  /// Ondernemen`; in the archive of 1984 to 2008, the rubrics.
  public var topics: [String]
  /// The keywords of the archive's librarians, on one line without separators, as in the archive.
  public var keywords: String?
  /// The abstract by a librarian of the archive.
  public var abstract: String?
  /// Warnings about parts that the reader did not understand, one Dutch sentence each. The text
  /// itself is still in the set.
  public var warnings: [String]

  /// Makes an empty set of a kind.
  public init(kind: Kind) {
    self.kind = kind
    form = .text
    answeredIn = []
    members = []
    addressees = []
    respondents = []
    onBehalfOf = []
    seeAlso = []
    passages = []
    footnotes = []
    remarks = []
    topics = []
    warnings = []
  }

  /// A kind of publication.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Questions with their answers.
    case answered
    /// Questions without answers in this publication.
    case questions
    /// A notice that the answer will be late (uitstel), with or without the questions.
    case delay
    /// Something else in the same series, such as an announcement of oral questions.
    case other
  }

  /// A chamber of the Staten-Generaal.
  public enum Chamber: String, Sendable, Hashable, CaseIterable, Codable {
    /// The house of representatives.
    case tweedeKamer = "tweede-kamer"
    /// The senate.
    case eersteKamer = "eerste-kamer"
  }
}

/// A question, or the questions that are answered together, with the answer.
public struct Passage: Sendable, Hashable, Codable {
  /// The printed numbers of the questions, `[2, 3]` for "Vraag 2 en 3"; empty for text without
  /// numbered questions.
  public var questions: [Int]
  /// The text of the questions without their headings. Each question begins a new paragraph.
  public var questionText: String
  /// The answer, or nil if the questions have none.
  public var answerText: String?
  /// The footnotes whose marks are in this passage, usually in the order of the marks.
  public var footnotes: [Footnote]

  /// Makes a passage.
  public init(
    questions: [Int], questionText: String, answerText: String? = nil, footnotes: [Footnote] = []
  ) {
    self.questions = questions
    self.questionText = questionText
    self.answerText = answerText
    self.footnotes = footnotes
  }
}

/// A footnote: its mark as printed and its text.
public struct Footnote: Sendable, Hashable, Codable {
  /// The mark, `1` or `*`, without brackets.
  public var mark: String
  /// The text of the note on one line.
  public var text: String

  /// Makes a footnote.
  public init(mark: String, text: String) {
    self.mark = mark
    self.text = text
  }
}

/// A member of parliament who asked.
public struct Member: Sendable, Hashable, Codable {
  /// The name as in the heading, `Diederik van Dijk`, `Van der Plas`.
  public var name: String
  /// The party as printed, `GroenLinks-PvdA`; nil if none is named.
  public var party: String?

  /// Makes a member.
  public init(name: String, party: String? = nil) {
    self.name = name
    self.party = party
  }

  /// Writes both keys, with null for an unknown party.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(name, forKey: .name)
    try object.encode(party, forKey: .party)
  }

  private enum CodingKeys: String, CodingKey { case name, party }
}

/// A bewindspersoon who answered.
public struct Respondent: Sendable, Hashable, Codable {
  /// `Minister`, `Staatssecretaris` or `Minister-President`, with a capital.
  public var role: String
  /// The name, `Van Weel`.
  public var name: String
  /// The portfolio, in its official spelling if that is known: `Justitie en Veiligheid`.
  public var portfolio: String?

  /// Makes a respondent.
  public init(role: String, name: String, portfolio: String? = nil) {
    self.role = role
    self.name = name
    self.portfolio = portfolio
  }

  /// Writes all keys, with null for an unknown portfolio.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(role, forKey: .role)
    try object.encode(name, forKey: .name)
    try object.encode(portfolio, forKey: .portfolio)
  }

  private enum CodingKeys: String, CodingKey { case role, name, portfolio }
}

extension QuestionSet {
  /// Whether it is a publication of questions without answers.
  var isUnanswered: Bool { kind == .questions || kind == .other }
}
