import FoundationEssentials
import Kamervragen
import PassageIndex
import VraagbaakReport

/// The answer to a search as the JSON object of the contract. What is not known is null.
struct SearchRecord: Encodable {
  private let request: SearchRequest
  private let response: SearchResponse

  init(_ request: SearchRequest, _ response: SearchResponse) {
    self.request = request
    self.response = response
  }

  var json: String {
    get throws { try JSONLine.of(self) }
  }

  private enum Key: String, CodingKey {
    case format, query, total, partial, suggestion, warnings, results, facets
    case interpretation = "restated"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(1, forKey: .format)
    try container.encode(request.query, forKey: .query)
    try container.encode(response.interpretation.inDutch, forKey: .interpretation)
    try container.encode(response.total, forKey: .total)
    try container.encode(response.partial, forKey: .partial)
    try container.encode(response.suggestion, forKey: .suggestion)
    try container.encode(response.notices.map(\.inDutch), forKey: .warnings)
    try container.encode(response.results.map(ResultRecord.init), forKey: .results)
    let facets = response.facets.map { ($0.key.rawValue, $0.value) }
    try container.encode(Dictionary(uniqueKeysWithValues: facets), forKey: .facets)
  }
}

/// One result as a JSON object.
struct ResultRecord: Encodable {
  private let result: SearchResult

  init(_ result: SearchResult) {
    self.result = result
  }

  var json: String {
    get throws { try JSONLine.of(self) }
  }

  private enum Key: String, CodingKey {
    case rank, score, missing, id, identifier, number, session, questions, kind, subject, members
    case respondents, submitted, received, source, questionSnippet, answerSnippet, moreInSet
    case caseNumber, addressees, topics, keywords, abstract
  }

  func encode(to encoder: any Encoder) throws {
    let stored = result.stored
    let set = stored.set
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(result.rank, forKey: .rank)
    try container.encode(result.score, forKey: .score)
    try container.encode(result.missing.map(\.label), forKey: .missing)
    try container.encode(stored.id, forKey: .id)
    try container.encode(set.identifier, forKey: .identifier)
    try container.encode(set.number, forKey: .number)
    try container.encode(set.session, forKey: .session)
    try container.encode(set.caseNumber, forKey: .caseNumber)
    try container.encode(stored.passage.questions, forKey: .questions)
    try container.encode(set.kind, forKey: .kind)
    try container.encode(set.subject, forKey: .subject)
    try container.encode(set.members, forKey: .members)
    try container.encode(set.addressees, forKey: .addressees)
    try container.encode(set.respondents, forKey: .respondents)
    try container.encode(set.topics, forKey: .topics)
    try container.encode(set.keywords, forKey: .keywords)
    try container.encode(set.abstract, forKey: .abstract)
    try container.encode(set.submitted?.description, forKey: .submitted)
    try container.encode(set.received?.description, forKey: .received)
    try container.encode(stored.source, forKey: .source)
    try container.encode(result.questionSnippet.html, forKey: .questionSnippet)
    try container.encode(result.answerSnippet?.html, forKey: .answerSnippet)
    try container.encode(result.moreInSet, forKey: .moreInSet)
  }
}
