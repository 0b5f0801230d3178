package import PassageSearch
package import PassageStore

/// What a message tells to one alert.
package struct Findings: Sendable {
  package let alert: Alert
  /// The number of the run.
  package let run: Int
  /// What is told in full, in the order of the message.
  package var items: [Item]
  /// How often each thing happened, including what is not told in full.
  package var counts: [Event.Kind: Int]

  /// One thing that happened, and what to show of it.
  package struct Item: Sendable {
    package let event: Event
    /// A passage of the set that it is about; nil if that is gone.
    package let stored: StoredPassage?
    /// What a search found of it; nil if nothing was searched.
    package let result: SearchResult?
    /// The first passage with more than a short answer, if it was followed until it is answered.
    package var answer: StoredPassage?
  }

  /// How much happened.
  package var count: Int { counts.values.reduce(0, +) }

  /// How much is not told in full in a message with at most so many items.
  package func rest(after limit: Int) -> Int { count - min(limit, items.count) }
}
