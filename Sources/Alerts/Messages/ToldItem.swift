internal import Kamervragen
internal import PassageSearch
internal import PassageStore
internal import VraagbaakReport
internal import VraagbaakWeb

/// One thing that a message tells, in the pieces that every form of it has.
struct ToldItem {
  /// What happened.
  let label: String
  let citation: String
  let subject: String?
  /// Who asked whom, and who answered.
  let people: [String]
  /// What was found, each with what it is taken from.
  let snippets: [(label: String, snippet: Snippet)]
  /// How many more passages of the set match.
  let others: Int
  /// The official publication.
  let official: Address?
  /// The set in the site of this index.
  let site: Address?

  init(_ item: Findings.Item, query: String, _ settings: MessageSettings) {
    let provisional = item.event.file.flatMap(Self.provisionalFile)
    label = item.event.kind.dutch + (provisional == nil ? "" : " (voorlopige versie)")
    guard let stored = item.stored else {
      citation = Self.name(of: item.event)
      (subject, official, site, people, snippets, others) = (nil, nil, nil, [], [], 0)
      return
    }
    let full = FullCitation(stored)
    citation = full.written(in: .text)
    subject = stored.set.subject
    people = [Self.asked(stored.set), full.answer].compactMap(\.self)
    snippets =
      item.result.map { Self.snippets(of: $0, in: stored) }
      ?? item.answer.map { [Self.beginning(of: $0)] } ?? []
    others = item.result?.moreInSet ?? 0
    let address = provisional.map { "https://zoek.officielebekendmakingen.nl/\($0)" }
    official = (address ?? stored.officialAddress).flatMap { Address(elsewhere: $0) }
    site = settings.baseURL.flatMap { url in
      let site = SiteAddresses(url: url)
      return Address(elsewhere: site.absolute(site.set(stored.setKey, query: query)))
    }
  }

  /// The name of a file at the official site, if the file is of a provisional publication: until it
  /// is typeset, there is no page of its later identifier.
  private static func provisionalFile(_ path: [UInt8]) -> String? {
    let name = String(decoding: path, as: UTF8.self).split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    guard parts.count == 2, ["pdf", "html", "xml"].contains(parts[1]),
      PublicationIdentifier(String(parts[0]))?.isProvisional == true
    else { return nil }
    return parts[1] == "pdf" ? String(name) : "\(parts[0]).html"
  }

  /// The most of an answer that is shown, in characters.
  private static let maximumAnswer = 400

  private static func beginning(
    of passage: StoredPassage
  ) -> (label: String, snippet: Snippet) {
    let text = (passage.passage.answerText ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let isWhole = text.count <= maximumAnswer
    let shown = isWhole ? text : text.prefix(maximumAnswer) + "…"
    let label = passage.passage.questions.citation.map { "Antwoord op \($0)" } ?? "Antwoord"
    return (label, Snippet(pieces: [Snippet.Piece(text: String(shown), isHit: false)]))
  }

  /// A publication that is gone, by its zaaknummer if that is known.
  private static func name(of event: Event) -> String {
    let number = event.caseName.uppercased()
    let isNumber = number.contains("Z") && number.first?.isNumber == true
    return isNumber ? "Kamervragen \(number)" : event.key
  }

  /// `Vragen van Bikker (ChristenUnie) aan de Minister van Financiën, 17 oktober 2024`.
  private static func asked(_ set: QuestionSet) -> String? {
    guard !set.members.isEmpty else { return nil }
    let members = "Vragen van " + set.members.map(\.citation).enumeration
    let addressees = set.addressees.isEmpty ? "" : " aan " + set.addressees.enumeration
    return [members + addressees, set.submitted?.dutch].compactMap(\.self).joined(separator: ", ")
  }

  private static func snippets(
    of result: SearchResult, in stored: StoredPassage
  ) -> [(label: String, snippet: Snippet)] {
    let found = result.stored
    let place =
      found.setKey == stored.setKey
      ? (found.passage.questions.citation.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        ?? "Tekst")
      : found.citation
    let all: [(String, Snippet?)] = [
      (place, result.questionSnippet), ("Antwoord", result.answerSnippet),
      ("Noot", result.footnoteSnippet),
    ]
    return all.compactMap { label, snippet in
      snippet.flatMap { $0.plain.isEmpty ? nil : (label, $0) }
    }
  }
}
