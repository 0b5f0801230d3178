/// The question with which most sets begin: whether the minister knows a report. Its words repeat
/// the subject.
enum BoilerplateQuestion {
  private static let openings: [StaticString] = [
    "kent u", "bent u bekend met", "bent u op de hoogte van", "bent u ervan op de hoogte",
    "heeft u kennisgenomen van", "heeft u kennis genomen van", "hebt u kennisgenomen van",
    "hebt u kennis genomen van", "is het u bekend", "is het bericht u bekend",
  ]

  /// Whether a question asks only this: it begins so, and no sentence follows its question mark.
  static func isAll(of question: String) -> Bool {
    var question = question
    return question.withUTF8 { bytes in
      let text = bytes.drop { $0 <= UInt8(ascii: " ") }
      guard openings.contains(where: { begins(text, with: $0) }) else { return false }
      guard let mark = text.firstIndex(of: UInt8(ascii: "?")) else { return true }
      // A note mark, a bracket or a quotation mark may follow.
      let rest = text[(mark + 1)...]
      if rest.contains(where: { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }) { return false }
      return rest.allSatisfy { $0 < 0x80 }
        || !String(decoding: rest, as: UTF8.self).contains { $0.isLetter }
    }
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
