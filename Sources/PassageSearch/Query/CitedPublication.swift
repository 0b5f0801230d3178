public import Kamervragen

/// A publication as a text cites it: `Aanhangsel 2024–2025, nr. 705, vraag 3`, `2024Z16543#6`,
/// `Kamerstuk 24 587, nr. 995`.
public struct CitedPublication: Sendable, Hashable {
  /// What it is cited by.
  public enum Name: Sendable, Hashable {
    /// Numbers in the Aanhangsel van de Handelingen; without a session, of any session.
    case numbers([String], session: String?, chamber: QuestionSet.Chamber?)
    /// A zaaknummer, `2024Z16543`.
    case caseNumber(String)
    /// The identifier of a publication, `ah-tk-20242025-705`.
    case identifier(String)
    /// A dossier and items in it: 36 410 VI, nr. 12. A text that cites it is found.
    case dossier(String, chapter: String?, items: [String])
    /// A document of the Tweede Kamer, `2024D42030`. A text that cites it is found.
    case document(String)
  }

  /// What it is cited by.
  public var name: Name
  /// The numbers of the questions that are cited; empty for all of it.
  public var questions: [Int]

  /// Makes a citation.
  public init(_ name: Name, questions: [Int] = []) {
    self.name = name
    self.questions = questions
  }
}
