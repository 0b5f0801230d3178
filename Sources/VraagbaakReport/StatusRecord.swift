public import PassageIndex

/// The state of an index and its last run: the JSON object of `status`.
public struct StatusRecord: Encodable {
  private let content: Joined<IndexStatus, Run>

  /// Makes the record of an index.
  ///
  /// - Parameters:
  ///   - status: its state.
  ///   - run: its last run; nil is encoded as null.
  public init(_ status: IndexStatus, _ run: RunRecord?) {
    content = Joined(first: status, second: Run(run: run))
  }

  /// Encodes the documented keys.
  public func encode(to encoder: any Encoder) throws { try content.encode(to: encoder) }

  private struct Run: Encodable {
    @OrNull var run: RunRecord?
  }
}
