internal import Kamervragen

// A topic such as `Economie | Ondernemen` is found as a whole and by each of its levels.

extension Schema {
  /// The term of all passages of a topic or of a level of one. The colon separates it from the
  /// words of the field.
  package func topicKey(_ value: String) -> String {
    String(Unicode.Scalar(Field.topic.letter)) + ":" + Self.folded(value)
  }

  /// The keys of the topics of a set and of their levels, each once, in order.
  func topicKeys(of set: QuestionSet) -> [String] {
    Set(set.topics.flatMap { [$0] + $0.levels }.map(topicKey)).sorted()
  }

  /// The topics that a facet counts: each topic and its first level, each once. Users narrow by the
  /// first level first.
  func countedTopics(of set: QuestionSet) -> [String] {
    var seen: Set<String> = []
    return set.topics.flatMap { $0.levels.prefix(1) + [$0] }.filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The levels of a topic, the most general first.
  fileprivate var levels: [String] { split(separator: " | ").map(String.init) }
}
