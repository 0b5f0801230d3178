public import PassageIndex

/// How an index stands, and its last run: the JSON object of `status`.
public struct StatusRecord: Encodable {
  private let content: Joined<IndexStatus, Run>

  /// Makes the record of an index.
  ///
  /// - Parameters:
  ///   - status: how it stands.
  ///   - run: its last run, or nil; JSON then has null.
  public init(_ status: IndexStatus, _ run: RunRecord?) {
    content = Joined(first: status, second: Run(run: run))
  }

  /// Writes the keys of the contract.
  public func encode(to encoder: any Encoder) throws { try content.encode(to: encoder) }

  private struct Run: Encodable {
    @OrNull var run: RunRecord?
  }
}
