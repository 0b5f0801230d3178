/// The questions that most sets have, whatever they are about. Their words say little about it.
enum BoilerplateQuestion {
  private static let openingsOfKnowledge: [StaticString] = [
    "kent u", "bent u bekend met", "bent u op de hoogte van", "bent u ervan op de hoogte",
    "heeft u kennisgenomen van", "heeft u kennis genomen van", "hebt u kennisgenomen van",
    "hebt u kennis genomen van", "is het u bekend", "is het bericht u bekend",
  ]

  /// Whether a question asks only whether the minister knows a report, with which most sets begin:
  /// no sentence follows its question mark. Its words repeat the subject.
  static func isOfKnowledge(_ question: String) -> Bool {
    var question = question
    return question.withUTF8 { bytes in
      let text = bytes.drop { $0 <= UInt8(ascii: " ") }
      return openingsOfKnowledge.contains { begins(text, with: $0) } && isOneSentence(text)
    }
  }

  private static let openingsOfRequests: [StaticString] = [
    "kunt u", "wilt u", "bent u bereid", "bent u in staat", "zou u", "zoudt u", "kan de", "wil de",
    "is het mogelijk", "is de minister bereid", "is de staatssecretaris bereid",
  ]
  private static let questions = ["deze", "bovenstaande", "bovengenoemde", "voorgaande"].map {
    Array("\($0) vragen".utf8)
  }
  private static let clause = Array(" dat ".utf8)
  private static let answering = Array("beantwoorden".utf8)
  /// In bytes; a longer question asks for more.
  private static let maximumRequest = 400

  /// Whether a question asks only for the answers themselves, with which many sets end: soon, one
  /// by one, or before a debate. Its words are about the debate, not about the matter.
  static func isRequest(_ question: String) -> Bool {
    guard question.utf8.count <= maximumRequest else { return false }
    var question = question
    return question.withUTF8 { bytes in
      let text = bytes.drop { $0 <= UInt8(ascii: " ") }
      guard openingsOfRequests.contains(where: { begins(text, with: $0) }) else { return false }
      let lower = text.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
      guard let asked = questions.lazy.compactMap({ lower.firstRange(of: $0) }).first else {
        return false
      }
      // `Kunt u bevestigen dat deze vragen …` asks something else.
      return lower[..<asked.lowerBound].firstRange(of: clause) == nil
        && lower[asked.upperBound...].firstRange(of: answering) != nil && isOneSentence(text)
    }
  }

  /// Whether no sentence follows the first question mark. A note mark, a bracket or a quotation
  /// mark may.
  private static func isOneSentence(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let mark = text.firstIndex(of: UInt8(ascii: "?")) else { return true }
    let rest = text[(mark + 1)...]
    if rest.contains(where: { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }) { return false }
    return rest.allSatisfy { $0 < 0x80 }
      || !String(decoding: rest, as: UTF8.self).contains { $0.isLetter }
  }

  private static func begins(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, with opening: StaticString
  ) -> Bool {
    opening.withUTF8Buffer { opening in
      text.count >= opening.count
        && zip(text, opening).allSatisfy { letter, expected in
          letter == expected || letter | 0x20 == expected && letter < 0x80
        }
    }
  }
}
