public import Kamervragen

/// A passage as the index stores it for display, with the heading of its set and its file.
public struct StoredPassage: Sendable, Hashable {
  /// The heading of the set, without its passages.
  public var set: QuestionSet
  /// The passage.
  public var passage: Passage
  /// The place of the passage in its set, from 0.
  public var ordinal: Int
  /// The path of the file.
  public var source: String

  /// The name of the set: its identifier, else its zaaknummer, else the file's name without
  /// extension.
  public var setKey: String { Self.setKey(of: set, source: source) }

  /// The citation key of the passage, `ah-tk-20242025-705#3`: the set and the first question
  /// number, 0 if there is none.
  public var id: String { "\(setKey)#\(passage.questions.first ?? 0)" }

  /// The date by which the passage is found: when the answer was received, else when the questions
  /// were submitted.
  public var date: CalendarDate? { self.set.received ?? self.set.submitted }

  static func setKey(of set: QuestionSet, source: String) -> String {
    set.identifier ?? set.caseNumber ?? name(ofFile: source)
  }

  /// The name of a file without its directory and its last extension.
  static func name(ofFile source: String) -> String {
    let name = source.split(separator: "/").last.map(String.init) ?? source
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
