/// How a query may go on: the JSON object of `explain --complete`.
public struct CompletionRecord: Encodable {
  private var format = 1
  private let query: String
  @OrNull private var suggestion: String?
  private let completions: [String]

  /// Makes the record of a query.
  ///
  /// - Parameters:
  ///   - query: as typed.
  ///   - suggestion: another query that may have been meant; nil is encoded as null.
  ///   - completions: the query with its last word completed.
  public init(query: String, suggestion: String?, completions: [String]) {
    self.query = query
    self.completions = completions
    self.suggestion = suggestion
  }
}
