public import PassageStore
public import Kamervragen

/// How much of what was published is in the index. The numbers in the Aanhangsel of a chamber run
/// from 1 in each vergaderjaar, so gaps can be seen. Unanswered questions have no such numbers.
public struct Coverage: Sendable, Hashable, Codable {
  /// The version of this record.
  public private(set) var format = 1
  /// The vergaderjaren with a number, the newest first; in a year the Tweede Kamer first.
  public var years: [Year]
  /// Ages are counted to this day: the newest date in the index that is not in the future. Nil if
  /// there is none.
  public var countedTo: String?
  /// Questions without an answer, the oldest first.
  public var unanswered: [Waiting]
  /// Delay notices without an answer, the oldest first.
  public var delayed: [Waiting]
  /// Sets without a text, of which only a heading or metadata are known.
  public var withoutText: [String]
  /// Aanhangsel sets with a number that is not numeric or is too high: typing errors in
  /// publications. They are not counted in `years`.
  public var irregular: [String]

  /// The numbers of one chamber in one vergaderjaar.
  public struct Year: Sendable, Hashable, Codable {
    /// The vergaderjaar, `2024-2025`.
    public var session: String
    /// The chamber.
    public var chamber: QuestionSet.Chamber
    /// The highest number in the index. Later publications are unknown.
    public var highest: Int
    /// How many of the numbers from 1 to `highest` are in the index.
    public var present: Int
    /// The numbers from 1 to `highest` that are not in the index, in order.
    public var missing: [Range]
  }

  /// Numbers in a row, both ends included.
  public struct Range: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The first.
    public var from: Int
    /// The last.
    public var through: Int

    /// `12–14`, or `77`.
    public var description: String { from == through ? "\(from)" : "\(from)–\(through)" }
  }

  /// Something that waits for an answer.
  public struct Waiting: Sendable, Hashable, Codable {
    /// The key of the set.
    public var set: String
    /// The day of the questions, or of the notice (ISO 8601).
    public var date: String?
    /// The age in days at `countedTo`; nil without a plausible date.
    public var days: Int?
  }

  /// The highest number accepted. Higher ones are typing errors; see `irregular`.
  static let maximumNumber = 9999
}

extension Coverage {
  /// The coverage of a graph. Dates after `today` are not believed.
  init(of graph: PublicationGraph, today: CalendarDate?) {
    var numbers: [YearKey: Set<Int>] = [:]
    var unanswered: [(set: String, date: CalendarDate?)] = []
    var delayed: [(set: String, date: CalendarDate?)] = []
    var newest: CalendarDate?
    years = []
    withoutText = []
    irregular = []
    for entry in graph.all where entry.passages > 0 {
      guard let summary = entry.summary else { continue }
      for date in [summary.submitted, summary.received].compactMap(\.self)
      where today.map({ date <= $0 }) ?? true { newest = max(newest ?? date, date) }
      if !summary.hasText { withoutText.append(summary.setKey) }
      if let number = summary.number, let session = summary.session, let chamber = summary.chamber {
        let value = number.allSatisfy { $0.isASCII && $0.isNumber } ? Int(number) : nil
        if let value, (1...Self.maximumNumber).contains(value) {
          numbers[YearKey(session: session, chamber: chamber), default: []].insert(value)
        } else {
          irregular.append(summary.setKey)
        }
      }
      guard summary.kind == .questions || summary.kind == .delay,
        entry.visibility == .shown || entry.visibility == .noticeOnly,
        !Self.isAnswered(summary.versionKey, graph)
      else { continue }
      if summary.kind == .questions {
        unanswered.append((summary.setKey, summary.submitted))
      } else {
        delayed.append((summary.setKey, summary.received ?? summary.submitted))
      }
    }
    years = numbers.map { key, present in Self.year(key, present.sorted()) }.sorted { left, right in
      left.session == right.session
        ? left.chamber == .tweedeKamer && right.chamber != .tweedeKamer
        : left.session > right.session
    }
    countedTo = newest?.description
    self.unanswered = Self.waiting(unanswered, newest)
    self.delayed = Self.waiting(delayed, newest)
    withoutText.sort()
    irregular.sort()
  }

  private struct YearKey: Hashable {
    var session: String
    var chamber: QuestionSet.Chamber
  }

  private static func isAnswered(_ version: String, _ graph: PublicationGraph) -> Bool {
    graph.caseKeys(of: version).contains { graph.version($0)?.summary.kind == .answered }
  }

  private static func year(_ key: YearKey, _ present: [Int]) -> Year {
    var missing: [Range] = []
    var next = 1
    for number in present {
      if number > next { missing.append(Range(from: next, through: number - 1)) }
      next = number + 1
    }
    return Year(
      session: key.session, chamber: key.chamber, highest: present.last ?? 0,
      present: present.count, missing: missing)
  }

  private static func waiting(
    _ sets: [(set: String, date: CalendarDate?)], _ newest: CalendarDate?
  ) -> [Waiting] {
    sets.sorted { left, right in
      switch (left.date, right.date) {
      case (let mine?, let theirs?) where mine != theirs: mine < theirs
      case (.some, nil): true
      case (nil, .some): false
      default: left.set < right.set
      }
    }.map { set, date in
      // An implausible date has no age.
      let days = newest.flatMap { newest in date.map { newest.dayNumber - $0.dayNumber } }
      return Waiting(set: set, date: date?.description, days: days.flatMap { $0 < 0 ? nil : $0 })
    }
  }
}

extension IndexReader {
  /// How much of what was published is in the index.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  public func coverage() throws(IndexError) -> Coverage {
    Coverage(of: PublicationGraph(try index.ledger()), today: Timestamp.today)
  }
}
