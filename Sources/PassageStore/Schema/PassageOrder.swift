internal import Kamervragen

/// The sort keys of a passage, as bytes that compare in their order. Passages of two sets hardly
/// ever have the same key, so an order does not depend on how an index is divided.
struct PassageOrder {
  private let date: CalendarDate?
  private let session: String?
  /// The number of the set, what tells it from others of that number, and the first question.
  private let place: [UInt8]

  init(of stored: StoredPassage) {
    let set = stored.set
    date = stored.date
    session = set.session
    let digits = set.number?.prefix { $0.isASCII && $0.isNumber } ?? ""
    let number = Int(digits) ?? 0
    let question = Self.bytes(of: stored.passage.questions.first ?? 0)
    if number > 0 {
      // On one day, or in one session, hardly ever more than one set has a number, but for the
      // other chamber's and one with a letter: 606a.
      let chambers = QuestionSet.Chamber.allCases
      let chamber = set.chamber.flatMap(chambers.firstIndex) ?? chambers.count
      let letters = Array(set.number?.utf8.dropFirst(digits.utf8.count) ?? "".utf8.dropFirst())
      let digest = ContentDigest(of: Array(stored.setKey.utf8)).bytes.prefix(2)
      place =
        Self.bytes(of: number) + [UInt8(2 * chamber + (letters.isEmpty ? 0 : 1))]
        + (letters.isEmpty ? [] : letters + [0]) + digest + question
    } else {
      place = Self.bytes(of: 0) + stored.setKey.utf8 + [UInt8(ascii: "#")] + question
    }
  }

  /// By date, then number and question; sets without a date last.
  var oldestFirst: [UInt8] { (date.map(Self.day) ?? [0xFF, 0xFF, 0xFF]) + place }

  /// The same with the latest date first.
  var newestFirst: [UInt8] { (date.map { Self.day($0).map(~) } ?? [0xFF, 0xFF, 0xFF]) + place }

  /// By session, then number and question; sets without a session last.
  var byNumber: [UInt8] {
    let start = session.flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
    let year = start.map { UInt16(clamping: $0) } ?? .max
    return [UInt8(year >> 8), UInt8(truncatingIfNeeded: year)] + place
  }

  /// A date as three bytes that compare in the order of time. The first is never 255.
  static func day(_ date: CalendarDate) -> [UInt8] {
    let day = (date.year * 13 + date.month) * 32 + date.day
    return [16, 8, 0].map { UInt8(truncatingIfNeeded: day >> $0) }
  }

  /// A number as bytes that compare in the order of numbers; up to 247 as one.
  private static func bytes(of number: Int) -> [UInt8] {
    let number = UInt(bitPattern: max(0, number))
    guard number > 247 else { return [UInt8(number)] }
    let count = (UInt.bitWidth - number.leadingZeroBitCount + 7) / 8
    return [UInt8(247 + count)]
      + (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
