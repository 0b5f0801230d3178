internal import Kamervragen

/// The facts that publications give about their case. They hold for all of them, so a publication
/// that lacks one inherits it. Who answered, for whom and when are not among them: those belong to
/// one publication.
struct CaseFacts: Sendable, Hashable {
  var subject: String?
  var members: [Member] = []
  var addressees: [String] = []
  var submitted: CalendarDate?
  var topics: [String] = []
  var keywords: String?

  /// No facts.
  init() {}

  /// The facts that a set gives itself.
  init(of set: QuestionSet) {
    subject = set.subject
    members = set.members
    addressees = set.addressees
    submitted = set.submitted
    topics = set.topics
    keywords = set.keywords
  }

  var isEmpty: Bool { self == CaseFacts() }

  /// These facts, completed by others. A member without a party gets that of the member of the same
  /// name.
  func completed(by other: CaseFacts) -> CaseFacts {
    var facts = self
    facts.subject = subject ?? other.subject
    if members.isEmpty {
      facts.members = other.members
    } else if members.contains(where: { $0.party == nil }) {
      facts.members = MemberNames(other.members).withParties(members)
    }
    if addressees.isEmpty { facts.addressees = other.addressees }
    facts.submitted = submitted ?? other.submitted
    if topics.isEmpty { facts.topics = other.topics }
    facts.keywords = keywords ?? other.keywords
    return facts
  }

  /// The facts that differ from `other`, each as a whole.
  func beyond(_ other: CaseFacts) -> CaseFacts {
    var facts = CaseFacts()
    if subject != other.subject { facts.subject = subject }
    if members != other.members { facts.members = members }
    if addressees != other.addressees { facts.addressees = addressees }
    if submitted != other.submitted { facts.submitted = submitted }
    if topics != other.topics { facts.topics = topics }
    if keywords != other.keywords { facts.keywords = keywords }
    return facts
  }
}

extension QuestionSet {
  /// Replaces the set's own facts by those of its case.
  mutating func take(_ facts: CaseFacts) {
    subject = facts.subject
    members = facts.members
    addressees = facts.addressees
    submitted = facts.submitted
    topics = facts.topics
    keywords = facts.keywords
  }
}

/// The parties of members by name, as one publication of a case gives them. Another may give the
/// same member with or without a first name or initials: "Erkens", "S.P.A. Erkens".
private struct MemberNames {
  private var whole: [String: Set<String>] = [:]
  private var family: [String: [(given: Character?, party: String)]] = [:]

  init(_ members: [Member]) {
    for member in members {
      guard let party = member.party else { continue }
      whole[member.name.lowercased(), default: []].insert(party)
      let name = Self.parts(of: member.name)
      family[name.family, default: []].append((name.given, party))
    }
  }

  /// Adds missing parties to members where there is no doubt.
  func withParties(_ members: [Member]) -> [Member] {
    if family.isEmpty { return members }
    var namesakes: [String: Int] = [:]
    for member in members { namesakes[Self.parts(of: member.name).family, default: 0] += 1 }
    return members.map { member in
      guard member.party == nil else { return member }
      let name = Self.parts(of: member.name)
      var parties = whole[member.name.lowercased()] ?? []
      if parties.isEmpty, namesakes[name.family] == 1 {
        let same = (family[name.family] ?? []).filter {
          name.given == nil || $0.given == nil || name.given == $0.given
        }
        parties = Set(same.map(\.party))
      }
      return parties.count == 1 ? Member(name: member.name, party: parties.first) : member
    }
  }

  /// The family name with its prefixes, and the first letter of what precedes that.
  private static func parts(of name: String) -> (family: String, given: Character?) {
    let words = name.lowercased().split(separator: " ")
    let start = words.firstIndex { Tussenvoegsel.is(String($0)) } ?? max(0, words.count - 1)
    return (words[start...].joined(separator: " "), start > 0 ? words[0].first : nil)
  }
}

// MARK: The record

extension CaseFacts {
  func write(to writer: inout RecordWriter) {
    writer.write(subject)
    writer.write(members)
    writer.write(addressees)
    writer.write(submitted)
    writer.write(topics)
    writer.write(keywords)
  }

  init(from reader: inout RecordReader) throws(StoredRecordError) {
    subject = try reader.optionalText()
    members = try reader.members()
    addressees = try reader.texts()
    submitted = try reader.date()
    topics = try reader.texts()
    keywords = try reader.optionalText()
  }

  func encoded() -> [UInt8] {
    var writer = RecordWriter()
    write(to: &writer)
    return writer.bytes
  }
}
