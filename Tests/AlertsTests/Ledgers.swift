import Kamervragen

@testable import Alerts
@testable import PassageStore

/// A file of a ledger that a test makes up.
struct Paper {
  var identifier: String?
  var kind: QuestionSet.Kind
  var zaak: String?
  var received: String?
  var form = SourceForm.xml
  var text = "Wat kost turf?"
  var visibility = Visibility.shown
  var path: String

  init(
    _ identifier: String?, _ kind: QuestionSet.Kind, case zaak: String? = nil,
    received: String? = nil, path: String? = nil
  ) {
    self.identifier = identifier
    self.kind = kind
    self.zaak = zaak
    self.received = received
    self.path = path ?? "/\(identifier ?? "\(kind)").xml"
  }

  func with(_ change: (inout Paper) -> Void) -> Paper {
    var paper = self
    change(&paper)
    return paper
  }

  var entry: LedgerEntry {
    var set = QuestionSet(kind: kind)
    set.identifier = identifier
    set.caseNumber = zaak
    set.form = form
    set.received = received.flatMap { CalendarDate(iso: $0) }
    set.passages = [
      Passage(
        questions: [1], questionText: text, answerText: kind == .answered ? "Niets." : nil)
    ]
    let file = SourceFile(path: Array(path.utf8), size: 9, modified: 9)
    let digest = ContentDigest(of: Array("\(form) \(text) \(received ?? "") \(path)".utf8))
    var entry = LedgerEntry(
      file, digest: digest,
      summary: SourceSummary(of: set, source: path, digest: digest, passages: 1), passages: 1)
    entry.visibility = visibility
    return entry
  }
}

/// What runs find, one after the other.
struct Nights {
  private(set) var known: [String: KnownPublication] = [:]

  init(_ papers: Paper...) { _ = night(papers) }

  /// What a night with these papers in the index brings: `answered ah-tk-20242025-705`.
  mutating func night(_ papers: [Paper]) -> [String] {
    let (events, known) = ChangeFinder(known: known, entries: papers.map(\.entry)).changes()
    self.known = known
    return events.map { "\($0.kind.rawValue) \($0.key)" }
  }
}
