/// The question with which most sets begin: whether the minister knows a report. Its words repeat
/// the subject.
enum BoilerplateQuestion {
  private static let openings = [
    "kent u", "bent u bekend met", "bent u op de hoogte van", "bent u ervan op de hoogte",
    "heeft u kennisgenomen van", "heeft u kennis genomen van", "hebt u kennisgenomen van",
    "hebt u kennis genomen van", "is het u bekend", "is het bericht u bekend",
  ]

  private static let longestOpening = 30

  /// Whether a question asks only this: it begins so, and no sentence follows its question mark.
  static func isAll(of question: String) -> Bool {
    let text = question.drop { $0.isWhitespace }
    let opening = text.prefix(longestOpening).lowercased()
    guard openings.contains(where: { opening.hasPrefix($0) }) else { return false }
    guard let mark = text.firstIndex(of: "?") else { return true }
    // A note mark, a bracket or a quotation mark may follow.
    return !text[text.index(after: mark)...].contains { $0.isLetter }
  }
}
