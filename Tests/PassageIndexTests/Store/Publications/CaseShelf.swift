import Foundation
import Kamervragen
import TestSupport
import Testing
import Xapian

@testable import PassageSearch
@testable import PassageStore

/// The publications of one case of invented Kamervragen, in several forms and moments.
enum CaseText {
  private static let asked: [(String, String, String?)] = [
    ("1", "Kent u het bericht over kaas?", nil), ("2", "Wat vindt u van belegen kaas?", nil),
  ]
  private static let answered: [(String, String, String?)] = [
    ("1", "Kent u het bericht over kaas?", "Ja."),
    ("2", "Wat vindt u van belegen kaas?", "Die is mild."),
  ]

  /// The questions by themselves: `kv-tk-2024Z90001`.
  static let questions = Publication(
    number: "2024Z90001", subject: "de kaasbelasting", respondent: nil, received: nil,
    passages: asked
  ).text

  /// The answer, without a zaaknummer: `ah-tk-20242025-705`.
  static let answer = Publication(subject: "de kaasbelasting", passages: answered).text

  /// The same answer under another number.
  static func answer(_ identifier: String) -> String { "\(identifier)\n\n" + answer }

  /// A notice that prints the questions again: `ah-tk-20242025-496`.
  static let delay = Publication(
    number: "496", subject: "de kaasbelasting", passages: asked,
    end: "Mededeling\n\nDe vragen over kaas kunnen niet binnen de termijn worden beantwoord."
  ).text.replacing("Antwoord van", with: "Mededeling van")
    .replacing("3 december 2024", with: "7 november 2024")
}

/// Numbers in a row, to compare with those expected.
func counts(_ numbers: Int...) -> [Int] { numbers }

extension TestIndex {
  /// The ids of the passages that a query finds, in the order of the ids.
  func ids(_ query: String) throws -> [String] {
    var request = SearchRequest(query)
    request.requiresAll = true
    request.limit = 1000
    return try reader().search(request).results.map(\.stored.id).sorted()
  }

  /// The names of the files whose passages a query finds, each once.
  func sources(_ query: String) throws -> [String] {
    var request = SearchRequest(query)
    request.requiresAll = true
    request.limit = 1000
    let found = try reader().search(request).results.map(\.stored.source)
    return Set(found.map { String($0.dropFirst(texts.count + 1)) }).sorted()
  }

  /// What an index says besides its passages: the ledger without what the clock says, and the
  /// records of the sets.
  func picture() throws -> [String] {
    let reader = try reader()
    var lines: [String] = []
    for (_, value) in try reader.index.database.metadataEntries(withPrefix: LedgerEntry.keyPrefix) {
      guard var entry = LedgerEntry(decoding: value) else {
        lines.append("unreadable")
        continue
      }
      entry.modified = 0
      entry.refusal?.first = ""
      entry.refusal?.last = ""
      entry.refusal?.tries = 0
      lines.append("\(entry)")
    }
    for (key, value) in try reader.index.database.metadataEntries(withPrefix: "set/") {
      lines.append("\(key) \(try SetRecord(decoding: value))")
    }
    for query in [
      "kaas", "soort:vragen", "soort:uitstel", "soort:beantwoord", "soort:onbeantwoord",
    ] { lines.append("\(query): \(try ids(query)) \(try sources(query))") }
    return lines.sorted() + (try IndexCheck.run(path: index).problems.map { "\($0)" })
  }

  /// The subjects of the answered passages, and all terms by which the first of them is found by
  /// its subject.
  func inherited() throws -> Borrowed {
    let reader = try reader()
    var request = SearchRequest("soort:beantwoord")
    request.sort = .number
    let subjects = try reader.search(request).results.map(\.stored.set.subject)
    let ids = try reader.index.database.documents(withTerm: "Kanswered", offset: 0, limit: 10)
    let terms = try ids.map { id in
      try reader.index.database.terms(of: id, prefix: "S").map { "\($0.term) \($0.frequency)" }
    }
    return Borrowed(subjects: subjects, terms: terms)
  }

  struct Borrowed: Equatable {
    var subjects: [String?]
    var terms: [[String]]
  }

  /// How a set is linked: `answer ah-tk-20242025-705`.
  func links(_ reference: String) throws -> [String] {
    let reader = try reader()
    guard let stored = try reader.passages(of: reference).first else { return ["absent"] }
    return try reader.record(of: stored).links.map { "\($0.relation) \($0.set)" }
  }

  /// The other files that have a set.
  func otherSources(_ reference: String) throws -> [String] {
    let reader = try reader()
    guard let stored = try reader.passages(of: reference).first else { return ["absent"] }
    return try reader.record(of: stored).sources.map {
      "\($0.path.dropFirst(texts.count + 1)) \($0.form)"
    }
  }
}
