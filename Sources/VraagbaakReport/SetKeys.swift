internal import Kamervragen

/// The keys that every JSON object about a set has.
struct SetKeys: Encodable {
  @OrNull var identifier: String?
  let kind: QuestionSet.Kind
  @OrNull var session: String?
  @OrNull var number: String?
  @OrNull var caseNumber: String?
  @OrNull var subject: String?
  let members: [Member]
  let addressees: [String]
  let respondents: [Respondent]
  @OrNull var submitted: String?
  @OrNull var received: String?
  let topics: [String]
  @OrNull var keywords: String?
  @OrNull var abstract: String?

  init(_ set: QuestionSet) {
    identifier = set.identifier
    kind = set.kind
    session = set.session
    number = set.number
    caseNumber = set.caseNumber
    subject = set.subject
    members = set.members
    addressees = set.addressees
    respondents = set.respondents
    submitted = set.submitted?.description
    received = set.received?.description
    topics = set.topics
    keywords = set.keywords
    abstract = set.abstract
  }
}
