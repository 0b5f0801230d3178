internal import Kamervragen
internal import VraagbaakReport

/// The alerts of a directory, for people and for programs.
package struct AlertList: Encodable {
  private var format = 1
  private let alerts: [Row]
  private let refused: [String]

  fileprivate struct Row: Encodable {
    let name: String
    let query: String?
    let answered: String?
    let mail: [String]
    let atom: String?
    let added: String?
    /// The day on which it last told something.
    let told: String?

    enum CodingKeys: CodingKey { case name, query, answered, mail, atom, added, told }

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: CodingKeys.self)
      try object.encode(name, forKey: .name)
      try object.encode(query, forKey: .query)
      try object.encode(answered, forKey: .answered)
      try object.encode(mail, forKey: .mail)
      try object.encode(atom, forKey: .atom)
      try object.encode(added, forKey: .added)
      try object.encode(told, forKey: .told)
    }
  }

  /// Makes the list of some alerts.
  package init(_ alerts: [Alert], refused: [AlertFileError], _ state: KnownState?) {
    self.alerts = alerts.map { alert in
      var (query, answered): (String?, String?) = (nil, nil)
      switch alert.subject {
      case .query(let text): query = text
      case .answered(let reference): answered = reference
      }
      return Row(
        name: alert.name, query: query, answered: answered, mail: alert.mail, atom: alert.atom,
        added: alert.added?.description, told: state?.told[alert.name]?.description)
    }
    self.refused = refused.map(\.description)
  }

  /// A table: the name, what is followed, where news goes, and the day it was last told.
  package var lines: [String] {
    let rows = alerts.map { row in
      [
        row.name, row.answered.map { "beantwoording van \($0)" } ?? row.query ?? "",
        row.recipients, row.told.map { "laatst \($0)" } ?? "nog niets",
      ]
    }
    guard !rows.isEmpty else { return ["geen attenderingen"] }
    let widths = (0..<3).map { column in rows.reduce(0) { max($0, $1[column].count) } }
    return rows.map { row in
      row.enumerated().map { place, text in
        place < 3 ? text.padding(to: min(widths[place], 40)) : text
      }.joined(separator: "  ")
    }
  }

  /// What there is to know of each, in lines.
  package var details: [String] {
    alerts.flatMap { row in
      [
        ("attendering", row.name), ("zoekvraag", row.query), ("beantwoording van", row.answered),
        ("mail aan", row.mail.isEmpty ? nil : row.mail.joined(separator: ", ")),
        ("Atom-bestand", row.atom), ("sinds", row.added),
        ("laatst verteld", row.told ?? "nog niets"),
      ].compactMap { label, value in value.map { "\(label):".padding(to: 20) + $0 } }
    }
  }
}

extension AlertList.Row {
  fileprivate var recipients: String {
    let all = mail + [atom].compactMap(\.self)
    return all.isEmpty ? "de uitvoer" : all.joined(separator: ", ")
  }
}

extension String {
  /// The text with spaces after it, up to a width.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
